/**
 * The terms of a securitization trust as the model computes with them: amounts and rates in units of 10^-20, rates as decimals of one,
 * months counted from the valuation date, curves monthly. Types and the reading of a curve alone; terms come from terms_reading.ts.
 */
import type { Fixed } from '../money/fixed_point.ts'

/** Monthly values from the first month after the valuation date; the last one persists. Never empty. */
export type Curve = readonly Fixed[]

/** The value of a curve in a month, counted from 1. */
export function inMonth(curve: Curve, month: number): Fixed {
  return curve[Math.min(month, curve.length) - 1]!
}

export type DayCount = '30/360' | 'actual/360'

/** The rate that loans or a class bear: fixed, or index plus margin between a floor and a cap. */
type Floating = { kind: 'float'; margin: Fixed; cap?: Fixed; floor?: Fixed }
export type Coupon = { kind: 'fixed'; rate: Fixed } | Floating
/** Loans that float bear the group's coupon until the month of their first reset. */
export type LoanRate = { kind: 'fixed' } | (Floating & { firstReset: number })

/** Loans already in default at the valuation date: `foreclosure` is collateral, `reo` real estate owned. */
export type PipelineLoan = { id: string; kind: 'foreclosure' | 'reo'; balance: Fixed; months: number }

/** Loans projected as one line. */
export type LoanGroup = {
  id: string
  balance: Fixed
  /** The weighted average coupon, a year. */
  wac: Fixed
  /** The weighted average maturity, in months. */
  wam: number
  rate: LoanRate
  interestOnlyMonths: number
  servicingFee: Fixed
  isAdvanced: boolean
  /** Months from default to liquidation. */
  lag: number
  /** Single monthly mortality and monthly default rate, whichever way they were given. */
  prepayment: Curve
  default: Curve
  severity: Curve
  pipeline: readonly PipelineLoan[]
}

/** What investors ask of a class: a yield a year compounded monthly, or a margin over the index. */
export type RequiredReturn = { kind: 'yield' | 'margin'; value: Fixed }

export type BondClass = {
  id: string
  /** 1 is paid first. */
  rank: number
  balance: Fixed
  coupon: Coupon
  basis: DayCount
  price: RequiredReturn
  /** The loan group whose principal the class takes within its rank. */
  group?: string
  /** Credit enhancement that the ranks so far keep once the trust has stepped down. */
  enhancement?: Fixed
  isWrittenDown: boolean
  unpaidInterest: Fixed
  unreimbursed: Fixed
}

/** Swaps and caps. `notional` ends with its list: nothing is owed after it. */
export type Derivative = { id: string; notional: readonly Fixed[]; rate: Fixed; floatBasis: DayCount } & (
  | { kind: 'swap'; side: 'pay_fixed' | 'receive_fixed'; fixedBasis: DayCount }
  | { kind: 'cap' }
)

/** A test that keeps a trust from stepping down; a limit of cumulative losses is in force from its month on. */
export type Trigger =
  | { kind: 'delinquency'; limit: Fixed }
  | { kind: 'cumulative_loss'; limits: readonly { from: number; limit: Fixed }[] }

/** The rule of overcollateralization; percentages are of the cut-off balance, that after step-down of the pool. */
export type Overcollateralization = {
  cutoffBalance: Fixed
  target: Fixed
  floor: Fixed
  stepdownMonth?: number
  stepdownTarget: Fixed
  stepdownEnhancement?: Fixed
  triggers: readonly Trigger[]
  onFail: 'hold' | 'trap'
  cumulativeLoss: Fixed
}

export type TrustTerms = {
  id: string
  /** The valuation date, a month-end. */
  asOf: string
  groups: readonly LoanGroup[]
  index: Curve
  trusteeFee: Fixed
  otherMonthly: Fixed
  derivatives: readonly Derivative[]
  derivativeMargin: Fixed
  classes: readonly BondClass[]
  oc: Overcollateralization
  residualYield: Fixed
  /** A yield of the collateral that someone typed over the blended one: the residual is then the difference. */
  collateralYield?: Fixed
  principalCoversInterest: boolean
  reimbursesWritedowns: boolean
}
