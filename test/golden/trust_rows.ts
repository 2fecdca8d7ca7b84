/**
 * trusts/: the terms of a trust with its values, and its months beside it. Everything is computed by the trust model; this says alone
 * which of its figures each golden name is.
 */
import { Decimal } from '../../shared/money/decimal.ts'
import { fixedOf, type Fixed } from '../../shared/money/fixed_point.ts'
import { refusalText } from '../../shared/refusals/refusal.ts'
import { valueTrust, type TrustValues } from '../../shared/valuation/fair_values.ts'
import { monthFigures, valueFigures, type Figure } from '../../shared/valuation/figures.ts'
import { projectTrust } from '../../shared/valuation/projection.ts'
import { readTerms } from '../../shared/valuation/terms_reading.ts'
import type { TrustTerms } from '../../shared/valuation/terms.ts'
import type { Solved } from '../../shared/valuation/yields.ts'
import { AMOUNT, RATE, missOf, wordMiss } from './closeness.ts'
import type { Miss, Outcome, Row } from './golden_table.ts'

/** The terms as the model reads them; throws where they are refused. */
export function termsOf(terms: unknown): TrustTerms {
  const read = readTerms(terms)
  if (read.kind === 'faulty') throw new Error(read.faults.map(({ refusal }) => refusalText(refusal)).join(' '))
  return read.terms
}

/** The values of the trust whose terms these are; throws where they are refused. */
export function valuesOf(terms: unknown): TrustValues {
  return valueTrust(projectTrust(termsOf(terms)))
}

export function rateOf(solved: Solved): Fixed | undefined {
  return solved.kind === 'solved' ? solved.rate : undefined
}

/** Values of the trust by name; of its contracts and classes by their ids. */
type Expected = { derivative_contracts: Record<string, string>; classes: Record<string, Record<string, string | null>> }

function inUnits(figure: Figure | undefined): Fixed | undefined {
  return figure instanceof Decimal ? fixedOf(figure) : undefined
}

type Named = Record<string, string | null>

/** Values of a trust by their names, each against what is expected; within the trust, a contract or a class by the prefix. */
export function valueMisses(values: TrustValues, named: Named, prefix = ''): Miss[] {
  const got = valueFigures(values)
  return Object.entries(named).flatMap(([column, text]) =>
    missOf({
      column,
      expected: text,
      got: inUnits(got.get(`${prefix}${column}`)),
      within: column.endsWith('yield') ? RATE : AMOUNT,
    }),
  )
}

/** The values that a golden file of a trust expects, one row for the trust and one for each class. */
export function valueOutcomes(values: TrustValues, expected: Expected): Outcome[] {
  const { classes, derivative_contracts: contracts, ...own } = expected
  return [
    { row: 'the trust', misses: [...valueMisses(values, own), ...valueMisses(values, contracts, 'derivative.')] },
    ...Object.entries(classes).map(([id, named]) => ({ row: `class ${id}`, misses: valueMisses(values, named, `${id}.`) })),
  ]
}

const WORDS = ['month', 'date', 'days', 'gate', 'stepped', 'fails']
const RATES = /(?:^index|\.wac)$/

/** The months of a trust against a golden table, a row each; a month too few or too many is a miss of its own. */
export function monthOutcomes({ projection }: TrustValues, rows: readonly Row[]): Outcome[] {
  const { months, terms } = projection
  const outcomes = rows.map((row, at): Outcome => {
    const month = months[at]
    if (!month) return { row: `month ${row['month']!}`, misses: [{ column: 'month', expected: row['month']!, got: '' }] }
    const columns = monthFigures(month, terms)
    const words: Record<string, string> = {
      month: `${month.month}`,
      date: month.date,
      days: `${month.days}`,
      gate: month.gate,
      stepped: month.isSteppedDown ? 'yes' : 'no',
      fails: month.fails.join('+'),
    }
    const misses = Object.entries(row).flatMap(([column, expected]): Miss[] =>
      WORDS.includes(column)
        ? wordMiss(column, expected, words[column]!)
        : missOf({ column, expected, got: inUnits(columns.get(column)), within: RATES.test(column) ? RATE : AMOUNT }),
    )
    return { row: `month ${month.month}`, misses }
  })
  const surplus = months.slice(rows.length)
  return [
    ...outcomes,
    ...surplus.map(({ month }) => ({ row: `month ${month}`, misses: [{ column: 'month', expected: '', got: `${month}` }] })),
  ]
}
