/**
 * Long work in turns: between two steps the page is drawn and hears of a click or a key, and the work can be called off. Knows nothing
 * of what is done.
 */

/** What a step ends with once the work was called off. */
export class Canceled extends Error {}

export type Turns = {
  /** Lets the page draw and hear what happened meanwhile, where the last turn was longer than a blink. Throws Canceled. */
  pause: () => Promise<void>
  cancel: () => void
}

/** Work for so long, in milliseconds, keeps nobody waiting. */
const BLINK = 40

export function createTurns(now: () => number, rest: () => Promise<void>): Turns {
  let since = now()
  let isCanceled = false
  return {
    async pause() {
      if (now() - since >= BLINK) {
        await rest()
        since = now()
      }
      if (isCanceled) throw new Canceled('canceled')
    },
    cancel() {
      isCanceled = true
    },
  }
}

/** Until the page was drawn, or was not because nobody looks at it. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(latest)
      setTimeout(resolve)
    }
    const latest = setTimeout(done, 50)
    requestAnimationFrame(done)
  })
}
