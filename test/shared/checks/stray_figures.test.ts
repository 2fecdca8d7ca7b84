/**
 * A figure that no total takes in is flagged in a draft: an entered line that nothing reads, details beside an entered
 * total that they do not add up to. Filings as templates and rolls make them have none.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import { straySubjects } from '../../../shared/checks/stray_figures.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Column, Filing, Line } from '../../../shared/model/filing.ts'
import { detailsOf } from '../../../shared/templates/filing_details.ts'
import { nextDetails, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import { newFiling, TEMPLATE_IDS } from '../../../shared/templates/templates.ts'
import { sentence } from '../worded.ts'

const COLUMNS: Column[] = [
  { id: 'q1_2026', label: 'March 31, 2026', kind: 'duration' },
  { id: 'q4_2025', label: 'December 31, 2025', kind: 'duration' },
  { id: 'variance', label: 'Change', kind: 'computed', all: true, formula: '= @q1_2026 - @q4_2025' },
]

function draftOf(lines: Line[], inputs: Record<string, string>, status: 'draft' | 'filed' = 'draft'): Filing {
  const cells = Object.entries(inputs).map(([name, input]): CellInput => {
    const [line = '', column = ''] = name.split('@')
    return { schedule: 'own', line, column, input }
  })
  return { id: 'own', title: 'Own', status, schedules: [{ id: 'own', columns: COLUMNS, lines, cells }] }
}

function flags(filing: Filing, scenario: CellInput[] = []): string[] {
  const engine = createEngine(filing, scenario)
  return straySubjects(filing)
    .flatMap((subject) => subject.look(engine).flags)
    .map(({ text, filed }) => `${filed}: ${text}`)
}

const SUMMED: Line[] = [
  { id: 'interest', label: 'Interest', kind: 'input' },
  { id: 'fees', label: 'Fees', kind: 'input' },
  { id: 'total', label: 'Total', kind: 'formula', formula: '= interest' },
]

describe('a line that nothing adds up', () => {
  test('is flagged where it holds an amount; a variance that reads it is no total', () => {
    expect(flags(draftOf(SUMMED, { 'interest@q1_2026': '5', 'fees@q4_2025': '1200' }))).toEqual([
      'flagged: Fees, December 31, 2025: 1,200 is in no total, and no other line uses it.',
    ])
    expect(flags(draftOf(SUMMED, { 'fees@q4_2025': '0' }))).toEqual([])
    expect(flags(draftOf(SUMMED, { 'fees@q4_2025': '1200' }, 'filed'))).toEqual([])
  })

  test('is a result where a cell of a tax schedule reads others; elsewhere it is a figure that is in no total', () => {
    const draft = draftOf(SUMMED, { 'interest@q4_2025': '600', 'fees@q4_2025': '=interest * 2' })
    const tested = { ...draft, schedules: draft.schedules.map((one) => ({ ...one, kind: 'reit_tests' as const })) }
    expect(flags(draft)).toHaveLength(1)
    expect(flags(tested)).toEqual([])
    const typed = draftOf(SUMMED, { 'interest@q4_2025': '600', 'fees@q4_2025': '1200' })
    expect(flags({ ...typed, schedules: [{ ...typed.schedules[0]!, kind: 'reit_tests' }] })).toHaveLength(1)
  })

  test('is read by a range, by another schedule, by a formula typed in a cell', () => {
    const ranged = SUMMED.map((line) => (line.id === 'total' ? { ...line, formula: '= sum(interest..fees)' } : line))
    expect(flags(draftOf(ranged, { 'fees@q4_2025': '1200' }))).toEqual([])
    expect(flags(draftOf(SUMMED, { 'fees@q4_2025': '1200', 'interest@q4_2025': '=fees * 2' }))).toEqual([])
    const draft = draftOf(SUMMED, { 'fees@q4_2025': '1200' })
    const other = { id: 'other', columns: COLUMNS, lines: [{ ...SUMMED[2]!, formula: '= own.fees' }], cells: [] }
    expect(flags({ ...draft, schedules: [...draft.schedules, other] })).toEqual([])
  })

  test('is no flag for share counts, per-share figures and words', () => {
    const lines: Line[] = (['shares', 'per_share', 'text'] as const).map((format) => ({
      id: format,
      label: format,
      kind: 'input',
      format,
    }))
    expect(flags(draftOf(lines, { 'shares@q1_2026': '5', 'per_share@q1_2026': '5', 'text@q1_2026': '5' }))).toEqual([])
  })

  test('in a scenario on a draft the scenario is flagged, the draft is not', () => {
    const scenario = [{ schedule: 'own', line: 'fees', column: 'q1_2026', input: '7' }]
    expect(flags(draftOf(SUMMED, {}), scenario)).toEqual([
      'pass: Fees, March 31, 2026: 7 is in no total, and no other line uses it.',
    ])
  })
})

describe('details under an entered total', () => {
  const lines: Line[] = [
    { id: 'fee_income', label: 'Fee income', kind: 'input', parent: 'fees' },
    { id: 'fee_expense', label: 'Less: fee expense', kind: 'input', parent: 'fees', deduction: true },
    { id: 'fees', label: 'Fees, net', kind: 'input' },
    { id: 'total', label: 'Total', kind: 'formula', formula: '= fees' },
  ]

  test('are held against it with their signs', () => {
    expect(
      flags(draftOf(lines, { 'fee_income@q1_2026': '10', 'fee_expense@q1_2026': '3', 'fees@q1_2026': '7' })),
    ).toEqual([])
    expect(
      flags(draftOf(lines, { 'fee_income@q1_2026': '10', 'fee_expense@q1_2026': '3', 'fees@q1_2026': '9' })),
    ).toEqual(['flagged: Fees, net, March 31, 2026: details add up to 7, not to 9.'])
    expect(flags(draftOf(lines, { 'fees@q1_2026': '9' }))).toEqual([])
  })
})

test('the kept tie-outs take a flag up and drop it, with the formula that reads the line', () => {
  const filing = draftOf(SUMMED, { 'fees@q4_2025': '1200' })
  const engine = createEngine(filing)
  const book = new TieOutBook(filing, engine)
  const shown = (): string[] =>
    book
      .all()
      .filter(({ kind }) => kind === 'in_no_total')
      .map(({ id }) => id)
  const interest = { schedule: 'own', line: 'interest', column: 'q4_2025' }
  expect(shown()).toEqual(['in_no_total:own.fees@q4_2025'])
  engine.apply([{ ...interest, input: '=fees' }], 'base')
  expect(shown()).toEqual([])
  engine.apply([{ ...interest, input: '1' }], 'base')
  expect(book.counts().flagged).toBe(1)
  expect(book.of({ schedule: 'own', line: 'fees', column: 'q4_2025' })).toHaveLength(1)
  expect(book.serves({ ...filing, status: 'filed' })).toBe(false)
})

/** The filing with an amount in every input that stands empty. */
function entered(filing: Filing): Filing {
  return {
    ...filing,
    schedules: filing.schedules.map((one) => {
      const taken = new Set(one.cells.map(({ line, column }) => `${line}@${column}`))
      const cells = one.lines.flatMap((line) =>
        one.columns
          .filter(
            (column) => line.kind === 'input' && takesInput(line, column) && !taken.has(`${line.id}@${column.id}`),
          )
          .map((column) => ({ schedule: one.id, line: line.id, column: column.id, input: '7' })),
      )
      return { ...one, cells: [...one.cells, ...cells] }
    }),
  }
}

describe('what the product makes has no stray figures', () => {
  const details = { ...detailsOf(sampleFilings()[0]!), periodEnd: '2026-09-30' }
  const made = newFiling({ id: 'new', details, covers: 'quarter', against: 'before', schedules: TEMPLATE_IDS })
  const rolls = sampleFilings().map((filing) => {
    const next = rollForward(filing, { id: 'next', details: nextDetails(filing, 'quarter') })
    if (next.kind === 'refused') throw new Error(sentence(next))
    return { ...next.filing, id: `${filing.id}_rolled` }
  })
  test.each([made, ...rolls])('$id', (filing) => {
    const full = entered(filing)
    expect(flags(full).filter((one) => one.includes('in no total'))).toEqual([])
  })

  test('the samples as filed keep their tie-outs', () => {
    const kinds = sampleFilings().flatMap((filing) => tieOuts(filing, createEngine(filing)).map(({ kind }) => kind))
    expect(kinds.filter((kind) => kind === 'in_no_total' || kind === 'details')).toEqual([])
  })
})
