/**
 * Comments on paper: numbered at their cells and told below in a workpaper copy, absent from a filing copy.
 */
import { describe, expect, test } from 'vitest'
import type { CellComment } from '../../../shared/model/changes/comment.ts'
import { commentBlocks, commentNumbers } from '../../../shared/print/comments.ts'
import type { PrintCell, PrintDocument } from '../../../shared/print/document.ts'
import { suffixEms } from '../../../shared/print/layout.ts'
import { printed, sample } from './sample_documents.ts'

const filing = sample('impac_2007_q3')

function comment(line: string, column: string, text: string, more: Partial<CellComment> = {}): CellComment {
  return { schedule: 'reconciliation', line, column, text, author: 'A. Controller', time: TIME, ...more }
}

const TIME = '2026-03-04T10:15:59.123Z'

function cellOf(document: PrintDocument, line: string, column: string): PrintCell {
  const at = document.columns.findIndex(({ id }) => id === column)
  return document.rows.find(({ id }) => id === line)!.cells[at]!
}

/** Marks and texts of the items under a heading. */
function itemsUnder(document: PrintDocument, heading: string): [string, string][] {
  const start = document.blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  if (start < 0) return []
  const items: [string, string][] = []
  for (const block of document.blocks.slice(start + 1)) {
    if (block.kind !== 'item') break
    items.push([block.mark, block.text])
  }
  return items
}

const COMMENTS = [
  // Out of order on purpose: paper follows the schedule, and time within a cell.
  comment('taxable_income', 'q2_2007', 'Agrees with the earlier release.'),
  comment('loan_loss_provisions', 'q3_2007', 'Later word.', { time: '2026-03-05T08:00:00Z', author: 'B. Reviewer' }),
  comment('loan_loss_provisions', 'q3_2007', 'Per the servicer report.'),
  comment('provision_for_loan_losses', 'q3_2007', 'Of another schedule.', { schedule: 'income' }),
]

describe('a workpaper copy', () => {
  const document = printed(filing, 'reconciliation', { mode: 'workpaper', comments: COMMENTS })

  test('numbers the commented cells in the order of the schedule and marks no other', () => {
    expect(cellOf(document, 'loan_loss_provisions', 'q3_2007').comment).toBe('1')
    expect(cellOf(document, 'taxable_income', 'q2_2007').comment).toBe('2')
    expect(document.rows.flatMap(({ cells }) => cells.flatMap(({ comment: mark }) => mark ?? []))).toEqual(['1', '2'])
  })

  test('tells each comment with its cell, author and time, oldest first, those of other schedules not', () => {
    expect(itemsUnder(document, 'Comments')).toEqual([
      [
        '[1]',
        'Loan loss provisions, Three Months Ended September 30, 2007. A. Controller, 2026-03-04 10:15 UTC: Per the servicer report.',
      ],
      ['\u00a0', 'B. Reviewer, 2026-03-05 08:00 UTC: Later word.'],
      [
        '[2]',
        expect.stringMatching(/, Three Months Ended June 30, 2007\. A\. Controller, 2026-03-04 10:15 UTC: Agrees/),
      ],
    ])
  })

  test('keeps room for the number beside the figures of its column', () => {
    const plain = printed(filing, 'reconciliation', { mode: 'workpaper' })
    const [with1, without] = [document, plain].map(({ columns }) => columns.find(({ id }) => id === 'q3_2007')!)
    expect(suffixEms(with1!)).toBeGreaterThan(suffixEms(without!))
    const [other, same] = [document, plain].map(({ columns }) => columns.find(({ id }) => id === 'm9_2007')!)
    expect(suffixEms(other!)).toBe(suffixEms(same!))
  })

  test('without comments has no such list', () => {
    const { blocks } = printed(filing, 'reconciliation', { mode: 'workpaper', comments: [] })
    expect(blocks.some((block) => block.kind === 'heading' && block.text === 'Comments')).toBe(false)
  })
})

test('a filing copy has neither numbers nor comments', () => {
  const document = printed(filing, 'reconciliation', { mode: 'filing', comments: COMMENTS })
  expect(document).toEqual(printed(filing, 'reconciliation', { mode: 'filing' }))
  expect(JSON.stringify(document)).not.toContain('servicer')
})

test('a detail that bears a comment stands on the page with its mark', () => {
  const income = filing.schedules.find(({ id }) => id === 'income')!
  const detail = income.lines.find(({ parent }) => parent !== undefined)!
  const plain = printed(filing, 'income', { mode: 'workpaper' })
  expect(plain.rows.some(({ id }) => id === detail.id)).toBe(false)
  const comments = [comment(detail.id, 'q3_2007', 'On a detail.', { schedule: 'income' })]
  const document = printed(filing, 'income', { mode: 'workpaper', comments })
  expect(cellOf(document, detail.id, 'q3_2007').comment).toBe('1')
  expect(itemsUnder(document, 'Comments')).toEqual([['[1]', expect.stringContaining(`${detail.label}, `)]])
})

test('a comment marks a blank and an undisclosed cell as well', () => {
  const comments = [comment('opening', 'q1_2007', 'Asked of the registrant.', { schedule: 'equity' })]
  const document = printed(filing, 'equity', { mode: 'workpaper', comments })
  expect(cellOf(document, 'opening', 'q1_2007')).toEqual({ kind: 'not_disclosed', comment: '1' })
})

test('several lines stay lines, an unnamed author leaves the time alone, and a very long one is continued', () => {
  const schedule = filing.schedules.find(({ id }) => id === 'reconciliation')!
  const blocks = commentBlocks(schedule, [
    comment('net_earnings', 'q3_2007', 'First.\n\n  Second.\nThird.', { author: '' }),
    comment('net_earnings', 'q2_2007', 'Long words. '.repeat(300).trim()),
  ])
  const texts = blocks.map((block) => (block.kind === 'chart' ? '' : block.text))
  expect(texts[1]).toMatch(/2007\. 2026-03-04 10:15 UTC: First\.$/)
  expect(texts.slice(2, 4)).toEqual(['Second.', 'Third.'])
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(1500)
  expect(texts.join(' ').match(/Long words\./g)).toHaveLength(300)
})

test('numbers count cells, not comments, and a schedule without any has none', () => {
  const schedule = filing.schedules.find(({ id }) => id === 'reconciliation')!
  expect([...commentNumbers(schedule, COMMENTS).values()]).toEqual(['1', '2'])
  expect(
    commentNumbers(
      filing.schedules.find(({ id }) => id === 'equity')!,
      COMMENTS,
    ).size,
  ).toBe(0)
})

test('a note written on several lines keeps them on paper, in either copy', () => {
  const noted = structuredClone(filing)
  const schedule = noted.schedules.find(({ id }) => id === 'reconciliation')!
  schedule.notes![0]!.text = 'One.\n\nTwo.'
  for (const mode of ['filing', 'workpaper'] as const) {
    const document = printed(noted, 'reconciliation', { mode })
    expect(itemsUnder(document, 'Notes (summarized)').slice(0, 2)).toEqual([
      ['(1)', 'One.'],
      ['\u00a0', 'Two.'],
    ])
  }
})

test('a long comment goes on in the next item between characters, not within one', () => {
  const family = '👩‍👩‍👧‍👦'
  const document = printed(filing, 'reconciliation', {
    mode: 'workpaper',
    comments: [comment('taxable_income', 'q2_2007', family.repeat(400))],
  })
  const items = document.blocks.flatMap((block) =>
    block.kind === 'item' && block.text.includes('👩') ? [block.text] : [],
  )
  expect(items.length).toBeGreaterThan(1)
  for (const text of items) expect(text.replaceAll(family, '')).not.toMatch(/\p{Extended_Pictographic}|\u200d|\p{Cs}/u)
  expect(items.join('').split(family).length - 1).toBe(400)
})
