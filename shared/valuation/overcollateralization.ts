/**
 * When a trust has stepped down, which triggers fail and what overcollateralization it is to keep. Knows no payments.
 */
import { UNIT, fixedTimes, type Fixed } from '../money/fixed_point.ts'
import { greater, lesser } from './splitting.ts'
import type { Overcollateralization, Trigger } from './terms.ts'

/** True where part / whole is more than a limit; a whole of nil is exceeded by anything. */
function exceeds(part: Fixed, whole: Fixed, limit: Fixed): boolean {
  return part * UNIT > limit * whole
}

/** True where a month reaches the step-down: late enough, and the first rank enhanced enough by what stands behind it. */
export function stepsDown(oc: Overcollateralization, month: number, pool: Fixed, firstRank: Fixed): boolean {
  if (oc.stepdownMonth === undefined || month < oc.stepdownMonth) return false
  const { stepdownEnhancement } = oc
  return stepdownEnhancement === undefined || (pool > 0n && !exceeds(firstRank, pool, UNIT - stepdownEnhancement))
}

/** The triggers that fail in a month, in their order. Limits of cumulative losses before their first month are none. */
export function failedTriggers(
  { triggers, cutoffBalance }: Overcollateralization,
  month: number,
  { cumulativeLoss, pool, delinquent }: { cumulativeLoss: Fixed; pool: Fixed; delinquent: Fixed },
): Trigger['kind'][] {
  return triggers
    .filter((trigger) => {
      if (trigger.kind === 'delinquency') return exceeds(delinquent, pool, trigger.limit)
      const inForce = trigger.limits.findLast(({ from }) => from <= month)
      return inForce !== undefined && exceeds(cumulativeLoss, cutoffBalance, inForce.limit)
    })
    .map(({ kind }) => kind)
}

/** The overcollateralization that a month is to reach, in dollars. */
export function targetOf(
  oc: Overcollateralization,
  { hasReached, fails, pool, before }: { hasReached: boolean; fails: readonly unknown[]; pool: Fixed; before: Fixed },
): Fixed {
  const initial = fixedTimes(oc.target, oc.cutoffBalance)
  if (!hasReached) return initial
  if (fails.length > 0) return before
  const steppedDown = lesser(initial, fixedTimes(oc.stepdownTarget, pool))
  return greater(steppedDown, fixedTimes(oc.floor, oc.cutoffBalance))
}

/** How principal and excess interest meet the target: principal `used` for the bonds, what of it is released, what interest adds. */
export type PrincipalPlan = { used: Fixed; ocRelease: Fixed; extraPrincipal: Fixed; bondPrincipal: Fixed }

/**
 * The principal that bonds get: principal cash up to the bonds, less what stands above the target, plus what excess interest can add towards
 * it. A failed trigger of a trust that traps releases nothing and adds all interest there is. `interest` and `principal` are the cash left.
 */
export function principalPlan(
  cash: { interest: Fixed; principal: Fixed },
  { bonds, pool, target, isTrapped }: { bonds: Fixed; pool: Fixed; target: Fixed; isTrapped: boolean },
): PrincipalPlan {
  const used = greater(lesser(cash.principal, bonds), 0n)
  const before = pool - (bonds - used)
  const ocRelease = isTrapped ? 0n : lesser(greater(before - target, 0n), used)
  const wanted = isTrapped ? bonds - used : lesser(greater(target - before, 0n), bonds - used)
  const extraPrincipal = lesser(cash.interest, wanted)
  return { used, ocRelease, extraPrincipal, bondPrincipal: used - ocRelease + extraPrincipal }
}
