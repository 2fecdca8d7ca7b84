/**
 * Runs a search in slices, so that the page draws and takes keys in between. Knows time, not what is searched.
 */
import type { Found } from '../../../shared/analysis/search.ts'

/** Milliseconds of searching between two breaths: well under a frame of a 60 Hz screen. */
const SLICE = 6

export type Pace = {
  now(): number
  /** Calls again when the page has had its turn. */
  later(resume: () => void): void
}

const ON_THE_PAGE: Pace = { now: () => performance.now(), later: (resume) => setTimeout(resume) }

/** Shows what is found after each slice, the last time with `done`; the first slice runs at once. Returns a way to stop. */
export function runSearch(
  steps: Generator<Found, Found>,
  show: (found: Found, done: boolean) => void,
  pace: Pace = ON_THE_PAGE,
): () => void {
  let isStopped = false
  const slice = (): void => {
    if (isStopped) return
    const end = pace.now() + SLICE
    for (;;) {
      const { value, done } = steps.next()
      if (!done && pace.now() < end) continue
      show({ hits: [...value.hits], total: value.total }, done === true)
      if (!done) pace.later(slice)
      return
    }
  }
  slice()
  return () => {
    isStopped = true
  }
}
