/**
 * Entering a block of figures with Enter and Tab, from the cell and from the formula bar, as in a spreadsheet; selecting
 * whole lines at their labels.
 */
import { expect, it } from 'vitest'
import { atDesk, describeInBrowser, type Desk } from './desk.ts'
import { atDraft } from './draft_desk.ts'
import { selected } from './selection_desk.ts'

const bar = (desk: Desk) => desk.page.locator('.formula-bar input')

/** Where each key of several leads. */
async function walk(desk: Desk, ...keys: string[]): Promise<string[]> {
  const places: string[] = []
  for (const key of keys) {
    await desk.page.keyboard.press(key)
    places.push(await desk.focus())
  }
  return places
}

/** Selects the first two lines of the income schedule in both of its quarters. */
async function selectBlock(desk: Desk): Promise<void> {
  await desk.show('#/impac_2007_q3/income')
  await desk.cell('interest_income', 'q3_2007').click()
  await desk.page.keyboard.press('Shift+ArrowRight')
  await desk.page.keyboard.press('Shift+ArrowDown')
}

const BLOCK = [
  'interest_income@q3_2007',
  'interest_income@q2_2007',
  'interest_expense@q3_2007',
  'interest_expense@q2_2007',
]

describeInBrowser('in a selected block', () => {
  it(
    'Tab walks line by line and Enter column by column, round and back, and the selection stays',
    atDesk(async (desk) => {
      await selectBlock(desk)
      expect(await walk(desk, 'Tab', 'Tab', 'Tab', 'Tab')).toEqual([BLOCK[1], BLOCK[2], BLOCK[3], BLOCK[0]])
      expect(await walk(desk, 'Shift+Tab', 'Shift+Tab')).toEqual([BLOCK[3], BLOCK[2]])
      expect(await selected(desk)).toEqual(BLOCK)
      expect(await walk(desk, 'Enter', 'Enter', 'Enter', 'Enter')).toEqual([BLOCK[1], BLOCK[3], BLOCK[0], BLOCK[2]])
      expect(await walk(desk, 'Shift+Enter', 'Shift+Enter')).toEqual([BLOCK[0], BLOCK[3]])
      expect(await selected(desk)).toEqual(BLOCK)
      expect(await desk.page.locator('.formula-bar .cell-name').innerText()).toContain('Interest expense')
      expect(await desk.number()).toBe(1)
      await desk.page.keyboard.press('ArrowUp')
      expect(await selected(desk)).toEqual([])
      expect(await desk.focus()).toBe(BLOCK[1])
    }),
  )

  it(
    'each amount typed is entered in its own cell and leads on, from the cell and from the formula bar',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await selectBlock(desk)
      for (const [at, key] of (['Tab', 'Tab', 'Enter'] as const).entries()) {
        await keyboard.type(`${at + 1}00`)
        await keyboard.press(key)
      }
      expect(await desk.focus()).toBe(BLOCK[1])
      await desk.saved()
      expect(await desk.number()).toBe(4)
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 100')
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 200')
      expect(await desk.figure('interest_expense', 'q3_2007')).toBe('300')
      expect(await selected(desk)).toEqual(BLOCK)

      await bar(desk).click()
      await keyboard.press('Control+a')
      await keyboard.type('250')
      await keyboard.press('Enter')
      await expect.poll(() => desk.focus()).toBe(BLOCK[3])
      await keyboard.type('400')
      await keyboard.press('Shift+Tab')
      expect(await desk.focus()).toBe(BLOCK[2])
      await bar(desk).click()
      await keyboard.press('Tab')
      await expect.poll(() => desk.focus()).toBe(BLOCK[3])
      await desk.saved()
      expect(await desk.number()).toBe(6)
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 250')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('400')
      expect(await selected(desk)).toEqual(BLOCK)

      // A change is meant for all of them, and stays where it is.
      await keyboard.type('*=2')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 200')
      expect(await desk.figure('interest_expense', 'q2_2007')).toBe('800')
      expect(await desk.focus()).toBe(BLOCK[3])
      // An arrow that ends an edit leaves the block, as does a click.
      await keyboard.type('801')
      await keyboard.press('ArrowUp')
      expect(await desk.focus()).toBe(BLOCK[1])
      expect(await selected(desk)).toEqual([])
    }),
  )

  it(
    'what takes no input is visited too, and several areas follow one another, each cell once',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q2_2007').click()
      await keyboard.press('Shift+ArrowRight')
      await desk.cell('provision_for_loan_losses', 'q3_2007').click({ modifiers: ['Control'] })
      await keyboard.press('Shift+ArrowRight')
      await desk.cell('provision_for_loan_losses', 'q2_2007').click({ modifiers: ['Control'] })
      expect(await walk(desk, 'Tab', 'Tab', 'Tab', 'Tab')).toEqual([
        'interest_income@q2_2007',
        'interest_income@variance',
        'provision_for_loan_losses@q3_2007',
        'provision_for_loan_losses@q2_2007',
      ])
      expect(await walk(desk, 'Tab', 'Shift+Tab')).toEqual([
        'interest_income@q2_2007',
        'provision_for_loan_losses@q2_2007',
      ])
      expect(await selected(desk)).toHaveLength(4)
      expect(await desk.number()).toBe(1)
    }),
  )

  it(
    'a line chosen by its label is walked too; Shift+arrows then extend from the cell that was reached',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_expense', '_label').click()
      expect(await walk(desk, 'Enter', 'Enter', 'Enter', 'Enter')).toEqual(
        ['q2_2007', 'variance', 'percent', 'q3_2007'].map((column) => `interest_expense@${column}`),
      )
      await selectBlock(desk)
      expect(await walk(desk, 'Tab', 'Tab')).toEqual([BLOCK[1], BLOCK[2]])
      await keyboard.press('Shift+ArrowUp')
      expect(await desk.focus()).toBe(BLOCK[2])
      expect(await selected(desk)).toContain(BLOCK[2])
    }),
  )
})

describeInBrowser('a line of figures', () => {
  it(
    'is entered with Tabs, and Enter leads to where they began, one line down',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_income', 'q3_2007').click()
      await keyboard.type('1')
      await keyboard.press('Tab')
      await keyboard.type('2')
      await keyboard.press('Enter')
      expect(await desk.focus()).toBe('interest_expense@q3_2007')
      expect(await walk(desk, 'Tab', 'Tab', 'Shift+Tab', 'Enter')).toEqual([
        'interest_expense@q2_2007',
        'interest_expense@variance',
        'interest_expense@q2_2007',
        'net_interest_income@q3_2007',
      ])
      // Any other move between begins anew.
      expect(await walk(desk, 'Tab', 'ArrowDown', 'ArrowUp', 'Enter')).toEqual([
        'net_interest_income@q2_2007',
        'provision_for_loan_losses@q2_2007',
        'net_interest_income@q2_2007',
        'provision_for_loan_losses@q2_2007',
      ])
      await desk.saved()
      expect(await desk.figure('interest_income', 'q2_2007')).toBe('$ 2')
    }),
  )

  it(
    'is entered from the formula bar with Tab, which goes right, and Enter, which goes down',
    atDesk(async (desk) => {
      const { keyboard } = desk.page
      await desk.show('#/impac_2007_q3/income')
      await desk.cell('interest_income', 'q3_2007').click()
      await bar(desk).click()
      await keyboard.press('Control+a')
      await keyboard.type('310000')
      await keyboard.press('Tab')
      await expect.poll(() => desk.focus()).toBe('interest_income@q2_2007')
      await bar(desk).click()
      await keyboard.press('Enter')
      await expect.poll(() => desk.focus()).toBe('interest_expense@q3_2007')
      await bar(desk).click()
      await keyboard.press('Shift+Enter')
      await expect.poll(() => desk.focus()).toBe('interest_income@q3_2007')
      await desk.cell('interest_income', 'q2_2007').click()
      await bar(desk).click()
      await keyboard.press('Shift+Tab')
      await expect.poll(() => desk.focus()).toBe('interest_income@q3_2007')
      await desk.saved()
      expect(await desk.figure('interest_income', 'q3_2007')).toBe('$ 310,000')
      expect(await desk.number()).toBe(2)
    }),
  )
})

describeInBrowser('at a label of a draft', () => {
  it(
    'Shift+Space selects the line and Shift+arrows whole lines',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('ArrowLeft')
      expect(await desk.focus()).toBe('interest_expense@_label')
      await keyboard.press('Shift+Space')
      await expect.poll(async () => (await selected(desk)).length).toBe(4)
      expect((await selected(desk)).every((name) => name.startsWith('interest_expense@'))).toBe(true)
      await keyboard.press('Escape')
      await keyboard.press('ArrowLeft')
      await expect.poll(() => desk.focus()).toBe('interest_expense@_label')
      await keyboard.press('Shift+ArrowDown')
      await keyboard.press('Shift+ArrowDown')
      const names = await selected(desk)
      expect(names).toHaveLength(12)
      expect(names.at(-1)).toBe('provision_for_loan_losses@percent')
      await keyboard.press('Escape')
      await keyboard.press('ArrowLeft')
      await keyboard.press('Shift+ArrowUp')
      expect(await selected(desk)).toHaveLength(8)
      expect((await selected(desk))[0]).toBe('interest_income@q3_2007')
    }),
  )

  it(
    'F2 goes on behind the label; a new line is named afresh',
    atDraft(async (desk) => {
      const { keyboard } = desk.page
      await desk.cell('interest_expense', '_label').click()
      await keyboard.press('F2')
      await desk.page.locator('.naming input').waitFor()
      await keyboard.type(' X')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_expense', '_label')).toBe('Interest expense X')
      await desk.cell('interest_expense', 'q3_2007').click()
      await keyboard.press('ArrowLeft')
      await keyboard.press('F2')
      await desk.page.locator('.naming input').waitFor()
      await keyboard.type('Y')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('interest_expense', '_label')).toBe('Interest expense XY')
      await keyboard.press('Alt+Shift+i')
      await desk.page.locator('.naming input').waitFor()
      await keyboard.type('Fees')
      await keyboard.press('Enter')
      await desk.saved()
      expect(await desk.figure('fees', '_label')).toBe('Fees')
    }),
  )
})
