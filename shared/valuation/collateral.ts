/**
 * The loans of a group, month by month, by SF-17 to SF-20: defaults, amortization, prepayments, advances, liquidations. Knows no bonds.
 * Every figure that leaves a balance is subtracted from it, so that balances roll exactly.
 */
import { UNIT, fixedOver, fixedShare, fixedTimes, type Fixed } from '../money/fixed_point.ts'
import { greater, lesser } from './splitting.ts'
import { inMonth, type LoanGroup } from './terms.ts'

/** Loans that defaulted in one month, until they are liquidated. */
type Cohort = { defaulted: Fixed; balance: Fixed; liquidated: number; isReo: boolean }

/** The figures of a group in a month; balances stand at its end. Amounts in dollars, the coupon a year. */
export type GroupMonth = {
  wac: Fixed
  performing: Fixed
  foreclosure: Fixed
  reo: Fixed
  newDefault: Fixed
  scheduled: Fixed
  prepayment: Fixed
  advancedPrincipal: Fixed
  recovery: Fixed
  loss: Fixed
  reoRecovery: Fixed
  reoLoss: Fixed
  interest: Fixed
  servicing: Fixed
  /** Interest, less servicing, that is advanced on loans in foreclosure; part of the interest above. */
  advancedInterest: Fixed
}

/** Where a group stands at a month's end; what the next month begins with. */
export type GroupState = { performing: Fixed; foreclosure: Fixed; reo: Fixed; cohorts: readonly Cohort[] }

/** The group at the valuation date. */
export function openingState(group: LoanGroup): GroupState {
  const cohorts = group.pipeline.map(({ balance, months, kind }) => ({
    defaulted: balance,
    balance,
    liquidated: months,
    isReo: kind === 'reo',
  }))
  const total = (isReo: boolean): Fixed =>
    cohorts.reduce((sum, cohort) => (cohort.isReo === isReo ? sum + cohort.balance : sum), 0n)
  return { performing: group.balance, foreclosure: total(false), reo: total(true), cohorts }
}

/** The month in which the last loan of a group is gone. */
export function lastMonthOf(group: LoanGroup): number {
  return Math.max(group.wam, ...group.pipeline.map(({ months }) => months))
}

/** Principal that a group's loans bring in a month, real estate owned included. */
export function principalOf(month: GroupMonth): Fixed {
  return month.scheduled + month.prepayment + month.advancedPrincipal + month.recovery + month.reoRecovery
}

/** Rates a month and their powers carry ten places more, so that small coupons amortize as exactly as large ones. */
const FINE = UNIT * 10n ** 10n

function power(base: bigint, exponent: number): bigint {
  let [result, square] = [FINE, base]
  for (let left = exponent; left > 0; left >>= 1) {
    if (left & 1) result = (result * square) / FINE
    if (left > 1) square = (square * square) / FINE
  }
  return result
}

/** The part of a level-payment balance that is scheduled to be repaid in a month, by SF-4: between 0 and 1. */
function amortizationShare(group: LoanGroup, month: number, wac: Fixed): Fixed {
  if (month >= group.wam) return UNIT
  if (month <= group.interestOnlyMonths) return 0n
  const left = group.wam - month + 1
  const rate = (wac * FINE) / (12n * UNIT)
  const growth = power(FINE + rate, left) - FINE
  return growth === 0n ? fixedOver(UNIT, BigInt(left) * UNIT) : fixedShare(rate, UNIT, growth)
}

/** The coupon of the loans in a month. */
function couponOf({ rate, wac }: LoanGroup, month: number, index: Fixed): Fixed {
  if (rate.kind === 'fixed' || month < rate.firstReset) return wac
  const floating = index + rate.margin
  const capped = rate.cap === undefined ? floating : lesser(floating, rate.cap)
  return rate.floor === undefined ? capped : greater(capped, rate.floor)
}

/** The cohorts of a month once loans of this month have defaulted, and what came of those whose liquidation falls into it. */
function workedOut(group: LoanGroup, month: number, cohorts: readonly Cohort[], share: Fixed) {
  const kept: Cohort[] = []
  const out = { advancedPrincipal: 0n, recovery: 0n, loss: 0n, reoRecovery: 0n, reoLoss: 0n, foreclosure: 0n, reo: 0n }
  for (const cohort of cohorts) {
    const { defaulted, balance, liquidated, isReo } = cohort
    if (liquidated === month) {
      const loss = lesser(fixedTimes(defaulted, inMonth(group.severity, month)), balance)
      out[isReo ? 'reoLoss' : 'loss'] += loss
      out[isReo ? 'reoRecovery' : 'recovery'] += balance - loss
      continue
    }
    if (isReo) out.reo += balance
    const advanced = group.isAdvanced && !isReo ? fixedTimes(balance, share) : 0n
    out.advancedPrincipal += advanced
    if (!isReo) out.foreclosure += balance - advanced
    kept.push(advanced === 0n ? cohort : { defaulted, balance: balance - advanced, liquidated, isReo })
  }
  return { kept, out }
}

/** A month of a group, after the state at the end of the month before. `index` is that of the month. */
export function groupMonth(
  group: LoanGroup,
  month: number,
  index: Fixed,
  before: GroupState,
): GroupMonth & { cohorts: readonly Cohort[] } {
  const opening = before.performing
  const wac = couponOf(group, month, index)
  const share = amortizationShare(group, month, wac)
  const canDefault = month <= group.wam - group.lag
  const newDefault = canDefault ? fixedTimes(opening, inMonth(group.default, month)) : 0n
  const scheduled = fixedTimes(opening - newDefault, share)
  const unscheduled = opening - newDefault - scheduled
  const prepaid = fixedTimes(fixedTimes(opening, UNIT - share), inMonth(group.prepayment, month))
  const prepayment = lesser(prepaid, unscheduled)
  const fresh = { defaulted: newDefault, balance: newDefault, liquidated: month + group.lag, isReo: false }
  const cohorts = newDefault === 0n ? before.cohorts : [...before.cohorts, fresh]
  const { kept, out } = workedOut(group, month, cohorts, share)
  const base = group.isAdvanced ? opening + before.foreclosure : opening - newDefault
  const advancedOn = group.isAdvanced ? before.foreclosure + newDefault : 0n
  return {
    wac,
    performing: unscheduled - prepayment,
    newDefault,
    scheduled,
    prepayment,
    ...out,
    interest: yearly(base, wac),
    servicing: yearly(base, group.servicingFee),
    advancedInterest: yearly(advancedOn, wac - group.servicingFee),
    cohorts: kept,
  }
}

/** A month of a yearly rate on an amount, 30/360. */
export function yearly(amount: Fixed, rate: Fixed): Fixed {
  return amount === 0n ? 0n : fixedShare(amount, rate, 12n * UNIT)
}
