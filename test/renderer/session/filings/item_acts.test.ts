/**
 * An item of an earlier period, and a change of an estimate, recorded in the draft of the current one: the figure changes, says what it holds,
 * and no filed figure or opening does.
 */
import { expect, it } from 'vitest'
import {
  earlierFilings,
  itemCell,
  itemRefusals,
  recordItem,
  type ItemFields,
} from '../../../../renderer/session/filings/item_acts.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import type { CellFact } from '../../../../shared/model/filing.ts'
import { factOf, scheduleOf } from '../../../../shared/model/lookup.ts'
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'
import { Q3, Q4, rollOn } from './rolled_desk.ts'

let desk: Desk

eachAtDesk(`#/${Q3}/income`, (own) => {
  desk = own
  rollOn(own)
})

const FIELDS: ItemFields = { as: 'out_of_period', of: Q3, amount: '(120)', reason: 'An invoice came late' }

function focus(line: string, column: string): void {
  go(desk.session, desk.session.getState().place!, { cell: { line, column } })
}

function fact(line: string, column: string): CellFact | undefined {
  return factOf(scheduleOf(desk.session.workbook().book.filing(Q4), 'income')!, line, column)
}

function whyNot(): string | undefined {
  const at = itemCell(desk.session)
  return 'code' in at ? refusalText(at) : undefined
}

it('adds to the current figure and stays with it; undo takes both back', async () => {
  desk.show(Q4, 'income')
  desk.enter('other_non_interest_income', 'q4_2007', '1000')
  focus('other_non_interest_income', 'q4_2007')
  expect(recordItem(desk.session, FIELDS)).toBeUndefined()
  expect(desk.figure('other_non_interest_income', 'q4_2007')).toBe('880')
  expect(fact('other_non_interest_income', 'q4_2007')?.remark).toBe(
    'Out-of-period item of (120), relating to “Third quarter 2007 results”: An invoice came late.',
  )
  expect(desk.said().at(-1)).toBe('Out-of-period item of (120) is recorded in the current period.')
  expect(recordItem(desk.session, { ...FIELDS, as: 'estimate', amount: '20', reason: 'Return filed.' })).toBeUndefined()
  expect(desk.figure('other_non_interest_income', 'q4_2007')).toBe('900')
  expect(fact('other_non_interest_income', 'q4_2007')?.remark).toMatch(
    /late\. Change of estimate, or return true-up of 20,.*Return filed\.$/,
  )
  await desk.back('undo')
  await desk.back('undo')
  expect([desk.figure('other_non_interest_income', 'q4_2007'), fact('other_non_interest_income', 'q4_2007')]).toEqual([
    '1,000',
    undefined,
  ])
  // No figure of the earlier filing changed.
  desk.show(Q3, 'income')
  expect(desk.figure('net_earnings', 'q3_2007')).toBe('$ (1,191,235)')
})

it('is counted from nil where nothing stood', () => {
  desk.show(Q4, 'income')
  focus('other_non_interest_income', 'q4_2007')
  expect(recordItem(desk.session, FIELDS)).toBeUndefined()
  expect(desk.figure('other_non_interest_income', 'q4_2007')).toBe('(120)')
})

it('is refused, with the reason, where it cannot be recorded', () => {
  desk.show(Q3, 'income')
  focus('interest_income', 'q3_2007')
  expect(whyNot()).toBe(
    '“Third quarter 2007 results” is filed. An item is recorded in the draft of the current period.',
  )
  desk.show(Q4, 'income')
  focus('net_interest_income', 'q4_2007')
  expect(whyNot()).toContain('is computed. Choose a figure that is entered.')
  focus('interest_income', 'q3_2007')
  expect(whyNot()).toContain('is a figure of an earlier period or an opening balance')
  focus('interest_income', 'q4_2007')
  expect(whyNot()).toBeUndefined()
  const at = itemCell(desk.session)
  if ('code' in at) throw new Error('There is a cell.')
  const wrong = itemRefusals(desk.session, { as: 'estimate', of: 'none', amount: '799,44', reason: ' ' }, at.found)
  expect(Object.keys(wrong)).toEqual(['of', 'amount', 'reason'])
  expect(refusalText(itemRefusals(desk.session, { ...FIELDS, amount: '0' }, at.found).amount!)).toBe(
    'Enter an amount other than nil.',
  )
})

it('relates to the filings of the registrant that end before', () => {
  const { book } = desk.session.workbook()
  expect(earlierFilings(desk.session, book.filing(Q4)!).map(({ id }) => id)).toEqual([Q3])
  expect(earlierFilings(desk.session, book.filing('impac_2009')!).map(({ id }) => id)).toEqual([Q4, Q3])
})
