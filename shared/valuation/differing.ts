/**
 * From which month on two sets of terms of a trust give different cash. Required yields and margins change no cash at all.
 */
import type { Fixed } from '../money/fixed_point.ts'
import { inMonth, type Curve, type TrustTerms } from './terms.ts'

/** The first month in which two curves differ; infinite where they never do. */
function curvesPart(a: Curve, b: Curve): number {
  if (a === b) return Infinity
  const months = Math.max(a.length, b.length)
  for (let month = 1; month <= months; month++) if (inMonth(a, month) !== inMonth(b, month)) return month
  return Infinity
}

/** The first month in which two notional schedules differ, nothing being owed after their end. */
function schedulesPart(a: readonly Fixed[], b: readonly Fixed[]): number {
  const months = Math.max(a.length, b.length)
  for (let at = 0; at < months; at++) if ((a[at] ?? 0n) !== (b[at] ?? 0n)) return at + 1
  return Infinity
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => isSame(a[name as keyof typeof a], b[name as keyof typeof b]))
}

/** The terms without what is compared month by month, and without what changes values alone. */
function standing({ groups, classes, derivatives, ...rest }: TrustTerms): unknown {
  return {
    ...rest,
    index: null,
    residualYield: null,
    collateralYield: null,
    derivativeMargin: null,
    groups: groups.map((group) => ({ ...group, prepayment: null, default: null, severity: null })),
    classes: classes.map((each) => ({ ...each, price: null })),
    derivatives: derivatives.map((contract) => ({ ...contract, notional: null })),
  }
}

/** The first month whose cash may differ, counted from 1; infinite where none does. */
export function firstDifference(a: TrustTerms, b: TrustTerms): number {
  if (a === b) return Infinity
  if (!isSame(standing(a), standing(b))) return 1
  return Math.min(
    curvesPart(a.index, b.index),
    ...a.groups.flatMap((group, at) => {
      const other = b.groups[at]!
      return [
        curvesPart(group.prepayment, other.prepayment),
        curvesPart(group.default, other.default),
        curvesPart(group.severity, other.severity),
      ]
    }),
    ...a.derivatives.map(({ notional }, at) => schedulesPart(notional, b.derivatives[at]!.notional)),
  )
}
