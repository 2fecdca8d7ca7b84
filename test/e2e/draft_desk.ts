/**
 * A draft at a desk: the press release of the third quarter of 2007, its figures and structure as they stand, made through the
 * contract as any act is and open to every change of lines and columns.
 */
import type { Desk } from './desk.ts'

export const DRAFT = 'impac_draft'

/** Makes the draft and shows one of its schedules. */
export async function makeDraft(desk: Desk, schedule = 'income'): Promise<void> {
  const made = await desk.page.evaluate(async (id) => {
    const workbench = window.workbench!
    const loaded = await workbench.load({})
    if (!loaded.ok) throw new Error(loaded.failure.message)
    const { filing } = loaded.value.filings.find((one) => one.filing.id === 'impac_2007_q3')!
    const { schedules, ...head } = filing
    const at = loaded.value.filings.length
    const definition = { ...head, id, title: 'Draft of the third quarter', status: 'draft' as const }
    return workbench.commit({
      changeSet: {
        id: crypto.randomUUID(),
        filing: id,
        title: 'Draft made',
        place: null,
        changes: [
          { kind: 'filing', before: null, after: { definition, at } },
          ...schedules.map((one, place) => ({
            kind: 'schedule' as const,
            schedule: one.id,
            before: null,
            after: { definition: one, at: place },
          })),
        ],
      },
    })
  }, DRAFT)
  if (!made.ok) throw new Error(made.failure.message)
  await desk.page.reload()
  await desk.page.locator('[data-status]').waitFor()
  await desk.show(`#/${DRAFT}/${schedule}`)
}

/** The ids of the lines in sight, from top to bottom. */
export function lines(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll('[data-schedule] .ag-cell[col-id="_label"]')]
      .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((label) => label.closest('[row-id]')!.getAttribute('row-id')!),
  )
}

/** The ids of the columns drawn, from left to right. */
export function columns(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll('[data-schedule] .ag-header-cell[col-id]')]
      .map((head) => ({ id: head.getAttribute('col-id')!, left: head.getBoundingClientRect().left }))
      .filter(({ id }) => !id.startsWith('_'))
      .toSorted((a, b) => a.left - b.left)
      .map(({ id }) => id),
  )
}

/** The words of the messages on the screen. */
export function said(desk: Desk): Promise<string> {
  return desk.page.locator('.toasts').innerText()
}

/** Undoes or redoes one change and waits until that is stored. */
export async function reverse(desk: Desk, key: 'Control+z' | 'Control+y'): Promise<void> {
  const before = await desk.number()
  await desk.page.keyboard.press(key)
  await desk.page.locator(`[data-seq="${before + 1}"]`).waitFor()
  await desk.saved()
}

/** The formula bar's text. */
export function formula(desk: Desk): Promise<string> {
  return desk.page.locator('.formula-bar input').inputValue()
}

/** Starts an act from the palette, by its name. */
export async function act(desk: Desk, name: string): Promise<void> {
  const { page } = desk
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
}
