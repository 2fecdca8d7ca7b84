/**
 * Two documents of a registrant compared: line by line, whatever lines came or went, with exact adjustments that foot, and the size of an
 * error by both measures.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../db/samples/impac_2007_q3/filing.ts'
import {
  correctionsBetween,
  inOrder,
  leadingCorrection,
  comparedDocuments,
  differingRows,
  sharedPeriods,
  type DocumentRow,
  type DocumentSide,
} from '../../../shared/analysis/documents.ts'
import { errorMeasures } from '../../../shared/analysis/error_measures.ts'
import { keptFigures, keptValue } from '../../../shared/analysis/kept_figures.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import type { CellInput, Column, Filing, Line } from '../../../shared/model/filing.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { runs } from '../calc/choices.ts'

function side(filing: Filing): DocumentSide {
  const engine = createEngine(filing)
  return { filing, value: (ref) => engine.value(ref, 'base') }
}

/** As a version keeps it. */
function kept(filing: Filing): DocumentSide {
  const figures = keptFigures(filing)
  return { filing, value: (ref) => keptValue(figures, ref) }
}

/** The filing with other base inputs. */
function withInputs(filing: Filing, ...inputs: CellInput[]): Filing {
  return {
    ...filing,
    schedules: filing.schedules.map((schedule) => {
      const own = inputs.filter((one) => one.schedule === schedule.id)
      const stays = schedule.cells.filter(
        (cell) => !own.some(({ line, column }) => line === cell.line && column === cell.column),
      )
      return { ...schedule, cells: [...stays, ...own] }
    }),
  }
}

const text = (value: Value): string => (isAmount(value) ? plain(value) : String(value ?? ''))
const told = ({ id, earlier, adjustment, later }: DocumentRow): string[] => [
  id,
  text(earlier),
  text(adjustment),
  text(later),
]

const PROVISION = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }

/** A row as it is told. */
function at(rows: readonly DocumentRow[], id: string): string[] {
  return told(rows.find((row) => row.id === id)!)
}

describe('a corrected filing beside what was filed', () => {
  const corrected = withInputs(IMPAC_2007_Q3, { ...PROVISION, input: '799445' })
  const rows = comparedDocuments(kept(IMPAC_2007_Q3), side(corrected), 'q3_2007')

  test('shows what was reported, the adjustment and what is now, with the lines that stayed', () => {
    expect(at(rows, 'income.provision_for_loan_losses')).toEqual([
      'income.provision_for_loan_losses',
      '789445',
      '10000',
      '799445',
    ])
    expect(at(rows, 'income.net_earnings')).toEqual(['income.net_earnings', '-1191235', '-10000', '-1201235'])
    expect(at(rows, 'reconciliation.taxable_income')).toEqual([
      'reconciliation.taxable_income',
      '-16297',
      '0',
      '-16297',
    ])
    expect(at(rows, 'reconciliation.loan_loss_provisions')).toEqual([
      'reconciliation.loan_loss_provisions',
      '832453',
      '10000',
      '842453',
    ])
  })

  test('leaves what did not differ out where that is asked, heads of schedules included', () => {
    const differing = differingRows(rows)
    expect(differing.filter(({ kind }) => kind === 'line').every(({ differs }) => differs)).toBe(true)
    expect(differing.map(({ id }) => id)).toContain('heading:income')
    expect(differingRows(comparedDocuments(kept(IMPAC_2007_Q3), side(IMPAC_2007_Q3), 'q3_2007'))).toEqual([])
  })

  test('tells the size of the error: rollover, iron curtain, taxable income of the year to date', () => {
    const { rollover, ironCurtain, taxableIncome } = errorMeasures(kept(IMPAC_2007_Q3), side(corrected), 'q3_2007')
    expect([rollover, ironCurtain].map((one) => one && plain(one))).toEqual(['-10000', '-10000'])
    expect([taxableIncome && plain(taxableIncome.value), taxableIncome?.name]).toEqual([
      '-16370',
      'Nine Months Ended September 30, 2007',
    ])
  })

  test('an error of an earlier quarter stands in equity at the end of a later one, though its income is right', () => {
    const first = { schedule: 'reconciliation', line: 'net_earnings', column: 'q1_2007' }
    const value = createEngine(IMPAC_2007_Q3).value(first, 'base')
    const wrong = withInputs(IMPAC_2007_Q3, {
      ...first,
      input: plain((isAmount(value) ? value : undefined)!.minus(500)),
    })
    const { rollover, ironCurtain } = errorMeasures(kept(IMPAC_2007_Q3), side(wrong), 'q3_2007')
    expect([rollover && plain(rollover), ironCurtain && plain(ironCurtain)]).toEqual(['0', '-500'])
  })
})

function line(id: string, more: Partial<Line> = {}): Line {
  return { id, label: id, kind: 'input', ...more }
}

function filing(lines: Line[], amounts: Record<string, string>): Filing {
  const cells = Object.entries(amounts).map(([id, input]) => ({ schedule: 'own', line: id, column: 'q1_2026', input }))
  const columns: Column[] = [{ id: 'q1_2026', label: 'Q1', kind: 'duration' }]
  return { id: 'one', title: 'One', schedules: [{ id: 'own', columns, lines, cells }] }
}

/** A filing of a class of assets that ends on a day. */
function ending(end: string): Filing {
  const made = filing([line('a')], {})
  const columns: Column[] = [{ id: 'loans', label: 'Loans', kind: 'component' }]
  return { ...made, periodEnd: end, schedules: made.schedules.map((one) => ({ ...one, columns })) }
}

function version(number: number | undefined) {
  return { filing: IMPAC_2007_Q3, version: number }
}

/** The numbers of two versions in their order. */
function order(a: number | undefined, b: number | undefined): (number | undefined)[] {
  return inOrder(version(a), version(b)).map((one) => one.version)
}

/** The ids of two filings in their order. */
function ids(a: Filing, b: Filing): string[] {
  return inOrder({ filing: a }, { filing: b }).map(({ filing: { id } }) => id)
}

describe('lines that came or went', () => {
  const earlier = filing([line('head', { kind: 'heading' }), line('a'), line('gone'), line('z')], { a: '1', gone: '5' })
  const later = filing([line('head', { kind: 'heading' }), line('new'), line('a'), line('z')], { a: '3', new: '2' })
  const rows = comparedDocuments(side(earlier), side(later), 'q1_2026')

  test('stand where the later document has them, those that went behind the line they followed', () => {
    expect(rows.map(({ id, stands }) => `${id} ${stands}`)).toEqual([
      'heading:own both',
      'own.head both',
      'own.new later',
      'own.a both',
      'own.gone earlier',
      'own.z both',
    ])
  })

  test('count from nil and to nil; what is blank in both has no adjustment', () => {
    expect(rows.slice(2).map(told)).toEqual([
      ['own.new', '', '2', '2'],
      ['own.a', '1', '2', '3'],
      ['own.gone', '5', '-5', ''],
      ['own.z', '', '', ''],
    ])
  })

  test('columns of one id that end on other days are other periods', () => {
    expect(sharedPeriods(ending('2026-03-31'), ending('2026-06-30'))).toEqual([])
    expect(sharedPeriods(ending('2026-03-31'), ending('2026-03-31'))).toHaveLength(1)
  })

  test('a period that one document lacks is not shared', () => {
    expect(sharedPeriods(earlier, later)).toEqual([{ id: 'q1_2026', name: 'Q1' }])
    const other = {
      ...later,
      schedules: later.schedules.map((one) => ({ ...one, columns: [{ ...one.columns[0]!, id: 'q2_2026' }] })),
    }
    expect(sharedPeriods(earlier, other)).toEqual([])
  })
})

test('adjustments of what is summed foot to the adjustment of the sum, and reported plus adjustment is what is now', () => {
  const inputs = IMPAC_2007_Q3.schedules.flatMap((schedule) =>
    schedule.lines.flatMap((line) =>
      line.kind === 'input' && line.format !== 'text' && line.format !== 'shares' && line.format !== 'per_share'
        ? [{ schedule: schedule.id, line: line.id, column: 'q3_2007' }]
        : [],
    ),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...inputs), fc.integer({ min: -9_999_999, max: 9_999_999 })), { maxLength: 5 }),
      (edits) => {
        const changed = withInputs(IMPAC_2007_Q3, ...edits.map(([ref, amount]) => ({ ...ref, input: `${amount}.25` })))
        const rows = comparedDocuments(kept(IMPAC_2007_Q3), side(changed), 'q3_2007')
        for (const { earlier, adjustment, later, format } of rows) {
          if (!isAmount(earlier) || !isAmount(later) || format.format === 'per_share') continue
          expect(plain(earlier.plus(adjustment!))).toBe(plain(later))
        }
        const of = (id: string): Value => rows.find((row) => row.id === `reconciliation.${id}`)!.adjustment
        const lines = changed.schedules.find(({ id }) => id === 'reconciliation')!.lines
        const from = lines.findIndex(({ id }) => id === 'net_earnings')
        const to = lines.findIndex(({ id }) => id === 'taxable_income')
        const parts = lines.slice(from, to).filter(({ kind, parent }) => kind !== 'heading' && parent === undefined)
        const sum = parts
          .map(({ id }) => of(id))
          .filter(isAmount)
          .reduce((total, one) => total.plus(one))
        expect(plain(sum)).toBe(text(of('taxable_income')))
      },
    ),
    runs(60),
  )
})

test('documents stand in their order however they are chosen: versions by number, filings by period and stage', () => {
  expect([order(3, 9), order(9, 3), order(undefined, 3), order(3, undefined)]).toEqual([
    [3, 9],
    [3, 9],
    [3, undefined],
    [3, undefined],
  ])
  const report: Filing = { ...IMPAC_2007_Q3, id: 'report', stage: 'report' }
  expect([ids(report, IMPAC_2007_Q3), ids(IMPAC_2007_Q3, report)]).toEqual([
    ['impac_2007_q3', 'report'],
    ['impac_2007_q3', 'report'],
  ])
})

test('what was corrected between two documents names the comparison by what marks later filings', () => {
  const [error, principle] = [
    { class: 'error_revised', reason: 'An error' },
    { class: 'principle', reason: 'New' },
  ] as const
  const later: Filing = { ...IMPAC_2007_Q3, corrections: [error, principle] }
  expect(correctionsBetween(IMPAC_2007_Q3, later)).toEqual([error, principle])
  expect(leadingCorrection(correctionsBetween(IMPAC_2007_Q3, later))).toBe(error)
  expect(correctionsBetween({ ...IMPAC_2007_Q3, corrections: [error] }, later)).toEqual([principle])
  expect(correctionsBetween({ ...later, id: 'another' }, later)).toEqual([])
})

test('two errors of a kind are the same figure, and ten thousand lines are compared once', () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => line(`l${at}`))
  const erring = filing([...lines, line('ring', { kind: 'formula', formula: '= ring' })], { l0: '1' })
  const rows = comparedDocuments(side(erring), kept(erring), 'q1_2026')
  expect([rows.length, rows.filter(({ differs }) => differs)]).toEqual([10_002, []])
})
