/**
 * attribution/: two sets of terms with the cash between them, and the change of each component line by line, in sequence and by Shapley;
 * the table beside a case is that of Shapley.
 */
import { fixedFromText, type Fixed } from '../../shared/money/fixed_point.ts'
import { attribute, type Attribution, type Flows, type Method, type Movement } from '../../shared/valuation/attribution.ts'
import { AMOUNT, RATE, missOf } from './closeness.ts'
import type { Outcome, Row } from './golden_table.ts'
import { termsOf } from './trust_rows.ts'

type Lines = Record<string, Record<string, string>>
export type AttributionCase = {
  months: number
  opening: unknown
  closing: unknown
  actual_cash: Record<string, string>
  transfers: Record<string, string>
  sequential: Lines
  shapley: Lines
  collateral_yield_opening: string
}

/** Golden amounts of cash carry forty places, of which those beyond twenty are nil. */
function fixed(text: string): Fixed {
  return fixedFromText(text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''))!
}

function flowsOf({ collateral = '0', reo = '0', derivatives = '0', ...classes }: Record<string, string>): Flows {
  return {
    collateral: fixed(collateral),
    reo: fixed(reo),
    derivatives: fixed(derivatives),
    classes: Object.fromEntries(Object.entries(classes).map(([id, text]) => [id, fixed(text)])),
  }
}

function attributed(one: AttributionCase, method: Method): Attribution {
  return attribute(termsOf(one.opening), termsOf(one.closing), {
    actual: flowsOf(one.actual_cash),
    transfers: flowsOf(one.transfers),
    method,
  })
}

function movements({ collateral, reo, derivatives, borrowings, residual, classes }: Attribution): Map<string, Movement> {
  return new Map([
    ...Object.entries({ collateral, reo, derivatives, borrowings, residual }),
    ...classes.map(({ id, movement }): [string, Movement] => [id, movement]),
  ])
}

/** A row for each component under each method. */
export function caseOutcomes(one: AttributionCase): Outcome[] {
  return (['sequential', 'shapley'] as const).flatMap((kind) => {
    const made = attributed(one, { kind })
    const got = movements(made)
    const yieldMisses = missOf({
      column: 'collateral_yield_opening',
      expected: one.collateral_yield_opening,
      got: made.openingYield,
      within: RATE,
    })
    const months = BigInt(one.months) === BigInt(made.months) ? [] : [{ column: 'months', expected: `${one.months}`, got: `${made.months}` }]
    return [
      { row: `${kind}, the trust`, misses: [...yieldMisses, ...months] },
      ...Object.entries(one[kind]).map(([component, lines]) => ({
        row: `${kind}, ${component}`,
        misses: Object.entries(lines).flatMap(([column, expected]) =>
          missOf({ column, expected, got: got.get(component)?.[column as keyof Movement], within: AMOUNT }),
        ),
      })),
    ]
  })
}

/** A row for each line, a column for each component. */
export function tableOutcomes(one: AttributionCase, rows: readonly Row[]): Outcome[] {
  const got = movements(attributed(one, { kind: 'shapley' }))
  return rows.map(({ line = '', ...components }) => ({
    row: line,
    misses: Object.entries(components).flatMap(([column, expected]) =>
      missOf({ column, expected, got: got.get(column)?.[line as keyof Movement], within: AMOUNT }),
    ),
  }))
}
