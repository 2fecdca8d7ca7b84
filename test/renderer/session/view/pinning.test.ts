/**
 * Pinned columns: in the order of the screen, remembered for their schedule, and refused with the reason.
 */
import { expect, it } from 'vitest'
import { shownSight } from '../../../../renderer/session/selection/selection.ts'
import { inScreenOrder, pinColumn, whyNotPin } from '../../../../renderer/session/view/pinning.ts'
import { moveFocus } from '../../../../renderer/session/place/focus.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/reconciliation', (own) => (desk = own))

const columns = (): readonly string[] => shownSight(desk.session)!.sight.columns
const focusOn = (column: string): void => moveFocus(desk.session, { line: 'net_earnings', column })

it('a pinned column stands after the others where a selection reads them, until it is unpinned', () => {
  expect(columns()).toEqual(['q3_2007', 'q2_2007', 'q3_2006', 'm9_2007', 'q1_2007'])
  focusOn('q2_2007')
  pinColumn(desk.session, true)
  expect(columns()).toEqual(['q3_2007', 'q3_2006', 'm9_2007', 'q1_2007', 'q2_2007'])
  expect(desk.session.getState().view.pinned).toEqual(['impac_2007_q3/reconciliation/q2_2007'])
  expect(whyNotPin(desk.session, true)).toEqual({ code: 'column_pinned' })
  pinColumn(desk.session, false)
  expect(columns()[1]).toBe('q2_2007')
  expect(whyNotPin(desk.session, false)).toEqual({ code: 'column_not_pinned' })
})

it('a third is refused, and none stands pinned where one column alone has room', () => {
  for (const column of ['q2_2007', 'm9_2007']) {
    focusOn(column)
    pinColumn(desk.session, true)
  }
  focusOn('q1_2007')
  expect(whyNotPin(desk.session, true)).toEqual({ code: 'most_columns_pinned' })
  pinColumn(desk.session, true)
  expect(columns().slice(-2)).toEqual(['q2_2007', 'm9_2007'])
  desk.session.setState(({ room }) => ({ room: { ...room, slim: true } }))
  expect(columns()[1]).toBe('q2_2007')
  expect(whyNotPin(desk.session, false)).toEqual({ code: 'no_room_to_pin' })
})

it('the order of the screen leaves columns as they are where none is pinned', () => {
  const some = [{ id: 'a' }, { id: 'b' }]
  expect(inScreenOrder(some, new Set())).toBe(some)
  expect(inScreenOrder(some, new Set(['a']))).toEqual([{ id: 'b' }, { id: 'a' }])
})
