/**
 * Writing formulas, in the bar and in the cell: colours, completion, pointing, marks on what is read, faults under their
 * characters, help.
 */
import { FUNCTIONS } from '../../shared/formula/ast.ts'
import { axe } from './axe.ts'
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'

const bar = (desk: Desk) => desk.page.locator('.formula-bar input')
const editor = (desk: Desk) => desk.page.locator('.cell-editor input')
const options = (desk: Desk) => desk.page.getByRole('listbox', { name: 'Completions' }).getByRole('option')

/** Begins a formula in the bar, at a cell of the income schedule. */
async function begin(desk: Desk, line: string, column: string, text: string): Promise<void> {
  await desk.show('#/impac_2007_q3/income')
  await desk.cell(line, column).click()
  await bar(desk).click()
  await desk.page.keyboard.press('Control+a')
  await desk.page.keyboard.type(text)
}

/** The names offered, as they would be put in. */
function offered(desk: Desk): Promise<string[]> {
  return options(desk).locator('span').allInnerTexts()
}

/** The cells outlined, each with the class of its colour. */
function outlined(desk: Desk): Promise<string[]> {
  return desk.page.locator('.ag-cell.is-read').evaluateAll((cells) =>
    cells.map((cell) => {
      const colour = [...cell.classList].find((name) => name.startsWith('reference-'))
      return `${cell.closest('[row-id]')!.getAttribute('row-id')}@${cell.getAttribute('col-id')} ${colour}`
    }),
  )
}

async function drag(desk: Desk, from: [string, string], to: [string, string]): Promise<void> {
  const [a, b] = [await desk.cell(...from).boundingBox(), await desk.cell(...to).boundingBox()]
  const { mouse } = desk.page
  await mouse.move(a!.x + a!.width / 2, a!.y + a!.height / 2)
  await mouse.down()
  await mouse.move(b!.x + b!.width / 2, b!.y + b!.height / 2, { steps: 5 })
  await mouse.up()
}

describeInBrowser('formulas', () => {
  it(
    'completes names with their labels: own lines first, columns after @, functions with their arguments',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await begin(desk, 'net_interest_income', 'q3_2007', '= interest_i')
      expect((await offered(desk))[0]).toBe('interest_income')
      expect(await options(desk).first().locator('small').innerText()).toBe('Interest income')
      expect(await bar(desk).getAttribute('aria-expanded')).toBe('true')
      expect(await bar(desk).getAttribute('aria-activedescendant')).toBeNull()
      await keyboard.press('ArrowDown')
      const chosen = await bar(desk).getAttribute('aria-activedescendant')
      expect(await desk.page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true')
      await keyboard.press('Enter')
      expect(await bar(desk).inputValue()).toBe('= interest_income')
      expect(await options(desk).count()).toBe(0)

      await keyboard.type('@')
      expect(await offered(desk)).toEqual(['q3_2007', 'q2_2007', 'variance', 'percent', 'previous'])
      await keyboard.press('ArrowDown')
      await keyboard.press('ArrowDown')
      await keyboard.press('Tab')
      expect(await bar(desk).inputValue()).toBe('= interest_income@q2_2007')

      await keyboard.type(' + rou')
      await keyboard.press('ArrowDown')
      await keyboard.press('Tab')
      expect(await bar(desk).inputValue()).toBe('= interest_income@q2_2007 + round(')
      expect(await desk.page.locator('.signature strong').innerText()).toBe('amount')
      await keyboard.type('1.5, ')
      expect(await desk.page.locator('.signature strong').innerText()).toBe('[places]')

      await keyboard.type('reconciliation.pref')
      await options(desk).first().click()
      expect(await bar(desk).inputValue()).toMatch(/round\(1\.5, reconciliation\.\w*preferred\w*$/)
      expect(await desk.page.evaluate(() => document.activeElement?.closest('.formula-bar') !== null)).toBe(true)

      await keyboard.type(' + int')
      expect(await options(desk).count()).toBeGreaterThan(1)
      await keyboard.press('Escape')
      expect(await options(desk).count()).toBe(0)
      expect(await bar(desk).inputValue()).toContain('+ int')
      await keyboard.press('Escape')
      expect(await bar(desk).inputValue()).toBe('= interest_income - interest_expense')
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'enters the formula where nothing of the list was chosen, as one change',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.type('=interest_expense+net_earnings')
      // net_earnings_per_share goes on from it.
      expect(await options(desk).count()).toBeGreaterThan(0)
      await keyboard.press('Escape')
      for (let count = 0; count < 'net_earnings'.length; count += 1) await keyboard.press('Backspace')
      await keyboard.type('interest_income@q2_2007')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 618,359')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
    }),
  )

  it(
    'outlines the cells that are read in the colours of their references, until the edit ends',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await begin(
        desk,
        'net_interest_income',
        'q3_2007',
        '= interest_income - interest_expense@q2_2007 + interest_income',
      )
      expect(await outlined(desk)).toEqual([
        'interest_income@q3_2007 reference-0',
        'interest_expense@q2_2007 reference-1',
      ])
      const painted = await desk.page
        .locator('.formula-bar .formula-layer .reference')
        .evaluateAll((pieces) => pieces.map((piece) => `${piece.textContent} ${getComputedStyle(piece).color}`))
      const edge = (line: string, column: string) =>
        desk.cell(line, column).evaluate((cell) => /rgb\([^)]*\)/.exec(getComputedStyle(cell).backgroundImage)![0])
      expect(painted).toEqual([
        `interest_income ${await edge('interest_income', 'q3_2007')}`,
        `interest_expense@q2_2007 ${await edge('interest_expense', 'q2_2007')}`,
        `interest_income ${await edge('interest_income', 'q3_2007')}`,
      ])

      await keyboard.press('Control+a')
      await keyboard.type('= sum(interest_income..provision_for_loan_losses) + sum(@q2_2007..@variance)')
      expect(await outlined(desk)).toEqual([
        'interest_income@q3_2007 reference-0',
        'interest_expense@q3_2007 reference-0',
        'net_interest_income@q3_2007 reference-0',
        'net_interest_income@q2_2007 reference-1',
        'net_interest_income@variance reference-1',
        'provision_for_loan_losses@q3_2007 reference-0',
      ])
      await keyboard.press('Escape')
      expect(await outlined(desk)).toEqual([])
    }),
  )

  it(
    'sets the coloured text exactly under the text of the field, scrolled or not',
    atDesk(async (desk) => {
      await begin(desk, 'net_interest_income', 'q3_2007', '= AVERAGE( interest_income , 1,5 ) fi >= -.. Tx11 @ q3_2007')
      const widths = (field = bar(desk)) =>
        field.evaluate((input: HTMLInputElement) => {
          const layer = input.parentElement!.querySelector('.formula-layer')!
          const canvas = document.createElement('canvas').getContext('2d')!
          const style = getComputedStyle(input)
          canvas.font = style.font
          canvas.fontKerning = 'none'
          const shown = layer.querySelector('.written')!.getBoundingClientRect()
          const edge = parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft)
          const start = input.getBoundingClientRect().left + edge
          return {
            text: layer.textContent === input.value,
            offset: shown.left - (start - input.scrollLeft),
            width: shown.width - canvas.measureText(input.value).width,
            scrolled: input.scrollLeft,
            colour: style.color,
          }
        })
      await expect.poll(() => widths()).toMatchObject({ text: true, scrolled: 0, colour: 'rgba(0, 0, 0, 0)' })
      await expect.poll(async () => Math.abs((await widths()).offset)).toBeLessThan(0.6)
      await desk.page.keyboard.insertText(' + interest_expense'.repeat(8))
      await expect.poll(async () => (await widths()).scrolled).toBeGreaterThan(50)
      await expect.poll(async () => Math.abs((await widths()).offset)).toBeLessThan(0.6)
      const overflow = () =>
        bar(desk).evaluate((field: HTMLInputElement) => {
          const written = field.parentElement!.querySelector('.written')!.getBoundingClientRect().width
          return Math.abs(field.scrollWidth - written - 20)
        })
      await expect.poll(overflow).toBeLessThan(2)

      await desk.page.keyboard.press('Escape')
      await desk.cell('net_interest_income', 'q2_2007').dblclick()
      await desk.page.keyboard.insertText(' + interest_expense'.repeat(4))
      await expect.poll(async () => (await widths(editor(desk))).scrolled).toBeGreaterThan(50)
      const inCell = () => widths(editor(desk))
      await expect.poll(inCell).toMatchObject({ text: true, colour: 'rgba(0, 0, 0, 0)' })
      await expect.poll(async () => Math.abs((await inCell()).offset)).toBeLessThan(0.6)
    }),
  )

  it(
    'takes a click as a reference where one may come, and a drag as a range, the focus staying in the bar',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await begin(desk, 'net_interest_income', 'q3_2007', '= ')
      await desk.cell('interest_income', 'q3_2007').click()
      expect(await bar(desk).inputValue()).toBe('= interest_income')
      await desk.cell('net_interest_income', 'q2_2007').click()
      expect(await bar(desk).inputValue()).toBe('= @q2_2007')
      await desk.cell('interest_expense', 'q2_2007').click()
      expect(await bar(desk).inputValue()).toBe('= interest_expense@q2_2007')
      await keyboard.type(' - ')
      await drag(desk, ['interest_income', 'q3_2007'], ['provision_for_loan_losses', 'q3_2007'])
      expect(await bar(desk).inputValue()).toBe(
        '= interest_expense@q2_2007 - sum(interest_income..provision_for_loan_losses)',
      )
      await keyboard.type(' + sum(')
      await drag(desk, ['interest_income', 'q2_2007'], ['interest_income', 'q3_2007'])
      expect((await bar(desk).inputValue()).endsWith(' + sum(interest_income@q3_2007..@q2_2007')).toBe(true)
      expect(await desk.page.evaluate(() => document.activeElement?.closest('.formula-bar') !== null)).toBe(true)
      expect(await desk.number()).toBe(1)

      await keyboard.press('Control+a')
      await keyboard.type('= interest_expense + 1')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click()
      await desk.saved()
      expect(await desk.focus()).toBe('provision_for_loan_losses@q3_2007')
      expect(await desk.figure('net_interest_income', 'q3_2007')).toBe('302,075')
    }),
  )

  it(
    'points from the cell too, with the mouse and with arrows, and ends the edit where no reference may come',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('net_interest_income', 'q2_2007').click()
      await keyboard.type('=')
      await keyboard.press('ArrowUp')
      expect(await editor(desk).inputValue()).toBe('=interest_expense')
      await keyboard.press('ArrowUp')
      expect(await editor(desk).inputValue()).toBe('=interest_income')
      await keyboard.press('ArrowLeft')
      expect(await editor(desk).inputValue()).toBe('=interest_income@q3_2007')
      await keyboard.type('-')
      await desk.cell('interest_expense', 'q2_2007').click()
      expect(await editor(desk).inputValue()).toBe('=interest_income@q3_2007-interest_expense')
      await keyboard.type('+')
      await desk.page.locator('[data-schedule] [row-id="interest_income"] [col-id="_label"]').click()
      expect(await editor(desk).inputValue()).toBe('=interest_income@q3_2007-interest_expense+interest_income')
      await keyboard.press('ArrowDown')
      expect(await editor(desk).inputValue()).toBe('=interest_income@q3_2007-interest_expense+interest_expense')
      expect(await desk.page.locator('.cell-editor .reference').allInnerTexts()).toEqual([
        'interest_income@q3_2007',
        'interest_expense',
        'interest_expense',
      ])
      await keyboard.type('+1')
      await desk.cell('interest_income', 'q3_2007').click()
      await desk.saved()
      expect(await desk.figure('net_interest_income', 'q2_2007')).toBe('313,773')
      expect(await desk.focus()).toBe('interest_income@q3_2007')
    }),
  )

  it(
    'points into another schedule, the text staying under edit, and comes back to its cell',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      const turnTo = (name: string) => desk.page.getByRole('button', { name, exact: true }).first().click()
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('income_tax_expense', 'q3_2007').click()
      await keyboard.type('=10+')
      await turnTo('Reconciliation to taxable income')
      await desk.page.locator('[data-schedule="reconciliation"] [row-id]').first().waitFor()
      expect(await bar(desk).inputValue()).toBe('=10+')
      await desk.cell('trs_dividend', 'q2_2007').click()
      expect(await bar(desk).inputValue()).toBe('=10+reconciliation.trs_dividend@q2_2007')
      await desk.cell('trs_dividend', 'q3_2007').click()
      expect(await bar(desk).inputValue()).toBe('=10+reconciliation.trs_dividend')
      expect(await outlined(desk)).toEqual(['trs_dividend@q3_2007 reference-0'])
      await keyboard.press('Enter')
      await desk.page.locator('[data-schedule="income"] [row-id]').first().waitFor()
      await desk.saved()
      expect(await bar(desk).inputValue()).not.toContain('reconciliation')
      await expect.poll(() => desk.focus()).toMatch(/@q3_2007$/)
      await desk.cell('income_tax_expense', 'q3_2007').click()
      expect(await bar(desk).inputValue()).toBe('=10+reconciliation.trs_dividend')

      await bar(desk).click()
      await keyboard.press('Control+a')
      await keyboard.type('= 1 + ')
      await turnTo('Reconciliation to taxable income')
      await desk.page.locator('[data-schedule="reconciliation"] [row-id]').first().waitFor()
      await keyboard.press('Escape')
      await desk.page.locator('[data-schedule="income"] [row-id]').first().waitFor()
      await expect.poll(() => desk.focus()).toBe('income_tax_expense@q3_2007')
      expect(await bar(desk).inputValue()).toBe('=10+reconciliation.trs_dividend')
    }),
  )

  it(
    'marks what is wrong under its characters and says what would be right, once the name is finished; help gives the text back',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await begin(desk, 'net_interest_income', 'q3_2007', '= interest_income - provision_for_loan_loses')
      expect(await desk.page.locator('.cell-hint .fault').count()).toBe(0)
      await keyboard.type(' + 1')
      const lines = (await desk.page.locator('.cell-hint .fault').innerText()).split('\n')
      const wrong = 'provision_for_loan_loses'
      expect(lines[1]!.indexOf('^')).toBe(lines[0]!.indexOf(wrong))
      expect(lines[1]!.trim()).toBe('^'.repeat(wrong.length))
      expect(await desk.page.locator('.fault-words').innerText()).toBe(
        'provision_for_loan_loses is not a line of Comparative earnings; provision_for_loan_losses is.',
      )
      expect(await desk.page.locator('.formula-bar .wrong').innerText()).toBe(wrong)
      expect(await desk.page.getByRole('alert').count()).toBe(0)
      await keyboard.press('Enter')
      expect(await desk.page.getByRole('alert').innerText()).toContain('provision_for_loan_losses is.')
      expect(await desk.number()).toBe(1)

      await keyboard.press('Control+a')
      await keyboard.type('= (interest_income')
      expect(await desk.page.locator('.cell-hint .fault').count()).toBe(0)
      await keyboard.press('Enter')
      await expect
        .poll(() => desk.page.locator('.cell-hint').innerText())
        .toContain('A closing parenthesis is missing.')

      // Help computes its results as it opens, and gives the text under edit back.
      await keyboard.press('Control+a')
      await keyboard.type('= sum(')
      await keyboard.press('Shift+F1')
      const help = desk.page.getByRole('dialog', { name: 'Formulas' })
      await help.waitFor()
      expect(await help.locator('[data-function]').count()).toBe(Object.keys(FUNCTIONS).length)
      expect(await help.locator('[data-function="percent_change"] .comes-to').innerText()).toBe('15')
      expect(await help.getByText('#CYCLE!').count()).toBe(1)
      await keyboard.press('Escape')
      await help.waitFor({ state: 'detached' })
      expect(await bar(desk).inputValue()).toBe('= sum(')
      await desk.page.waitForFunction(() => document.activeElement?.closest('.formula-bar') !== null)
      await keyboard.type('interest_income)')
      expect(await bar(desk).inputValue()).toBe('= sum(interest_income)')
    }),
  )

  it(
    'has no accessibility violation that axe knows, with a list, a fault or the help open in both themes',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      const found: string[] = []
      // The rest of the screen is looked at elsewhere.
      const look = async (where: string, ...parts: string[]): Promise<void> => {
        const checked = parts.reduce((builder, part) => builder.include(part), axe(desk.page))
        const { violations } = await checked.analyze()
        for (const { id, nodes } of violations) {
          for (const { html } of nodes) found.push(`${where}: ${id} ${html.slice(0, 160)}`)
        }
      }
      await begin(desk, 'net_interest_income', 'q3_2007', '= sum(interest_income, @q2_2007, other) + net')
      await keyboard.press('ArrowDown')
      await look('list', '.formula-bar', '.formula-list', '.ag-cell.is-read')
      await keyboard.press('Escape')
      await keyboard.press('Escape')
      await begin(desk, 'net_interest_income', 'q3_2007', '= a@q3_2007 + b + c.d - e + f + g + round(1, 2')
      await look('fault', '.formula-bar', '.cell-hint')
      await keyboard.press('Escape')
      await keyboard.press('Shift+F1')
      await desk.page.getByRole('dialog', { name: 'Formulas' }).waitFor()
      await look('help', '[role="dialog"]')
      expect(found).toEqual([])
    }),
  )
})
