/**
 * The names of a registrant: a company that changed its name keeps one line of filings.
 */
import { expect, it } from 'vitest'
import { changeDetails } from '../../../../renderer/session/filings/filing_acts.ts'
import {
  nameRegistrant,
  namesIn,
  namesRefusal,
  registrantOf,
} from '../../../../renderer/session/filings/registrant_acts.ts'
import { makeFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { lineOfFilings } from '../../../../shared/model/line_of_filings.ts'
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { detailsOf } from '../../../../shared/templates/filing_details.ts'
import { duplicateFiling } from '../../../../shared/templates/templates.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

const OLD = 'Impac Mortgage Holdings, Inc.'
const NEW = 'Impac Companies, Inc.'

let desk: Desk

eachAtDesk('#/impac_2007_q3/income', (own) => {
  desk = own
  const filing = own.session.workbook().book.filing('impac_2009')!
  const details = { ...detailsOf(filing), title: 'Renamed', registrant: NEW }
  expect(makeFiling(own.session, duplicateFiling(filing, 'renamed', details), 'Filing duplicated')).toBeUndefined()
})

const filing = (id: string): Filing => desk.session.workbook().book.filing(id)!

function line(): string[] {
  const { book } = desk.session.workbook()
  return lineOfFilings(filing('renamed'), book.filings(), book.registrants()).map(({ id }) => id)
}

it('keeps one line of filings under all of them, stored and undone like any change', async () => {
  expect(line()).toEqual(['renamed'])
  expect(nameRegistrant(desk.session, filing('renamed'), [NEW, OLD])).toBeUndefined()
  expect(line()).toEqual(['impac_2007_q3', 'impac_2009', 'renamed'])
  expect(registrantOf(desk.session, filing('impac_2009'))).toEqual({ id: 'impac', names: [NEW, OLD] })
  await desk.saved()
  expect(desk.session.getState().undo?.title).toContain('Registrant Impac Companies, Inc.')
  expect(nameRegistrant(desk.session, filing('renamed'), [NEW])).toBeUndefined()
  expect(line()).toEqual(['renamed'])
  await desk.back('undo')
  await desk.back('undo')
  expect([line(), registrantOf(desk.session, filing('renamed'))]).toEqual([['renamed'], undefined])
})

it('is refused, with the reason, where the names cannot be those of the registrant', () => {
  const why = (id: string, names: string[]): string | undefined => {
    const refusal = namesRefusal(desk.session, filing(id), names)
    return refusal && refusalText(refusal)
  }
  expect(why('renamed', [OLD])).toBe(`“${NEW}”, the name of this filing’s registrant, is missing.`)
  expect(why('books', ['Any'])).toBe('The filing names no registrant. Enter it in the filing details first.')
  expect(nameRegistrant(desk.session, filing('impac_2009'), [OLD])).toBeUndefined()
  expect(why('renamed', [NEW, OLD.toUpperCase()])).toContain('is a name of another registrant')
  expect(changeDetails(desk.session, 'renamed', { ...detailsOf(filing('renamed')), registrant: OLD })).toBeUndefined()
  expect(why('renamed', [NEW, OLD])).toBeUndefined()
})

it('reads names one to a line, each once', () => {
  expect(namesIn(` A  REIT \n\nB\na reit.\n`)).toEqual(['A REIT', 'B'])
})
