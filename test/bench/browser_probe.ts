/**
 * What is installed in the page to measure it from within: for each key, the time from the key to the task after the
 * frame that shows it, and the work done for it; for each stretch of frames, how many were missed. Runs in the browser,
 * so it may use nothing from outside its own function.
 */

/** One key: its kind, the milliseconds until its frame was painted, and those of work, which who pressed it notes. */
export type KeySample = { kind: string; painted: number; work: number }

export type Probe = {
  /** The keys that follow are of this kind; what is read in the frame that shows each is compared by `shows`. */
  expect(kind: string, shows?: { line: string; column: string; text: string }): void
  /** Resolves when the frame of the last key was painted. */
  settled(): Promise<void>
  samples: KeySample[]
  /** Frames whose cell did not show what it should. */
  stale: string[]
  /** Runs a step at each of so many frames; returns the milliseconds between frames. */
  frames(count: number, step?: (at: number) => void): Promise<number[]>
  /**
   * Enters so many figures by the page's own key events, a digit and Enter for each, down over `height` cells from the
   * focused one and up again, another digit each time; ends after so many milliseconds at the latest, and goes on from
   * there when called again. Returns how many were entered.
   */
  edits(count: number, height: number, most: number): Promise<number>
}

/** Installs the probe as `window.probe`. */
export function installProbe(): void {
  // All of it must travel into the page with this function.
  /* oxlint-disable unicorn/consistent-function-scoping */
  let kind = ''
  let shows: { line: string; column: string; text: string } | undefined
  let waiting: Promise<void> = Promise.resolve()
  let entered = 0
  const samples: KeySample[] = []
  const stale: string[] = []
  const cellAt = ({ line, column }: { line: string; column: string }): HTMLElement | null =>
    document.querySelector(`[data-schedule] [row-id="${line}"] [col-id="${column}"]`)
  const task = (run: () => void): void => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', run)
    port1.start()
    port2.postMessage(null)
  }

  // The page's own blank: a key pressed there changes its text and nothing else.
  const blank = document.createElement('div')
  blank.id = 'blank'
  blank.tabIndex = 0
  blank.style.cssText = 'position:fixed;right:4px;bottom:4px;width:80px;height:18px;z-index:99'
  blank.addEventListener('keydown', (event) => {
    event.stopPropagation()
    blank.textContent = `${samples.length}`
  })
  document.body.append(blank)

  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return
      const [own, shown] = [kind, shows]
      waiting = new Promise((resolve) => {
        requestAnimationFrame(() => {
          task(() => {
            samples.push({ kind: own, painted: performance.now() - event.timeStamp, work: 0 })
            const text = shown && cellAt(shown)?.textContent?.trim()
            if (shown && text !== shown.text) stale.push(`${shown.line}@${shown.column}: ${text}, not ${shown.text}`)
            resolve()
          })
        })
      })
    },
    true,
  )

  const nextTask = (): Promise<void> => new Promise((resolve) => task(resolve))
  const probe: Probe = {
    samples,
    stale,
    expect(next, what) {
      kind = next
      shows = what
    },
    settled: () => waiting,
    frames: (count, step) =>
      new Promise((resolve) => {
        const between: number[] = []
        let last = 0
        const frame = (now: number): void => {
          if (last > 0) between.push(now - last)
          last = now
          if (between.length >= count) return resolve(between)
          step?.(between.length)
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    async edits(count, height, most) {
      const end = performance.now() + most
      const press = (key: string, shiftKey = false): void => {
        const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
      }
      const before = entered
      while (entered < before + count && performance.now() < end) {
        const legs = Math.floor(entered / (height - 1))
        press(`${1 + (legs % 9)}`)
        if (!(document.activeElement instanceof HTMLInputElement)) throw new Error(`Edit ${entered} did not begin.`)
        await nextTask()
        press('Enter', legs % 2 === 1)
        entered += 1
        await nextTask()
        // A person sees each edit; and the frames would otherwise be put off to the end.
        if (entered % 8 === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return entered - before
    },
  }
  ;(window as unknown as { probe: Probe }).probe = probe
}
