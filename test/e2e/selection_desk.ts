/**
 * Selections and the clipboard at a desk: what is selected, and what another program pastes or takes.
 */
import type { Desk } from './desk.ts'

/** The names of the selected cells, in the order of the page. */
export function selected(desk: Desk): Promise<string[]> {
  return desk.page.evaluate(() =>
    [...document.querySelectorAll('.ag-cell[aria-selected="true"]')].map(
      (cell) => `${cell.closest('[row-id]')?.getAttribute('row-id')}@${cell.getAttribute('col-id')}`,
    ),
  )
}

export function summary(desk: Desk): Promise<string> {
  return desk.page.locator('.selection-summary').innerText()
}

/** Pastes as another program's clipboard would come in. */
export async function paste(desk: Desk, text: string, html = ''): Promise<void> {
  await desk.page.evaluate(
    ([plain, table]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', plain!)
      if (table) clipboardData.setData('text/html', table)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [text, html],
  )
}

/** What a copy or cut puts on the clipboard. */
export function copied(desk: Desk, kind: 'copy' | 'cut' = 'copy'): Promise<{ text: string; html: string }> {
  return desk.page.evaluate((type) => {
    const clipboardData = new DataTransfer()
    document.activeElement?.dispatchEvent(new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }))
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
  }, kind)
}

export async function undo(desk: Desk): Promise<void> {
  const before = await desk.number()
  await desk.page.keyboard.press('Control+z')
  await desk.page.locator(`[data-seq="${before + 1}"]`).waitFor()
  await desk.saved()
}
