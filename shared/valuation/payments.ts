/**
 * Payments to classes by rank: in turn from rank to rank, and within a rank in proportion. Knows no interest and no losses.
 */
import { UNIT, fixedTimes, type Fixed } from '../money/fixed_point.ts'
import { greater, lesser, split, sumOf } from './splitting.ts'
import type { BondClass } from './terms.ts'

/** The classes of each rank by their place in the list, the first rank to be paid first. */
export type Ranks = readonly (readonly number[])[]

export function ranksOf(classes: readonly BondClass[]): Ranks {
  const byRank = Map.groupBy(classes.keys(), (at) => classes[at]!.rank)
  return [...byRank].toSorted(([a], [b]) => a - b).map(([, members]) => members)
}

/** An amount paid rank by rank, each in proportion to `weights`, none more than its cap. What all caps do not take is not paid. */
export function payByRank(ranks: Ranks, amount: Fixed, weights: readonly Fixed[], caps: readonly Fixed[]): Fixed[] {
  const paid = caps.map(() => 0n)
  let left = amount
  for (const members of ranks) {
    if (left <= 0n) break
    left -= payRank(members, left, weights, caps, paid)
  }
  return paid
}

/** Pays one rank out of an amount and adds it to `paid`; gives what was paid. */
function payRank(
  members: readonly number[],
  amount: Fixed,
  weights: readonly Fixed[],
  caps: readonly Fixed[],
  paid: Fixed[],
): Fixed {
  let room = 0n
  for (const at of members) room += caps[at]! - paid[at]!
  if (room <= amount) {
    for (const at of members) paid[at] = caps[at]!
    return room
  }
  const parts = split(
    amount,
    members.map((at) => weights[at]!),
    members.map((at) => caps[at]! - paid[at]!),
  )
  for (const [place, at] of members.entries()) paid[at]! += parts[place]!
  return amount
}

/** Principal of each group's loans in a month, by the group's id. */
export type PrincipalByGroup = ReadonlyMap<string, Fixed>

type PrincipalRule = {
  byGroup: PrincipalByGroup
  /** Where the trust has stepped down: the closing pool, and the floor of overcollateralization in dollars. */
  enhanced: { pool: Fixed; floor: Fixed } | undefined
}

/**
 * Principal of the bonds, which is not more than all balances, among the classes. Once the trust has stepped down and every class has an
 * enhancement, each rank is paid until the ranks so far keep theirs; the rest goes by rank.
 */
export function payPrincipal(
  classes: readonly BondClass[],
  ranks: Ranks,
  amount: Fixed,
  balances: readonly Fixed[],
  { byGroup, enhanced }: PrincipalRule,
): Fixed[] {
  const paid = balances.map(() => 0n)
  const pay = (members: readonly number[], part: Fixed): Fixed =>
    payGroups(classes, members, part, byGroup, { balances, paid })
  let left = amount
  if (enhanced && classes.every(({ enhancement }) => enhancement !== undefined)) {
    const { pool, floor } = enhanced
    let standing = 0n
    for (const members of ranks) {
      const own = sumOf(members.map((at) => balances[at]!))
      standing += own
      const { enhancement } = classes[members[0]!]!
      const kept = greater(lesser(fixedTimes(pool, UNIT - enhancement!), pool - floor), 0n)
      const wanted = lesser(lesser(greater(standing - kept, 0n), own), left)
      if (wanted > 0n) pay(members, wanted)
      standing -= wanted
      left -= wanted
    }
  }
  for (const members of ranks) {
    if (left <= 0n) break
    left -= pay(members, left)
  }
  return paid
}

/** Pays a rank by balance; where every member names a group, first the groups by their principal and then each one's classes by balance. */
function payGroups(
  classes: readonly BondClass[],
  members: readonly number[],
  amount: Fixed,
  byGroup: PrincipalByGroup,
  { balances, paid }: { balances: readonly Fixed[]; paid: Fixed[] },
): Fixed {
  if (members.length < 2 || members.some((at) => classes[at]!.group === undefined)) {
    return payRank(members, amount, balances, balances, paid)
  }
  const groups = [...Map.groupBy(members, (at) => classes[at]!.group!)]
  const rooms = groups.map(([, own]) => sumOf(own.map((at) => balances[at]! - paid[at]!)))
  const part = lesser(amount, sumOf(rooms))
  const weights = groups.map(([id]) => byGroup.get(id) ?? 0n)
  for (const [place, own] of split(part, weights, rooms).entries()) {
    payRank(groups[place]![1], own, balances, balances, paid)
  }
  return part
}
