/**
 * Plays acts of structure on the stage by their keys and measures each from the key to the painted frame that shows it, and undone
 * likewise. Asserts nothing but that each act was done.
 */
import type { Stage } from './browser_stage.ts'
import { LEDGER, item } from './large_filing.ts'
import { median } from './median.ts'

const ROUNDS = 7
const LINE = item(0, 5)
const COLUMN = 'q2_2006'

/** What shows that an act was done: a place of a row, or how many there are of something, told as text. */
type Sight = { rows: string } | { head: string } | { gone: string }

type Act = { name: string; label: string; key: string; before?: (stage: Stage) => Promise<void>; shows: Sight }

const ACTS: readonly Act[] = [
  { name: 'insert_line', label: 'a line put in', key: 'Alt+Shift+I', shows: { rows: item(0, 6) } },
  { name: 'move_line', label: 'a line moved', key: 'Alt+ArrowDown', shows: { rows: LINE } },
  {
    name: 'delete_line',
    label: 'a line deleted, its values kept',
    key: 'Enter',
    before: async ({ page }) => {
      await page.keyboard.press('Control+Delete')
      await page.getByRole('dialog').getByRole('button', { name: 'Delete it, keep its values' }).focus()
    },
    shows: { gone: LINE },
  },
  {
    name: 'insert_column',
    label: 'a column put in',
    key: 'Enter',
    before: async ({ page }) => {
      await page.keyboard.press('Alt+Shift+V')
      await page.getByRole('dialog').getByRole('radio', { name: 'Component' }).check()
      await page.getByRole('dialog').getByLabel('Name').fill('Put in')
    },
    shows: { head: 'Put in' },
  },
  {
    name: 'rename_line',
    label: 'the id of a line renamed',
    key: 'Enter',
    before: async ({ page }) => {
      await page.keyboard.press('Alt+Enter')
      await page.getByRole('dialog').getByLabel('Id').fill('renamed')
    },
    shows: { gone: LINE },
  },
]

/** The rows of the table. */
export const STRUCTURE_KEY_LABELS: [key: string, label: string][] = ACTS.flatMap(
  ({ name, label }): [string, string][] => [
    [`${name}_painted_ms`, `${label}: key to paint, median, ms (aim: 100)`],
    [`${name}_undone_ms`, `${label}: undone, key to paint, median, ms (aim: 100)`],
  ],
)

/** Presses a key, and waits for the frame that shows something else than stood; milliseconds from the key until it was painted. */
async function pressed({ page }: Stage, key: string, sight: Sight): Promise<number> {
  await page.evaluate((what) => {
    const seen = (): string => {
      const id = 'rows' in what ? what.rows : 'gone' in what ? what.gone : ''
      const row = document.querySelector(`[data-schedule] [row-id="${id}"]`)
      if ('rows' in what) return row?.getAttribute('aria-rowindex') ?? ''
      if ('gone' in what) return row ? 'there' : 'gone'
      return [...document.querySelectorAll('[data-schedule] [role="columnheader"]')].some((head) =>
        head.textContent?.includes(what.head),
      )
        ? 'there'
        : 'gone'
    }
    const before = seen()
    ;(window as unknown as { shown: Promise<number> }).shown = new Promise((resolve, reject) => {
      const onKey = (event: KeyboardEvent): void => {
        if (['Alt', 'Shift', 'Control'].includes(event.key)) return
        window.removeEventListener('keydown', onKey, true)
        const look = (): void => {
          if (performance.now() - event.timeStamp > 20_000) return reject(new Error(`Nothing changed: ${before}.`))
          if (seen() === before) return void requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now() - event.timeStamp))
          port1.start()
          port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }
      window.addEventListener('keydown', onKey, true)
    })
  }, sight)
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown)
}

async function stored({ page }: Stage): Promise<void> {
  await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-status]')?.dataset['status'] === 'saved')
  // What follows an act at rest is done by then.
  await page.waitForTimeout(700)
}

/** Each act and its undoing, turn by turn. */
export async function measureStructure(stage: Stage): Promise<Record<string, number>> {
  const { page } = stage
  const painted: Record<string, number[]> = {}
  const undone: Record<string, number[]> = {}
  for (let round = -1; round < ROUNDS; round++) {
    for (const { name, key, before, shows } of ACTS) {
      await page.click(`[data-schedule="${LEDGER}"] [row-id="${LINE}"] [col-id="${COLUMN}"]`)
      await before?.(stage)
      const done = await pressed(stage, key, shows)
      await stored(stage)
      if (name === 'insert_line') await page.keyboard.press('Escape')
      const back = await pressed(stage, 'Control+z', shows)
      await stored(stage)
      if (round < 0) continue
      ;(painted[name] ??= []).push(done)
      ;(undone[name] ??= []).push(back)
    }
  }
  return Object.fromEntries(
    ACTS.flatMap(({ name }) => [
      [`${name}_painted_ms`, median(painted[name]!)],
      [`${name}_undone_ms`, median(undone[name]!)],
    ]),
  )
}
