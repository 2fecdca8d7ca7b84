/**
 * Attribution adds exactly, line by line and component by component, by both methods and in every order.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attribute, type Attribution, type Movement } from '../../../shared/valuation/attribution.ts'
import { FACTORS } from '../../../shared/valuation/mixed_terms.ts'
import { projectTrust } from '../../../shared/valuation/projection.ts'
import { valueTrust } from '../../../shared/valuation/fair_values.ts'
import { exchangedTrust, termsOf } from './made_trusts.ts'

const TRANCHE = {
  rank: 1,
  balance: '1000',
  coupon: { kind: 'fixed', rate: '0.05' },
  basis: '30/360',
  price: { kind: 'yield', value: '0.06' },
}

const REASONS = ['blend', 'experience', ...FACTORS, 'other_inputs', 'remainder'] as const

function adds(movement: Movement): void {
  const reasons = REASONS.reduce((sum, line) => sum + movement[line], 0n)
  expect(reasons).toBe(movement.change)
  const { opening, interest, change, transfers, settlements, closing } = movement
  expect(opening + interest + change + transfers + settlements).toBe(closing)
  // Four roundings to the twentieth place, of as many classes as there are.
  expect(movement.remainder >= -40n && movement.remainder <= 40n).toBe(true)
}

function movements({ classes, collateral, reo, derivatives, borrowings, residual }: Attribution): Movement[] {
  return [collateral, reo, derivatives, borrowings, residual, ...classes.map(({ movement }) => movement)]
}

const order = fc.shuffledSubarray([...FACTORS], { minLength: FACTORS.length })
const cash = fc.bigInt({ min: -(10n ** 28n), max: 10n ** 28n })

/** Opening and closing of any two trusts, three months apart, and any cash between them. */
const given = fc.tuple(exchangedTrust, exchangedTrust, order, cash, cash)

test('every movement adds, and its values are those of the two dates', () => {
  fc.assert(
    fc.property(given, ([before, after, chosen, came, moved]) => {
      const opening = termsOf(before)
      const closing = { ...termsOf(after), asOf: '2009-03-31' }
      const flows = {
        actual: { collateral: came, reo: 7n, classes: { c0: -came } },
        transfers: { collateral: -moved, reo: moved },
      }
      const sequential = attribute(opening, closing, { ...flows, method: { kind: 'sequential', order: chosen } })
      const shapley = attribute(opening, closing, { ...flows, method: { kind: 'shapley' } })
      for (const made of [sequential, shapley]) {
        for (const movement of movements(made)) adds(movement)
        expect(made.residual.opening).toBe(valueTrust(projectTrust(opening)).residual)
        expect(made.residual.closing).toBe(valueTrust(projectTrust(closing)).residual)
        expect(made.residual.transfers).toBe(0n)
      }
      for (const movement of movements(sequential)) expect(movement.remainder).toBe(0n)
      // What does not depend on the method is the same under both.
      for (const line of ['interest', 'blend', 'experience', 'other_inputs', 'change'] as const) {
        expect(sequential.collateral[line]).toBe(shapley.collateral[line])
      }
    }),
    { numRuns: 60 },
  )
})

test('a factor that does not move explains nothing', () => {
  fc.assert(
    fc.property(exchangedTrust, (trust) => {
      const flat = structuredClone(trust)
      for (const group of flat.groups) {
        group['prepayment'] = { kind: 'cpr', values: ['0.1'] }
        group['default'] = { kind: 'cdr', values: ['0.05'] }
        group['severity'] = ['0.4']
      }
      flat['index'] = ['0.03']
      const opening = termsOf(flat)
      const closing = { ...opening, asOf: '2009-01-31', residualYield: opening.residualYield + 1n }
      const made = attribute(opening, closing, { actual: {}, transfers: {}, method: { kind: 'shapley' } })
      for (const movement of movements(made)) {
        for (const line of ['expected_loss', 'prepayment', 'forward_index'] as const) expect(movement[line]).toBe(0n)
      }
    }),
    { numRuns: 60 },
  )
})

test('a class may have any name', () => {
  const [trust] = fc.sample(exchangedTrust, { numRuns: 1, seed: 3 })
  const named = { ...trust!, tranches: ['constructor', '__proto__'].map((id) => ({ ...TRANCHE, id })) }
  const opening = termsOf(named)
  const closing = { ...opening, asOf: '2009-01-31' }
  const made = attribute(opening, closing, { actual: {}, transfers: {}, method: { kind: 'shapley' } })
  expect(made.classes.map(({ id, movement }) => [id, movement.settlements])).toEqual([
    ['constructor', 0n],
    ['__proto__', 0n],
  ])
})

test('a closing that is not later, and an order that leaves a factor out, are refused', () => {
  const opening = termsOf(fc.sample(exchangedTrust, { numRuns: 1, seed: 1 })[0])
  const method = { kind: 'sequential' } as const
  expect(() => attribute(opening, opening, { actual: {}, transfers: {}, method })).toThrow(RangeError)
  const closing = { ...opening, asOf: '2009-01-31' }
  const short = { kind: 'sequential', order: ['prepayment'] } as const
  expect(() => attribute(opening, closing, { actual: {}, transfers: {}, method: short })).toThrow(RangeError)
})
