/**
 * Lets the screen finish saving before the window closes or the workbook is exchanged: asks, waits, and when no
 * answer comes leaves the decision to the person. Must never close over unsaved work by itself.
 */

/** What to do when the screen does not answer: wait on, or go on without it. */
export type Silence = 'stay' | 'go_on'

export type CloseHandshake = {
  /** Asks the screen and resolves with true once it is ready, or once the person chose to go on without it. */
  request(): Promise<boolean>
  /** The screen's answer. */
  ready(): void
  /** The screen's other answer: something typed needs the person, so that nothing closes now. */
  held(): void
  /** The screen is gone: there is nothing to wait for until it is shown anew. */
  lost(): void
  shown(): void
}

export type CloseHandshakeOptions = {
  ask: () => void
  onSilence: () => Promise<Silence>
  limitMs: number
  timers?: { setTimeout(run: () => void, ms: number): unknown; clearTimeout(timer: never): void }
}

/** One question at a time: whoever asks meanwhile hears the same answer. */
export function createCloseHandshake(options: CloseHandshakeOptions): CloseHandshake {
  const timers = options.timers ?? { setTimeout, clearTimeout }
  let pending: Promise<boolean> | null = null
  let settle: ((isReady: boolean) => void) | null = null
  let isLost = false

  function wait(): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (isReady: boolean): void => {
        // The choice of a person may come after the screen's own answer, when another question is already open.
        if (settle !== answer) return
        timers.clearTimeout(timer as never)
        settle = null
        pending = null
        resolve(isReady)
      }
      const choose = async (): Promise<void> => answer((await options.onSilence()) === 'go_on')
      const timer = timers.setTimeout(() => void choose(), options.limitMs)
      settle = answer
      options.ask()
    })
  }

  return {
    request() {
      if (isLost) return Promise.resolve(true)
      pending ??= wait()
      return pending
    },
    ready: () => settle?.(true),
    held: () => settle?.(false),
    lost() {
      isLost = true
      settle?.(true)
    },
    shown() {
      isLost = false
    },
  }
}
