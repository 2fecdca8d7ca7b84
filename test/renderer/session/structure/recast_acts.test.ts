/** Moving lines to discontinued operations as an act: one change, told with what its totals show now, and taken back whole. */
import { expect, it } from 'vitest'
import { makeFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import { reverse } from '../../../../renderer/session/committing.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { recastChosen, recastRefusal } from '../../../../renderer/session/structure/recast_acts.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { eachAtDesk, type Desk } from '../open_session.ts'

const FILING: Filing = {
  id: 'year',
  title: 'Year',
  status: 'draft',
  schedules: [
    {
      id: 'income',
      kind: 'income',
      columns: [{ id: 'q1', label: 'Q1', kind: 'duration' }],
      lines: [
        { id: 'gains', label: 'Gains', kind: 'input' },
        { id: 'expense', label: 'Expense', kind: 'input', deduction: true },
        { id: 'result', label: 'Result', kind: 'formula', formula: '= gains - expense' },
        { id: 'net_earnings', label: 'Net earnings', kind: 'formula', formula: '= result' },
      ],
      cells: [
        { schedule: 'income', line: 'gains', column: 'q1', input: '100' },
        { schedule: 'income', line: 'expense', column: 'q1', input: '30' },
      ],
    },
  ],
}

let desk: Desk

eachAtDesk('#/books/income', (own) => (desk = own))

function said(): string | undefined {
  return desk.session.getState().toasts.at(-1)?.text
}

it('is one change, told with what its totals show now, and taken back whole', async () => {
  makeFiling(desk.session, FILING, 'Filing made')
  await desk.saved()
  const number = desk.session.getState().number
  go(desk.session, desk.session.getState().place!, { cell: { line: 'expense', column: 'q1' } })
  expect(recastRefusal(desk.session)).toBeUndefined()
  recastChosen(desk.session)
  expect(said()).toBe(
    'Moved line Expense in income to discontinued operations. Result, Q1: 100, was 70. Net earnings: unchanged.',
  )
  expect([desk.figure('expense', 'q1'), desk.figure('net_earnings', 'q1')]).toEqual(['(30)', '70'])
  expect(desk.session.getState().focus).toEqual({ line: 'expense', column: 'q1' })
  expect(recastRefusal(desk.session)?.code).toBe('recast_already')
  await desk.saved()
  expect(desk.session.getState().number).toBe(number + 1)
  reverse(desk.session, 'undo')
  await desk.saved()
  const { place } = desk.session.getState()
  const [income] = desk.session.workbook().book.filing(place!.filing)!.schedules
  expect(income!.lines).toEqual(FILING.schedules[0]!.lines)
  expect(desk.figure('expense', 'q1')).toBe('30')
})

it('is refused with the reason, and changes nothing', () => {
  go(desk.session, desk.session.getState().place!, { cell: { line: 'fees', column: 'q1' } })
  recastChosen(desk.session)
  expect(said()).toMatch(/no computed line of net earnings/)
  go(
    desk.session,
    { filing: 'impac_2007_q3', schedule: 'income', scenario: null },
    {
      cell: { line: 'interest_income', column: 'q3_2007' },
    },
  )
  recastChosen(desk.session)
  expect(recastRefusal(desk.session)?.code).toBe('structure_locked')
})
