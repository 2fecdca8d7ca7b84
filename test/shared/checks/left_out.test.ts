/**
 * A total of periods that counts only some of them is flagged with its words, and so is what rests on it; components, blank lines,
 * entered totals and the filings as filed are not. The kept tie-outs follow at the cost of what changed.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Column, Filing, Line } from '../../../shared/model/filing.ts'
import { nextDetails, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import { largeFiling } from '../../bench/large_filing.ts'
import { sentence } from '../worded.ts'

const QUARTERS = ['March 31', 'June 30', 'September 30'].map((label, at): Column => ({
  id: `q${at + 1}`,
  label,
  kind: 'duration',
}))
const TO_DATE: Column = { id: 'm9', label: 'September 30', kind: 'duration', formula: '= sum(@q1..@q3)' }
const LINES: Line[] = [
  { id: 'total', label: 'Income', kind: 'formula', formula: '= interest + fees' },
  { id: 'interest', label: 'Interest', kind: 'input' },
  { id: 'fees', label: 'Fees', kind: 'input' },
  { id: 'shares', label: 'Shares', kind: 'input', format: 'shares' },
  {
    id: 'per_share',
    label: 'Per share',
    kind: 'formula',
    format: 'per_share',
    formula: '= needs(shares, round(total / shares, 2))',
  },
]

function at(name: string, input: string | null): CellInput {
  const [line = '', column = ''] = name.split('@')
  return { schedule: 'own', line, column, input }
}

function filingOf(inputs: Record<string, string>, columns = [...QUARTERS, TO_DATE], lines = LINES): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => at(name, input))
  const groups = [
    { label: 'Three Months Ended', columns: ['q1', 'q2', 'q3'] },
    { label: 'Nine Months Ended', columns: ['m9'] },
  ]
  return { id: 'own', title: 'Own', status: 'draft', schedules: [{ id: 'own', columns, lines, cells, groups }] }
}

function flags(filing: Filing, scenario: CellInput[] = []): string[] {
  return tieOuts(filing, createEngine(filing, scenario)).flatMap(({ kind, status, filed, text }) =>
    kind === 'periods' ? [`${status}, ${filed}: ${text}`] : [],
  )
}

const RESTS =
  'flagged, flagged: Income, Nine Months Ended September 30: rests on a figure that leaves a period out: Interest.'
const ONE =
  'flagged, flagged: Interest, Nine Months Ended September 30: counts 1 of 3 quarters; Three Months Ended June 30 and September 30 are blank.'

describe('a year to date of some quarters', () => {
  test('says which it counts, and what rests on it says so too', () => {
    expect(flags(filingOf({ 'interest@q1': '5' }))).toEqual([RESTS, ONE])
    expect(flags(filingOf({ 'interest@q1': '5', 'interest@q2': '7' }))).toEqual([
      RESTS,
      'flagged, flagged: Interest, Nine Months Ended September 30: counts 2 of 3 quarters; Three Months Ended September 30 is blank.',
    ])
    const perShare = filingOf({ 'interest@q1': '5', 'shares@m9': '2' })
    expect(flags(perShare).at(-1)).toContain('Per share, Nine Months Ended September 30: rests on a figure that')
  })

  test('says nothing of whole lines, of nil, of blank lines and of a total that was entered', () => {
    expect(flags(filingOf({}))).toEqual([])
    expect(flags(filingOf({ 'interest@q1': '5', 'interest@q2': '0', 'interest@q3': '-' }))).toEqual([])
    expect(flags(filingOf({ 'interest@q1': '5', 'interest@m9': '20' }))).toEqual([])
  })

  test('reads the same from plus signs, from a computed column, and from a line that adds up its own periods', () => {
    const plus = { ...TO_DATE, formula: '= @q1 + @q2 + @q3' }
    expect(flags(filingOf({ 'interest@q1': '5' }, [...QUARTERS, plus]))).toEqual([RESTS, ONE])
    const computed: Column = { ...TO_DATE, kind: 'computed', label: 'Total' }
    expect(flags(filingOf({ 'interest@q1': '5' }, [...QUARTERS, computed]))[1]).toContain(
      'Interest, Total: counts 1 of 3',
    )
    const entered: Column = { id: 'm9', label: 'September 30', kind: 'duration' }
    const lines = LINES.map((line) =>
      line.id === 'interest' ? { ...line, formula: '= @q1 + @q2 + @q3', columns: ['m9'] } : line,
    )
    expect(flags(filingOf({ 'interest@q1': '5' }, [...QUARTERS, entered], lines))).toEqual([RESTS, ONE])
  })

  test('is told through totals of totals, by the one above that leaves a period out', () => {
    const half: Column = { id: 'm6', label: 'Half', kind: 'computed', formula: '= @q1 + @q2' }
    const whole: Column = { id: 'm9', label: 'Nine', kind: 'computed', formula: '= @m6 + @q3' }
    const [, , interest, rests] = flags(filingOf({ 'fees@q1': '1', 'fees@q3': '1' }, [...QUARTERS, half, whole]))
    expect(interest).toContain('Fees, Half: counts 1 of 2 quarters')
    expect(rests).toContain('Fees, Nine: rests on a figure that leaves a period out: Half.')
  })

  test('periods that are not all quarters are called periods, with their heads', () => {
    const half: Column = { id: 'm6', label: 'June 30', kind: 'duration', formula: '= @q1 + @q2' }
    const whole: Column = { id: 'm9', label: 'Nine', kind: 'computed', formula: '= @m6 + @q3' }
    expect(flags(filingOf({ 'fees@q3': '1' }, [...QUARTERS, half, whole])).at(-1)).toContain(
      'Fees, Nine: counts 1 of 2 periods; June 30 is blank.',
    )
  })

  test('a line confined to some quarters counts those', () => {
    const lines = LINES.map((line) => (line.id === 'fees' ? { ...line, only: ['q1', 'q2', 'm9'] } : line))
    expect(flags(filingOf({ 'fees@q1': '1', 'fees@q2': '1' }, undefined, lines))).toEqual([])
  })

  test('a scenario that fills the blanks ends the flag; one that blanks a quarter has one of its own', () => {
    const whole = { 'interest@q1': '5', 'interest@q2': '5', 'interest@q3': '5' }
    expect(flags(filingOf({ 'interest@q1': '5' }), [at('interest@q2', '1'), at('interest@q3', '1')])).toEqual([])
    expect(flags(filingOf(whole), [at('interest@q2', '')])).toEqual([
      'flagged, pass: Income, Nine Months Ended September 30: rests on a figure that leaves a period out: Interest.',
      'flagged, pass: Interest, Nine Months Ended September 30: counts 2 of 3 quarters; Three Months Ended June 30 is blank.',
    ])
  })
})

describe('no total of periods', () => {
  test('components, differences and comparisons may have blanks', () => {
    const components = QUARTERS.map((one): Column => ({ ...one, kind: 'component' }))
    const total: Column = { id: 'm9', label: 'Total', kind: 'computed', formula: '= sum(@q1..@q3)' }
    expect(flags(filingOf({ 'interest@q1': '5' }, [...components, total]))).toEqual([])
    const nested: Column[] = [
      ...components,
      { id: 'both', label: 'Both', kind: 'computed', formula: '= @q1 + @q2' },
      { id: 'm9', label: 'Total', kind: 'computed', formula: '= @both + @q3' },
    ]
    expect(flags(filingOf({ 'interest@q3': '5' }, nested))).toEqual([])
    const stub = { ...TO_DATE, formula: '= @q3 - @q1' }
    expect(flags(filingOf({ 'interest@q1': '5' }, [...QUARTERS, stub]))).toEqual([])
    const variance: Column = { id: 'm9', label: 'Change', kind: 'computed', all: true, formula: '= @q1 + @q2' }
    expect(flags(filingOf({ 'interest@q1': '5' }, [...QUARTERS, variance]))).toEqual([])
  })

  test('the filings as filed have none; rolled forward, the year has one for each of its lines', () => {
    for (const filing of sampleFilings()) expect(flags(filing), filing.id).toEqual([])
    const [release] = sampleFilings()
    const next = rollForward(release!, { id: 'next', details: nextDetails(release!, 'quarter') })
    if (next.kind === 'refused') throw new Error(sentence(next))
    const found = flags(next.filing)
    expect(found).toHaveLength(15)
    expect(found[0]).toBe(
      'flagged, flagged: Net loss, Year Ended December 31, 2007: counts 3 of 4 quarters; Three Months Ended December 31, 2007 is blank.',
    )
    expect(found.at(12)).toContain('Net loss, Loan loss provisions, Tax deduction for actual loan losses and 9 more.')
    // The distribution test says it once, where it takes taxable income in, and the losses of the year where they do.
    for (const one of found.slice(13)) {
      expect(one).toContain('Taxable income before the dividends-paid deduction, December 31, 2007: rests on')
    }
  })
})

function plain(all: readonly { id: string; status: string; filed: string; text: string }[]): string[] {
  return all.map(({ id, status, filed, text }) => `${id} ${status} ${filed} ${text}`)
}

function inStep(book: TieOutBook, filing: Filing, engine: ReturnType<typeof createEngine>): void {
  expect(plain(book.all())).toEqual(plain(tieOuts(filing, engine)))
}

test('kept tie-outs equal fresh ones while quarters are blanked and filled, nil included, and tell where a mark changed', () => {
  const half: Column = { id: 'm6', label: 'Half', kind: 'computed', formula: '= @q1 + @q2' }
  const whole: Column = { id: 'm9', label: 'Nine', kind: 'computed', formula: '= @m6 + @q3' }
  const filing = filingOf({ 'shares@m9': '2' }, [whole, ...QUARTERS, half])
  const one = fc.record({
    name: fc.constantFrom('interest@q1', 'interest@q2', 'interest@q3', 'fees@q1', 'fees@q3', 'fees@m6', 'interest@m9'),
    input: fc.constantFrom(null, null, '', '0', '3'),
    layer: fc.constantFrom<'base' | 'scenario'>('base', 'scenario'),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (edits) => {
      const engine = createEngine(filing)
      const book = new TieOutBook(filing, engine)
      const marked = new Set<string>()
      for (const { name, input, layer } of edits) {
        engine.apply([at(name, input)], layer)
        for (const ref of book.takeNews()) {
          const cell = `${ref.line}@${ref.column}`
          if (book.leftOut(ref)) marked.add(cell)
          else marked.delete(cell)
        }
        inStep(book, filing, engine)
        const told = book.all().filter(({ kind }) => kind === 'periods')
        expect([...marked].toSorted()).toEqual(told.map(({ line, column }) => `${line}@${column}`).toSorted())
      }
    }),
    { numRuns: 150 },
  )
})

/** How many marks change in a large draft of so many lines where one quarter is blanked. */
function marksChanged(lines: number): number {
  const filing = largeFiling({ lines, status: 'draft' })
  const engine = createEngine(filing)
  const book = new TieOutBook(filing, engine)
  book.takeNews()
  engine.apply([{ schedule: 'ledger', line: 'item_0_0', column: 'q1_2006', input: '' }], 'base')
  const told = book.takeNews().map(({ line, column }) => `${line}@${column}`)
  expect(told).toContain('item_0_0@fy_2006')
  return told.length
}

test('an edit of a large draft marks the cells that it bears on, whatever the size of the filing', () => {
  expect(marksChanged(600)).toBe(marksChanged(60))
})
