/**
 * Acts at a desk with a draft, and what the tests of structure read from the screen.
 */
import { atDesk, type Desk } from './desk.ts'
import { DRAFT, draftMade } from './draft.ts'

/** Runs a test at a desk whose workbook holds a draft, of which a schedule is shown. */
export function atDraft(test: (desk: Desk) => Promise<void>, schedule = 'income'): () => Promise<void> {
  return atDesk(test, { draft: true, at: `#/${DRAFT}/${schedule}` })
}

/** Makes the draft at a desk where other acts came first, and shows one of its schedules. */
export async function makeDraft(desk: Desk, schedule = 'income'): Promise<void> {
  const made = await desk.page.evaluate((changeSet) => window.workbench!.commit({ changeSet }), draftMade())
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
