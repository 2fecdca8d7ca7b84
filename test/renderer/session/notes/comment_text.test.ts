/**
 * The words around comments: titles of the change log and what is read out with a cell.
 */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import {
  authorName,
  commentTitle,
  markWords,
  quoted,
  spokenComments,
} from '../../../../renderer/session/notes/comment_text.ts'
import { findCell } from '../../../../shared/model/lookup.ts'

const found = findCell(
  sampleFilings().find(({ id }) => id === 'impac_2007_q3'),
  { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' },
)!

function comment(text: string, author = 'A. Controller') {
  return { schedule: 'income', line: 'a', column: 'b', text, author, time: '2026-03-04T10:15:59.123Z' }
}

describe('the title of a comment in the change log', () => {
  const cell = 'Provision for loan losses, Three Months Ended September 30, 2007'

  it('names the cell and what was done, with the words', () => {
    expect(commentTitle(found, 'added', 'Per the servicer.')).toBe(`Comment on ${cell}: “Per the servicer.”`)
    expect(commentTitle(found, 'changed', 'Per him.')).toBe(`Comment on ${cell} changed: “Per him.”`)
    expect(commentTitle(found, 'deleted', 'Per him.')).toBe(`Comment on ${cell} deleted: “Per him.”`)
  })

  it('stays within what the change log takes, on one line, broken between words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 10_000 }), (text) => {
        const title = quoted(text)
        expect(title.length).toBeLessThanOrEqual(123)
        expect(title).not.toMatch(/\n/)
        expect(title).toMatch(/^“.*”$/su)
      }),
    )
    expect(quoted('word '.repeat(40))).toBe(`“${'word '.repeat(24).trim()}…”`)
    expect(quoted(' two\n lines ')).toBe('“two lines”')
  })
})

it('a commented cell says so, and whose words they are', () => {
  expect([markWords(1), markWords(3)]).toEqual(['has a comment', 'has 3 comments'])
  expect(spokenComments([comment('One.'), comment('Two.', '')])).toBe(
    'Comment by A. Controller: One. Comment by Unnamed: Two',
  )
  expect(authorName({ author: '  ' })).toBe('Unnamed')
})
