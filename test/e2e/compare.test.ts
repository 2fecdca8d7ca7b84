/**
 * Scenarios side by side: the base and each scenario in one grid, live, read-only, by keyboard, and on paper.
 */
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { toPaper } from './print_host.ts'

async function make(desk: Desk, name: string): Promise<void> {
  const { page } = desk
  await page.keyboard.press('Alt+Shift+N')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Make the scenario' }).click()
  await page.locator('.scenario-switch', { hasText: name }).waitFor()
  await desk.saved()
}

/** Two scenarios: the provision 10,000 higher, and a realized derivative loss of 5,000. */
async function twoScenarios(desk: Desk): Promise<void> {
  await desk.show('#/impac_2007_q3/income')
  await make(desk, 'Larger provision')
  await desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
  await make(desk, 'Realized loss')
  await desk.enter('derivatives_realized', 'q3_2007', '-5000')
}

describeInBrowser('the comparison', () => {
  it(
    'says how to start where there is no scenario',
    atDesk(async (desk) => {
      const { page } = desk
      await page.evaluate(() => {
        location.hash = '#/impac_2007_q3/compare'
      })
      await page.getByRole('heading', { name: 'No scenario to compare with yet' }).waitFor()
      await page.getByRole('button', { name: 'New scenario…' }).click()
      await page.getByRole('dialog', { name: 'New scenario' }).waitFor()
    }),
  )

  it(
    'shows base, scenario, difference and percent, and the changed lines alone',
    atDesk(async (desk) => {
      const { page } = desk
      await twoScenarios(desk)
      await page.keyboard.press('Alt+Shift+C')
      await page.locator('[data-schedule="compare"] [row-id]').first().waitFor()
      expect(await page.evaluate(() => location.hash)).toBe('#/impac_2007_q3/compare')
      const line = 'income.provision_for_loan_losses'
      const row = [
        'base',
        'larger_provision',
        'larger_provision_difference',
        'larger_provision_percent',
        'realized_loss',
      ]
      const figures: string[] = []
      for (const column of row) figures.push(await desk.figure(line, column))
      expect(figures).toEqual(['789,445', '799,445', '10,000', '1', '789,445'])
      expect(await desk.figure('headline:net_earnings', 'larger_provision')).toBe('(1,201,235)')
      expect(await desk.figure('headline:taxable_income', 'larger_provision_difference')).toBe('–')
      // A difference has a small bar beside its digits; what does not differ has none.
      const bars = (at: string): Promise<number> =>
        desk.cell(at, 'larger_provision_difference').locator('.signed-bar').count()
      expect([await bars(line), await bars('headline:taxable_income')]).toEqual([1, 0])
      expect(await desk.figure('headline:taxable_income', 'realized_loss')).toBe('(21,297)')

      const heads = page.locator('[data-schedule="compare"] .ag-header-group-text')
      expect(await heads.allInnerTexts()).toEqual(expect.arrayContaining(['Larger provision', 'Realized loss']))
      await desk.cell('income.interest_income', 'base').waitFor()
      await page.getByLabel('Changed lines only').check()
      await desk.cell('income.interest_income', 'base').waitFor({ state: 'detached' })
      expect(await desk.figure(line, 'larger_provision_difference')).toBe('10,000')
      expect(await desk.figure('reconciliation.loan_loss_provisions', 'larger_provision')).toBe('842,453')

      await page.getByRole('button', { name: 'Scenarios: 2 of 2' }).press('Enter')
      await page.getByRole('menuitemcheckbox', { name: 'Realized loss' }).press('Enter')
      await desk.cell(line, 'realized_loss').waitFor({ state: 'detached' })
      await page.keyboard.press('Escape')
      await page.getByLabel('Period').selectOption('m9_2007')
      await desk.cell('reconciliation.loan_loss_provisions', 'larger_provision').waitFor()
      expect(await desk.figure('reconciliation.loan_loss_provisions', 'larger_provision')).toBe('1,063,164')
    }),
  )

  it(
    'opens a cell where it came from, refuses typing with the reason, and follows undo, by keyboard alone',
    atDesk(async (desk) => {
      const { page } = desk
      const { keyboard } = page
      await twoScenarios(desk)
      await keyboard.press('Alt+Shift+C')
      await page.locator('[data-schedule="compare"] .ag-cell:focus').waitFor()
      expect(await desk.focus()).toBe('headline:net_earnings@larger_provision')
      await keyboard.press('5')
      const refusal = page.getByRole('alert')
      expect(await refusal.innerText()).toContain('The comparison takes no entries')
      expect(await desk.figure('headline:net_earnings', 'larger_provision')).toBe('(1,201,235)')
      await keyboard.press('Enter')
      await page.locator('[data-schedule="income"] .ag-cell:focus').waitFor()
      expect(await desk.focus()).toBe('net_earnings@q3_2007')
      expect(await page.locator('.scenario-switch').getAttribute('data-scenario')).toBe('larger_provision')

      await keyboard.press('Alt+Shift+C')
      await page.locator('[data-schedule="compare"] .ag-cell:focus').waitFor()
      expect(await desk.figure('income.derivatives_realized', 'realized_loss')).toBe('(5,000)')
      await keyboard.press('Control+z')
      await page.getByText('Undone:').first().waitFor()
      await desk.saved()
      expect(await page.evaluate(() => location.hash)).toContain('/compare')
      expect(await desk.figure('headline:taxable_income', 'realized_loss')).toBe('(16,297)')
      await page.locator('[row-id="income.derivatives_realized"] [col-id="realized_loss"]:focus').waitFor()

      await desk.cell('income.provision_for_loan_losses', 'base').dblclick()
      await page.locator('[data-schedule="income"] .ag-cell:focus').waitFor()
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')
      expect(await page.locator('.scenario-switch').getAttribute('data-scenario')).toBe('as_filed')
      expect(await desk.figure('provision_for_loan_losses', 'q3_2007')).toBe('789,445')
    }),
  )

  it(
    'prints as a hypothetical workpaper, across the page where it is wide',
    atDesk(async (desk) => {
      const { page } = desk
      await twoScenarios(desk)
      const number = await desk.number()
      const print = async (query: string): Promise<{ text: string; sizes: [number, number][] }> => {
        await page.goto(new URL(`/print/impac_2007_q3/compare?${query}`, page.url()).href)
        await page.waitForFunction(() => document.documentElement.dataset['print'] !== undefined)
        expect(await page.evaluate(() => document.documentElement.dataset['print'])).toBe('ready')
        const { pages, sizes } = await toPaper(page)
        return { text: pages.join(' ').replaceAll(/\s+/g, ' '), sizes }
      }
      const both = await print('scenarios=larger_provision,realized_loss&period=q3_2007&changed=1')
      expect(both.sizes[0]).toEqual([792, 612])
      expect(both.text).toContain('Hypothetical: Larger provision, Realized loss')
      expect(both.text).toContain(`change ${number}`)
      expect(both.text).toMatch(/Provision for loan losses 789,445 799,445 ?c 10,000 1 789,445/)
      expect(both.text).not.toContain('Interest income')
      expect(both.text).toContain('Changed by Realized loss')
      const one = await print('scenarios=larger_provision&period=q3_2007')
      expect(one.sizes[0]).toEqual([612, 792])
      expect(one.text).toContain('Interest income')
    }),
  )

  it(
    'has no accessibility violation in both themes',
    atDesk(async (desk) => {
      await twoScenarios(desk)
      await desk.show('#/impac_2007_q3/compare')
      const { violations } = await axe(desk.page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))).toEqual([])
    }),
  )
})
