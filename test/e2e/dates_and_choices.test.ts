/**
 * Dates, choices and rules of tax in a draft: typed and chosen by keyboard, refused with the reason, copied and pasted, explained by steps,
 * and on paper.
 */
import { expect, inject, it } from 'vitest'
import type { Filing } from '../../shared/model/filing.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { formula, said } from './draft_desk.ts'
import { startPrintHost } from './print_host.ts'
import { copied, paste } from './selection_desk.ts'

const CHARACTERS = ['Ordinary dividend', 'Qualified dividend', 'Capital gain dividend', 'Return of capital']

const FILING: Filing = {
  id: 'dividends',
  title: 'Dividends',
  status: 'draft',
  periodEnd: '2007-12-31',
  schedules: [
    {
      id: 'register',
      title: 'Dividend register',
      columns: [
        { id: 'first', label: 'First', kind: 'component' },
        { id: 'second', label: 'Second', kind: 'component' },
        { id: 'third', label: 'Third', kind: 'component' },
      ],
      lines: [
        { id: 'paid', label: 'Paid', kind: 'input', format: 'date' },
        { id: 'due', label: 'Due', kind: 'formula', formula: '= paid + 30', format: 'date' },
        { id: 'held', label: 'Character', kind: 'input', format: 'choice', choices: CHARACTERS },
        { id: 'plain', label: 'Not set yet', kind: 'input' },
        { id: 'losses', label: 'Loss layers', kind: 'input' },
        {
          id: 'number',
          label: 'Number of the layer',
          kind: 'formula',
          formula: '= needs(losses, sum(number@previous, 1))',
        },
        {
          id: 'used',
          label: 'Used',
          kind: 'formula',
          formula: '= tax_oldest_first(150, number, losses@first..@third)',
        },
      ],
      cells: [
        { schedule: 'register', line: 'paid', column: 'first', input: '2007-09-30' },
        { schedule: 'register', line: 'held', column: 'first', input: '1' },
        { schedule: 'register', line: 'losses', column: 'first', input: '100' },
        { schedule: 'register', line: 'losses', column: 'second', input: '0' },
        { schedule: 'register', line: 'losses', column: 'third', input: '300' },
      ],
    },
  ],
}

const PLACE = '#/dividends/register'

function atRegister(test: (desk: Desk) => Promise<void>): () => Promise<void> {
  return atDesk(test, { filings: [FILING], at: PLACE })
}

const editor = (desk: Desk) => desk.page.locator('.cell-editor input')
const options = (desk: Desk) => desk.page.getByRole('listbox', { name: 'Completions' }).getByRole('option')

describeInBrowser('dates and choices', () => {
  it(
    'a date is typed as people type it, shown in words and computed with; a wrong one is refused where it stands',
    atRegister(async (desk) => {
      const { keyboard } = desk.page
      expect(await desk.figure('paid', 'first')).toBe('September 30, 2007')
      expect(await desk.figure('due', 'first')).toBe('October 30, 2007')
      await desk.enter('paid', 'second', '12/31/2007')
      expect(await desk.figure('paid', 'second')).toBe('December 31, 2007')
      expect(await desk.figure('due', 'second')).toBe('January 30, 2008')
      await desk.cell('paid', 'second').click()
      expect(await formula(desk)).toBe('12/31/2007')
      await keyboard.type('+=1')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('paid', 'second')).toBe('January 1, 2008')

      await desk.type('paid', 'third', '2/30/2007')
      await keyboard.press('Enter')
      await desk.page.getByText('February 2007 has 28 days.').first().waitFor()
      await keyboard.press('Control+a')
      await keyboard.type('39355')
      await keyboard.press('Enter')
      await desk.page.getByText('39355 is a number, but the cell holds a date.').first().waitFor()
      await keyboard.press('Escape')
      expect(await desk.figure('paid', 'third')).toBe('')
    }),
  )

  it(
    'a choice offers its list while it is looked for, and is taken by keys or typed',
    atRegister(async (desk) => {
      const { keyboard } = desk.page
      expect(await desk.figure('held', 'first')).toBe('Ordinary dividend')
      await desk.cell('held', 'second').click()
      await keyboard.press('F2')
      await editor(desk).waitFor()
      await expect.poll(() => options(desk).locator('span').allInnerTexts()).toEqual(CHARACTERS)
      const { violations } = await axe(desk.page).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      await keyboard.press('ArrowDown')
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      expect(await editor(desk).inputValue()).toBe('Qualified dividend')
      expect(await options(desk).count()).toBe(0)
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('held', 'second')).toBe('Qualified dividend')

      await desk.cell('held', 'third').click()
      await keyboard.type('ret')
      expect(await options(desk).locator('span').allInnerTexts()).toEqual(['Return of capital'])
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('held', 'third')).toBe('Return of capital')
      await desk.cell('held', 'third').click()
      expect(await formula(desk)).toBe('Return of capital')

      await desk.type('held', 'third', 'interest')
      await keyboard.press('Enter')
      await desk.page.getByText('interest is none of the choices: Ordinary dividend,').first().waitFor()
      await keyboard.press('Escape')
      await keyboard.press('Control+f')
      await keyboard.type('return of cap')
      await desk.page.locator('mark', { hasText: /return of cap/i }).waitFor()
    }),
  )

  it(
    'both are copied as shown and pasted back as they were, from here and from another program',
    atRegister(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('paid', 'first').click()
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Shift+ArrowDown')
      const { text, html } = await copied(desk)
      expect(text).toBe('September 30, 2007\r\nOctober 30, 2007\r\nOrdinary dividend')
      await desk.cell('paid', 'first').click()
      const date = await copied(desk)
      await desk.cell('paid', 'third').click()
      await paste(desk, date.text, date.html)
      await desk.saved()
      await expect.poll(() => desk.figure('paid', 'third')).toBe('September 30, 2007')
      await desk.cell('held', 'second').click()
      await paste(desk, 'capital gain dividend\tReturn of capital')
      await desk.saved()
      await expect.poll(() => desk.figure('held', 'third')).toBe('Return of capital')
      expect(await desk.figure('held', 'second')).toBe('Capital gain dividend')
      expect(html).toContain('<td>Ordinary dividend</td>')
    }),
  )

  it(
    'a line becomes a choice in its details, where the list is written',
    atRegister(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('plain', 'first').click()
      await keyboard.press('Alt+Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Not set yet' })
      await dialog.getByLabel('Format').selectOption('choice')
      expect(await dialog.getByRole('alert').innerText()).toBe('Enter the choices, one to a line.')
      await dialog.getByLabel('Choices').fill('Yes\nNo\nyes')
      expect(await dialog.getByRole('alert').innerText()).toBe('yes is entered twice. Enter each choice once.')
      await dialog.getByLabel('Choices').fill('Yes\nNo')
      await dialog.getByRole('button', { name: 'Change' }).click()
      await dialog.waitFor({ state: 'detached' })
      await desk.saved()
      expect(await said(desk)).toContain('format, list of choices')
      await desk.enter('plain', 'first', 'n')
      expect(await desk.figure('plain', 'first')).toBe('No')
    }),
  )
})

describeInBrowser('a rule of tax', () => {
  it(
    'tells its steps and its source where it is explained, and the column before is read by its number',
    atRegister(async (desk) => {
      const { page } = desk
      expect(await Promise.all(['first', 'second', 'third'].map((one) => desk.figure('number', one)))).toEqual([
        '1',
        '2',
        '3',
      ])
      expect(await desk.figure('used', 'third')).toBe('50')
      await desk.cell('used', 'third').click()
      const working = page.locator('[data-working="tax_oldest_first"]')
      await working.waitFor()
      expect((await working.locator('li').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
        'Total to be taken, the oldest layer first 150',
        'Taken from layer 1, which is older 100',
        'Left for layer 3 50',
        'Held by layer 3 300',
        'Taken from it: the smaller of the two 50',
      ])
      expect(await working.innerText()).toContain('26 USC 172(b)(2)')
      expect(await page.locator('.facts code.amounts').innerText()).toBe('= tax_oldest_first(150, 3, 100; 0; 300)')
      await desk.cell('number', 'first').click()
      await expect.poll(() => page.locator('.facts code.amounts').innerText()).toContain('sum(blank, 1)')
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    }),
  )

  it('dates and choices stand in words on paper', async () => {
    const host = await startPrintHost(inject('chromium'), [{ filing: FILING, scenarios: [], comments: [] }])
    try {
      const { page } = await host.open('/print/dividends/register?mode=workpaper')
      const text = await page.locator('body').innerText()
      expect(text.replaceAll('\u00a0', ' ')).toContain('September 30, 2007')
      expect(text).toMatch(/Ordinary\s+dividend/)
    } finally {
      await host.close()
    }
  })
})
