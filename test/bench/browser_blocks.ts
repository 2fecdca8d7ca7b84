/**
 * Plays acts over 80,000 cells on the stage and measures them: from the key to "Saved" and painted, and the longest time that the page
 * answered nothing meanwhile. Each is undone, which is measured too. Asserts nothing.
 */
import type { Stage } from './browser_stage.ts'
import { blockLine, BLOCK_COLUMNS } from './block_filing.ts'
import { median } from './median.ts'

export const BLOCK_LINES = 5_000

/** Acts over the whole block; each leaves it changed. */
const ACTS = ['clear', 'paste', 'fill'] as const
type Act = (typeof ACTS)[number]

const ROUNDS = 3

const NAMES: Record<Act, string> = { clear: 'clear', paste: 'paste', fill: 'fill' }

/** The rows of the table. */
export const BLOCK_LABELS: [key: string, label: string][] = ACTS.flatMap((act): [string, string][] => [
  [`${act}_done_ms`, `${NAMES[act]} 80,000 cells: key to saved and painted, ms (aim: 1,500)`],
  [`${act}_blocked_ms`, `${NAMES[act]} 80,000 cells: longest block of the page, ms (aim: 100)`],
  [`${act}_undone_ms`, `${NAMES[act]} 80,000 cells: undone, saved and painted, ms (aim: 1,500)`],
  [`${act}_undo_blocked_ms`, `${NAMES[act]} 80,000 cells, undone: longest block of the page, ms (aim: 100)`],
])

type Taken = { done: number; blocked: number }

/** Presses the key of an act in the page and waits for what it stores; notes the pauses between the tasks of the page. */
function play({ page }: Stage, act: Act | 'undo', text: string): Promise<Taken> {
  return page.evaluate(
    async ({ kind, pasted }) => {
      const seq = document.querySelector<HTMLElement>('[data-seq]')!
      const status = document.querySelector<HTMLElement>('[data-status]')!
      const before = seq.dataset['seq']
      const { port1, port2 } = new MessageChannel()
      let [blocked, isOn] = [0, true]
      const start = performance.now()
      let last = start
      port1.addEventListener('message', () => {
        const now = performance.now()
        blocked = Math.max(blocked, now - last)
        last = now
        if (isOn) setTimeout(() => port2.postMessage(null))
      })
      port1.start()
      port2.postMessage(null)
      const cell = document.activeElement!
      const key = (name: string, ctrlKey = false): void => {
        cell.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, bubbles: true, cancelable: true }))
      }
      if (kind === 'undo') key('z', true)
      if (kind === 'clear') key('Delete')
      if (kind === 'fill') key('d', true)
      if (kind === 'paste') {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', pasted)
        cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }
      // The status bar tells of it; looking oftener would be counted as work of the page.
      while (status.dataset['status'] !== 'saved' || seq.dataset['seq'] === before) {
        if (performance.now() - start > 120_000) throw new Error(`The act ${kind} was not stored.`)
        await new Promise((resolve) => setTimeout(resolve, 8))
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      const done = performance.now() - start
      // What follows an act, such as the tie-outs, may not block the page either.
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      isOn = false
      return { done, blocked }
    },
    { kind: act, pasted: text },
  )
}

/** Figures of the size of those that stand, so that nothing is asked. */
function pastedText(round: number): string {
  return Array.from({ length: BLOCK_LINES }, (_, row) =>
    BLOCK_COLUMNS.map((_column, at) => `${100_000 + ((row * 7 + at * 13 + round) % 90_000)}`).join('\t'),
  ).join('\n')
}

/** Everything that is measured of acts over a block. */
export async function measureBlocks(stage: Stage): Promise<Record<string, number>> {
  const { page } = stage
  const first = page.locator(`[data-schedule] [row-id="${blockLine(0)}"] [col-id="${BLOCK_COLUMNS[0]}"]`)
  await page.locator('[data-tie-out-light]').waitFor({ timeout: 60_000 })
  const samples: Record<string, number[]> = {}
  const put = (key: string, figure: number): void => void (samples[key] ??= []).push(figure)
  for (let round = 0; round < ROUNDS; round++) {
    for (const act of ACTS) {
      await first.click()
      if (act !== 'paste') {
        await page.keyboard.press('Control+Shift+ArrowDown')
        await page.keyboard.press('Shift+ArrowUp')
        for (let at = 1; at < BLOCK_COLUMNS.length; at++) await page.keyboard.press('Shift+ArrowRight')
      }
      await page.waitForTimeout(1_000)
      const done = await play(stage, act, act === 'paste' ? pastedText(round) : '')
      put(`${act}_done_ms`, done.done)
      put(`${act}_blocked_ms`, done.blocked)
      const undone = await play(stage, 'undo', '')
      put(`${act}_undone_ms`, undone.done)
      put(`${act}_undo_blocked_ms`, undone.blocked)
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([key, some]) => [key, median(some)]))
}
