/**
 * What was typed in a scenario, and what only follows from it: in the schedule and in the comparison.
 */
import { expect, it } from 'vitest'
import { findCell } from '../../../../shared/model/lookup.ts'
import { comparison, isTypedBehind } from '../../../../renderer/session/reading/compared.ts'
import { shownEngine, shownFiling, viewCell } from '../../../../renderer/session/reading/figures.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

function seen(line: string, column = 'q3_2007'): { changed: boolean; isTyped: boolean } {
  const { session } = desk
  const { schedule, scenario } = session.getState().place!
  const found = findCell(shownFiling(session), { schedule, line, column })!
  const { changed, isTyped } = viewCell(session, found, shownEngine(session)!, scenario)
  return { changed, isTyped }
}

it('an input of the scenario is typed, also at the figure as filed; its consequences are changed alone', () => {
  expect(seen('provision_for_loan_losses')).toEqual({ changed: false, isTyped: false })
  desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
  expect(seen('provision_for_loan_losses')).toEqual({ changed: true, isTyped: true })
  expect(seen('net_earnings')).toEqual({ changed: true, isTyped: false })
  expect(seen('provision_for_loan_losses', 'variance')).toEqual({ changed: true, isTyped: false })
  desk.enter('provision_for_loan_losses', 'q3_2007', '789445')
  expect(seen('provision_for_loan_losses')).toEqual({ changed: false, isTyped: true })
  desk.show('impac_2007_q3', 'income', null)
  expect(seen('provision_for_loan_losses')).toEqual({ changed: false, isTyped: false })
})

it('the comparison marks it in the column of its scenario', () => {
  desk.enter('provision_for_loan_losses', 'q3_2007', '799445')
  const shown = comparison(desk.session)!
  const [{ id: scenario } = { id: '' }] = shown.compared
  const typed = shown.sheet.rows
    .flatMap(({ id }) => shown.sheet.schedule.columns.map((column) => [id, column.id] as const))
    .filter(([line, column]) => isTypedBehind(desk.session, shown, line, column))
  const lines = shown.sheet.rows.filter(({ ref }) => ref?.line === 'provision_for_loan_losses').map(({ id }) => id)
  expect(typed).toEqual(lines.map((line) => [line, scenario]))
  expect(typed).toHaveLength(1)
})
