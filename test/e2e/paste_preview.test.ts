/**
 * Tables of filings and ledgers pasted as a person would: figures land where the preview says, what is no figure is asked
 * about once for its kind, and a copy within the product is exact.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { copied, paste, undo } from './selection_desk.ts'

function preview(desk: Desk) {
  const { page } = desk
  return {
    /** What a cell would hold. */
    lands: (line: string, column: string) => page.locator(`[data-cell="income.${line}@${column}"]`).innerText(),
    question: (id: string) => page.locator(`[data-question="${id}"]`),
    apply: () => page.getByRole('button', { name: /^Apply/ }).click(),
  }
}

/** A block in the notation `cell | cell; cell | cell`, where "" is a blank cell. */
function tabbed(notation: string): string {
  const rows = notation.split(';').map((row) => row.split('|').map((cell) => cell.trim().replace('""', '')))
  return rows.map((row) => row.join('\t')).join('\r\n')
}

/** A table as pages of filings set it, the sign of each figure in a cell of its own. */
function table(rows: [string, string][]): string {
  return `<table>${rows.map(([label, text]) => `<tr><td>${label}</td><td>$</td><td>${text}</td></tr>`).join('')}</table>`
}

describeInBrowser('a pasted table', () => {
  it(
    'with heads of years, numbers of notes and nil beside signs: every figure lands in its column, the rest is asked',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      const block =
        '(in thousands) | Note | 2024 | 2023; Interest income | 5 | $ 310,000 | $ 300,000; Interest cost | 6 | 301,000 | —'
      await paste(desk, tabbed(block))
      const { lands, question, apply } = preview(desk)
      await question('note_numbers').waitFor()
      await question('heads').getByText('(in thousands), Note, 2024, 2023').waitFor()
      expect(await lands('interest_income', 'q3_2007')).toBe('310,000')
      expect(await lands('interest_income', 'q2_2007')).toBe('300,000')
      expect(await lands('interest_expense', 'q2_2007')).toBe('–')
      // A label unlike the line's is marked.
      expect(await page.locator('.paste-landing .given.other').allInnerTexts()).toEqual(['Interest cost'])
      // Entered as amounts, the notes would need a column more; then all is as it was.
      await question('note_numbers').getByRole('combobox').selectOption('Enter them as amounts')
      expect(await lands('interest_income', 'q3_2007')).toBe('5')
      await question('note_numbers').getByRole('combobox').selectOption('Leave them out')
      await apply()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q3_2007')).toBe('$ 310,000')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('301,000')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('–')
      expect(await desk.figure('net_interest_income', 'q2_2007')).toBe('300,000')
      await undo(desk)
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
    }),
  )

  it(
    'with a blank column fits where two columns are and clears nothing',
    atDesk(async (desk) => {
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, tabbed('310,000 | "" | 300,000; 301,000 | "" | 302,000'))
      const { lands, question, apply } = preview(desk)
      await question('blank_columns').waitFor()
      expect(await lands('interest_expense', 'q2_2007')).toBe('302,000')
      await apply()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_expense', 'q2_2007')).toBe('302,000')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('301,000')
    }),
  )

  it(
    'in units where thousands stand, with minus behind and CR: one answer for a kind, proposed and applied',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, tabbed('313,772,000 | 316,285,000-; 302,074,000 CR | 305,076,000'))
      const { lands, question, apply } = preview(desk)
      await question('thousand_times_larger').getByText('4 amounts are about a thousand times larger').waitFor()
      await question('minus_behind').waitFor()
      await question('credit').waitFor()
      expect(await lands('interest_income', 'q2_2007')).toBe('(316,285)')
      expect(await lands('interest_expense', 'q2_2007')).toBe('305,076')
      await question('credit').getByRole('combobox').selectOption('Enter credits as positive, debits as negative')
      expect(await lands('interest_expense', 'q3_2007')).toBe('302,074')
      await question('thousand_times_larger')
        .getByRole('combobox')
        .selectOption({ label: 'Leave these cells as they are' })
      expect(await page.locator('tr.asks').count()).toBe(4)
      await question('thousand_times_larger')
        .getByRole('combobox')
        .selectOption({ label: 'Enter a thousandth of each' })
      await apply()
      await desk.saved()
      await expect.poll(() => desk.figure('interest_income', 'q2_2007')).toBe('$ (316,285)')
    }),
  )

  it(
    'of a page in two tables with words between and a line break within a label: four lines in order',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('derivatives_unrealized', 'q3_2007').click()
      const lines = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[data-schedule] [row-id]')].map((row) => row.getAttribute('row-id'))
        return [...new Set(ids)]
      })
      const from = lines.indexOf('derivatives_unrealized')
      expect(from).toBeGreaterThan(0)
      await paste(
        desk,
        'Unrealized loss on\nderivatives\t$\t7\n',
        `${table([
          ['Unrealized loss on<br>derivatives', '7'],
          ['Realized', '8'],
        ])}<p>and further</p>${table([
          ['Third', '\u2014'],
          ['Fourth', '9'],
        ])}`,
      )
      await page.getByText('The text beside the tables is left out.').waitFor()
      const given = await page.locator('.paste-landing .given').allInnerTexts()
      expect(given).toEqual(['Unrealized loss on derivatives', 'Realized', 'Third', 'Fourth'])
      await page.keyboard.press('Escape')
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'is shown without faults of access in both themes',
    atDesk(async (desk) => {
      const { page } = desk
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await paste(desk, tabbed('"" | 2024 | 2023; Income | 310,000- | n/a; Expense | 301,000,000 | 5'))
      await preview(desk).question('heads').waitFor()
      const { violations } = await axe(page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))).toEqual([])
    }),
  )
})

describeInBrowser('a copy within the product', () => {
  it(
    'is exact: what is held is pasted, not what is shown',
    atDesk(async (desk) => {
      const { page } = desk
      const held = (): Promise<string> => page.locator('.formula-bar input').inputValue()
      await desk.show('#/impac_2007_q3/income')
      await desk.enter('interest_income', 'q3_2007', '1234.56')
      await desk.cell('interest_income', 'q3_2007').click()
      const { text, html } = await copied(desk)
      expect(text).toBe('1,235')
      await page.keyboard.press('Control+c')
      await page.getByText('1 cell copied').first().waitFor()
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await page.keyboard.press('Control+v')
      await desk.saved()
      await expect.poll(held).toBe('1234.56')
      // Where the clipboard passes on the text alone, what the cells held is still known.
      await desk.cell('income_tax_expense', 'q2_2007').click()
      await paste(desk, text)
      await desk.saved()
      await expect.poll(held).toBe('1234.56')
      // The same text of another program is that text.
      await desk.cell('non_interest_expense', 'q2_2007').click()
      await paste(desk, text, '<table><tr><td>1,235</td></tr></table>')
      await desk.saved()
      await expect.poll(held).toBe('1235')
      expect(html).toContain('<td>1,235</td>')
      // A block keeps its blank columns, and a share of a percentage its places.
      await desk.cell('non_interest_expense', 'q3_2007').click()
      await paste(desk, '1\t\t2', `<table data-tieout='[["0.475"]]'><tr><td>0</td></tr></table>`)
      await desk.saved()
      await expect.poll(held).toBe('0.475')
    }),
  )
})
