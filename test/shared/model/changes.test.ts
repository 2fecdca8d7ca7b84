/** Every kind of change: its schema, what it does to what is held, that its inverse takes it back, and what it touches. */
import { describe, expect, test } from 'vitest'
import { inverse } from '../../../shared/model/change_set.ts'
import { holdWorkbook, type HeldWorkbook } from '../../../shared/model/changes/held.ts'
import {
  applyChanges,
  changeSchema,
  isStructural,
  leaves,
  meets,
  toldAt,
  type Change,
} from '../../../shared/model/changes/kinds.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { StoredFiling } from '../../../shared/model/stored_filing.ts'

const filing: Filing = {
  id: 'plan',
  title: 'Plan',
  status: 'draft',
  schedules: [
    {
      id: 'income',
      title: 'Income',
      lines: [
        { id: 'a', label: 'A', kind: 'input' },
        { id: 'b', label: 'B', kind: 'input' },
      ],
      columns: [{ id: 'q', label: 'Q', kind: 'duration' }],
      cells: [
        { schedule: 'income', line: 'a', column: 'q', input: '1' },
        { schedule: 'income', line: 'b', column: 'q', input: '2' },
      ],
      facts: [{ line: 'a', column: 'q', origin: 'published' }],
    },
  ],
}
const comment = {
  schedule: 'income',
  line: 'a',
  column: 'q',
  text: 'Why?',
  author: 'A',
  time: '2026-01-01T00:00:00.000Z',
}
const id = '3f1f2f0a-6f6b-4c83-9f0d-0c9b7a5f2c11'
const stored: StoredFiling = {
  filing,
  scenarios: [{ id: 'stress', name: 'Stress', description: '', position: 0, cells: [] }],
  comments: [{ id, ...comment }],
}
const at = { schedule: 'income', line: 'a', column: 'q' }
const [head, other] = [
  { id: 'income', title: 'Income' },
  { id: 'other', title: 'Other', lines: [], columns: [], cells: [] },
]
const { schedules: _schedules, ...filingHead } = filing

/** One of each kind, and of those that do more than one thing another. */
const CHANGES: Record<string, Change> = {
  'an input of the base': { kind: 'cell', ...at, scenario: null, before: '1', after: '7' },
  'an input of the base removed': { kind: 'cell', ...at, scenario: null, before: '1', after: null },
  'an input of a scenario': { kind: 'cell', ...at, scenario: 'stress', before: null, after: '7' },
  'a scenario made': {
    kind: 'scenario',
    scenario: 'mild',
    before: null,
    after: { name: 'Mild', description: '', position: 1, standsOn: 'stress' },
  },
  'a line made': {
    kind: 'line',
    schedule: 'income',
    line: 'c',
    before: null,
    after: { definition: { id: 'c', label: 'C', kind: 'input' }, at: 1 },
  },
  'a column made': {
    kind: 'column',
    schedule: 'income',
    column: 'p',
    before: null,
    after: { definition: { id: 'p', label: 'P', kind: 'duration' }, at: 0 },
  },
  'a fact removed': { kind: 'fact', ...at, before: { line: 'a', column: 'q', origin: 'published' }, after: null },
  'a schedule made': { kind: 'schedule', schedule: 'other', before: null, after: { definition: other, at: 0 } },
  'a head of a schedule': {
    kind: 'schedule_head',
    schedule: 'income',
    before: { definition: head, at: 0 },
    after: { definition: { ...head, caption: 'For the quarter' }, at: 0 },
  },
  'a filing filed': {
    kind: 'filing',
    before: { definition: filingHead, at: 0 },
    after: { definition: { ...filingHead, status: 'filed' }, at: 0 },
  },
  'a comment removed': { kind: 'comment', comment: id, before: comment, after: null },
}

/** What is held, in a form in which the order of inputs and facts does not tell. */
function told({ filings, order }: HeldWorkbook): unknown {
  return [order, [...filings].map(([name, held]) => [name, { ...held, filing: sorted(held.filing), places: null }])]
}

function byText(list: readonly unknown[] = []): string[] {
  return list.map((one) => JSON.stringify(one)).sort()
}

function sorted({ schedules, ...rest }: Filing): unknown {
  return {
    ...rest,
    schedules: schedules.map((one) => ({ ...one, cells: byText(one.cells), facts: byText(one.facts) })),
  }
}

describe.each(Object.entries(CHANGES))('%s', (_, change) => {
  test('is well formed', () => expect(changeSchema.parse(change)).toEqual(change))

  test('changes what is held, and its inverse takes it back', () => {
    const workbook = holdWorkbook([structuredClone(stored)])
    const before = structuredClone(told(workbook))
    applyChanges(workbook, 'plan', [change])
    expect(told(workbook)).not.toEqual(before)
    applyChanges(workbook, 'plan', inverse([change]))
    expect(told(workbook)).toEqual(before)
  })

  test('meets the marks that it leaves: a later change of the same is in its way', () => {
    const left = new Set(leaves(change))
    expect(meets(change).some(([mark]) => left.has(mark))).toBe(true)
  })
})

test('places of inputs follow them, whatever was taken out', () => {
  const workbook = holdWorkbook([structuredClone(stored)])
  applyChanges(workbook, 'plan', [CHANGES['an input of the base removed']!, CHANGES['an input of a scenario']!])
  const held = workbook.filings.get('plan')!
  expect([...held.places]).toEqual([['income.b@q', 0]])
  expect(held.filing.schedules[0]!.cells).toEqual([{ schedule: 'income', line: 'b', column: 'q', input: '2' }])
  expect(held.scenarios.get('stress')!.cells.get('income.a@q')!.input).toBe('7')
})

test('what was handed out stays as it is', () => {
  const workbook = holdWorkbook([structuredClone(stored)])
  const shown = workbook.filings.get('plan')!.filing
  for (const change of Object.values(CHANGES)) {
    applyChanges(workbook, 'plan', [change])
    applyChanges(workbook, 'plan', inverse([change]))
  }
  expect(shown).toEqual(filing)
})

test('structure is what needs a draft; the history of a cell tells of its inputs and comments', () => {
  const structural = Object.values(CHANGES).filter(isStructural)
  expect(structural.map(({ kind }) => kind)).toEqual(['line', 'column', 'fact', 'schedule', 'schedule_head'])
  const told = Object.values(CHANGES).filter((change) => toldAt(change).length > 0)
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['cell', 'comment']))
})

test('a change of a filing that is not there is a fault', () => {
  const workbook = holdWorkbook([])
  expect(() => applyChanges(workbook, 'plan', [CHANGES['a line made']!])).toThrow('There is no filing plan.')
})
