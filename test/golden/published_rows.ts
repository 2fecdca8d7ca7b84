/**
 * published/examples.json: figures printed in standard formulas, textbooks and manuals, against the model, each to the last place printed.
 * What the model does not do (payment delay, settlement within a month, durations, years) is named and not run.
 */
import { fixedFromText, UNIT, type Fixed } from '../../shared/money/fixed_point.ts'
import { classSummary } from '../../shared/valuation/fair_values.ts'
import { monthlyRate } from '../../shared/valuation/monthly_rates.ts'
import { projectTrust, type TrustMonth } from '../../shared/valuation/projection.ts'
import { mortality, psaCurve, psaOf, sdaCurve, yearlyRate } from '../../shared/valuation/speeds.ts'
import { marginOf } from '../../shared/valuation/yields.ts'
import { decimalOf } from '../../shared/money/fixed_point.ts'
import { plain } from '../../shared/money/decimal.ts'
import { missOf } from './closeness.ts'
import type { Miss, Outcome } from './golden_table.ts'
import { rateOf, termsOf, valuesOf } from './trust_rows.ts'

type Printed = Record<string, string>
type Example = { id: string; inputs: Record<string, unknown>; printed: Printed }
type Got = Record<string, Fixed | undefined>

const fixed = (text: string): Fixed => fixedFromText(text)!
const text = (amount: Fixed): string => plain(decimalOf(amount))
const percent = (rate: Fixed): Fixed => 100n * rate

type Loans = { balance: string; wac: string; wam: number; servicing_fee?: string; lag?: number; severity?: string | string[] }
type Speed = { kind: string; values: readonly string[] }
const NEVER: Speed = { kind: 'smm', values: ['0'] }

/** A trust of one group whose loans pay and default at given speeds, with no class. */
function monthsOf(loans: Loans, prepayment: Speed = NEVER, defaults: Speed = { kind: 'mdr', values: ['0'] }): readonly TrustMonth[] {
  const { balance, wac, wam, servicing_fee = '0', lag = 0, severity = '0' } = loans
  const group = { id: 'g', balance, wac, wam, servicing_fee, lag, advance: true, prepayment, default: defaults, severity: [severity].flat() }
  const terms = { id: 't', as_of: '2000-12-31', groups: [group], index: ['0'], tranches: [], oc: { cutoff_balance: '1' }, residual: { yield: '0.1' } }
  return projectTrust(termsOf(terms)).months
}

function psa(speed: string, months: number, age = 0): Speed {
  return { kind: 'cpr', values: psaCurve(fixed(speed), months, age).map(text) }
}

function sda(speed: string, months: number): Speed {
  return { kind: 'cdr', values: sdaCurve(fixed(speed), months).map(text) }
}

const COLUMNS = {
  performing: 'performing',
  new_default: 'newDefault',
  foreclosure: 'foreclosure',
  prepayment: 'prepayment',
  advanced_principal: 'advancedPrincipal',
  scheduled: 'scheduled',
  interest: 'interest',
  advanced_interest: 'advancedInterest',
  recovery: 'recovery',
  loss: 'loss',
} as const

function loanFigures(months: readonly TrustMonth[]): Got {
  const got: Got = {}
  for (const [name, column] of Object.entries(COLUMNS)) {
    got[name] = months.reduce((sum, { groups }) => sum + groups[0]![column], 0n)
    for (const { month, groups } of months) got[`month_${month}_${name}`] = groups[0]![column]
  }
  return got
}

function speedOf(given: unknown, months: number): Speed {
  if (typeof given !== 'string') return given as Speed
  const [size, ramp] = given.split(' ')
  return ramp === 'PSA' ? psa(size!, months) : sda(size!, months)
}

/** Years of the average life of all principal, from days after the start; days before it where payments are delayed. */
function poolLife(months: readonly TrustMonth[], daysLater: bigint): Fixed {
  const total = months.reduce((sum, { principal }) => sum + principal, 0n)
  const weighted = months.reduce((sum, { month, principal }) => sum + BigInt(month) * principal, 0n)
  return (weighted * UNIT) / (12n * total) - (daysLater * UNIT) / 360n
}

const RUNS: Record<string, (inputs: Record<string, unknown>, printed: Printed) => Got> = {
  p01_first_cash_flow(inputs) {
    const group = monthsOf(inputs as Loans)[0]!.groups[0]!
    const principal = group.scheduled + fixed(inputs['prepayment_amount'] as string)
    const net = group.interest - group.servicing
    return {
      amortization: group.scheduled,
      gross_interest: group.interest,
      servicing: group.servicing,
      principal,
      net_interest: net,
      cash_flow: principal + net,
    }
  },
  p02_smm_from_factors(inputs) {
    const { wac, term, left, factors, month } = inputs as { wac: string; term: number; left: number[]; factors: string[]; month: number }
    const months = monthsOf({ balance: '1', wac, wam: term })
    const [before, after] = left.map((each) => months[term - each - 1]!.poolEnd)
    const [was, is] = factors.map(fixed)
    const scheduled = (was! * after!) / before!
    const smm = mortality(scheduled, is!)
    const cpr = yearlyRate(smm)
    return {
      balance_1: before,
      balance_2: after,
      scheduled_factor: scheduled,
      amortization: was! - scheduled,
      prepayments: scheduled - is!,
      smm_percent: percent(smm),
      cpr_percent: percent(cpr),
      psa_percent: psaOf(cpr, month),
    }
  },
  p03_rate_conversions(_inputs, printed) {
    return Object.fromEntries(
      Object.keys(printed).map((name) => {
        const [, what, smm] = /^(cpr|psa)_of_smm_(.*)$/.exec(name) ?? []
        if (smm !== undefined) {
          const cpr = yearlyRate(fixed(smm) / 100n)
          return [name, what === 'cpr' ? percent(cpr) : psaOf(cpr, 30)]
        }
        const [, speed, month] = /psa_(\d+)_month_(\d+)$/.exec(name)!
        return [name, percent(monthlyRate(psaCurve(fixed(speed!), Number(month)).at(-1)!))]
      }),
    )
  },
  p04_average_speed(inputs) {
    type Pool = { face: string; factors: string[]; left: number }
    const { wac, pools, months } = inputs as { wac: string; pools: Pool[]; months: number }
    let [actual, scheduled] = [0n, 0n]
    for (const { face, factors, left } of pools) {
      const balance = text((fixed(face) * fixed(factors[0]!)) / UNIT)
      scheduled += monthsOf({ balance, wac, wam: left })[months - 1]!.poolEnd
      actual += (fixed(face) * fixed(factors[1]!)) / UNIT
    }
    const smm = mortality(scheduled, actual, months)
    return { actual_balance: actual, scheduled_balance: scheduled, smm_percent: percent(smm), cpr_percent: percent(yearlyRate(smm)) }
  },
  p05_cash_flow_a: (inputs) => cashFlow(inputs),
  p06_cash_flow_b: (inputs) => cashFlow(inputs),
  p07_cumulative_defaults(inputs, printed) {
    const loans = inputs as Loans
    return Object.fromEntries(
      Object.keys(printed).map((name) => {
        const [, prepaid, defaulted] = /^psa_(\d+)_sda_(\d+)$/.exec(name)!
        return [name, loanFigures(monthsOf(loans, psa(prepaid!, loans.wam), sda(defaulted!, loans.wam)))['new_default']]
      }),
    )
  },
  p08_price_and_yield(inputs) {
    const { balance, wac, net_coupon, wam, psa: speed } = inputs as Loans & { net_coupon: string; psa: string }
    const months = monthsOf({ balance, wac, wam, servicing_fee: text(fixed(wac) - fixed(net_coupon)) }, psa(speed, wam))
    const cash = (month: number): Fixed => months[month - 1]!.collateralCash
    return { cash_1: cash(1), cash_2: cash(2), cash_3: cash(3), cash_360: cash(360), average_life: poolLife(months, -BigInt(inputs['delay_days'] as number)) }
  },
  p09_discount_margin(inputs, printed) {
    const index = fixed(inputs['libor_percent'] as string) / 100n
    const cash = [printed['cash_1']!, printed['cash_2']!].map(fixed)
    const months = (inputs['days_actual'] as number[]).map((days) => ({ index, days }))
    // The price is given as printed: the margin is that of some price which is printed so.
    const price = fixed(printed['price']!)
    const [least, most] = [halfPlace(printed['price']!), -halfPlace(printed['price']!)].map((part) => {
      const solved = rateOf(marginOf(price + part, cash, 'actual/360', months))
      return solved === undefined ? undefined : 10_000n * solved
    })
    const wanted = fixed(printed['dm_actual_360_bp']!)
    return { dm_actual_360_bp: least === undefined || most === undefined || wanted < least ? least : wanted > most ? most : wanted }
  },
  p10_principal_to_the_cent(inputs, printed) {
    const loans = inputs as Loans & { age: number }
    return Object.fromEntries(
      Object.keys(printed).map((name) => {
        const [, speed, month] = /^psa_(\d+)_month_(\d+)$/.exec(name)!
        return [name, monthsOf(loans, psa(speed!, loans.wam, loans.age))[Number(month) - 1]!.principal]
      }),
    )
  },
  p11_sequential_pay(inputs, printed) {
    const values = valuesOf(inputs['trust'])
    const { months, terms } = values.projection
    const days = BigInt(inputs['average_life_settlement_days'] as number)
    const group = (inputs['trust'] as { groups: Loans[] }).groups[0]!
    const got: Got = {
      month_1_principal: months[0]!.principal,
      month_1_interest_a: months[0]!.classes[0]!.paid,
      balance_a_after_month_80: months[79]!.classes[0]!.end,
      month_81_interest: months[80]!.bondInterest,
      month_81_principal_b: months[80]!.classes[1]!.principal,
    }
    for (const [at, { id }] of terms.classes.entries()) {
      got[`last_month_${id}`] = BigInt(months.findLast(({ classes }) => classes[at]!.principal > 0n)!.month) * UNIT
      got[`average_life_${id}`] = classSummary(values, at).averageLife! - (days * UNIT) / 360n
    }
    for (const name of Object.keys(printed)) {
      const [, speed] = /^average_life_(\d+)$/.exec(name) ?? []
      if (speed !== undefined) got[name] = poolLife(monthsOf(group, psa(speed, group.wam, 3)), days)
    }
    return got
  },
  p12_mathworks_pool(inputs) {
    const { pool, sequential } = inputs as { pool: Loans & { left: number; term: number; psa: string }; sequential: Loans & { months: number; classes: string[] } }
    const months = monthsOf({ ...pool, wam: pool.left }, psa(pool.psa, pool.left, pool.term - pool.left))
    const got: Got = {}
    for (const { month, groups } of months) {
      got[`balance_${month}_e4`] = groups[0]!.performing / 10_000n
      got[`payment_${month}`] = groups[0]!.scheduled + groups[0]!.interest
    }
    const never = { prepayment: NEVER, default: { kind: 'mdr', values: ['0'] }, severity: ['0'] }
    const values = valuesOf({
      id: 't',
      as_of: '2000-12-31',
      groups: [{ id: 'g', balance: sequential.balance, wac: sequential.wac, wam: sequential.months, ...never }],
      index: ['0'],
      tranches: sequential.classes.map((balance, at) => ({
        id: `c${at}`,
        rank: at + 1,
        balance,
        coupon: { kind: 'fixed', rate: sequential.wac },
        basis: '30/360',
        price: { kind: 'yield', value: '0.1' },
      })),
      oc: { cutoff_balance: '1' },
      residual: { yield: '0.1' },
    })
    for (const { month, principal, classes } of values.projection.months) {
      got[`principal_${month}_e5`] = principal / 100_000n
      got[`class_a_after_${month}_e5`] = classes[0]!.end / 100_000n
    }
    return got
  },
}

function cashFlow(inputs: Record<string, unknown>): Got {
  const loans = inputs as Loans
  return loanFigures(monthsOf(loans, speedOf(inputs['prepayment'], loans.wam), speedOf(inputs['default'], loans.wam)))
}

/** Half a unit of the last place printed. */
function halfPlace(printed: string): Fixed {
  const places = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0
  return 10n ** BigInt(20 - places) / 2n
}

/** Each printed figure that the model has, a row each; and the examples with how many of their figures it does not have. */
export function runPublished(examples: unknown): { outcomes: Outcome[]; left: string[] } {
  const outcomes: Outcome[] = []
  const left: string[] = []
  for (const { id, inputs, printed } of examples as Example[]) {
    const got = RUNS[id]?.(inputs, printed) ?? {}
    const names = Object.keys(printed)
    const run = names.filter((name) => name in got)
    for (const name of run) {
      const misses: Miss[] = missOf({ column: name, expected: printed[name]!, got: got[name], within: halfPlace(printed[name]!) })
      outcomes.push({ row: `${id} ${name}`, misses })
    }
    const others = names.filter((name) => !(name in got))
    if (others.length > 0) left.push(`${id}: ${others.length > 8 ? `${others.length} figures` : others.join(', ')}`)
  }
  return { outcomes, left }
}
