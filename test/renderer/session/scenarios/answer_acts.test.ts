/**
 * An answer of what-if: entered where the screen is, or in a scenario of its own on top of what is shown, as one change that undo takes back.
 */
import { expect, it } from 'vitest'
import { enact } from '../../../../renderer/session/edit/enacting.ts'
import { answerApart } from '../../../../renderer/session/scenarios/answer_acts.ts'
import type { Plan } from '../../../../shared/analysis/plan.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

const AT = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }
const PLAN: Plan = { kind: 'plan', inputs: [{ ...AT, input: '800000' }], title: 'Provision 800,000' }

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => {
  desk = own
})

const provision = (): string => desk.figure('provision_for_loan_losses', 'q3_2007')
const scenarios = (): string[] =>
  desk.session
    .workbook()
    .book.scenarios('impac_2007_q3')
    .map(({ id, standsOn }) => `${id} on ${standsOn ?? 'base'}`)

it('of the figures as filed starts a scenario either way', async () => {
  expect(answerApart(desk.session, PLAN, AT)).toBeUndefined()
  await desk.saved()
  expect([scenarios(), provision(), desk.session.getState().number]).toEqual([['scenario_1 on base'], '800,000', 2])
})

it('stands apart in a scenario on top of the one shown, which undo takes back to the one shown before', async () => {
  desk.enter('interest_income', 'q3_2007', '313773')
  await desk.saved()
  expect(answerApart(desk.session, PLAN, AT)).toBeUndefined()
  await desk.saved()
  expect(scenarios()).toEqual(['scenario_1 on base', 'scenario_2 on scenario_1'])
  expect(desk.session.getState().place?.scenario).toBe('scenario_2')
  expect([provision(), desk.figure('interest_income', 'q3_2007')]).toEqual(['800,000', '$ 313,773'])
  await desk.back()
  expect(desk.session.getState().place?.scenario).toBe('scenario_1')
  expect([provision(), desk.figure('interest_income', 'q3_2007')]).toEqual(['789,445', '$ 313,773'])
})

it('of a draft leaves the draft as it is', async () => {
  desk.show('books', 'income')
  const at = { schedule: 'income', line: 'fees', column: 'q1' }
  const plan: Plan = { kind: 'plan', inputs: [{ ...at, input: '25' }], title: 'Fees 25' }
  expect(answerApart(desk.session, plan, at)).toBeUndefined()
  await desk.saved()
  expect(desk.figure('total', 'q1')).toBe('125')
  desk.show('books', 'income', null)
  expect(desk.figure('total', 'q1')).toBe('110')
  expect(enact(desk.session, plan, at)).toBeUndefined()
  await desk.saved()
  expect(desk.figure('total', 'q1')).toBe('125')
})

it('that sets nothing is refused', () => {
  expect(answerApart(desk.session, { ...PLAN, inputs: [] }, AT)).toEqual({ code: 'nothing_to_change' })
})
