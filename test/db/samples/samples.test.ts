/**
 * The sample filings are well formed, hold the ids of the golden files and refer only to what exists.
 */
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { filingSchema } from '../../../shared/model/filing.ts'
import { isId } from '../../../shared/model/cell.ts'
import type { Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { TAX_FUNCTIONS } from '../../../shared/tax/functions.ts'
import { SAID, golden, goldenLines, type GoldenFile } from './golden.ts'

const filings = sampleFilings()
const press = filings[0]!
const letter = filings[1]!

const COLUMNS: [Filing, Exclude<GoldenFile, 'propagation'>, string[]][] = [
  [press, 'income', ['q3_2007', 'q2_2007', 'variance', 'percent']],
  [press, 'reconciliation', ['q3_2007', 'q2_2007', 'q3_2006', 'm9_2007', 'q1_2007']],
  [press, 'equity', ['q1_2007', 'q2_2007', 'q3_2007']],
  [
    letter,
    'trusts',
    [
      'afs',
      'collateral',
      'derivative_assets',
      'reo',
      'trust_assets',
      'borrowings',
      'derivative_liabilities',
      'trust_liabilities',
      'residual',
      'long_term_debt',
    ],
  ],
  [letter, 'equity', ['fy_2009']],
]

/** Workings of the first quarter's dividends, which the golden file does not have: details of their line, outside the filing copy. */
const WORKINGS = [
  'common_dividends_reading',
  'dividend_for_quarter',
  'dividend_for_quarter_before',
  'common_dividend_per_share',
  'common_shares',
]

/** The lines that the golden file has. */
function linesOf(filing: Filing, id: string): Line[] {
  const { lines } = scheduleOf(filing, id)
  return filing === press && id === 'equity' ? lines.filter((line) => !WORKINGS.includes(line.id)) : lines
}

function scheduleOf(filing: Filing, id: string): Schedule {
  return filing.schedules.find((schedule) => schedule.id === id)!
}

test('both are filed, in order, and pass the schema that guards storage', () => {
  expect(filings.map((filing) => [filing.id, filing.status])).toEqual([
    ['impac_2007_q3', 'filed'],
    ['impac_2009', 'filed'],
  ])
  for (const filing of filings) expect(filingSchema.parse(filing)).toEqual(filing)
})

test('each call gives copies of its own', () => {
  const mine = sampleFilings()
  mine[0]!.schedules[0]!.lines.length = 0
  mine[0]!.schedules[0]!.cells[0]!.input = '1'
  expect(sampleFilings()).toEqual(filings)
})

test.each(COLUMNS.map(([filing, id, columns]) => ({ name: `${filing.id} ${id}`, filing, id, columns })))(
  '$name has the lines and columns of the golden file, in order',
  ({ filing, id, columns }) => {
    const schedule = scheduleOf(filing, id)
    const lines = goldenLines(filing.id, id)
    expect(schedule.columns.map((column) => column.id)).toEqual(columns)
    const own = linesOf(filing, id)
    expect(own.map((line) => line.id)).toEqual(lines.map((record) => record['line']))
    expect(own.map((line) => line.label)).toEqual(lines.map((record) => record['label']))
    expect(own.map((line) => line.parent ?? '')).toEqual(lines.map((record) => record['parent'] ?? ''))
  },
)

test('the schedules are those of the golden files, for 2007 those of the tax year and of liquidity, for 2009 the gain of the trusts', () => {
  expect(press.schedules.map((schedule) => schedule.id)).toEqual([
    'income',
    'reconciliation',
    'equity',
    'distribution_test',
    'nol_years',
    'nol',
    'liquidity',
  ])
  expect(letter.schedules.map((schedule) => schedule.id)).toEqual(['trusts', 'trust_gain', 'equity'])
})

test('line kinds are those of the golden files', () => {
  for (const [filing, id] of COLUMNS) {
    if (id === 'reconciliation') continue
    const kinds = goldenLines(filing.id, id).map((record) => [record['line'], record['kind']])
    expect(linesOf(filing, id).map((line) => [line.id, line.kind])).toEqual(kinds)
  }
})

test('reconciliation lines carry the golden types and notes', () => {
  const types: Record<string, string> = { 'entity scope': 'entity_scope', 'allocation to preferred': 'allocation' }
  const structural = new Set(['start', 'heading', 'total', 'per share', 'shares'])
  for (const record of golden('reconciliation')) {
    const line = scheduleOf(press, 'reconciliation').lines.find(({ id }) => id === record['line'])!
    const type = record['type']!
    expect([line.id, line.type]).toEqual([line.id, structural.has(type) ? undefined : (types[type] ?? type)])
    expect([line.id, line.notes ?? []]).toEqual([line.id, record['note'] === '' ? [] : [record['note']]])
  }
})

test('mirroring adjustments name the golden source line and sign', () => {
  const named = new Map(
    scheduleOf(press, 'reconciliation')
      .lines.filter((line) => line.source)
      .map((line) => [line.id, `${line.source!.sign === -1 ? '- ' : ''}${line.source!.line}`]),
  )
  const expected = new Map<string, string>()
  for (const record of golden('reconciliation')) {
    // The first line of a sum is the one that moves. Net earnings and the share count are read, not adjustments.
    const match = /^(?:- )?(?:income|equity)\.[a-z_]+/.exec(record['gaap_source_line']!)
    const read = record['type'] === 'start' || record['type'] === 'shares'
    if (match && !read) expected.set(record['line']!, match[0])
  }
  expect(expected.size).toBe(6)
  expect(named).toEqual(expected)
})

test('each source line has cells in every column that the adjustment links to, and answers in the stated sign', () => {
  for (const line of scheduleOf(press, 'reconciliation').lines) {
    if (!line.source) continue
    const [schedule, id] = line.source.line.split('.') as [string, string]
    const source = scheduleOf(press, schedule)
    for (const column of line.columns ?? line.only!) {
      const input = source.cells.find((cell) => cell.line === id && cell.column === column)
      expect(input, `${line.source.line}@${column}`).toBeDefined()
    }
    expect(line.formula!.startsWith('= -')).toBe(line.source.sign === -1)
  }
})

/** Words of a formula that are functions, not references. */
const FUNCTIONS = new Set([
  'sum',
  'round',
  'printed',
  'percent_change',
  'needs',
  'as_filed',
  'if',
  'and',
  'not',
  'is_blank',
  'abs',
  'max',
  'min',
  ...Object.keys(TAX_FUNCTIONS),
])

/** Names in a formula that stand for nothing in the filing. */
function dangling(filing: Filing, schedule: Schedule, formula: string): string[] {
  const missing: string[] = []
  // Both ends of a range in another schedule are of that schedule.
  const named = formula
    .replaceAll(/(\w+\.\w+)@(\w+)\.\.@(\w+)/g, '$1@$2 + $1@$3')
    .replaceAll(/([a-z]\w*)\.([a-z]\w*)\.\.([a-z]\w*)/g, '$1.$2 + $1.$3')
  for (const [name, , other, line, column] of named.matchAll(
    /((?:([a-z][a-z0-9_]*)\.(?=[a-z]))?([a-z][a-z0-9_]*))?(?:@([a-z][a-z0-9_]*))?/g,
  )) {
    if (name === '' || (line !== undefined && FUNCTIONS.has(line))) continue
    const target = other === undefined ? schedule : filing.schedules.find(({ id }) => id === other)
    const lineExists = line === undefined || target?.lines.some(({ id }) => id === line)
    const columnExists = column === undefined || target?.columns.some(({ id }) => id === column)
    if (!lineExists || !columnExists) missing.push(name)
  }
  return missing
}

test('formulas refer to lines and columns that exist', () => {
  const income = scheduleOf(press, 'income')
  expect(dangling(press, income, '= net_earnings + nothing - equity.closing@q9_2007')).toEqual([
    'nothing',
    'equity.closing@q9_2007',
  ])
  let formulas = 0
  for (const filing of filings) {
    for (const schedule of filing.schedules) {
      const texts = [
        ...schedule.lines.map((line) => line.formula),
        ...schedule.columns.map((column) => column.formula),
        ...schedule.cells.map((cell) => (cell.input!.startsWith('=') ? cell.input! : undefined)),
      ].filter((text) => text !== undefined)
      formulas += texts.length
      for (const text of texts) expect([text, dangling(filing, schedule, text)]).toEqual([text, []])
    }
  }
  expect(formulas).toBeGreaterThan(35)
})

test('everything else that is named exists', () => {
  for (const filing of filings) {
    const names = new Set(filing.schedules.flatMap(({ id, lines }) => lines.map((line) => `${id}.${line.id}`)))
    for (const schedule of filing.schedules) {
      const lines = new Set(schedule.lines.map(({ id }) => id))
      const columns = new Set(schedule.columns.map(({ id }) => id))
      const marks = new Set((schedule.notes ?? []).map(({ mark }) => mark))
      const used = new Set<string>()
      for (const id of [schedule.id, ...lines, ...columns]) expect(isId(id), id).toBe(true)
      for (const cell of [...schedule.cells, ...schedule.facts!]) {
        expect(lines).toContain(cell.line)
        expect(columns).toContain(cell.column)
        const only = schedule.lines.find(({ id }) => id === cell.line)!.only
        if (only) expect(only).toContain(cell.column)
      }
      for (const line of schedule.lines) {
        for (const column of [...(line.columns ?? []), ...(line.only ?? [])]) expect(columns).toContain(column)
        if (line.parent !== undefined) expect(lines).toContain(line.parent)
        if (line.source) expect(names).toContain(line.source.line)
        for (const reason of line.reasons ?? []) {
          if (reason.alongside !== undefined) expect(names).toContain(reason.alongside)
        }
        for (const mark of line.notes ?? []) used.add(mark)
      }
      for (const group of schedule.groups ?? []) {
        const at = schedule.columns.findIndex(({ id }) => id === group.columns[0])
        expect(schedule.columns.slice(at, at + group.columns.length).map(({ id }) => id)).toEqual(group.columns)
        for (const mark of group.notes ?? []) used.add(mark)
      }
      expect([...used].sort()).toEqual([...marks].sort())
      if (schedule.start !== undefined) expect(lines).toContain(schedule.start)
    }
    for (const headline of filing.headlines!) {
      for (const line of headline.lines) expect(names).toContain(line.split('@')[0])
    }
    // The distribution test computes it.
    expect(filing.minimumDistribution).toBeUndefined()
  }
})

test('a cell has one input and one fact at most', () => {
  for (const filing of filings) {
    for (const schedule of filing.schedules) {
      for (const list of [schedule.cells, schedule.facts!]) {
        const keys = list.map(({ line, column }) => `${line}@${column}`)
        expect(new Set(keys).size).toBe(keys.length)
      }
    }
  }
})

test('the reconciliation has eleven notes: 1 on the period heads, 2 on the heading line', () => {
  const { notes, groups, lines } = scheduleOf(press, 'reconciliation')
  expect(notes!.map(({ mark }) => mark)).toEqual(Array.from({ length: 11 }, (_, i) => `${i + 1}`))
  expect(groups!.map((group) => group.notes)).toEqual([['1'], ['1'], ['1']])
  expect(lines.find(({ kind }) => kind === 'heading')!.notes).toEqual(['2'])
})

test('the filing copy of the reconciliation keeps the four published columns', () => {
  const { columns } = scheduleOf(press, 'reconciliation')
  expect(columns.filter((column) => column.filingCopy !== false).map(({ id }) => id)).toEqual([
    'q3_2007',
    'q2_2007',
    'q3_2006',
    'm9_2007',
  ])
  expect(columns.filter((column) => column.origin).map(({ id, origin }) => [id, origin])).toEqual([
    ['q1_2007', 'derived'],
  ])
})

test('reasons are sentences, to which the full stop is added: short where one sentence says it', () => {
  const reasons = filings.flatMap(({ schedules }) =>
    schedules.flatMap(({ lines }) => lines.flatMap((line) => line.reasons ?? [])),
  )
  expect(reasons.length).toBeGreaterThan(30)
  for (const { text } of reasons) {
    expect(text).toMatch(/^[A-Z].{10,}[^.]$/)
    expect(text.split('. ')[0]!.length, text).toBeLessThanOrEqual(120)
  }
})

test('the sentence of each golden edit is a reason of the line where the edit ends', () => {
  let matched = 0
  for (const { edit, schedule, line } of golden('propagation') as { edit: string; schedule: string; line: string }[]) {
    const wanted = SAID[edit]
    expect(wanted, edit).toBeDefined()
    const own = press.schedules.flatMap(({ id, lines }) => (id === schedule ? lines : [])).find(({ id }) => id === line)
    if (own?.reasons?.some(({ text }) => text === wanted)) matched++
  }
  // The rest: no edit, a difference from books, a turn of the sign, and two whose edit is carried to a source line.
  expect(matched).toBe(14)
})
