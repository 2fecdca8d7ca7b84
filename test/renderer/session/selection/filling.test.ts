/**
 * Filling, stepping, turning signs and repeating over what is selected: each one change, said in words, taken back by one undo.
 */
import { expect, it } from 'vitest'
import { fill, fillDownBeside, fillSelection, fillTo } from '../../../../renderer/session/selection/fill.ts'
import { clearSelected, turnSelected } from '../../../../renderer/session/selection/many_acts.ts'
import { fillTarget } from '../../../../renderer/session/selection/range.ts'
import { repeatEdit } from '../../../../renderer/session/selection/repeat.ts'
import { addArea, selectedBlocks, selectedCells } from '../../../../renderer/session/selection/selection.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

const figure = (name: string): string => desk.figure(...(name.split('@') as [string, string]))

/** The number of changes stored, and the title of the last. */
async function stored(): Promise<{ number: number; title: string | undefined }> {
  await desk.saved()
  const { number, undo } = desk.session.getState()
  return { number, title: undo?.title }
}

it('the active cell fills all that are selected, also of several areas', async () => {
  desk.select('interest_income@q3_2007', 'interest_expense@q3_2007')
  addArea(desk.session, { line: 'income_tax_expense', column: 'q2_2007' })
  fillSelection(desk.session)
  expect([figure('interest_income@q3_2007'), figure('interest_expense@q3_2007')]).toEqual(['$ 4,969', '4,969'])
  expect(await stored()).toMatchObject({
    number: 2,
    title: expect.stringContaining('Filled in 2 cells of Comparative earnings'),
  })
  await desk.back()
  expect(figure('interest_expense@q3_2007')).toBe('302,074')
})

it('a formula is filled as a formula, and cells that hold it already stay as they are', async () => {
  desk.enter('interest_income', 'q3_2007', '= interest_expense + 1')
  desk.select('interest_income@q3_2007', 'interest_income@q2_2007')
  fill(desk.session, 'right')
  expect(figure('interest_income@q2_2007')).toBe('$ 305,077')
  desk.select('net_interest_income@q3_2007', 'net_interest_income@q2_2007')
  fill(desk.session, 'right')
  expect((await stored()).number).toBe(3)
})

it('drawn on, it fills in that direction, and what was filled is selected', async () => {
  desk.select('other_non_interest_income@q3_2007', 'other_non_interest_income@q2_2007')
  const [block] = selectedBlocks(desk.session)
  fillTo(desk.session, fillTarget(block!, block!.top - 2, block!.left)!)
  expect([figure('reo_provision@q3_2007'), figure('otti_loss@q2_2007')]).toEqual(['10,344', '27,432'])
  expect(selectedCells(desk.session)).toHaveLength(6)
  expect(await stored()).toMatchObject({ number: 2, title: expect.stringContaining('Filled up in 4 cells') })
  await desk.back()
  expect(figure('reo_provision@q3_2007')).toBe('43,008')
})

it('down as far as the figures beside go: totals on the way are asked about, and without an edge nothing is filled', async () => {
  desk.enter('reo_provision', 'q2_2007', '1,000')
  desk.select('reo_provision@q2_2007')
  fillDownBeside(desk.session)
  expect(desk.session.getState().question).toMatchObject({ kind: 'many', act: 'Filled down' })
  desk.select('derivatives_unrealized@q2_2007')
  fillDownBeside(desk.session)
  expect(desk.said().at(-1)).toContain('no line to fill down to')
  expect((await stored()).number).toBe(2)
})

it('figures are raised and lowered by the last digit printed, and their signs turned', async () => {
  desk.select('interest_income@q3_2007', 'interest_expense@q3_2007')
  turnSelected(desk.session, 'step_up')
  expect([figure('interest_income@q3_2007'), figure('interest_expense@q3_2007')]).toEqual(['$ 313,773', '302,075'])
  expect(await stored()).toMatchObject({ number: 2, title: expect.stringContaining('Raised by a step in 2 cells') })
  expect(selectedCells(desk.session)).toHaveLength(2)
  turnSelected(desk.session, 'step_down')
  turnSelected(desk.session, 'step_down')
  turnSelected(desk.session, 'flip_sign')
  expect([figure('interest_income@q3_2007'), figure('interest_expense@q3_2007')]).toEqual(['$ (313,771)', '(302,073)'])
  expect((await stored()).title).toContain('Sign flipped in 2 cells')
  await desk.back()
  expect(figure('interest_income@q3_2007')).toBe('$ 313,771')
  desk.enter('dividends_per_share', 'q3_2007', '1')
  desk.select('dividends_per_share@q3_2007')
  turnSelected(desk.session, 'step_up')
  expect(figure('dividends_per_share@q3_2007')).toBe('$ 1.01')
})

it('a step at a link moves the books; at a total it is asked about, at a blank or computed cell refused', async () => {
  desk.show('impac_2007_q3', 'reconciliation')
  desk.select('loan_loss_provisions@q3_2007')
  turnSelected(desk.session, 'step_up')
  expect(figure('loan_loss_provisions@q3_2007')).toBe('832,454')
  desk.show('impac_2007_q3', 'income', 'scenario_1')
  expect(figure('net_earnings@q3_2007')).toBe('$ (1,191,236)')
  desk.select('derivatives_realized@q3_2007')
  turnSelected(desk.session, 'step_up')
  expect(desk.session.getState().remark?.text).toBe('The cell is blank, so there is nothing to change.')
  desk.select('interest_income@percent')
  turnSelected(desk.session, 'step_up')
  expect(desk.session.getState().remark?.text).toContain('computed for every line')
  desk.select('net_interest_income@q3_2007')
  turnSelected(desk.session, 'flip_sign')
  expect(desk.session.getState().question?.kind).toBe('many')
  expect((await stored()).number).toBe(2)
})

it('the last edit is repeated where the selection now is, whatever it was', async () => {
  desk.select('interest_income@q3_2007')
  repeatEdit(desk.session)
  expect(desk.said().at(-1)).toContain('There is no edit to repeat yet')
  desk.enter('interest_income', 'q3_2007', '*=1.1')
  desk.select('interest_expense@q3_2007', 'interest_expense@q2_2007')
  repeatEdit(desk.session)
  expect([figure('interest_expense@q3_2007'), figure('interest_expense@q2_2007')]).toEqual(['332,281', '335,584'])
  turnSelected(desk.session, 'flip_sign')
  desk.select('income_tax_expense@q3_2007')
  repeatEdit(desk.session)
  expect(figure('income_tax_expense@q3_2007')).toBe('(3,056)')
  desk.select('non_interest_expense@q3_2007')
  clearSelected(desk.session)
  desk.select('non_interest_expense@q2_2007')
  repeatEdit(desk.session)
  expect([figure('non_interest_expense@q3_2007'), figure('non_interest_expense@q2_2007')]).toEqual(['', ''])
  expect((await stored()).number).toBe(7)
  desk.select('interest_income@q3_2007', 'interest_income@q2_2007')
  fill(desk.session, 'right')
  desk.select('provision_for_loan_losses@q3_2007', 'provision_for_loan_losses@q2_2007')
  repeatEdit(desk.session)
  expect(figure('provision_for_loan_losses@q2_2007')).toBe('789,445')
  await desk.back()
  expect(figure('provision_for_loan_losses@q2_2007')).toBe('161,163')
})
