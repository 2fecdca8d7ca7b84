/**
 * Why cutting, pasting, clearing, filling and turning cannot be done: where every selected cell refuses, and never where the act would do
 * something.
 */
import { describe, expect, it } from 'vitest'
import { clearSelected, turnSelected } from '../../../../renderer/session/selection/many_acts.ts'
import { fill, fillRefusal, fillSelection, fillSelectionRefusal } from '../../../../renderer/session/selection/fill.ts'
import {
  clearRefusal,
  cutRefusal,
  pasteRefusal,
  turnRefusal,
} from '../../../../renderer/session/selection/selection_refusals.ts'
import { lockScenario } from '../../../../renderer/session/scenarios/scenario_acts.ts'
import { pasteBlock } from '../../../../renderer/session/selection/pasting.ts'
import { readClipboard } from '../../../../shared/intake/pasted.ts'
import { type Refusal, refusalText } from '../../../../shared/refusals/refusal.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => (desk = own))

const said = (refusal: Refusal | undefined): string | null => (refusal ? refusalText(refusal) : null)

/** The reasons at what is selected, act by act; null where it can be done. */
function reasons(): Record<string, string | null> {
  const { session } = desk
  return {
    cut: said(cutRefusal(session)),
    paste: said(pasteRefusal(session)),
    clear: said(clearRefusal(session)),
    flip: said(turnRefusal(session, 'flip_sign')),
    down: said(fillRefusal(session, 'down')),
    right: said(fillRefusal(session, 'right')),
    all: said(fillSelectionRefusal(session)),
  }
}

const ONE = 'Select several cells to fill them with the active one.'

describe('a selection', () => {
  it('of one input takes all but a fill of others', () => {
    desk.select('interest_expense@q2_2007')
    expect(reasons()).toEqual({ cut: null, paste: null, clear: null, flip: null, down: null, right: null, all: ONE })
  })

  it('in a column computed for every line takes nothing', () => {
    desk.select('interest_expense@variance')
    const why = 'Increase (decrease) is computed for every line. Edit the periods that it compares.'
    expect(reasons()).toEqual({ cut: why, paste: why, clear: why, flip: why, down: why, right: why, all: ONE })
    desk.select('interest_expense@variance', 'interest_income@percent')
    expect(reasons()).toMatchObject({ paste: 'No cell of the selection takes a figure.' })
  })

  it('of a total takes figures, and has nothing to clear or cut', () => {
    desk.select('net_interest_income@q3_2007')
    const why = 'Net interest income is computed here, so there is no input to clear.'
    expect(reasons()).toMatchObject({ cut: why, clear: why, paste: null, flip: null })
  })

  it('that is blank has nothing to clear or turn', () => {
    desk.show('books', 'income')
    desk.select('fees@q2')
    const blank = 'The cell is blank, so there is nothing to change.'
    expect(reasons()).toMatchObject({ cut: null, clear: 'The cell is blank.', flip: blank, paste: null })
  })

  it('of a heading holds no figure', () => {
    desk.show('impac_2007_q3', 'reconciliation')
    desk.select('adjustments@q3_2007')
    expect(reasons()).toMatchObject({
      cut: 'A heading holds no figure.',
      paste: 'A heading holds no figure.',
      clear: 'A heading holds no figure.',
    })
  })

  it('in which one cell takes the act is offered it', () => {
    desk.select('interest_expense@q3_2007', 'provision_for_loan_losses@percent')
    expect(Object.values(reasons()).every((why) => why === null)).toBe(true)
  })

  it('in a locked scenario takes nothing', async () => {
    desk.enter('interest_income', 'q3_2007', '1')
    await desk.saved()
    lockScenario(desk.session, 'scenario_1', true)
    await desk.saved()
    desk.select('interest_expense@q3_2007', 'interest_expense@q2_2007')
    const { cut, ...others } = reasons()
    expect(cut).toContain('locked')
    expect(new Set(Object.values(others))).toEqual(new Set([cut]))
  })
})

/** What each act does at every cell of a schedule, against what the menu says before. */
it.each([
  ['clear', clearRefusal, clearSelected],
  [
    'flip',
    (session: Desk['session']) => turnRefusal(session, 'flip_sign'),
    (session: Desk['session']) => turnSelected(session, 'flip_sign'),
  ],
  ['paste', pasteRefusal, (session: Desk['session']) => pasteBlock(session, readClipboard('7', '')!)],
  [
    'down',
    (session: Desk['session']) => fillRefusal(session, 'down'),
    (session: Desk['session']) => fill(session, 'down'),
  ],
  ['all', fillSelectionRefusal, fillSelection],
] as const)(
  '%s is greyed at a cell where the act changes nothing by a refusal, and only there',
  async (_act, whyNot, act) => {
    for (const cell of [
      'interest_income@q2_2007',
      'interest_expense@variance',
      'net_interest_income@q2_2007',
      'realized_derivative_change@q3_2007',
    ]) {
      desk.show('impac_2007_q3', 'income', null)
      desk.select(cell)
      const why = whyNot(desk.session)
      const before = desk.session.getState()
      act(desk.session)
      await desk.saved()
      const after = desk.session.getState()
      const isDone = after.number !== before.number || after.question !== null
      desk.session.setState({ question: null, remark: null })
      expect([cell, said(why)]).toEqual([cell, isDone ? null : expect.any(String)])
      if (after.number !== before.number) await desk.back()
    }
  },
)
