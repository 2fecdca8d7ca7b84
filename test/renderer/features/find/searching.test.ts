/** A search in slices: never longer than its share, always to the end, and stopped when asked. */
import { describe, expect, it } from 'vitest'
import { runSearch } from '../../../../renderer/features/find/searching.ts'
import type { Found } from '../../../../shared/analysis/search.ts'

/** Steps that each take a millisecond of the given clock. */
function* steps(count: number, clock: { now: number }): Generator<Found, Found> {
  const found: Found = { hits: [], total: 0 }
  for (let at = 0; at < count; at += 1) {
    clock.now += 1
    found.total += 1
    yield found
  }
  return found
}

function run(count: number) {
  const clock = { now: 0 }
  const shown: { total: number; done: boolean; at: number }[] = []
  const waiting: (() => void)[] = []
  const stop = runSearch(steps(count, clock), ({ total }, done) => shown.push({ total, done, at: clock.now }), {
    now: () => clock.now,
    later: (resume) => waiting.push(resume),
  })
  return { shown, waiting, stop }
}

describe('a search', () => {
  it('that is short is shown at once', () => {
    const { shown, waiting } = run(3)
    expect(shown).toEqual([{ total: 3, done: true, at: 3 }])
    expect(waiting).toEqual([])
  })

  it('that is long lets the page have its turn every few milliseconds', () => {
    const { shown, waiting } = run(40)
    while (waiting.length > 0) waiting.shift()!()
    expect(shown.at(-1)).toEqual({ total: 40, done: true, at: 40 })
    const ends = [0, ...shown.map(({ at }) => at)]
    for (const [index, end] of ends.slice(1).entries()) expect(end - ends[index]!).toBeLessThanOrEqual(8)
    expect(shown.filter(({ done }) => done)).toHaveLength(1)
  })

  it('that was stopped shows nothing more', () => {
    const { shown, waiting, stop } = run(40)
    const before = shown.length
    stop()
    while (waiting.length > 0) waiting.shift()!()
    expect(shown).toHaveLength(before)
  })
})
