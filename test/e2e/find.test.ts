/**
 * Finding words and amounts, going to an id, the palette and the sheet of keys.
 */
import { expect, it } from 'vitest'
import { actionsOf } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { exampleTitle } from '../../shared/templates/examples/worked_example.ts'
import { WORKED_EXAMPLES } from '../../shared/templates/examples/worked_examples.ts'
import { axe } from './axe.ts'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const hits = (desk: Desk) => desk.page.locator('.find-hit')
const count = (desk: Desk) => desk.page.locator('.find').getByRole('status').innerText()
const cellName = (desk: Desk) => desk.page.locator('.formula-bar .cell-name').innerText()

/** Where the focus is: the field of Find, or a cell. */
async function standing(desk: Desk): Promise<string> {
  const inField = await desk.page.evaluate(() => document.activeElement?.matches('.find input'))
  return inField ? 'field' : await desk.focus()
}

async function shows(desk: Desk, schedule: string): Promise<void> {
  await desk.page.locator(`[data-schedule="${schedule}"] [row-id]`).first().waitFor()
}

describeInBrowser('find', () => {
  it(
    'goes through words in labels and notes, unfolds what it finds, and gives the grid the focus back',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('non_interest_income', 'q3_2007').click()
      await keyboard.press('Alt+Shift+ArrowLeft')
      await desk.cell('derivatives_unrealized', 'q3_2007').waitFor({ state: 'detached' })

      await keyboard.press('Control+f')
      await keyboard.type('DERIVATIVES_unrealized')
      expect(await count(desk)).toBe('1 found')
      expect(await hits(desk).locator('mark').innerText()).toBe('derivatives_unrealized')
      await keyboard.press('Enter')
      await desk.cell('derivatives_unrealized', 'q3_2007').waitFor()
      await desk.page.locator('.cell-name', { hasText: /derivative/i }).waitFor()
      expect(await standing(desk)).toBe('field')
      expect(await count(desk)).toBe('1 of 1')
      await keyboard.press('Escape')
      expect(await desk.page.locator('.find').count()).toBe(0)
      expect(await standing(desk)).toBe('derivatives_unrealized@q3_2007')

      await keyboard.press('Control+f')
      await keyboard.type('Provisions are estimates')
      await keyboard.press('Enter')
      await shows(desk, 'reconciliation')
      await desk.page.locator('.notes [aria-current="true"]', { hasText: 'Provisions are estimates' }).waitFor()
    }),
  )

  it(
    'finds an apostrophe typed either way, and shows it as print sets it',
    atDesk(async (desk) => {
      const { keyboard, mouse } = desk.page
      await desk.show('#/impac_2007_q3/equity')
      await mouse.click(5, 5)
      for (const sign of ["'", '’']) {
        await keyboard.press('Control+f')
        await desk.page.locator('.find input').fill(`stockholders${sign} equity`)
        await desk.page.getByLabel('Where', { exact: true }).selectOption('This schedule')
        expect(await hits(desk).locator('mark').allInnerTexts()).toContain('Stockholders’ equity')
        await desk.page.locator('.find input').press('Escape')
      }
      const words = await desk.page.locator('.ag-cell .words').allInnerTexts()
      expect(words.filter((text) => text.includes('Stockholders’ equity')).length).toBeGreaterThan(0)
      expect(words.filter((text) => text.includes("'"))).toEqual([])
    }),
  )

  it(
    'steps on and back, round and round, from the field and from the grid',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.press('Control+f')
      await desk.page.getByLabel('Where', { exact: true }).selectOption('This schedule')
      await desk.page.locator('.find input').click()
      await keyboard.type('interest income')
      const total = await hits(desk).count()
      expect(total).toBeGreaterThan(2)
      expect(await count(desk)).toBe(`${total} found`)
      await keyboard.press('Enter')
      expect(await count(desk)).toBe(`1 of ${total}`)
      const first = await cellName(desk)
      await keyboard.press('Enter')
      expect(await count(desk)).toBe(`2 of ${total}`)
      expect(await cellName(desk)).not.toBe(first)
      await keyboard.press('Shift+Enter')
      expect(await cellName(desk)).toBe(first)
      await keyboard.press('Shift+Enter')
      expect(await count(desk)).toBe(`${total} of ${total}`)
      await keyboard.press('F3')
      expect(await count(desk)).toBe(`1 of ${total}`)
      expect(await standing(desk)).toBe('field')

      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('F3')
      expect(await count(desk)).toBe(`2 of ${total}`)
      expect(await standing(desk)).toContain('@q3_2007')
      await keyboard.press('Shift+F3')
      expect(await count(desk)).toBe(`1 of ${total}`)

      await hits(desk).nth(2).click()
      expect(await count(desk)).toBe(`3 of ${total}`)
      expect(await standing(desk)).toContain('@q3_2007')
    }),
  )

  it(
    'finds amounts in every accepted form, in the scenario shown, in other filings, and after an edit',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      const field = desk.page.locator('.find input')
      const kinds = async (typed: string): Promise<string[]> => {
        await field.fill(typed)
        return await desk.page.locator('.find-text.amount').allInnerTexts()
      }
      await keyboard.press('Control+f')
      for (const typed of ['1191235', '1,191,235', '(1,191,235)', '$ (1,191,235)', '-1191235'])
        expect(await kinds(typed), typed).toContain('(1,191,235)')
      expect(await kinds('1,191,23')).toEqual([])
      expect(await count(desk)).toBe(
        'Nothing found. 1,191,23 has commas that do not separate thousands. Enter 119,123.',
      )

      expect(await kinds('1,201,235')).toEqual([])
      await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
      expect(await field.inputValue()).toBe('1,201,235')
      await desk.page.locator('.find-text.amount').first().waitFor()
      expect(await desk.page.locator('.find-where').first().innerText()).toContain('Net loss')

      await field.fill('6,495,613')
      await keyboard.press('Enter')
      await shows(desk, 'trusts')
      expect(await count(desk)).toMatch(/^1 of /)
    }),
  )

  it(
    'finds a comment, whatever the accents, and leads to its cell',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('actual_loan_losses', 'q2_2007').click()
      await keyboard.press('Shift+F2')
      await desk.page.getByRole('dialog', { name: 'Comments on' }).waitFor()
      await keyboard.type('Agreed with Señora Ibáñez')
      await keyboard.press('Control+Enter')
      await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
      await desk.saved()
      await desk.show('#/impac_2009/trusts')
      await keyboard.press('Control+f')
      await keyboard.type('senora ibanez')
      expect(await count(desk)).toBe('1 found')
      expect(await hits(desk).locator('mark').innerText()).toBe('Señora Ibáñez')
      await keyboard.press('Enter')
      await shows(desk, 'reconciliation')
      await desk.page.locator('.cell-name', { hasText: 'Tax deduction for actual loan losses' }).waitFor()
      await keyboard.press('Escape')
      await desk.page.waitForFunction(() => document.activeElement?.closest('.ag-cell'))
      expect(await desk.focus()).toBe('actual_loan_losses@q2_2007')
    }),
  )
})

describeInBrowser('go to', () => {
  it(
    'reaches cells by ids, by labels and by the column alone, and says what nothing is named',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      const goTo = async (typed: string): Promise<string> => {
        await keyboard.press('Control+g')
        const dialog = desk.page.getByRole('dialog', { name: 'Go to' })
        await dialog.waitFor()
        await keyboard.type(typed)
        await keyboard.press('Enter')
        await dialog.waitFor({ state: 'detached' })
        await desk.page.waitForFunction(() => document.activeElement?.closest('.ag-cell'))
        return await desk.focus()
      }
      await desk.show('#/impac_2007_q3/reconciliation')
      await desk.cell('actual_loan_losses', 'q3_2007').click()
      expect(await goTo('miscellaneous')).toBe('miscellaneous@q3_2007')
      expect(await goTo('@m9_2007')).toBe('miscellaneous@m9_2007')
      expect(await goTo('income.interest_expense@q2_2007')).toBe('interest_expense@q2_2007')
      expect(await goTo('impac_2007_q3/reconciliation.miscellaneous@q3_2006')).toBe('miscellaneous@q3_2006')
      expect(await goTo('Provision for loan losses')).toMatch(/^provision_for_loan_losses@/)
      await goTo('impac_2009/trusts')
      await shows(desk, 'trusts')

      await keyboard.press('Control+g')
      await keyboard.type('income.intrest_incom')
      await keyboard.press('Enter')
      const dialog = desk.page.getByRole('dialog', { name: 'Go to' })
      expect(await dialog.getByRole('status').innerText()).toContain('“intrest_incom”')
      expect(await dialog.getByRole('option').first().innerText()).toContain('Interest income')
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      await shows(desk, 'income')
      await desk.page.waitForFunction(() => document.activeElement?.closest('.ag-cell'))
      expect(await desk.focus()).toMatch(/^interest_income@/)
    }),
  )
})

describeInBrowser('the palette', () => {
  it(
    'reaches actions by part of their name or initials, places and scenarios, and says what cannot be done',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      const options = desk.page.getByRole('option')
      const dialog = desk.page.getByRole('dialog', { name: 'Find an action or a place' })
      const open = async (typed: string): Promise<string> => {
        await keyboard.press('Control+k')
        await dialog.waitFor()
        await keyboard.type(typed)
        return (await desk.page.getByRole('option', { selected: true }).innerText()).split('\n')[0]!
      }
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', 'q3_2007').click()

      expect(await open('reset line')).toBe('Reset the line')
      expect(await options.first().getAttribute('aria-disabled')).toBe('true')
      await keyboard.press('Enter')
      expect(await dialog.getByRole('status').innerText()).toContain('Only a scenario')
      await keyboard.press('Escape')

      expect(await open('gs')).toBe('Goal seek…')
      await keyboard.press('Enter')
      await desk.page.getByRole('dialog', { name: 'Goal seek' }).waitFor()
      await keyboard.press('Escape')
      await desk.page.getByRole('dialog').waitFor({ state: 'detached' })

      expect(await open('june')).toContain('June 30')
      await keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await desk.page.waitForFunction(() => document.activeElement?.closest('[col-id="q2_2007"]'))
      expect(await desk.focus()).toBe('interest_expense@q2_2007')

      await desk.enter('interest_expense', 'q3_2007', '302075')
      await keyboard.press('Alt+Shift+A')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,074')
      expect(await open('scenario 1')).toBe('Scenario 1')
      await keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await desk.page.locator('.scenario-switch[data-scenario]').waitFor()
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('302,075')

      expect(await open('trust rollforward 2009')).toContain('Trust rollforward')
      await keyboard.press('Enter')
      await shows(desk, 'trusts')
    }),
  )
})

describeInBrowser('the help', () => {
  it(
    'lists every key, and has a page for each part of the manual, chosen by the keyboard and printed alone',
    atDesk(async (desk) => {
      const { page } = desk
      await page.keyboard.press('F1')
      const dialog = page.getByRole('dialog', { name: 'Help' })
      await dialog.getByRole('tab', { name: 'Keys', selected: true }).waitFor()
      await page.waitForFunction(
        () => document.activeElement?.role === 'tab' || document.activeElement?.matches('[role="tab"]'),
      )
      const keys = await dialog.locator('kbd').allInnerTexts()
      const all = new Set(keys.flatMap((text) => text.split(', ')))
      const shortcuts = actionsOf('browser').flatMap((action) => action.shortcuts)
      expect(shortcuts.map((one) => spellShortcut(one, 'other')).filter((one) => !all.has(one))).toEqual([])
      const names = await dialog.getByRole('tab').allInnerTexts()
      const headings: string[] = []
      for (const name of names.slice(1)) {
        await page.keyboard.press('ArrowDown')
        await dialog.getByRole('tab', { name, exact: true, selected: true }).waitFor()
        headings.push(await dialog.getByRole('tabpanel').getByRole('heading', { level: 3 }).innerText())
      }
      expect(headings).toEqual(names.slice(1))
      expect(headings).toContain('Many cells at once')
      await page.emulateMedia({ media: 'print' })
      expect(await dialog.getByRole('tablist').isVisible()).toBe(false)
      expect(await page.locator('.top-bar').isVisible()).toBe(false)
      expect(await dialog.getByText('One workbook is one file').isVisible()).toBe(true)
    }),
  )

  it(
    'works an example of each tax schedule as it opens, and prints it on as many sheets as it takes',
    atDesk(async (desk) => {
      const { page } = desk
      await page.keyboard.press('F1')
      const dialog = page.getByRole('dialog', { name: 'Help' })
      await dialog.getByRole('tab', { name: 'Tax schedules' }).click()
      const examples = dialog.getByRole('tabpanel').locator('.worked-example')
      await examples.first().waitFor()
      expect(await dialog.getByRole('tabpanel').innerText()).toContain('An estimate, not tax advice.')
      expect(await examples.getByRole('heading').allInnerTexts()).toEqual(WORKED_EXAMPLES.map(exampleTitle))
      const test = dialog.getByRole('table', { name: 'Distribution test of the tax year' }).first()
      expect(await test.locator('[data-row="required"] td').innerText()).toBe('$ 11,469')
      expect(await test.locator('[data-row="required_before_losses"] td').innerText()).toBe('26,229')
      const published = dialog.locator('[data-example-of="published_dividends"]')
      expect(await published.locator('[data-row="does_not_add"] td').allInnerTexts()).toEqual([
        '–',
        '–',
        '–',
        '–',
        '0.000100',
      ])
      const { violations } = await axe(page).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      // Printed, it is not cut where the screen would scroll: at least a sheet for two examples.
      await page.emulateMedia({ media: 'print' })
      const sheets = (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type \/Page\b/g)
      expect(sheets!.length).toBeGreaterThanOrEqual(WORKED_EXAMPLES.length / 2)
    }),
  )
})
