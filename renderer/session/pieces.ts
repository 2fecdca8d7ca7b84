/**
 * Long work of the screen done piece by piece: other tasks, keys and frames come in between. Knows the clock that it is given, and nothing
 * of what is done.
 */
import type { Steps } from '../../shared/model/steps.ts'
import type { Surroundings } from './session.ts'

type Clock = Surroundings['timer']

/** How long a piece may hold up the page, in milliseconds. */
const PIECE = 12

/** Begins work whose pieces are told apart: waits for other tasks where one has taken its time; undefined where it goes on. */
export function breathing(timer: Clock): () => Promise<void> | undefined {
  let end = timer.now() + PIECE
  return () => {
    if (timer.now() < end) return undefined
    return new Promise((resolve) => {
      timer.after(0, () => {
        end = timer.now() + PIECE
        resolve()
      })
    })
  }
}

/** Does all steps, with pauses; resolves with what they give. */
export async function inPieces<T>(timer: Clock, steps: Steps<T>): Promise<T> {
  const breathe = breathing(timer)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
  }
}
