/**
 * Published totals that are off by the rounding of their terms: said before they are entered, never a cause against a filing
 * copy, and told from totals that do not add up. Figures of two filings: ARMOUR's third quarter of 2024, Impac's of 2007.
 */
import { describe, expect, test } from 'vitest'
import { planEdit, type EditPlan } from '../../../shared/analysis/edit.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellInput, Column, Filing, Line } from '../../../shared/model/filing.ts'
import { print } from '../print/sample_documents.ts'

const COLUMNS: Column[] = [
  { id: 'm6', label: 'June 30, 2024', kind: 'duration', end: '2024-06-30' },
  { id: 'q3', label: 'September 30, 2024', kind: 'duration', end: '2024-09-30' },
  { id: 'm9', label: 'nine months', kind: 'duration', end: '2024-09-30', formula: '= sum(@m6..@q3)' },
]
const GROUPS = [{ label: 'Three Months Ended', columns: ['q3'] }]

const LINES: Line[] = [
  { id: 'agency', label: 'Agency Securities', kind: 'input' },
  { id: 'hedging', label: 'Amortization of deferred hedging costs', kind: 'input' },
  { id: 'income', label: 'Taxable income', kind: 'formula', formula: '= sum(agency..hedging)' },
]

function own(
  figures: Record<string, string>,
  { columns = COLUMNS, lines = LINES, facts = [] as NonNullable<Filing['schedules'][number]['facts']> } = {},
): Filing {
  const cells = Object.entries(figures).map(([name, input]): CellInput => {
    const [line = '', column = ''] = name.split('@')
    return { schedule: 'own', line, column, input }
  })
  const schedule = { id: 'own', title: 'Own', columns, lines, cells, groups: GROUPS, facts }
  return { id: 'own', title: 'Own', status: 'draft', schedules: [schedule] }
}

const ARMOUR = {
  'agency@m6': '250619',
  'agency@q3': '-306142',
  'hedging@m6': '-42313',
  'hedging@q3': '-20025',
}

function typed(filing: Filing, name: string, text: string): EditPlan {
  const [line = '', column = ''] = name.split('@')
  const ref = { schedule: 'own', line, column }
  return planEdit({ filing, engine: createEngine(filing), scenario: null, ref, text, flow: 'tax_only' })
}

function told(filing: Filing, name: string): Pick<TieOut, 'status' | 'text' | 'differenceText'>[] {
  return tieOuts(filing, createEngine(filing))
    .filter(({ kind, line, column }) => (kind === 'foots' || kind === 'details') && `${line}@${column}` === name)
    .map(({ status, text, differenceText }) => ({ status, text, differenceText }))
}

function copy(filing: Filing): { reasons: string[]; blocks: string[] } {
  const made = print(filing, 'own', { mode: 'filing' })
  if (made.kind === 'refusal') return { reasons: made.reasons, blocks: [] }
  return { reasons: [], blocks: made.blocks.flatMap((block) => (block.kind === 'item' ? [block.text] : [])) }
}

describe('a printed year to date that is not what its periods print', () => {
  test('is said before it is entered, with what would change and how the periods are kept', () => {
    const plan = typed(own(ARMOUR), 'agency@m9', '(55,522)')
    expect(plan).toMatchObject({
      kind: 'plan',
      inputs: [{ line: 'agency', column: 'q3', input: '-306141' }],
      consequence: {
        warning: true,
        text: '(55,522) differs from the sum of its columns, (55,523), by 1, within rounding. The latest period takes the change: Three Months Ended September 30, 2024 becomes (306,141), from (306,142). =-55522 keeps the periods and overrides the total.',
      },
    })
    expect(typed(own(ARMOUR), 'hedging@m9', '-62339')).toMatchObject({
      consequence: { warning: true, text: expect.stringContaining('by (1), within rounding') },
    })
  })

  test('a change beyond rounding is a change', () => {
    const plan = typed(own(ARMOUR), 'agency@m9', '(55,521)')
    expect(plan).toMatchObject({
      consequence: {
        warning: false,
        text: 'The latest period takes the change: Three Months Ended September 30, 2024 becomes (306,140).',
      },
    })
  })

  test('entered over the sum it stands, the copy is made, and the copy says that amounts may not add', () => {
    const plan = typed(own(ARMOUR), 'agency@m9', '= -55522')
    expect(plan).toMatchObject({ inputs: [{ line: 'agency', column: 'm9', input: '= -55522' }] })
    for (const input of ['= -55522', '-55522']) {
      const entered = own({ ...ARMOUR, 'agency@m9': input, 'hedging@m9': '-62339' })
      expect(told(entered, 'agency@m9')).toEqual([
        {
          status: 'within_rounding',
          differenceText: '1',
          text: 'Agency Securities, nine months: (55,522) differs from the sum of its columns, (55,523), by 1.',
        },
      ])
      expect(told(entered, 'income@m9')).toMatchObject([{ status: 'pass' }])
      expect(copy(entered)).toEqual({ reasons: [], blocks: ['Amounts may not add because of rounding.'] })
    }
    expect(copy(own(ARMOUR))).toEqual({ reasons: [], blocks: [] })
  })

  test('half a unit for each rounded term is the bound; nil and blank are not rounded', () => {
    const three: Column[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, kind: 'duration' }))
    const columns: Column[] = [...three, { id: 't', label: 't', kind: 'computed', formula: '= sum(@a..@d)' }]
    const at = (total: string, ...figures: string[]) => {
      const entries = figures.map((figure, i) => [`agency@${three[i]!.id}`, figure])
      return told(own({ ...Object.fromEntries(entries), 'agency@t': total }, { columns }), 'agency@t')[0]!.status
    }
    expect([at('41', '10', '10', '10', '10'), at('42', '10', '10', '10', '10')]).toEqual([
      'within_rounding',
      'within_rounding',
    ])
    expect(at('43', '10', '10', '10', '10')).toBe('fail')
    expect([at('31', '10', '10', '10'), at('32', '10', '10', '10')]).toEqual(['within_rounding', 'fail'])
    expect([at('22', '10', '10', '0', '0'), at('21', '10', '10', '0', '0')]).toEqual(['fail', 'within_rounding'])
    expect(at('11', '10')).toBe('fail')
  })

  test('a total that the document is known to print otherwise is no rounding', () => {
    const facts = [{ line: 'agency', column: 'm9', perSource: '-55522' }]
    expect(told(own({ ...ARMOUR, 'agency@m9': '-55522' }, { facts }), 'agency@m9')).toMatchObject([
      { status: 'within_rounding' },
    ])
    expect(told(own({ ...ARMOUR, 'agency@m9': '-55524' }, { facts }), 'agency@m9')).toMatchObject([{ status: 'fail' }])
  })

  test('of lines: a constant over a total says so before Enter and prints', () => {
    const plan = typed(own(ARMOUR), 'income@q3', '(326,168)')
    expect(plan).toMatchObject({
      inputs: [{ line: 'income', column: 'q3', input: '-326168' }],
      consequence: {
        text: 'Overrides the formula = sum(agency..hedging). Press Delete to restore it. (326,168) differs from the sum of its lines, (326,167), by (1), within rounding.',
      },
    })
    expect(copy(own({ ...ARMOUR, 'income@q3': '-326168' })).reasons).toEqual([])
    expect(copy(own({ ...ARMOUR, 'income@q3': '-326169' })).reasons).toEqual([
      expect.stringContaining('Does not foot: Taxable income, Three Months Ended September 30, 2024'),
    ])
  })

  test('preferred dividends of 3,722 in each of three quarters are published as 11,165 for the nine months', () => {
    const columns: Column[] = [
      ...['q1', 'q2', 'q3'].map((id): Column => ({ id, label: id, kind: 'duration' })),
      { id: 'm9', label: 'm9', kind: 'computed', formula: '= sum(@q1..@q3)' },
    ]
    const quarters = { 'agency@q1': '-3722', 'agency@q2': '-3722', 'agency@q3': '-3722' }
    const [found] = told(own({ ...quarters, 'agency@m9': '-11165' }, { columns }), 'agency@m9')
    expect(found).toMatchObject({ status: 'within_rounding', differenceText: '1' })
  })

  test('what is asked of the period is answered at the period, and says what the total does', () => {
    const lines: Line[] = [
      {
        id: 'agency',
        label: 'Agency',
        kind: 'formula',
        formula: '= books.loss',
        columns: ['m6', 'q3'],
        source: { line: 'books.loss', sign: 1 },
      },
    ]
    const books = {
      id: 'books',
      columns: COLUMNS,
      lines: [{ id: 'loss', label: 'Loss', kind: 'input' as const }],
      cells: [
        { schedule: 'books', line: 'loss', column: 'm6', input: '10' },
        { schedule: 'books', line: 'loss', column: 'q3', input: '20' },
      ],
    }
    const draft = own({}, { lines })
    const plan = typed({ ...draft, schedules: [...draft.schedules, books] }, 'agency@m9', '31')
    if (plan.kind !== 'confirm') throw new Error(plan.kind)
    expect(plan.question).toContain('31 differs from the sum of its columns, 30, by 1, within rounding.')
    expect(plan.question).toContain('becomes 21, from 20')
    expect(plan.choices.map(({ plan: one }) => one!.inputs)).toEqual([
      [{ schedule: 'books', line: 'loss', column: 'q3', input: '21' }],
      [{ schedule: 'own', line: 'agency', column: 'q3', input: '21' }],
    ])
    for (const { plan: one } of plan.choices) expect(one!.title).toContain('Agency, nine months: 30 to 31, by')
  })
})

function cents(decimals: number): Line[] {
  return LINES.map((line) => ({ ...line, decimals }))
}

describe('decimals', () => {
  test('a difference is told with the decimals of the figures compared', () => {
    const figures = { 'agency@q3': '33.35', 'hedging@q3': '66.71', 'income@q3': '100' }
    expect(told(own(figures, { lines: cents(2) }), 'income@q3')).toEqual([
      {
        status: 'fail',
        differenceText: '(0.06)',
        text: 'Taxable income, Three Months Ended September 30, 2024: 100.00 differs from the sum of its lines, 100.06, by (0.06).',
      },
    ])
  })

  test('a total that prints fewer decimals than its terms is what they round to', () => {
    const lines = cents(2).map((line) => (line.id === 'income' ? { ...line, decimals: 0 } : line))
    const figures = { 'agency@q3': '33.35', 'hedging@q3': '66.71' }
    expect(told(own(figures, { lines }), 'income@q3')).toMatchObject([{ status: 'pass' }])
    expect(told(own({ ...figures, 'income@q3': '100' }, { lines }), 'income@q3')).toMatchObject([{ status: 'pass' }])
    expect(told(own({ ...figures, 'income@q3': '102' }, { lines }), 'income@q3')).toMatchObject([
      { status: 'fail', differenceText: '1.94' },
    ])
  })

  test('a per-share total, and a difference of columns computed throughout, are held against their printed terms', () => {
    const lines: Line[] = [
      { id: 'agency', label: 'Continuing', kind: 'input', format: 'per_share' },
      { id: 'hedging', label: 'Discontinued', kind: 'input', format: 'per_share' },
      { id: 'income', label: 'Per share', kind: 'formula', format: 'per_share', formula: '= agency + hedging' },
    ]
    const parts = { 'agency@q3': '0.10', 'hedging@q3': '0.05' }
    expect(told(own(parts, { lines }), 'income@q3')).toMatchObject([{ status: 'pass' }])
    expect(told(own({ ...parts, 'income@q3': '0.16' }, { lines }), 'income@q3')).toMatchObject([
      { status: 'within_rounding', differenceText: '0.01' },
    ])
    expect(told(own({ ...parts, 'income@q3': '0.17' }, { lines }), 'income@q3')).toMatchObject([
      { status: 'fail', differenceText: '0.02' },
    ])
    const columns: Column[] = [
      ...COLUMNS.slice(0, 2),
      { id: 'change', label: 'Change', kind: 'computed', all: true, formula: '= @q3 - @m6' },
    ]
    const exact = { 'agency@m6': '0.113', 'agency@q3': '0.126' }
    expect(told(own(exact, { lines, columns }), 'agency@change')).toMatchObject([
      { status: 'within_rounding', differenceText: '(0.01)' },
    ])
    expect(told(own(parts, { lines, columns }), 'agency@change')).toEqual([])
  })

  test('a figure of the document with more decimals is compared at those', () => {
    const facts = [{ line: 'income', column: 'q3', perSource: '100.12' }]
    const filing = own({ 'agency@q3': '33.35', 'hedging@q3': '66.71' }, { facts })
    const [found] = tieOuts(filing, createEngine(filing)).filter(({ kind }) => kind === 'per_source')
    expect(found).toMatchObject({ differenceText: '(0.06)' })
    expect(found!.text).toContain('the source prints 100.12, the figures give 100.06; the difference is (0.06)')
    const perShare = own(
      { 'agency@q3': '0.13' },
      {
        lines: [
          { id: 'agency', label: 'A', kind: 'input', format: 'per_share' },
          { id: 'income', label: 'B', kind: 'formula', format: 'per_share', formula: '= agency * 1' },
        ],
        facts: [{ line: 'income', column: 'q3', perSource: '0.1' }],
      },
    )
    const page = print(perShare, 'own', { mode: 'workpaper' })
    expect(JSON.stringify(page)).toContain('the source prints 0.10, and the lines give 0.13; the difference is 0.03.')
  })
})

describe('a per-share figure over its formula', () => {
  const lines: Line[] = [
    { id: 'net', label: 'Net loss', kind: 'input' },
    { id: 'preferred', label: 'Preferred dividends', kind: 'input' },
    { id: 'shares', label: 'Shares', kind: 'input', format: 'shares' },
    {
      id: 'per_share',
      label: 'Per share',
      kind: 'formula',
      format: 'per_share',
      formula: '= needs(shares, round((net - preferred) / shares, 2))',
    },
  ]
  const quotient = (input?: string) => {
    const figures = { 'net@q3': '-12575', 'preferred@q3': '3722', 'shares@q3': '76084' }
    const filing = own({ ...figures, ...(input !== undefined && { 'per_share@q3': input }) }, { lines })
    return tieOuts(filing, createEngine(filing))
      .filter(({ kind }) => kind === 'quotient')
      .map(({ status, text, differenceText }) => ({ status, text, differenceText }))
  }

  test('is held against its numerator over its shares', () => {
    expect(quotient('-0.21')).toMatchObject([{ status: 'pass', differenceText: '' }])
    expect(quotient('-0.22')).toEqual([
      {
        status: 'flagged',
        differenceText: '(0.01)',
        text: 'Per share, Three Months Ended September 30, 2024: (0.22) differs from its numerator over its shares, (0.21), by (0.01).',
      },
    ])
    expect(quotient()).toEqual([])
  })
})
