/**
 * What swaps and caps of a trust owe or bring in a month, by SF-44. Positive is received by the trust.
 */
import { UNIT, fixedShare, type Fixed } from '../money/fixed_point.ts'
import { daysCounted } from './month_ends.ts'
import { greater, split, sumOf } from './splitting.ts'
import type { Derivative } from './terms.ts'

function accrued(notional: Fixed, rate: Fixed, counted: bigint): Fixed {
  return fixedShare(notional * counted, rate, 360n * UNIT)
}

/** What is due under a contract for a month; nothing once its notional has ended. */
export function dueUnder(
  contract: Derivative,
  { month, days, index }: { month: number; days: number; index: Fixed },
): Fixed {
  const notional = contract.notional[month - 1] ?? 0n
  if (notional === 0n) return 0n
  const counted = daysCounted(contract.floatBasis, days)
  if (contract.kind === 'cap') return accrued(notional, greater(index - contract.rate, 0n), counted)
  const floating = accrued(notional, index, counted)
  const fixed = accrued(notional, contract.rate, daysCounted(contract.fixedBasis, days))
  return contract.side === 'pay_fixed' ? floating - fixed : fixed - floating
}

/** What is paid under each contract where the trust can pay `most` of what it owes in all: those that it owes bear what is missing. */
export function paidUnder(due: readonly Fixed[], most: Fixed): Fixed[] {
  const missing = -sumOf(due) - most
  if (missing <= 0n) return [...due]
  const owed = due.map((amount) => greater(-amount, 0n))
  const short = split(missing, owed, owed)
  return due.map((amount, at) => amount + short[at]!)
}
