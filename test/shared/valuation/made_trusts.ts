/**
 * Trusts made by chance for properties, hostile ones among them: terms as JSON, so that each goes through the reading too.
 */
import * as fc from 'fast-check'
import { readTerms } from '../../../shared/valuation/terms_reading.ts'
import type { TrustTerms } from '../../../shared/valuation/terms.ts'

/** Terms as they are exchanged. */
export type Exchanged = Record<string, unknown> & {
  index: string[]
  groups: (Record<string, unknown> & {
    balance: string
    prepayment: { kind: string; values: string[] }
    default: { kind: string; values: string[] }
    severity: string[]
  })[]
  tranches: Record<string, unknown>[]
  derivatives: (Record<string, unknown> & { notional: string[] })[]
}

const places = (digits: number, most: number) =>
  fc.integer({ min: 0, max: most }).map((units) => {
    const text = `${units}`.padStart(digits + 1, '0')
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  })

export const HAIR_BELOW_ONE = '0.99999999999999999999'

/** Rates of a curve: mostly small, at times all or nothing. */
const share = fc.oneof({ weight: 5, arbitrary: places(4, 3000) }, fc.constantFrom('0', '1', HAIR_BELOW_ONE))
const rate = places(4, 1500)
const amount = fc.oneof({ weight: 4, arbitrary: places(2, 2_000_000_000) }, fc.constantFrom('0', '0.01'))
const curve = (value: fc.Arbitrary<string>) => fc.array(value, { minLength: 1, maxLength: 8 })
const basis = fc.constantFrom('30/360', 'actual/360')

const pipeline = fc
  .array(
    fc.record({
      kind: fc.constantFrom('foreclosure', 'reo'),
      balance: amount,
      months: fc.integer({ min: 1, max: 50 }),
    }),
    {
      maxLength: 3,
    },
  )
  .map((loans) => loans.map((loan, at) => ({ id: `p${at}`, ...loan })))

const group = fc.record({
  balance: amount,
  wac: rate,
  wam: fc.integer({ min: 1, max: 40 }),
  rate: fc.oneof(
    fc.constant({ kind: 'fixed' }),
    fc.record({
      kind: fc.constant('float'),
      margin: places(4, 500),
      cap: fc.constant('0.12'),
      floor: fc.constant('0.01'),
      first_reset: fc.integer({ min: 1, max: 20 }),
    }),
  ),
  interest_only_months: fc.integer({ min: 0, max: 50 }),
  servicing_fee: fc.oneof(places(4, 50), places(4, 9000)),
  advance: fc.boolean(),
  lag: fc.integer({ min: 0, max: 12 }),
  prepayment: fc.record({ kind: fc.constantFrom('cpr', 'smm'), values: curve(share) }),
  default: fc.record({ kind: fc.constantFrom('cdr', 'mdr'), values: curve(share) }),
  severity: curve(share),
  pipeline,
})

const coupon = fc.oneof(
  rate.map((each) => ({ kind: 'fixed', rate: each })),
  fc.record({ kind: fc.constant('float'), margin: places(4, 300), cap: fc.constant('0.09') }),
)

const tranche = fc.record({
  rank: fc.integer({ min: 1, max: 4 }),
  balance: amount,
  coupon,
  basis,
  price: fc.record({
    kind: fc.constantFrom('yield', 'margin'),
    value: fc.oneof(rate, fc.constantFrom('-0.2', '1', '0')),
  }),
  group: fc.constantFrom(undefined, 'g0'),
  enhancement: fc.constantFrom(undefined, '0.3', '0.05'),
  writedown: fc.boolean(),
  unpaid_interest: fc.constantFrom('0', '1250.5'),
  unreimbursed: fc.constantFrom('0', '40000'),
})

const derivative = fc.record({
  kind: fc.constantFrom('swap', 'cap'),
  side: fc.constantFrom('pay_fixed', 'receive_fixed'),
  rate,
  fixed_basis: basis,
  float_basis: basis,
  notional: curve(amount),
})

const trigger = fc.oneof(
  fc.record({ kind: fc.constant('delinquency'), limit: places(3, 200) }),
  fc.record({
    kind: fc.constant('cumulative_loss'),
    limits: places(3, 100).map((limit) => [
      { from: 2, limit },
      { from: 13, limit: '0.05' },
    ]),
  }),
)

const withIds = <T>(prefix: string, members: readonly T[]) =>
  members.map((member, at) => ({ id: `${prefix}${at}`, ...member }))

/** Any trust of up to three groups and five classes over at most fifty months, sound or not. */
export const exchangedTrust: fc.Arbitrary<Exchanged> = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
    index: curve(fc.oneof(rate, fc.constant('-0.005'))),
    costs: fc.record({ trustee_fee: places(4, 20), other_monthly: fc.constantFrom('0', '250', '1000000') }),
    derivatives: fc.array(derivative, { maxLength: 2 }),
    tranches: fc.array(tranche, { maxLength: 5 }),
    oc: fc.record({
      cutoff_balance: fc.constantFrom('1', '12000000'),
      target: places(4, 500),
      floor: places(4, 100),
      stepdown_month: fc.option(fc.integer({ min: 1, max: 30 })),
      stepdown_target: places(4, 900),
      stepdown_enhancement: fc.option(places(2, 60)),
      triggers: fc.array(trigger, { maxLength: 2 }),
      on_fail: fc.constantFrom('hold', 'trap'),
      cumulative_loss: fc.constantFrom('0', '250000'),
    }),
    residual: fc.record({ yield: fc.constantFrom('0.15', '0', '1') }),
    collateral_yield: fc.constantFrom(undefined, undefined, '0.08'),
    principal_covers_interest: fc.boolean(),
    reimburse_writedowns: fc.boolean(),
  })
  .map((trust) => ({
    id: 'made',
    as_of: '2008-12-31',
    ...trust,
    groups: withIds('g', trust.groups),
    tranches: withIds('c', trust.tranches),
    derivatives: withIds('d', trust.derivatives),
  }))

/** The terms of a made trust, which are never refused. */
export function termsOf(trust: unknown): TrustTerms {
  const read = readTerms(trust)
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults))
  return read.terms
}
