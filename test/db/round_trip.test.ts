/** What is stored reads back the same, and a closed workbook is one file. */
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleFilings } from '../../db/samples/samples.ts'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { CellFact, Column, Filing, Line, Schedule } from '../../shared/model/filing.ts'
import { failure, filings, newPath, options } from './workbook_fixture.ts'

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const label = fc.string({ unit: 'grapheme', maxLength: 20 })
const input = fc.oneof(
  fc.constantFrom('1,234.5', '(7)', '= a - b', '-'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)

const line: fc.Arbitrary<Line> = fc.record(
  {
    id,
    label,
    kind: fc.constantFrom('input', 'formula', 'heading', 'text'),
    formula: label,
    only: fc.array(id, { maxLength: 2 }),
    format: fc.constantFrom('amount', 'per_share', 'shares', 'percent', 'text'),
    decimals: fc.integer({ min: 0, max: 10 }),
    source: fc.constantFrom({ line: 'income.net', sign: 1 as const }, { line: 'income.net', sign: -1 as const }),
    currency: fc.boolean(),
  },
  { requiredKeys: ['id', 'label', 'kind'], noNullPrototype: true },
)

const column: fc.Arbitrary<Column> = fc.record(
  { id, label, kind: fc.constantFrom('duration', 'instant', 'component', 'computed'), all: fc.boolean(), how: label },
  { requiredKeys: ['id', 'label', 'kind'], noNullPrototype: true },
)

const byId = { selector: (item: { id: string }) => item.id }

const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    id,
    title: fc.option(label, { nil: undefined }),
    lines: fc.uniqueArray(line, { ...byId, maxLength: 5 }),
    columns: fc.uniqueArray(column, { ...byId, maxLength: 4 }),
    inputs: fc.array(fc.option(input, { nil: null }), { minLength: 20, maxLength: 20 }),
    remarks: fc.array(fc.option(label, { nil: null }), { minLength: 20, maxLength: 20 }),
  })
  .map(({ inputs, remarks, title, ...rest }) => {
    const made: Schedule = { ...rest, cells: [] }
    if (title !== undefined) made.title = title
    const facts: CellFact[] = []
    for (const [l, { id: line }] of made.lines.entries()) {
      for (const [c, { id: column }] of made.columns.entries()) {
        const place = l * 4 + c
        const text = inputs[place] ?? null
        if (text !== null) made.cells.push({ schedule: made.id, line, column, input: text })
        const remark = remarks[place] ?? null
        if (remark !== null) facts.push({ line, column, remark, origin: 'published' })
      }
    }
    return facts.length > 0 ? { ...made, facts } : made
  })

const filing: fc.Arbitrary<Filing> = fc.record(
  {
    id,
    title: label,
    schedules: fc.uniqueArray(schedule, { ...byId, maxLength: 3 }),
    status: fc.constantFrom('filed', 'draft'),
    unaudited: fc.boolean(),
  },
  { requiredKeys: ['id', 'title', 'schedules'], noNullPrototype: true },
)

test('random filings read back as they were given, at once and after reopening', () => {
  fc.assert(
    fc.property(fc.uniqueArray(filing, { ...byId, maxLength: 3 }), (given) => {
      const path = newPath()
      const workbook = createWorkbook(path, given, options())
      expect(workbook.read().filings).toStrictEqual(given.map((filing) => ({ filing, scenarios: [], comments: [] })))
      workbook.close()
      const again = openWorkbook(path, options())
      expect(again.read().filings).toStrictEqual(given.map((filing) => ({ filing, scenarios: [], comments: [] })))
      again.close()
    }),
    { numRuns: 60 },
  )
})

test('the sample filings read back as they were given', () => {
  const workbook = createWorkbook(newPath(), sampleFilings(), options())
  expect(workbook.read().filings.map((stored) => stored.filing)).toEqual(sampleFilings())
  workbook.close()
})

test('creation is entry 1 of the change log and cannot be undone', () => {
  const workbook = createWorkbook(newPath(), filings(), options())
  expect(workbook.read()).toMatchObject({ number: 1, undo: null, redo: null })
  expect(workbook.log({ limit: 10 })).toMatchObject([
    {
      number: 1,
      kind: 'created',
      author: 'A. Controller',
      time: '2026-03-04T12:00:00.000Z',
      filing: null,
      changeCount: 0,
    },
  ])
  expect(failure(() => workbook.undo(1)).kind).toBe('refused')
  workbook.close()
})

test('a closed workbook is one file beside its backups', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  workbook.remember({ theme: 'dark' })
  workbook.close()
  expect(readdirSync(dirname(path)).sort()).toEqual(['Books.tieout', 'Books.tieout-backups'])
})

test('a filing that contradicts itself creates no file', () => {
  const path = newPath()
  const [filed] = filings() as [Filing]
  const orphan = structuredClone(filed)
  orphan.schedules[0]!.cells.push({ schedule: 'income', line: 'nowhere', column: 'q3', input: '1' })
  expect(() => createWorkbook(path, [orphan], options())).toThrow(/FOREIGN KEY/)
  const twice = structuredClone(filed)
  twice.schedules[0]!.lines.push({ id: 'net', label: 'Again', kind: 'input' })
  expect(() => createWorkbook(path, [twice], options())).toThrow(/UNIQUE/)
  const astray = structuredClone(filed)
  astray.schedules[0]!.cells.push({ schedule: 'equity', line: 'net', column: 'q3', input: '1' })
  expect(() => createWorkbook(path, [astray], options())).toThrow(/stands among/)
  expect(readdirSync(dirname(path))).toEqual([])
})

test('an existing file is never overwritten', () => {
  const path = newPath()
  createWorkbook(path, filings(), options()).close()
  expect(failure(() => createWorkbook(path, [], options())).kind).toBe('refused')
  const workbook = openWorkbook(path, options())
  expect(workbook.read().filings).toHaveLength(2)
  workbook.close()
})

test('the view is remembered beside the log, merged by name', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  workbook.remember({ theme: 'dark', panels: { left: 20 }, scenarios: { press_release: 'as_filed' } })
  workbook.remember({ widths: { 'press_release/income/q3': 120 }, zoom: 125, density: 'compact' })
  workbook.remember({ widths: { 'press_release/income/q2': 90 }, panel: 'notes', panelOpen: false })
  workbook.remember({ panels: { right: 30 }, scenarios: { plan: 'gone' }, folded: ['press_release/income/net'] })
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.view()).toEqual({
    theme: 'dark',
    panels: { left: 20, right: 30 },
    widths: { 'press_release/income/q3': 120, 'press_release/income/q2': 90 },
    zoom: 125,
    density: 'compact',
    panel: 'notes',
    panelOpen: false,
    scenarios: { press_release: 'as_filed' },
    folded: ['press_release/income/net'],
  })
  expect(again.read().number).toBe(1)
  expect(failure(() => again.remember({ theme: 'pink' } as never)).kind).toBe('invalid')
  again.close()
})
