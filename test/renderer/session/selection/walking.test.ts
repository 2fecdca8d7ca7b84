/**
 * Where Enter and Tab lead past a heading, which has one stop.
 */
import { expect, it } from 'vitest'
import { entered, hasNext } from '../../../../renderer/session/selection/walking.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/reconciliation', (own) => (desk = own))

const at = (line: string, column: string) => ({ line, column })

it('a heading is a stop in the first column alone', () => {
  const { session } = desk
  expect(entered(session, at('net_earnings', 'q3_2007'), 'down')).toEqual(at('adjustments', 'q3_2007'))
  expect(entered(session, at('net_earnings', 'q2_2007'), 'down')).toEqual(at('loan_loss_provisions', 'q2_2007'))
  expect(entered(session, at('loan_loss_provisions', 'q2_2007'), 'up')).toEqual(at('net_earnings', 'q2_2007'))
  expect(entered(session, at('loan_loss_provisions', 'q3_2007'), 'up')).toEqual(at('adjustments', 'q3_2007'))
})

it('Tab leaves a heading for the next line', () => {
  expect(hasNext(desk.session, at('adjustments', 'q3_2007'), 'right')).toBe(false)
  expect(hasNext(desk.session, at('net_earnings', 'q3_2007'), 'right')).toBe(true)
})
