/**
 * What a session is given of the page: its address, its clock and its downloads.
 */
import { inNextTask } from '../client/next_task.ts'
import type { Surroundings } from '../session/session.ts'

export const pageAddress: Surroundings['address'] = {
  read: () => location.hash,
  write: (hash) => history.replaceState(null, '', hash),
}

/** How long a frame is waited for, in milliseconds: a page out of sight draws none. */
const LONGEST_FRAME = 250

export const pageTimer: Surroundings['timer'] = {
  now: () => performance.now(),
  after(wait, run) {
    if (wait === 0) return inNextTask(run)
    const timer = setTimeout(run, wait)
    return () => clearTimeout(timer)
  },
  afterFrame(run) {
    let isOver = false
    const once = (): void => {
      if (!isOver) run()
      isOver = true
    }
    requestAnimationFrame(() => setTimeout(once))
    setTimeout(once, LONGEST_FRAME)
  },
}

export function downloadOfPage(path: string): void {
  const link = document.createElement('a')
  link.href = path
  link.download = ''
  link.click()
}
