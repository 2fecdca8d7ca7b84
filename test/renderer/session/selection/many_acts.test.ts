/**
 * One act over many cells: pasted, changed alike, cut and moved; each is one change of the workbook.
 */
import { expect, it } from 'vitest'
import { beginEdit } from '../../../../renderer/session/edit/editing.ts'
import { reverse } from '../../../../renderer/session/committing.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { cutPasted, isCut } from '../../../../renderer/session/selection/cutting.ts'
import { kindAnswers, kindQuestions } from '../../../../renderer/session/selection/kind_questions.ts'
import { applyPlan, commitSelected, planAct } from '../../../../renderer/session/selection/many_acts.ts'
import { cutSelected, pasteBlock, pasteCut } from '../../../../renderer/session/selection/pasting.ts'
import { selectArea, selectedCells } from '../../../../renderer/session/selection/selection.ts'
import { readClipboard } from '../../../../shared/intake/pasted.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/books/income', (own) => (desk = own))

type Cell = { line: string; column: string }

function select(from: Cell, to: Cell = from): void {
  go(desk.session, desk.session.getState().place!, { cell: from })
  selectArea(desk.session, from, from, to)
}

const [INTEREST, FEES] = [
  { line: 'interest', column: 'q1' },
  { line: 'fees', column: 'q2' },
]

const figures = (): string[] =>
  ['interest', 'fees', 'total'].flatMap((line) => ['q1', 'q2'].map((column) => desk.figure(line, column)))

it('a block is pasted as one change, which undo takes back whole', async () => {
  select(INTEREST, FEES)
  pasteBlock(desk.session, readClipboard('1\t2\n3\t4', '')!)
  expect(figures()).toEqual(['1', '2', '3', '4', '4', '6'])
  expect(desk.said().at(-1)).toBe('4 cells changed. Ctrl+Z undoes all changes.')
  await desk.saved()
  expect(desk.session.getState().number).toBe(2)
  reverse(desk.session, 'undo')
  await desk.saved()
  expect(figures()).toEqual(['100', '200', '10', '', '110', '200'])
})

it('a block that does not fit is refused', () => {
  select(FEES)
  pasteBlock(desk.session, readClipboard('1\t2\n3\t4', '')!)
  expect(desk.said().at(-1)).toContain('Nothing was pasted.')
})

it('amounts in another unit are asked about once, and entered by the answer', () => {
  select(INTEREST, { line: 'interest', column: 'q2' })
  pasteBlock(desk.session, readClipboard('100000\t210000', '')!)
  const { question } = desk.session.getState()
  if (question?.kind !== 'many') throw new Error('Nothing was asked.')
  expect(figures().slice(0, 2)).toEqual(['100', '200'])
  const open = planAct(desk.session, question)
  if (open?.kind !== 'refused') throw new Error('No cell asks.')
  const questions = kindQuestions(open.refusals, { thousand_times_larger: '0' }, { unit: 'thousands' })
  expect(questions.map(({ text }) => text)).toEqual([
    '2 amounts are about a thousand times larger than before. The filing is in thousands.',
  ])
  const act = { ...question, answers: kindAnswers(questions)! }
  const planned = planAct(desk.session, act)
  if (planned?.kind !== 'plan') throw new Error('It cannot be done.')
  expect(applyPlan(desk.session, planned, act)).toBeUndefined()
  expect(figures().slice(0, 2)).toEqual(['100', '210'])
})

it('a change of what stands is meant for all that is selected', () => {
  select(INTEREST, { line: 'interest', column: 'q2' })
  beginEdit(desk.session, { schedule: 'income', ...INTEREST }, 'cell', '+=5')
  expect(commitSelected(desk.session, false)).toBe('done')
  expect(figures().slice(0, 2)).toEqual(['105', '205'])
})

it('a block that cannot be stored is taken back whole, and offered again where it was', async () => {
  select(INTEREST)
  desk.meet('commit', { kind: 'storage', message: 'The disk is full. Everything saved before is safe.' })
  pasteBlock(desk.session, readClipboard('1\t2\n3\t4', '')!)
  await desk.saved()
  expect([desk.session.getState().status, figures()[0]]).toEqual(['failed', '100'])
  const { text, act } = desk.session.getState().toasts.at(-1)!
  expect(text).toContain('not saved')
  desk.show('impac_2007_q3', 'equity')
  if (!act || !('run' in act)) throw new Error('Nothing is offered.')
  act.run()
  await desk.saved()
  expect([desk.where(), figures().slice(0, 4)]).toEqual(['books/income base interest@q1', ['1', '2', '3', '4']])
  expect([desk.session.getState().number, selectedCells(desk.session).length]).toEqual([2, 4])
})

it('many cells as filed start one scenario', async () => {
  desk.show('impac_2007_q3', 'income')
  select({ line: 'interest_income', column: 'q3_2007' }, { line: 'interest_income', column: 'q2_2007' })
  pasteBlock(desk.session, readClipboard('313000\t321000', '')!)
  expect(desk.where()).toContain('impac_2007_q3/income scenario_1')
  await desk.saved()
  expect(desk.session.getState().number).toBe(2)
})

it('cut cells wait, then move as one change', async () => {
  select(INTEREST)
  cutSelected(desk.session, '100')
  expect([isCut(desk.session, INTEREST), figures()[0]]).toEqual([true, '100'])
  select(FEES)
  pasteCut(desk.session, cutPasted(desk.session, '100')!)
  expect(figures().slice(0, 4)).toEqual(['', '200', '10', '100'])
  expect(desk.session.getState().cut).toBeNull()
  await desk.saved()
  expect(desk.session.getState().number).toBe(2)
})

it('a cut ends with an edit and with another filing, not with another schedule or cell', () => {
  desk.show('impac_2007_q3', 'income')
  select({ line: 'interest_income', column: 'q3_2007' })
  cutSelected(desk.session, '313,772')
  desk.show('impac_2007_q3', 'reconciliation')
  desk.show('impac_2007_q3', 'income')
  expect(desk.session.getState().cut).not.toBeNull()
  desk.show('books', 'income')
  expect(desk.session.getState().cut).toBeNull()
  expect(desk.said().at(-1)).toContain('a block moves within one filing')
  select(INTEREST)
  cutSelected(desk.session, '100')
  desk.enter('fees', 'q1', '11')
  expect(desk.session.getState().cut).toBeNull()
})
