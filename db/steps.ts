/**
 * Long work in steps with pauses between them, in which other calls are answered. Knows nothing of what the steps do.
 */
import { setImmediate } from 'node:timers/promises'
import type { Counted, Steps } from '../shared/model/steps.ts'

/** How long pieces may follow one another before others have their turn: a frame of the screen. */
const TURN_MS = 16

/**
 * Does the steps in turns of some milliseconds, between which everything else that waits is done. `told` hears after each turn how far
 * that was counted last; what it throws ends the work.
 */
export async function inTurns<T>(steps: Steps<T>, told?: (counted: Counted | undefined) => void): Promise<T> {
  let counted: Counted | undefined
  try {
    for (;;) {
      const began = performance.now()
      do {
        const step = steps.next()
        if (step.done) return step.value
        counted = step.value ?? counted
      } while (performance.now() - began < TURN_MS)
      told?.(counted)
      await setImmediate()
    }
  } finally {
    // Whatever a step was reading from is let go where the work ends before its end.
    steps.return(undefined as never)
  }
}
