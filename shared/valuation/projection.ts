/**
 * A trust month by month, from its terms: loans, then cash. Each month holds what the next begins with, so that terms that differ from a
 * month on are projected from that month on. Pure; knows no values and no text.
 */
import type { Fixed } from '../money/fixed_point.ts'
import { groupMonth, lastMonthOf, openingState, principalOf, type GroupMonth, type GroupState } from './collateral.ts'
import { firstDifference } from './differing.ts'
import { monthEnds } from './month_ends.ts'
import { ranksOf, type PrincipalByGroup } from './payments.ts'
import { inMonth, type TrustTerms } from './terms.ts'
import { cashMonth, openingCash, type CashMonth, type PoolMonth } from './waterfall.ts'

/** A month of a trust, counted from 1; loans and classes in the order of the terms. */
export type TrustMonth = CashMonth &
  PoolMonth & {
    month: number
    date: string
    days: number
    index: Fixed
    groups: readonly (GroupMonth & GroupState)[]
  }

/** The months of a trust, with the terms they follow from. */
export type Projection = { terms: TrustTerms; months: readonly TrustMonth[] }

/** The last month of a trust: the loans of all groups are gone. */
export function lifeOf({ groups }: TrustTerms): number {
  return Math.max(...groups.map(lastMonthOf))
}

/** Loans of all groups as one pool. */
function pooled(groups: readonly GroupMonth[], poolStart: Fixed): PoolMonth {
  const pool = {
    poolStart,
    poolEnd: 0n,
    delinquent: 0n,
    interest: 0n,
    principal: 0n,
    reoCash: 0n,
    losses: 0n,
  }
  for (const group of groups) {
    pool.delinquent += group.foreclosure + group.reo
    pool.poolEnd += group.performing + group.foreclosure + group.reo
    pool.interest += group.interest - group.servicing
    pool.principal += principalOf(group)
    pool.reoCash += group.reoRecovery
    pool.losses += group.loss + group.reoLoss
  }
  return pool
}

const NO_GROUPS: PrincipalByGroup = new Map()

/** The months of a trust; those before the first month in which its terms differ from those of `earlier` are taken over from there. */
export function projectTrust(terms: TrustTerms, earlier?: Projection): Projection {
  const first = earlier ? firstDifference(earlier.terms, terms) : 1
  const kept = earlier ? earlier.months.slice(0, first - 1) : []
  const life = lifeOf(terms)
  const months: TrustMonth[] = [...kept]
  if (months.length >= life) return { terms, months }
  const ends = monthEnds(terms.asOf, life)
  const ranks = ranksOf(terms.classes)
  const isByGroup = terms.classes.some(({ group }) => group !== undefined)
  const last = months.at(-1)
  let loans: readonly GroupState[] = last?.groups ?? terms.groups.map(openingState)
  let pool = last?.poolEnd ?? loans.reduce((sum, one) => sum + one.performing + one.foreclosure + one.reo, 0n)
  let cash = last ?? openingCash(terms)
  for (let month = months.length + 1; month <= life; month++) {
    const { date, days } = ends[month - 1]!
    const index = inMonth(terms.index, month)
    const groups = terms.groups.map((group, at) => groupMonth(group, month, index, loans[at]!))
    const poolMonth = pooled(groups, pool)
    const flows = cashMonth(
      terms,
      ranks,
      { month, days, index },
      {
        pool: poolMonth,
        byGroup: isByGroup ? new Map(groups.map((group, at) => [terms.groups[at]!.id, principalOf(group)])) : NO_GROUPS,
        before: cash,
      },
    )
    const made: TrustMonth = { month, date, days, index, ...poolMonth, ...flows, groups }
    months.push(made)
    loans = groups
    pool = made.poolEnd
    cash = made
  }
  return { terms, months }
}

/** The difference that conservation leaves in a month: nil, where all cash went somewhere once. */
export function unconserved(month: TrustMonth): Fixed {
  const came = month.collateralCash + month.reoCash + month.derivativeNet
  return came - month.bondInterest - month.bondPrincipal - month.bondReimbursement - month.residual
}
