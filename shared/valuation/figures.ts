/**
 * The figures of a valued trust by name, as decimals: what views, schedules and files take from the model. Names are those of the golden
 * tables: `pool_end`, `g1.performing` of a loan group, `a.paid` of a class, `derivative.swap1`. Computes nothing of its own; a month or a trust at a time,
 * when it is asked for.
 */
import type { Decimal } from '../money/decimal.ts'
import { decimalOf, type Fixed } from '../money/fixed_point.ts'
import { refused, type Refused } from '../refusals/refusal.ts'
import {
  blendedYield,
  claimsYield,
  classSummary,
  classYield,
  valueWeightedYield,
  type TrustValues,
} from './fair_values.ts'
import type { TrustMonth } from './projection.ts'
import type { TrustTerms } from './terms.ts'
import type { Solved } from './yields.ts'

/** A figure, or why there is none: it is blank then, not an error. */
export type Figure = Decimal | Refused

const TRUST = {
  index: 'index',
  pool_start: 'poolStart',
  pool_end: 'poolEnd',
  interest: 'interest',
  principal: 'principal',
  losses: 'losses',
  cumulative_loss: 'cumulativeLoss',
  reo_cash: 'reoCash',
  costs: 'costs',
  derivative_net: 'derivativeNet',
  collateral_cash: 'collateralCash',
  bond_interest: 'bondInterest',
  bond_principal: 'bondPrincipal',
  bond_reimbursement: 'bondReimbursement',
  excess_interest: 'excessInterest',
  extra_principal: 'extraPrincipal',
  oc_release: 'ocRelease',
  target: 'target',
  oc: 'oc',
  residual_interest: 'residualInterest',
  residual_principal: 'residualPrincipal',
  residual: 'residual',
} as const

const GROUP = {
  wac: 'wac',
  performing: 'performing',
  foreclosure: 'foreclosure',
  reo: 'reo',
  new_default: 'newDefault',
  scheduled: 'scheduled',
  prepayment: 'prepayment',
  advanced_principal: 'advancedPrincipal',
  recovery: 'recovery',
  loss: 'loss',
  reo_recovery: 'reoRecovery',
  reo_loss: 'reoLoss',
  interest: 'interest',
  servicing: 'servicing',
  advanced_interest: 'advancedInterest',
} as const

const CLASS = ['accrued', 'paid', 'shortfall', 'principal', 'writedown', 'reimbursed', 'end'] as const

/** The figures of a month: of the trust, its loan groups, its contracts and its classes. Amounts in dollars, rates as decimals of one. */
export function monthFigures(month: TrustMonth, terms: TrustTerms): ReadonlyMap<string, Decimal> {
  const figures = new Map<string, Decimal>()
  const add = (name: string, amount: Fixed): void => void figures.set(name, decimalOf(amount))
  for (const [name, field] of Object.entries(TRUST)) add(name, month[field])
  for (const [at, { id }] of terms.groups.entries()) {
    for (const [name, field] of Object.entries(GROUP)) add(`${id}.${name}`, month.groups[at]![field])
  }
  for (const [at, { id }] of terms.derivatives.entries()) add(`derivative.${id}`, month.derivatives[at]!)
  for (const [at, { id }] of terms.classes.entries()) {
    for (const name of CLASS) add(`${id}.${name}`, month.classes[at]![name])
  }
  return figures
}

function solvedFigure(solved: Solved): Figure {
  return solved.kind === 'solved' ? decimalOf(solved.rate) : refused({ code: solved.why })
}

/** The values of a trust with their yields; of each contract and of each class. */
export function valueFigures(values: TrustValues): ReadonlyMap<string, Figure> {
  const { derivatives, contracts, projection } = values
  const { terms } = projection
  const weighted = valueWeightedYield(values)
  const figures = new Map<string, Figure>([
    ['collateral', decimalOf(values.collateral)],
    ['reo', decimalOf(values.reo)],
    ['derivative_assets', decimalOf(derivatives > 0n ? derivatives : 0n)],
    ['derivative_liabilities', decimalOf(derivatives < 0n ? derivatives : 0n)],
    ['borrowings', decimalOf(values.borrowings)],
    ['residual', decimalOf(values.residual)],
    ['residual_gap', decimalOf(values.residualGap)],
    ['collateral_yield', solvedFigure(blendedYield(values))],
    ['claims_yield', solvedFigure(claimsYield(values))],
    ['value_weighted_yield', weighted === undefined ? refused({ code: 'nothing_of_value' }) : decimalOf(weighted)],
  ])
  for (const [at, { id }] of terms.derivatives.entries()) figures.set(`derivative.${id}`, decimalOf(contracts[at]!))
  for (const [at, { id }] of terms.classes.entries()) {
    const { fairValue, price, averageLife, interest, principal, writedown } = classSummary(values, at)
    figures.set(`${id}.fair_value`, decimalOf(fairValue))
    figures.set(`${id}.price`, price === undefined ? refused({ code: 'no_balance' }) : decimalOf(price))
    const life: Figure = averageLife === undefined ? refused({ code: 'no_principal' }) : decimalOf(averageLife)
    figures.set(`${id}.average_life`, life)
    figures.set(`${id}.interest`, decimalOf(interest))
    figures.set(`${id}.principal`, decimalOf(principal))
    figures.set(`${id}.writedown`, decimalOf(writedown))
    figures.set(`${id}.yield`, solvedFigure(classYield(values, at)))
  }
  return figures
}
