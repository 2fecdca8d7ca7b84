/**
 * Notes as acts of a person: written, changed, moved, removed, put on lines; each one change, the marks of the lines following, and
 * taken back by one undo.
 */
import { expect, it } from 'vitest'
import { reopenFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import {
  dropNote,
  goToBearer,
  placeNote,
  renameNotes,
  rewordNote,
  toggleMark,
  writeNote,
} from '../../../../renderer/session/notes/note_acts.ts'
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { type Desk, eachAtDesk } from '../open_session.ts'

const OF = { filing: 'impac_2007_q3', schedule: 'reconciliation' }

let desk: Desk

eachAtDesk('#/impac_2007_q3/reconciliation', (own) => {
  desk = own
  reopenFiling(desk.session, OF.filing, 'error_restated', 'To change its notes.')
})

const schedule = () =>
  desk.session
    .workbook()
    .book.filing(OF.filing)!
    .schedules.find(({ id }) => id === OF.schedule)!

const words = (): string[] => (schedule().notes ?? []).map(({ text }) => text)
const marks = (line: string): readonly string[] => schedule().lines.find(({ id }) => id === line)?.notes ?? []

async function lastTitle(): Promise<string | undefined> {
  await desk.saved()
  return desk.session.getState().undo?.title
}

it('one is given other words; blank ones are refused with what to do', async () => {
  const before = words()
  expect(rewordNote(desk.session, OF, '3', `${before[2]} Reviewed by tax counsel.`)).toBeUndefined()
  expect(words()).toEqual(before.with(2, `${before[2]} Reviewed by tax counsel.`))
  expect(await lastTitle()).toBe('Changed note 3 of Reconciliation to taxable income')
  await desk.back()
  expect(words()).toEqual(before)
  expect(refusalText(rewordNote(desk.session, OF, '1', ' ')!)).toContain('Remove the note to delete it')
})

it('one is added on a line and numbered where it is cited; undo takes all back', async () => {
  const before = words()
  expect([marks('miscellaneous'), marks('taxable_income')]).toEqual([[], ['11']])
  expect(writeNote(desk.session, OF, 'Settlements of two claims.', 'miscellaneous')).toBeUndefined()
  expect([marks('miscellaneous'), marks('taxable_income'), words()[10]]).toEqual([
    ['11'],
    ['12'],
    'Settlements of two claims.',
  ])
  expect(await lastTitle()).toBe('Added a note to Miscellaneous adjustments in Reconciliation to taxable income')
  await desk.back()
  expect([marks('taxable_income'), words()]).toEqual([['11'], before])
})

it('one is moved and removed, numbers and marks following', async () => {
  const before = words()
  expect(placeNote(desk.session, OF, '5', 3)).toBe(true)
  expect([words(), marks('remic_taxable_income')]).toEqual([before.with(3, before[4]!).with(4, before[3]!), ['4']])
  expect(placeNote(desk.session, OF, '4', 4)).toBe(true)
  expect(words()).toEqual(before)
  expect(dropNote(desk.session, OF, '4')).toBe(true)
  expect([words(), marks('remic_gaap_earnings'), marks('remic_taxable_income')]).toEqual([
    before.toSpliced(3, 1),
    [],
    ['4'],
  ])
  for (let count = 0; count < 3; count += 1) await desk.back()
  expect(words()).toEqual(before)
})

it('one is put on a line and taken off it, and their heading is changed', async () => {
  const line = { id: 'miscellaneous', name: 'Miscellaneous adjustments' }
  expect(toggleMark(desk.session, OF, '10', line, true)).toBe(true)
  expect(marks('miscellaneous')).toEqual(['10'])
  expect(await lastTitle()).toMatch(/^Note 10 marks Miscellaneous adjustments in/)
  expect(toggleMark(desk.session, OF, '10', line, false)).toBe(true)
  expect(marks('miscellaneous')).toEqual([])
  await desk.back()
  expect(marks('miscellaneous')).toEqual(['10'])
  expect(renameNotes(desk.session, OF, 'Notes to the reconciliation')).toBeUndefined()
  expect(desk.said().at(-1)).toBe('The heading of the notes was changed.')
  expect(JSON.stringify(schedule())).toContain('Notes to the reconciliation')
})

it('a mark leads to the line that bears it', () => {
  goToBearer(desk.session, '6')
  expect(desk.where()).toContain('derivatives_change@')
})
