/**
 * A scenario's edits taken back: those of a cell, a line, a schedule or all; each one change with its title. What a scenario inherits
 * is not its own to take back.
 */
import { expect, it } from 'vitest'
import { resetEdits } from '../../../../renderer/session/edit/resetting.ts'
import { clearCell } from '../../../../renderer/session/edit/editing.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import {
  chooseScenario,
  duplicateScenario,
  lockScenario,
  makeScenario,
  removeScenario,
} from '../../../../renderer/session/scenarios/scenario_acts.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

const FILING = 'impac_2007_q3'

let desk: Desk

eachAtDesk(`#/${FILING}/income`, (own) => (desk = own))

const focusOn = (line: string, column: string): void =>
  void go(desk.session, desk.session.getState().place!, { cell: { line, column } })

async function titles(limit: number): Promise<string[]> {
  await desk.saved()
  const answer = await desk.session.client.log({ limit })
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value.entries.map(({ title }) => title)
}

it('a line, a schedule and the whole scenario, each as one change; the figures as filed cannot be reset', async () => {
  focusOn('interest_income', 'q3_2007')
  resetEdits(desk.session, 'line')
  expect(desk.said().at(-1)).toContain('Only a scenario can be reset')
  desk.enter('interest_income', 'q3_2007', '1')
  desk.enter('interest_income', 'q2_2007', '2000000')
  desk.enter('interest_expense', 'q3_2007', '3000000')
  desk.show(FILING, 'reconciliation', 'scenario_1')
  desk.enter('actual_loan_losses', 'q3_2007', '-40000')
  await desk.saved()
  const { number } = desk.session.getState()
  desk.show(FILING, 'income', 'scenario_1')
  focusOn('interest_income', 'q3_2007')
  resetEdits(desk.session, 'line')
  expect(['interest_income@q3_2007', 'interest_income@q2_2007', 'interest_expense@q3_2007'].map(figure)).toEqual([
    '$ 313,772',
    '$ 316,285',
    '3,000,000',
  ])
  resetEdits(desk.session, 'schedule')
  expect([figure('interest_expense@q3_2007'), figure('net_earnings@q3_2007')]).toEqual(['302,074', '$ (1,191,235)'])
  desk.show(FILING, 'reconciliation', 'scenario_1')
  const before = figure('taxable_income@q3_2007')
  resetEdits(desk.session, 'scenario')
  expect(before).not.toBe(figure('taxable_income@q3_2007'))
  expect(figure('taxable_income@q3_2007')).toBe('$ (16,297)')
  expect(await titles(3)).toEqual([
    'The whole scenario: 1 edit of the scenario reset',
    'Comparative earnings, third and second quarters of 2007: 1 edit of the scenario reset',
    'Interest income: 2 edits of the scenario reset',
  ])
  expect(desk.session.getState().number).toBe(number + 3)
})

function figure(name: string): string {
  const [line = '', column = ''] = name.split('@')
  return desk.figure(line, column)
}

it('what is inherited is not taken back where it does not stand; an own input gives way to it', async () => {
  makeScenario(desk.session, { name: 'Base case', description: '', standsOn: null })
  desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
  makeScenario(desk.session, { name: 'Downside', description: '', standsOn: 'base_case' })
  expect([figure('provision_for_loan_losses@q3_2007'), figure('net_earnings@q3_2007')]).toEqual([
    '799,445',
    '$ (1,201,235)',
  ])
  await desk.saved()
  const { number } = desk.session.getState()
  const at = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }
  focusOn(at.line, at.column)
  clearCell(desk.session, at)
  expect(desk.session.getState().remark?.text).toContain('comes from “Base case”')
  await desk.saved()
  expect(desk.session.getState().number).toBe(number)
  desk.enter('provision_for_loan_losses', 'q3_2007', '809445')
  expect(figure('net_earnings@q3_2007')).toBe('$ (1,211,235)')
  clearCell(desk.session, at)
  expect(figure('provision_for_loan_losses@q3_2007')).toBe('799,445')
  chooseScenario(desk.session, 'base_case')
  desk.enter('provision_for_loan_losses', 'q3_2007', '899445')
  chooseScenario(desk.session, 'downside')
  expect([figure('provision_for_loan_losses@q3_2007'), figure('net_earnings@q3_2007')]).toEqual([
    '899,445',
    '$ (1,301,235)',
  ])
})

it('a locked scenario keeps what was typed with the reason, is not removed, and its copy is open', () => {
  desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
  expect(lockScenario(desk.session, 'scenario_1', true).kind).toBe('changes')
  expect(desk.enter('interest_income', 'q3_2007', '1000000')).toBe('kept')
  expect(desk.session.getState().editing).toMatchObject({
    text: '1000000',
    refusal: '“Scenario 1” is locked. Unlock it first, or duplicate it.',
  })
  desk.session.setState({ editing: null })
  expect(removeScenario(desk.session, 'scenario_1')).toEqual({
    kind: 'refused',
    refusal: { code: 'scenario_locked', scenario: 'Scenario 1' },
  })
  expect(duplicateScenario(desk.session, 'scenario_1')).toMatchObject({ kind: 'changes', scenario: 'scenario_1_copy' })
  chooseScenario(desk.session, 'scenario_1_copy')
  expect(desk.enter('interest_income', 'q3_2007', '313773')).toBe('done')
  expect(figure('net_earnings@q3_2007')).toBe('$ (1,201,234)')
})
