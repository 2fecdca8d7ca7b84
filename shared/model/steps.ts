/**
 * Long work in pieces: the same steps done at once, or by someone who pauses between them. Knows nothing of what the steps do.
 */

/** So many of so many. */
export type Counted = { done: number; of: number }

/** Work that stops after each piece, saying how far it is where that is counted, and ends with a result. */
export type Steps<T> = Generator<Counted | undefined, T, undefined>

/** Does all steps without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
