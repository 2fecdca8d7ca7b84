/**
 * Changes of lines, columns and filings as acts of a person: each is one change of the workbook, and a filed filing refuses them.
 */
import { refusalText } from '../../../../shared/refusals/refusal.ts'
import { expect, it } from 'vitest'
import { beginEdit } from '../../../../renderer/session/edit/editing.ts'
import { deleteFiling, fileFiling, makeFiling, reopenFiling } from '../../../../renderer/session/filings/filing_acts.ts'
import { addComment, changeComment, deleteComment } from '../../../../renderer/session/notes/comment_acts.ts'
import { writeNote } from '../../../../renderer/session/notes/note_acts.ts'
import { reverse } from '../../../../renderer/session/committing.ts'
import { deleteChosen } from '../../../../renderer/session/structure/deleting.ts'
import { insertLineBelow, moveChosen } from '../../../../renderer/session/structure/line_acts.ts'
import { commitName } from '../../../../renderer/session/structure/name_acts.ts'
import { beginNaming, naming, typeName } from '../../../../renderer/session/structure/naming.ts'
import { go } from '../../../../renderer/session/place/going.ts'
import { BOOKS, type Desk, eachAtDesk } from '../open_session.ts'

let desk: Desk

eachAtDesk('#/books/income', (own) => (desk = own))

const lines = (): string[] => {
  const { place } = desk.session.getState()
  const filing = desk.session.workbook().book.filing(place!.filing)
  return filing!.schedules.find(({ id }) => id === place!.schedule)!.lines.map(({ id }) => id)
}

const focusOn = (line: string, column: string): void =>
  void go(desk.session, desk.session.getState().place!, { cell: { line, column } })

it('a line is put in below the one in focus and takes its id from its first name; undo takes both back', async () => {
  focusOn('interest', 'q2')
  insertLineBelow(desk.session)
  expect(lines()).toEqual(['interest', 'new_line', 'fees', 'total'])
  expect(naming(desk.session).getState().now).toMatchObject({ what: 'line', id: 'new_line' })
  typeName(desk.session, 'Gains on sale')
  expect(commitName(desk.session)).toBe('done')
  expect(lines()).toEqual(['interest', 'gains_on_sale', 'fees', 'total'])
  await desk.saved()
  expect(desk.session.getState().number).toBe(3)
  reverse(desk.session, 'undo')
  reverse(desk.session, 'undo')
  await desk.saved()
  expect([lines(), desk.where()]).toEqual([['interest', 'fees', 'total'], expect.stringContaining('books/income base')])
})

it('a column is named in place', () => {
  beginNaming(desk.session, 'column', 'q1')
  typeName(desk.session, 'First quarter')
  commitName(desk.session)
  const [column] = desk.session.workbook().book.filing('books')!.schedules[0]!.columns
  expect(column).toMatchObject({ id: 'q1', label: 'First quarter' })
})

it('a line is moved, and its figures go along', () => {
  focusOn('fees', 'q1')
  moveChosen(desk.session, -1)
  expect(lines()).toEqual(['fees', 'interest', 'total'])
  expect([desk.figure('fees', 'q1'), desk.where()]).toEqual(['10', 'books/income base fees@q1'])
})

it('what a formula reads is asked about before it is deleted', () => {
  focusOn('fees', 'q1')
  deleteChosen(desk.session)
  expect(desk.session.getState().question).toMatchObject({ kind: 'delete_structure' })
  expect(lines()).toContain('fees')
})

it('a filed filing refuses, with the way on', () => {
  desk.show('impac_2007_q3', 'income')
  focusOn('interest_income', 'q3_2007')
  insertLineBelow(desk.session)
  expect(desk.session.getState().toasts.at(-1)).toMatchObject({
    text: expect.stringContaining('is filed and locked. Its lines, columns and notes can be changed only in a draft'),
    act: { perform: 'duplicate_filing' },
  })
  const refusal = writeNote(desk.session, { filing: 'impac_2007_q3', schedule: 'income' }, 'A note.', undefined)
  expect(refusal && refusalText(refusal)).toContain('is filed and locked')
})

it('nothing changes while an undo is being stored', async () => {
  desk.enter('fees', 'q1', '20')
  await desk.saved()
  reverse(desk.session, 'undo')
  focusOn('fees', 'q1')
  insertLineBelow(desk.session)
  expect(desk.said().at(-1)).toBe('An undo is being saved. Try again when it is saved.')
})

it('a text under edit is entered before an act on the structure', () => {
  focusOn('fees', 'q1')
  beginEdit(desk.session, { schedule: 'income', line: 'fees', column: 'q1' }, 'formula_bar', '20')
  insertLineBelow(desk.session)
  expect([desk.figure('fees', 'q1'), lines().length]).toEqual(['20', 4])
})

it('a filing is made, filed, reopened with a reason and deleted; undo of its making leads back', async () => {
  const more = { ...BOOKS, id: 'books_2', title: 'Books 2009' }
  expect(makeFiling(desk.session, more, 'Filing made')).toBeUndefined()
  expect(desk.where()).toContain('books_2/income base')
  await desk.saved()
  reverse(desk.session, 'undo')
  await desk.saved()
  expect(desk.where()).toContain('books/income base')
  reverse(desk.session, 'redo')
  await desk.saved()
  expect(desk.where()).toContain('books_2/income')
  expect(fileFiling(desk.session, 'books_2')).toBeUndefined()
  expect(desk.session.workbook().book.filing('books_2')?.status).toBe('filed')
  expect(reopenFiling(desk.session, 'books_2', 'error_restated', 'A figure was wrong')).toBeUndefined()
  deleteFiling(desk.session, 'books_2')
  expect(desk.session.workbook().book.filing('books_2')).toBeUndefined()
  expect(desk.where()).toContain('books/income')
})

it('a comment is written on a filed filing, changed and deleted', () => {
  desk.show('impac_2007_q3', 'income')
  const at = { ref: { schedule: 'income', line: 'interest_income', column: 'q3_2007' }, scenario: null }
  const comments = () => desk.session.workbook().book.comments('impac_2007_q3')
  expect(addComment(desk.session, at, 'Agreed to the release')).toBeUndefined()
  expect(comments()).toMatchObject([{ text: 'Agreed to the release', author: 'controller' }])
  expect(changeComment(desk.session, at, comments()[0]!, 'Agreed')).toBeUndefined()
  expect(comments()).toMatchObject([{ text: 'Agreed' }])
  expect(deleteComment(desk.session, at, comments()[0]!)).toBeUndefined()
  expect(comments()).toEqual([])
})
