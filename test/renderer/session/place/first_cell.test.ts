/**
 * The period of the headlines is steady: another schedule takes the focus in its column, and only the person's own move changes it.
 */
import { expect, it } from 'vitest'
import { firstCell } from '../../../../renderer/session/place/first_cell.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { takeFocus } from '../../../../renderer/session/place/focus.ts'
import { shownFiling } from '../../../../renderer/session/reading/figures.ts'
import { scheduleOf } from '../../../../shared/model/lookup.ts'
import { eachAtDesk, type Desk } from '../open_session.ts'

let desk: Desk
eachAtDesk('#/impac_2007_q3/reconciliation', (opened) => (desk = opened))

function first(schedule: string): { line: string; column: string } | null {
  return firstCell(desk.session, scheduleOf(shownFiling(desk.session), schedule)!)
}

it('a schedule that is opened takes the focus in the period of the headlines, and leaves that as it was', () => {
  takeFocus(desk.session, { line: 'loan_loss_provisions', column: 'q2_2007' })
  desk.show('impac_2007_q3', 'income')
  expect(first('income')).toEqual({ line: 'interest_income', column: 'q2_2007' })
  expect(desk.session.getState().period['impac_2007_q3']).toBe('q2_2007')
})

it('where no column holds the period, the first entry takes the focus and the headlines keep their period', () => {
  takeFocus(desk.session, { line: 'loan_loss_provisions', column: 'q3_2006' })
  desk.show('impac_2007_q3', 'income')
  expect(first('income')).toEqual({ line: 'interest_income', column: 'q3_2007' })
  expect(desk.session.getState().period['impac_2007_q3']).toBe('q3_2006')
})

it('going to a cell moves the headlines, and a later start finds their period', async () => {
  const { place } = desk.session.getState()
  go(desk.session, place!, { cell: { line: 'loan_loss_provisions', column: 'm9_2007' } })
  expect(desk.session.getState().period['impac_2007_q3']).toBe('m9_2007')
  await expect.poll(() => desk.session.getState().view.periods?.['impac_2007_q3']).toBe('m9_2007')
})

it('the cell edited last is known by its filing, the source line of an adjustment in its stead', async () => {
  desk.enter('loan_loss_provisions', 'q3_2007', '800000')
  await desk.saved()
  expect(desk.session.getState().lastEdited['impac_2007_q3']).toMatchObject({ column: 'q3_2007' })
})
