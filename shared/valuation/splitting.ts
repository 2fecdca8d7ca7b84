/**
 * An amount of cash among those who are to get it: by weights, none more than is due to it. Exact: what is given out is the amount.
 */
import { fixedShare, type Fixed } from '../money/fixed_point.ts'

export function sumOf(amounts: readonly Fixed[]): Fixed {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

export function lesser(a: Fixed, b: Fixed): Fixed {
  return a < b ? a : b
}

export function greater(a: Fixed, b: Fixed): Fixed {
  return a > b ? a : b
}

/**
 * Each member's part of an amount, in the order of the members: amount x weight / all weights, not more than its cap; what then differs
 * from the amount, an overflow or a last digit of either sign, goes to members in that order. The amount is not negative and not more than all caps.
 */
export function split(amount: Fixed, weights: readonly Fixed[], caps: readonly Fixed[]): Fixed[] {
  const total = sumOf(weights)
  const parts = weights.map((weight, at) =>
    total === 0n || weight === 0n ? 0n : lesser(fixedShare(amount, weight, total), caps[at]!),
  )
  let rest = amount - sumOf(parts)
  for (let at = 0; at < parts.length && rest !== 0n; at++) {
    const part = parts[at]!
    const moved = rest > 0n ? lesser(rest, caps[at]! - part) : greater(rest, -part)
    parts[at] = part + moved
    rest -= moved
  }
  return parts
}
