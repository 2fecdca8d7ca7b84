/**
 * values/values.json: present values, yields, margins, bond equivalents and blended yields; values/errors.json: edits of a trust that are
 * refused, each by its code and at its field.
 */
import { fixedFromText, type Fixed } from '../../shared/money/fixed_point.ts'
import { couponAccrued } from '../../shared/valuation/coupons.ts'
import { bondEquivalent, factorsAtYield, presentValue } from '../../shared/valuation/discounting.ts'
import { readTerms } from '../../shared/valuation/terms_reading.ts'
import type { BondClass, DayCount } from '../../shared/valuation/terms.ts'
import { marginOf, yieldOf } from '../../shared/valuation/yields.ts'
import { refusalText } from '../../shared/refusals/refusal.ts'
import { AMOUNT, RATE, missOf, wordMiss } from './closeness.ts'
import type { Miss, Outcome } from './golden_table.ts'
import { rateOf, valueMisses, valuesOf } from './trust_rows.ts'

type Floater = { index: string[]; days: number[]; basis: DayCount; coupon_margin: string; balance: string; scale?: string }
type ValueCase = { id: string } & (
  | { kind: 'present_value'; cash: string[]; yield: string; expected: string }
  | { kind: 'yield'; cash: string[]; price: string; expected: string | null }
  | ({ kind: 'discount_margin'; price: string; expected: string | null } & Floater)
  | { kind: 'bond_equivalent'; monthly: string; expected: string }
  | { kind: 'blended_yield'; trust: unknown; expected: Record<string, string | null> }
)

const fixed = (text: string): Fixed => fixedFromText(text)!

/** Interest of each month on the whole balance, which comes back with the last. */
function floaterCash({ basis, coupon_margin, balance }: Floater, months: readonly { index: Fixed; days: number }[]): Fixed[] {
  const floater = { coupon: { kind: 'float', margin: fixed(coupon_margin) }, basis } as BondClass
  return months.map((month, at) => {
    const interest = couponAccrued(floater, fixed(balance), month)
    return at === months.length - 1 ? interest + fixed(balance) : interest
  })
}

function rate(column: string, expected: string | null, got: Fixed | undefined): Miss[] {
  return missOf({ column, expected, got, within: RATE })
}

function misses(one: ValueCase): Miss[] {
  switch (one.kind) {
    case 'present_value': {
      const got = presentValue(one.cash.map(fixed), factorsAtYield(fixed(one.yield), one.cash.length))
      return missOf({ column: 'value', expected: one.expected, got, within: AMOUNT })
    }
    case 'yield':
      return rate('yield', one.expected, rateOf(yieldOf(fixed(one.price), one.cash.map(fixed))))
    case 'discount_margin': {
      const months = one.index.map((index, at) => ({ index: fixed(index), days: one.days[at]! }))
      const price = one.scale === undefined ? fixed(one.price) : (fixed(one.price) * fixed(one.balance)) / fixed(one.scale)
      return rate('margin', one.expected, rateOf(marginOf(price, floaterCash(one, months), one.basis, months)))
    }
    case 'bond_equivalent':
      return rate('yield', one.expected, bondEquivalent(fixed(one.monthly)))
    case 'blended_yield': {
      return valueMisses(valuesOf(one.trust), one.expected)
    }
  }
}

export function runValues(cases: unknown): Outcome[] {
  return (cases as ValueCase[]).map((one) => ({ row: one.id, misses: misses(one) }))
}

type BadEdit = { path: string; value: unknown; code: string; severity: string }

/** The terms with the field at a path set; the terms themselves stay. */
function edited(terms: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(terms) as Record<string, unknown>
  const names = path.split('.')
  const last = names.pop()!
  const holder = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy)
  holder[last] = value
  return copy
}

/** Each edit of the base is answered by its code alone, at the field or within it, in a sentence. */
export function runErrors({ edits }: { edits: readonly BadEdit[] }, base: unknown): Outcome[] {
  return edits.map(({ path, value, code, severity }, at): Outcome => {
    const read = readTerms(edited(base, path, value))
    const faults = read.kind === 'read' ? read.warnings : read.faults
    const isAt = faults.every((fault) => fault.path.startsWith(path) || path.startsWith(fault.path))
    const said = faults.every(({ refusal }) => refusalText(refusal) !== '')
    return {
      row: `${at + 1} ${path}`,
      misses: [
        ...wordMiss('code', code, faults.map(({ refusal }) => refusal.code).join('+')),
        ...wordMiss('severity', severity, faults.map((fault) => fault.severity).join('+')),
        ...wordMiss('valued', severity === 'error' ? 'no' : 'yes', read.kind === 'read' ? 'yes' : 'no'),
        ...wordMiss('field', 'the edited one', isAt && said ? 'the edited one' : faults.map((fault) => fault.path).join('+')),
      ],
    }
  })
}
