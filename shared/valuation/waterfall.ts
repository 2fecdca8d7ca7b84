/**
 * What becomes of a month's cash: costs, derivatives, interest and principal of the classes, overcollateralization, write-downs, the
 * residual. One month at a time from what the month before left; knows neither loans nor values. Every payment is subtracted from the
 * cash that it is made of, so that cash is conserved exactly.
 */
import { fixedTimes, type Fixed } from '../money/fixed_point.ts'
import { yearly } from './collateral.ts'
import { couponAccrued } from './coupons.ts'
import { dueUnder, paidUnder } from './derivatives.ts'
import { failedTriggers, principalPlan, stepsDown, targetOf } from './overcollateralization.ts'
import { payByRank, payPrincipal, type PrincipalByGroup, type Ranks } from './payments.ts'
import { greater, lesser, sumOf } from './splitting.ts'
import type { Trigger, TrustTerms } from './terms.ts'

/** What the loans of all groups bring in a month. `interest` is after servicing; pools stand with foreclosures and real estate owned. */
export type PoolMonth = {
  poolStart: Fixed
  poolEnd: Fixed
  /** Of the closing pool: loans in foreclosure and real estate owned. */
  delinquent: Fixed
  interest: Fixed
  principal: Fixed
  reoCash: Fixed
  losses: Fixed
}

/** A class in a month. `shortfall` is interest carried on; `unreimbursed` the write-downs not yet made good; `end` the balance. */
export type ClassMonth = {
  accrued: Fixed
  paid: Fixed
  shortfall: Fixed
  principal: Fixed
  writedown: Fixed
  reimbursed: Fixed
  end: Fixed
  unreimbursed: Fixed
}

/** Whether excess interest leaves for the residual: `none` where no bonds stand. */
export type Gate = 'open' | 'closed' | 'none'

/** A month's cash with what it leaves behind. Amounts in dollars; what derivatives bring is positive. */
export type CashMonth = {
  gate: Gate
  /** The trust has reached its step-down, for good. */
  hasReached: boolean
  /** It has, and no trigger fails this month. */
  isSteppedDown: boolean
  fails: readonly Trigger['kind'][]
  cumulativeLoss: Fixed
  costs: Fixed
  derivativeNet: Fixed
  derivatives: readonly Fixed[]
  collateralCash: Fixed
  bondInterest: Fixed
  bondPrincipal: Fixed
  bondReimbursement: Fixed
  excessInterest: Fixed
  extraPrincipal: Fixed
  ocRelease: Fixed
  target: Fixed
  oc: Fixed
  residualInterest: Fixed
  residualPrincipal: Fixed
  residual: Fixed
  classes: readonly ClassMonth[]
}

/** What a month begins with. */
export type CashState = Pick<CashMonth, 'hasReached' | 'cumulativeLoss' | 'target'> & {
  classes: readonly Pick<ClassMonth, 'shortfall' | 'end' | 'unreimbursed'>[]
}

/** The trust at the valuation date. */
export function openingCash({ classes, oc }: TrustTerms): CashState {
  return {
    hasReached: false,
    cumulativeLoss: oc.cumulativeLoss,
    target: fixedTimes(oc.target, oc.cutoffBalance),
    classes: classes.map(({ balance, unpaidInterest, unreimbursed }) => ({
      shortfall: unpaidInterest,
      end: balance,
      unreimbursed,
    })),
  }
}

export type MonthGiven = { month: number; days: number; index: Fixed }

/** Two purses, the interest of a month and its principal; a payment takes from the first, then from the second. */
class Purses {
  interest: Fixed
  principal: Fixed

  constructor(interest: Fixed, principal: Fixed) {
    // Fees above the coupon are taken out of principal.
    this.interest = greater(interest, 0n)
    this.principal = principal + lesser(interest, 0n)
  }

  /** What can be paid. */
  all(): Fixed {
    return this.interest + greater(this.principal, 0n)
  }

  pay(amount: Fixed): void {
    const first = lesser(amount, this.interest)
    this.interest -= first
    this.principal -= amount - first
  }
}

/** Pays what is due by rank, in a rank by the amounts due, out of what can be paid at most. */
function payOut(purses: Purses, ranks: Ranks, due: readonly Fixed[], most = purses.all()): Fixed[] {
  const paid = payByRank(ranks, most, due, due)
  purses.pay(sumOf(paid))
  return paid
}

/** A month of the trust's cash after what the month before left. */
export function cashMonth(
  terms: TrustTerms,
  ranks: Ranks,
  given: MonthGiven,
  { pool, byGroup, before }: { pool: PoolMonth; byGroup: PrincipalByGroup; before: CashState },
): CashMonth {
  const { classes, oc } = terms
  const purses = new Purses(pool.interest, pool.principal)

  const charged = pool.poolStart > 0n ? yearly(pool.poolStart, terms.trusteeFee) + terms.otherMonthly : 0n
  const costs = lesser(charged, purses.all())
  purses.pay(costs)

  const due = terms.derivatives.map((contract) => dueUnder(contract, given))
  const derivatives = paidUnder(due, purses.all())
  const derivativeNet = sumOf(derivatives)
  if (derivativeNet > 0n) purses.interest += derivativeNet
  else purses.pay(-derivativeNet)

  const opening = before.classes.map(({ end }) => end)
  const bonds = sumOf(opening)
  const accrued = classes.map((each, at) => couponAccrued(each, opening[at]!, given))
  const interestDue = accrued.map((amount, at) => amount + before.classes[at]!.shortfall)
  const paid = payOut(purses, ranks, interestDue, terms.principalCoversInterest ? purses.all() : purses.interest)
  const excessInterest = purses.interest

  const cumulativeLoss = before.cumulativeLoss + pool.losses
  const hasReached =
    before.hasReached || stepsDown(oc, given.month, pool.poolEnd, sumOf((ranks[0] ?? []).map((at) => opening[at]!)))
  const fails = failedTriggers(oc, given.month, { cumulativeLoss, pool: pool.poolEnd, delinquent: pool.delinquent })
  const isSteppedDown = hasReached && fails.length === 0
  const target = targetOf(oc, { hasReached, fails, pool: pool.poolEnd, before: before.target })

  const { used, ocRelease, extraPrincipal, bondPrincipal } = principalPlan(purses, {
    bonds,
    pool: pool.poolEnd,
    target,
    isTrapped: oc.onFail === 'trap' && fails.length > 0,
  })
  const principal = payPrincipal(classes, ranks, bondPrincipal, opening, {
    byGroup,
    enhanced: isSteppedDown ? { pool: pool.poolEnd, floor: fixedTimes(oc.floor, oc.cutoffBalance) } : undefined,
  })
  purses.interest -= extraPrincipal
  purses.principal -= used - ocRelease

  const standing = opening.map((balance, at) => balance - principal[at]!)
  const afterPayment = pool.poolEnd - (bonds - bondPrincipal)
  const gate = bonds === 0n ? 'none' : afterPayment >= target || bonds === bondPrincipal ? 'open' : 'closed'
  const writable = standing.map((balance, at) => (classes[at]!.isWrittenDown ? balance : 0n))
  const loss = lesser(greater(-afterPayment, 0n), sumOf(writable))
  const writedown = payByRank(ranks.toReversed(), loss, writable, writable)

  const carried = interestDue.map((amount, at) => amount - paid[at]!)
  const late = payOut(purses, ranks, carried)
  const owed = before.classes.map(({ unreimbursed }) => unreimbursed)
  const reimbursed = terms.reimbursesWritedowns ? payOut(purses, ranks, owed) : owed.map(() => 0n)

  return {
    gate,
    hasReached,
    isSteppedDown,
    fails,
    cumulativeLoss,
    costs,
    derivativeNet,
    derivatives,
    collateralCash: pool.interest + pool.principal - pool.reoCash - costs,
    bondInterest: sumOf(paid) + sumOf(late),
    bondPrincipal,
    bondReimbursement: sumOf(reimbursed),
    excessInterest,
    extraPrincipal,
    ocRelease,
    target,
    oc: afterPayment + loss,
    residualInterest: purses.interest,
    residualPrincipal: purses.principal,
    residual: purses.interest + purses.principal,
    classes: classes.map((_, at) => ({
      accrued: accrued[at]!,
      paid: paid[at]! + late[at]!,
      shortfall: carried[at]! - late[at]!,
      principal: principal[at]!,
      writedown: writedown[at]!,
      reimbursed: reimbursed[at]!,
      end: standing[at]! - writedown[at]!,
      unreimbursed: owed[at]! + writedown[at]! - reimbursed[at]!,
    })),
  }
}
