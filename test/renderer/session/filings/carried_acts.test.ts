/**
 * A quarter corrected after the next one was rolled forward: the next one's carried figures show it, a draft takes them in one gesture,
 * a filed one stays as it is.
 */
import { expect, it } from 'vitest'
import { takeCorrected, takeRefusal } from '../../../../renderer/session/filings/carried_acts.ts'
import { fileFiling, reopenFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import { openMatters } from '../../../../renderer/features/filings/open_matters.ts'
import { besideOf, checkedBook } from '../../../../renderer/session/reading/tie_out_books.ts'
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'
import { Q3, Q4, rollOn } from './rolled_desk.ts'

let desk: Desk

eachAtDesk(`#/${Q3}/income`, (own) => {
  desk = own
  rollOn(own)
})

/** The carried figures of the fourth quarter that do not agree, with their differences. */
function apart(): string[] {
  const { book, sheets } = desk.session.workbook()
  const tieOuts = checkedBook(desk.session, book.filing(Q4)!, sheets.engine(Q4, null))
  return (tieOuts?.allOpen() ?? [])
    .filter(({ kind }) => kind === 'carried')
    .map(({ schedule, line, column, differenceText }) => `${schedule}.${line}@${column} ${differenceText}`)
}

function correct(as: 'error_restated' | 'principle'): void {
  desk.show(Q3, 'income')
  expect(reopenFiling(desk.session, Q3, as, 'Interest of one pool was omitted')).toBeUndefined()
  desk.enter('interest_income', 'q3_2007', '313800')
}

const INTEREST = 'income.interest_income@q3_2007'

it('an error is marked at once, and taken over as one change that undo takes back', async () => {
  expect(apart()).toEqual([])
  expect(refusalText(takeRefusal(desk.session, Q4)!)).toBe('Every carried figure agrees with the earlier filing.')
  correct('error_restated')
  expect(apart()).toEqual([`${INTEREST} (28)`])
  desk.show(Q4, 'income')
  takeCorrected(desk.session, Q4)
  expect(desk.said().at(-1)).toBe('1 figure is as corrected in the earlier filing.')
  expect(desk.figure('interest_income', 'q3_2007')).toBe('$ 313,800')
  expect(apart()).toEqual([])
  await desk.saved()
  expect(desk.session.getState().undo?.title).toBe(
    'Took 1 corrected figure of earlier filings: Fourth quarter 2007 results',
  )
  await desk.back('undo')
  expect(apart()).toEqual([`${INTEREST} (28)`])
  // What undo takes back there is taken back here too.
  await desk.back('undo')
  expect(apart()).toEqual([])
})

it('a filed filing shows the difference and never changes by itself', async () => {
  desk.show(Q4, 'income')
  expect(fileFiling(desk.session, Q4)).toBeUndefined()
  correct('error_restated')
  expect(apart()).toEqual([`${INTEREST} (28)`])
  takeCorrected(desk.session, Q4)
  expect(desk.said().at(-1)).toContain('is filed, so its figures stay')
  expect(
    desk.session.workbook().book.input(Q4, null, { schedule: 'income', line: 'interest_income', column: 'q3_2007' }),
  ).toBe('313772')
  await desk.saved()
})

it('a change of principle marks nothing, and nothing is taken over', () => {
  correct('principle')
  expect(apart()).toEqual([])
  expect(refusalText(takeRefusal(desk.session, Q4)!)).toBe('Every carried figure agrees with the earlier filing.')
})

it('an edit of the draft itself is a difference too', () => {
  desk.show(Q4, 'income')
  desk.enter('interest_income', 'q3_2007', '313773')
  expect(apart()).toEqual([`${INTEREST} 1`])
  takeCorrected(desk.session, Q4)
  expect(apart()).toEqual([])
})

it('a figure blanked there is blanked here; a formula of the draft stays, and says why nothing was taken', () => {
  desk.show(Q3, 'income')
  expect(reopenFiling(desk.session, Q3, 'error_restated', 'Not known any more')).toBeUndefined()
  desk.enter('interest_income', 'q3_2007', '')
  desk.show(Q4, 'income')
  takeCorrected(desk.session, Q4)
  expect(desk.figure('interest_income', 'q3_2007')).toBe('')
  expect(apart()).toEqual([])
  desk.enter('interest_income', 'q3_2007', '=313772+1')
  takeCorrected(desk.session, Q4)
  expect(desk.said().at(-1)).toBe(
    'The figures that differ are formulas here or errors in the earlier filing. Change them by hand.',
  )
})

it('what is open before filing tells of them', () => {
  correct('error_restated')
  const { book, sheets } = desk.session.workbook()
  const filing = book.filing(Q4)!
  const { groups } = openMatters(filing, sheets.engine(Q4, null), besideOf(desk.session, filing))
  expect(groups.flatMap(({ texts }) => texts).join(' ')).toContain('now shows 313,800')
})
