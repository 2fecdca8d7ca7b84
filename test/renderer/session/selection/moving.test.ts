/**
 * Cut and paste as one move in a filed filing: nothing is cleared before the paste, whatever comes between leaves a plain copy, and
 * what would stay or is refused is shown first.
 */
import { expect, it } from 'vitest'
import { closeDialog } from '../../../../renderer/session/asking.ts'
import { cutPasted, letCutGo } from '../../../../renderer/session/selection/cutting.ts'
import { applyPlan, planAct } from '../../../../renderer/session/selection/many_acts.ts'
import { cutSelected, pasteCut } from '../../../../renderer/session/selection/pasting.ts'
import { pasteBlock } from '../../../../renderer/session/selection/pasting.ts'
import { selectedCells } from '../../../../renderer/session/selection/selection.ts'
import { readClipboard } from '../../../../shared/intake/pasted.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

const figure = (name: string): string => desk.figure(...(name.split('@') as [string, string]))
const isCutHeld = (): boolean => desk.session.getState().cut !== null

/** Two lines of both quarters, and their figures as the clipboard has them. */
const BLOCK = '313,772\t316,285\n302,074\t305,076'

function cutBlock(): void {
  desk.select('interest_income@q3_2007', 'interest_expense@q2_2007')
  cutSelected(desk.session, BLOCK)
}

/** Pastes a text as the keys do: what was cut moves while it waits, and is a copy otherwise. */
function paste(at: string, text: string): void {
  desk.select(at)
  const cut = cutPasted(desk.session, text)
  if (cut) pasteCut(desk.session, cut)
  else pasteBlock(desk.session, readClipboard(text, '')!)
}

/** What is shown before a move: each cell with what is said of it. */
function shown(): ReturnType<typeof planAct> {
  const { question } = desk.session.getState()
  return question?.kind === 'many' ? planAct(desk.session, question) : undefined
}

function apply(): void {
  const { question } = desk.session.getState()
  const plan = shown()
  if (question?.kind !== 'many' || plan?.kind !== 'plan') throw new Error('Nothing can be applied.')
  closeDialog(desk.session)
  expect(applyPlan(desk.session, plan, question)).toBeUndefined()
}

async function number(): Promise<number> {
  await desk.saved()
  return desk.session.getState().number
}

it('a block moves as one change, in full; pasted again it is a copy', async () => {
  desk.enter('interest_income', 'q3_2007', '313772.25')
  cutBlock()
  expect(desk.said().at(-1)).toBe('4 cells cut. Paste moves them; Escape leaves them.')
  expect([figure('interest_expense@q3_2007'), await number()]).toEqual(['302,074', 2])
  paste('non_interest_expense@q3_2007', BLOCK)
  expect([figure('income_tax_expense@q2_2007'), figure('interest_expense@q3_2007')]).toEqual(['305,076', ''])
  // The override goes, as by Delete, and what was filed shows again; what moved was the figure in full.
  expect(figure('interest_income@q3_2007')).toBe('$ 313,772')
  const at = { schedule: 'income', line: 'non_interest_expense', column: 'q3_2007' }
  expect(desk.session.workbook().book.input('impac_2007_q3', 'scenario_1', at)).toBe('313772.25')
  expect([await number(), isCutHeld(), selectedCells(desk.session).length]).toEqual([3, false, 4])
  expect(desk.session.getState().undo?.title).toContain('Moved 4 cells from')
  paste('reo_provision@q3_2007', BLOCK)
  expect([figure('otti_loss@q2_2007'), figure('income_tax_expense@q2_2007')]).toEqual(['305,076', '305,076'])
  await desk.back()
  await desk.back()
  expect([figure('interest_expense@q2_2007'), figure('income_tax_expense@q2_2007')]).toEqual(['305,076', '4,969'])
})

it('over part of itself it moves right, and as filed starts a scenario in the same change', async () => {
  desk.select('reo_provision@q3_2007', 'otti_loss@q3_2007')
  const text = `${figure('reo_provision@q3_2007')}\n${figure('otti_loss@q3_2007')}`
  cutSelected(desk.session, text)
  paste('otti_loss@q3_2007', text)
  expect(['reo_provision', 'otti_loss', 'other_non_interest_income'].map((line) => figure(`${line}@q3_2007`))).toEqual([
    '',
    '43,008',
    '26,709',
  ])
  expect([await number(), desk.where()]).toEqual([2, expect.stringContaining('income scenario_1')])
  await desk.back()
  expect(figure('reo_provision@q3_2007')).toBe('43,008')
})

it('is left when asked to, by an edit and by an undo; pasted then it is a copy', async () => {
  cutBlock()
  expect(letCutGo(desk.session)).toBe(true)
  expect([desk.said().at(-1), selectedCells(desk.session).length]).toEqual([
    'The cut cells stay as they are. Pasted now, they are copied.',
    4,
  ])
  paste('non_interest_expense@q3_2007', BLOCK)
  expect([figure('income_tax_expense@q2_2007'), figure('interest_income@q3_2007')]).toEqual(['305,076', '$ 313,772'])
  cutBlock()
  desk.enter('provision_for_loan_losses', 'q3_2007', '800,000')
  expect(isCutHeld()).toBe(false)
  await desk.saved()
  cutBlock()
  await desk.back()
  expect(isCutHeld()).toBe(false)
  cutBlock()
  expect(cutPasted(desk.session, 'another text')).toBeUndefined()
  expect(isCutHeld()).toBe(false)
})

it('reaches another schedule of the filing; in another filing it is a copy', () => {
  desk.select('income_tax_expense@q3_2007')
  cutSelected(desk.session, '3,056')
  expect(desk.said().at(-1)).toBe('1 cell cut. Paste moves it; Escape leaves it.')
  desk.show('impac_2007_q3', 'equity')
  paste('issuances@q3_2007', '3,056')
  expect(figure('issuances@q3_2007')).toBe('3,056')
  desk.show('impac_2007_q3', 'income', 'scenario_1')
  expect(figure('income_tax_expense@q3_2007')).toBe('')
  desk.select('income_tax_expense@q2_2007')
  cutSelected(desk.session, '4,969')
  desk.show('impac_2009', 'trusts')
  expect([isCutHeld(), desk.said().at(-1)]).toEqual([
    false,
    'The cut cells stay where they are, because a block moves within one filing. Pasted here, it is copied.',
  ])
  desk.show('impac_2007_q3', 'income', 'scenario_1')
  expect(figure('income_tax_expense@q2_2007')).toBe('4,969')
})

it('what stays is shown first; nothing is applied and the cut waits until it is answered', async () => {
  desk.select('interest_expense@q3_2007', 'net_interest_income@q3_2007')
  cutSelected(desk.session, '302,074\n11,698')
  paste('non_interest_expense@q3_2007', '302,074\n11,698')
  expect(shown()).toMatchObject({ kind: 'plan', passed: [{ refusal: { code: 'stays_and_copied' } }] })
  closeDialog(desk.session)
  expect([await number(), isCutHeld()]).toEqual([1, true])
  paste('non_interest_expense@q3_2007', '302,074\n11,698')
  apply()
  expect([figure('income_tax_expense@q3_2007'), figure('interest_expense@q3_2007')]).toEqual(['11,698', ''])
})

it('what is refused is shown, and cannot be applied', async () => {
  desk.select('income_tax_expense@q3_2007')
  cutSelected(desk.session, '3,056')
  paste('provision_for_loan_losses@percent', '3,056')
  expect(shown()).toMatchObject({ kind: 'refused' })
  closeDialog(desk.session)
  expect([await number(), isCutHeld()]).toEqual([1, true])
})
