/** What is said of a draft's figure goes with the figure, and comes back by undo. */
import { expect, test } from 'vitest'
import { readBook } from '../../../../renderer/session/book/book.ts'
import { withFacts } from '../../../../renderer/session/book/draft_facts.ts'
import { inverse } from '../../../../shared/model/change_set.ts'
import type { CellEdit } from '../../../../shared/model/changes/cell.ts'
import type { CellFact, Filing } from '../../../../shared/model/filing.ts'

const FACTS: CellFact[] = [
  { line: 'fees', column: 'q1', origin: 'published', perSource: '10' },
  { line: 'other', column: 'q1', origin: 'balancing', how: 'the remainder', perSource: '3', remark: 'see the letter' },
  { line: 'tax', column: 'q1', remark: 'agreed' },
]

function filing(status: 'draft' | 'filed'): Filing {
  const lines = ['fees', 'other', 'tax', 'rent'].map((id) => ({ id, label: id, kind: 'input' as const }))
  const cells = lines.map(({ id }) => ({ schedule: 'income', line: id, column: 'q1', input: '10' }))
  const columns = [{ id: 'q1', label: 'Q1', kind: 'duration' as const }]
  return { id: 'small', title: 'Small', status, schedules: [{ id: 'income', columns, lines, cells, facts: FACTS }] }
}

function typed(line: string, scenario: string | null = null): CellEdit {
  return { kind: 'cell', schedule: 'income', line, column: 'q1', scenario, before: '10', after: '11' }
}

test('another figure is not published, nor the one that the source prints; a remark and what it is by nature stay', () => {
  const changes = withFacts(
    filing('draft'),
    ['fees', 'other', 'tax', 'rent'].map((line) => typed(line)),
  )
  expect(changes.flatMap((change) => (change.kind === 'fact' ? [[change.line, change.after]] : []))).toEqual([
    ['fees', null],
    ['other', { line: 'other', column: 'q1', origin: 'balancing', how: 'the remainder', remark: 'see the letter' }],
  ])
})

test('a filed filing and a scenario say the same as before', () => {
  expect(withFacts(filing('filed'), [typed('fees')])).toEqual([typed('fees')])
  expect(withFacts(filing('draft'), [typed('fees', 'test')])).toEqual([typed('fees', 'test')])
})

test('the inverse leaves what stood', () => {
  const book = readBook([{ filing: filing('draft'), scenarios: [], comments: [] }])
  const changes = withFacts(book.filing('small'), [typed('fees'), typed('other')])
  book.apply('small', changes)
  expect(book.filing('small')!.schedules[0]!.facts).toHaveLength(2)
  book.apply('small', inverse(changes))
  const facts = book.filing('small')!.schedules[0]!.facts!
  expect(facts.toSorted((a, b) => (a.line < b.line ? -1 : 1))).toEqual(FACTS)
})
