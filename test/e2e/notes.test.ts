/**
 * The numbered notes of a schedule, edited in place in a draft: written, changed, moved, removed, put on lines; by keyboard.
 * What each act stores is told by test/renderer/session/notes/note_acts.test.ts.
 */
import { axe } from './axe.ts'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const PLACE = '#/impac_2007_q3/reconciliation'

/** Reopens the sample filing, as a controller would with a reason, and shows the notes of its reconciliation. */
async function showDraft(desk: Desk): Promise<void> {
  const { page } = desk
  await page.evaluate(async () => {
    const client = window.workbench!
    const loaded = await client.load({})
    if (!loaded.ok) throw new Error(loaded.failure.message)
    const at = loaded.value.filings.findIndex(({ filing }) => filing.id === 'impac_2007_q3')
    const { schedules: _schedules, ...head } = loaded.value.filings[at]!.filing
    const change = {
      kind: 'filing' as const,
      before: { definition: head, at },
      after: { definition: { ...head, status: 'draft' as const }, at },
      reason: 'To change its notes.',
    }
    const changeSet = { id: crypto.randomUUID(), filing: head.id, title: 'Reopened', place: null, changes: [change] }
    const answer = await client.commit({ changeSet })
    if (!answer.ok) throw new Error(answer.failure.message)
  })
  await page.reload()
  await page.locator('[data-status]').waitFor()
  await desk.show(PLACE)
  await page.getByRole('tab', { name: 'Notes' }).click()
}

function notes({ page }: Desk): Locator {
  return page.locator('.notes > li')
}

/** The words of the notes in their order, without what can be done with them. */
async function words(desk: Desk): Promise<string[]> {
  return notes(desk).locator('.note-text').allInnerTexts()
}

/** The marks that stand at the label of a line in the grid. */
async function marks({ page }: Desk, line: string): Promise<string> {
  const label = page.locator(`[data-schedule] [row-id="${line}"] .line-label`)
  return (await label.locator('sup').count()) === 0 ? '' : label.locator('sup').innerText()
}

/** The words of a note, as a control that edits them. */
function text(desk: Desk, at: number): Locator {
  return notes(desk).nth(at).locator('[data-part="text"]')
}

async function lastTitle({ page }: Desk): Promise<string> {
  return page.evaluate(async () => {
    const answer = await window.workbench!.log({ limit: 1 })
    return answer.ok ? answer.value.entries[0]!.title : answer.failure.message
  })
}

describeInBrowser('notes', () => {
  it(
    'of a filed filing are read only and say why; a mark leads to the line that bears it',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show(PLACE)
      await page.getByRole('tab', { name: 'Notes' }).click()
      expect(await page.locator('.notes-closed').innerText()).toContain('is filed and locked')
      expect(await page.locator('.notes-panel h3').innerText()).toBe('Notes (summarized)')
      expect(await page.locator('.notes-panel [data-part]').count()).toBe(0)
      await page.getByRole('button', { name: 'Note 6, on 1 line' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => desk.focus()).toMatch(/^derivatives_change@/)
      expect(await notes(desk).nth(5).getAttribute('aria-current')).toBe('true')
    }),
  )

  it(
    'are edited in place with the keyboard: Ctrl+Enter saves, Escape leaves, one change each, and undone',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await showDraft(desk)
      const before = await words(desk)
      const number = await desk.number()
      await text(desk, 2).focus()
      await keyboard.press('F2')
      await keyboard.type(' Not kept.')
      await keyboard.press('Escape')
      expect(await words(desk)).toEqual(before)
      await keyboard.press('Enter')
      await keyboard.type(' Reviewed by tax counsel.')
      await keyboard.press('Control+Enter')
      await desk.saved()
      const after = before.with(2, `${before[2]} Reviewed by tax counsel.`)
      expect(await words(desk)).toEqual(after)
      expect(await desk.number()).toBe(number + 1)
      expect(await lastTitle(desk)).toBe('Changed note 3 of Reconciliation to taxable income')
      // The focus stays at the note, so that the next act goes on from there.
      expect(await page.evaluate(() => document.activeElement?.closest('[data-note]')?.getAttribute('data-note'))).toBe(
        '2',
      )

      await keyboard.press('Control+z')
      await expect.poll(() => words(desk)).toEqual(before)
      await keyboard.press('Control+y')
      await expect.poll(() => words(desk)).toEqual(after)
      await desk.saved()
    }),
  )

  it(
    'are saved when the field is left, even for another panel; a blank one is refused and says what to do',
    atDesk(async (desk) => {
      const { page } = desk
      await showDraft(desk)
      await text(desk, 0).click()
      await page.keyboard.type(' Left for a figure.')
      await desk.cell('net_earnings', 'q3_2007').click()
      await desk.saved()
      expect((await words(desk))[0]).toMatch(/Left for a figure\.$/)
      await text(desk, 1).click()
      await page.keyboard.type(' Left for a panel.')
      await page.keyboard.press('Alt+Shift+E')
      await page.keyboard.press('Alt+Shift+O')
      await expect.poll(async () => (await words(desk))[1]).toMatch(/Left for a panel\.$/)

      await text(desk, 0).click()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('alert').getByText('Remove the note to delete it').waitFor()
      await page.keyboard.press('Escape')
      expect((await words(desk))[0]).toMatch(/Left for a figure\.$/)
    }),
  )

  it(
    'move up and down and are removed by keyboard, their numbers and marks following',
    atDesk(async (desk) => {
      const { page } = desk
      await showDraft(desk)
      const before = await words(desk)
      await text(desk, 4).focus()
      await page.keyboard.press('Alt+ArrowUp')
      await desk.saved()
      const moved = before.with(3, before[4]!).with(4, before[3]!)
      expect(await words(desk)).toEqual(moved)
      expect(await marks(desk, 'remic_taxable_income')).toBe('(4)')
      expect(await page.evaluate(() => document.activeElement?.closest('[data-note]')?.getAttribute('data-note'))).toBe(
        '3',
      )
      await notes(desk).nth(3).getByRole('button', { name: 'Move note 4 down' }).focus()
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await words(desk)).toEqual(before)

      await notes(desk).nth(3).getByRole('button', { name: 'Remove note 4' }).focus()
      await page.keyboard.press('Enter')
      await desk.saved()
      expect(await words(desk)).toEqual(before.toSpliced(3, 1))
      expect(await marks(desk, 'remic_gaap_earnings')).toBe('')
      expect(await marks(desk, 'remic_taxable_income')).toBe('(4)')
    }),
  )

  it(
    'are put on the line in focus, a new one too; the heading is changed',
    atDesk(async (desk) => {
      const { page } = desk
      await showDraft(desk)
      await desk.cell('miscellaneous', 'q3_2007').click()
      await page.getByRole('button', { name: 'Mark Miscellaneous adjustments with note 10' }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => marks(desk, 'miscellaneous')).toBe('(10)')
      await page.getByRole('button', { name: 'Add a note on the line in focus' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.type('Settlements of two claims.')
      await page.keyboard.press('Control+Enter')
      await desk.saved()
      await expect.poll(() => marks(desk, 'taxable_income')).toBe('(12)')
      await page.locator('[data-part="heading"]').click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('Notes to the reconciliation')
      await page.keyboard.press('Control+Enter')
      await desk.saved()
      expect(await page.locator('.notes-panel h3').innerText()).toBe('Notes to the reconciliation')
    }),
  )

  it(
    'have no violation that axe knows in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      const found: string[] = []
      const look = async (where: string): Promise<void> => {
        const { violations } = await axe(page).include('.notes-panel').analyze()
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} ${html}`)))
      }
      await desk.show(PLACE)
      await page.getByRole('tab', { name: 'Notes' }).click()
      await look('filed')
      await showDraft(desk)
      await desk.cell('loan_loss_provisions', 'q3_2007').click()
      await look('draft')
      await text(desk, 0).click()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('alert').waitFor()
      await look('refused')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Add a note/ }).click()
      await look('new')
      expect(found).toEqual([])
    }),
  )
})
