/**
 * Long work in pieces: the same steps done at once, or with pauses in which other calls are answered.
 * Knows nothing of what the steps do.
 */
import { setImmediate } from 'node:timers/promises'

/** Work that stops after each piece and ends with a result. */
export type Steps<T> = Generator<undefined, T, undefined>

/** How long pieces may follow one another before others have their turn: a frame of the screen. */
const TURN_MS = 16

/** Does all steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Does the steps in turns of some milliseconds, between which everything else that waits is done. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const began = performance.now()
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() - began < TURN_MS)
    await setImmediate()
  }
}
