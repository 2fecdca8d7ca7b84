/**
 * An edit of a month computes the months from there on and no others, and gives what a fresh projection gives; an edit of what investors
 * require computes none. Counted by the months that are the same objects, never by time.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { projectTrust } from '../../../shared/valuation/projection.ts'
import { valueTrust } from '../../../shared/valuation/fair_values.ts'
import { exchangedTrust, termsOf, type Exchanged } from './made_trusts.ts'

const CURVES = ['default', 'prepayment', 'severity', 'index', 'notional'] as const

/** The trust with a curve written out over sixty months and one value of it changed. */
function changed(
  trust: Exchanged,
  curve: (typeof CURVES)[number],
  month: number,
  value: string,
): { before: unknown; after: unknown } {
  const written = (values: string[]): string[] =>
    Array.from({ length: 60 }, (_, at) =>
      curve === 'notional' ? (values[at] ?? '0') : values[Math.min(at, values.length - 1)]!,
    )
  const make = (isChanged: boolean): unknown => {
    const copy = structuredClone(trust)
    const change = (values: string[]): string[] =>
      written(values).map((each, at) => (isChanged && at === month - 1 ? value : each))
    const group = copy.groups[0]!
    if (curve === 'index') copy.index = change(copy.index)
    else if (curve === 'severity') group.severity = change(group.severity)
    else if (curve === 'notional')
      for (const contract of copy.derivatives) contract.notional = change(contract.notional)
    else group[curve].values = change(group[curve].values)
    return copy
  }
  return { before: make(false), after: make(true) }
}

test('an edit of a month of any curve is resumed from that month and equals a fresh projection', () => {
  let resumed = 0
  fc.assert(
    fc.property(exchangedTrust, fc.constantFrom(...CURVES), fc.integer({ min: 1, max: 50 }), (trust, curve, month) => {
      const { before, after } = changed(trust, curve, month, '0.0123')
      const earlier = projectTrust(termsOf(before))
      const later = projectTrust(termsOf(after), earlier)
      const fresh = projectTrust(termsOf(after))
      expect(later.months).toEqual(fresh.months)
      const same = later.months.filter((each, at) => each === earlier.months[at]).length
      expect(same).toBeGreaterThanOrEqual(Math.min(month - 1, later.months.length))
      if (same < later.months.length) {
        expect(same).toBe(month - 1)
        resumed += 1
      }
      expect(valueTrust(later, valueTrust(earlier))).toEqual(valueTrust(fresh))
    }),
    { numRuns: 300 },
  )
  expect(resumed).toBeGreaterThan(50)
})

test('an edit of a balance is projected from the first month, one of a required yield not at all', () => {
  fc.assert(
    fc.property(exchangedTrust, (trust) => {
      const earlier = projectTrust(termsOf(trust))
      const priced = structuredClone(trust)
      for (const each of priced.tranches) each['price'] = { kind: 'yield', value: '0.0777' }
      priced['residual'] = { yield: '0.31' }
      const repriced = projectTrust(termsOf(priced), earlier)
      expect(repriced.months.every((each, at) => each === earlier.months[at])).toBe(true)
      expect(repriced.terms.residualYield).not.toBe(earlier.terms.residualYield)
      expect(valueTrust(repriced, valueTrust(earlier))).toEqual(valueTrust(projectTrust(repriced.terms)))

      const other = structuredClone(trust)
      other.groups[0]!.balance = '777.77'
      const fresh = projectTrust(termsOf(other))
      expect(projectTrust(termsOf(other), earlier).months).toEqual(fresh.months)
    }),
    { numRuns: 100 },
  )
})

test('terms with other months to run are projected to their own end', () => {
  fc.assert(
    fc.property(exchangedTrust, exchangedTrust, (one, other) => {
      const earlier = projectTrust(termsOf(one))
      expect(projectTrust(termsOf(other), earlier).months).toEqual(projectTrust(termsOf(other)).months)
    }),
    { numRuns: 100 },
  )
})
