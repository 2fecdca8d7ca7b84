/**
 * What a trust is worth at its valuation date, by SPEC of the model: classes and residual at what investors require, derivatives on the
 * cash that is paid, real estate owned at what it will bring, and the collateral as what these claims come to. There is no input for the
 * trust's own credit. Yields are solved when they are asked for.
 */
import { fixedShare, UNIT, type Fixed } from '../money/fixed_point.ts'
import { cashOf, together, type TrustCash } from './cash_of.ts'
import { factorsAtMargin, factorsAtYield, presentValue, type Factors } from './discounting.ts'
import type { Projection } from './projection.ts'
import { sumOf } from './splitting.ts'
import type { BondClass } from './terms.ts'
import { yieldOf, type Solved } from './yields.ts'

/** Factors at which the components of a trust are discounted; classes and contracts in the order of the terms. */
export type TrustFactors = {
  classes: readonly Factors[]
  derivatives: readonly Factors[]
  residual: Factors
  collateral?: Factors
}

/** Components with their sign on the balance sheet: assets positive, borrowings negative, so that their sum is the residual. */
export type Components = {
  collateral: Fixed
  reo: Fixed
  derivatives: Fixed
  /** What each class is worth to its holder, positive, in the order of the terms. */
  classes: readonly Fixed[]
  contracts: readonly Fixed[]
  borrowings: Fixed
  residual: Fixed
  /** The residual less what its own cash is worth: nil, unless a yield of the collateral was typed. */
  residualGap: Fixed
}

export type TrustValues = Components & { projection: Projection; cash: TrustCash; factors: TrustFactors }

/** True where the months of two projections have the same index and days, so that a margin gives the same factors in both. */
function isSameTime(a: Projection, b: Projection): boolean {
  return (
    a.terms.asOf === b.terms.asOf &&
    a.months.length === b.months.length &&
    a.months.every(({ index }, at) => index === b.months[at]!.index)
  )
}

/** The factors of a projection; those of an earlier one are taken over where neither rates nor months differ. */
function factorsOf(projection: Projection, earlier?: TrustValues): TrustFactors {
  const { terms, months } = projection
  const same = earlier && isSameTime(projection, earlier.projection) ? earlier : undefined
  const before = same?.projection.terms
  return {
    classes: terms.classes.map(({ price, basis }, at) => {
      const other = before?.classes[at]
      if (other?.price.value === price.value && other.price.kind === price.kind && other.basis === basis) {
        return same!.factors.classes[at]!
      }
      return price.kind === 'yield'
        ? factorsAtYield(price.value, months.length)
        : factorsAtMargin(price.value, basis, months)
    }),
    derivatives: terms.derivatives.map(({ floatBasis }, at) =>
      before?.derivatives[at]?.floatBasis === floatBasis && before.derivativeMargin === terms.derivativeMargin
        ? same!.factors.derivatives[at]!
        : factorsAtMargin(terms.derivativeMargin, floatBasis, months),
    ),
    residual:
      before?.residualYield === terms.residualYield
        ? same!.factors.residual
        : factorsAtYield(terms.residualYield, months.length),
    collateral: terms.collateralYield === undefined ? undefined : factorsAtYield(terms.collateralYield, months.length),
  }
}

/**
 * Values of the parts put together: the collateral is what the claims on it come to; where it is given, by a yield that was typed, the residual
 * is what it leaves.
 */
export function componentsOf(parts: {
  reo: Fixed
  contracts: readonly Fixed[]
  classes: readonly Fixed[]
  residual: Fixed
  collateral: Fixed | undefined
}): Components {
  const derivatives = sumOf(parts.contracts)
  const owed = sumOf(parts.classes)
  const claimed = owed + parts.residual - derivatives - parts.reo
  const collateral = parts.collateral ?? claimed
  const residualGap = collateral - claimed
  return { ...parts, derivatives, borrowings: -owed, collateral, residual: parts.residual + residualGap, residualGap }
}

/** The values of a projected trust, amounts in dollars; `earlier` is what it was worth before an edit. */
export function valueTrust(projection: Projection, earlier?: TrustValues): TrustValues {
  const cash = cashOf(projection)
  const factors = factorsOf(projection, earlier)
  const components = componentsOf({
    reo: sumOf(cash.reo),
    contracts: cash.derivatives.map((flows, at) => presentValue(flows, factors.derivatives[at]!)),
    classes: cash.classes.map((flows, at) => presentValue(flows, factors.classes[at]!)),
    residual: presentValue(cash.residual, factors.residual),
    collateral: factors.collateral && presentValue(cash.collateral, factors.collateral),
  })
  return { ...components, projection, cash, factors }
}

/** The one yield at which the collateral's cash is worth the collateral. */
export function blendedYield({ collateral, cash }: TrustValues): Solved {
  return yieldOf(collateral, cash.collateral)
}

/** The yield of all claims on loans and real estate owned together. */
export function claimsYield({ collateral, reo, cash }: TrustValues): Solved {
  return yieldOf(collateral + reo, together([cash.collateral, cash.reo], cash.reo.length))
}

/** The yield of a class compounded monthly; for one that is priced at a yield that itself. */
export function classYield({ classes, cash, projection }: TrustValues, at: number): Solved {
  const { price } = projection.terms.classes[at]!
  const value = classes[at]!
  if (price.kind === 'yield' && value > 0n) return { kind: 'solved', rate: price.value }
  return yieldOf(value, cash.classes[at]!)
}

/** Yields of classes and residual weighted by value; none where nothing is worth anything. */
export function valueWeightedYield(values: TrustValues): Fixed | undefined {
  const { classes, residual, projection } = values
  let weighted = residual * projection.terms.residualYield
  let total = residual
  for (const [at, value] of classes.entries()) {
    const solved = classYield(values, at)
    if (solved.kind === 'none') continue
    weighted += value * solved.rate
    total += value
  }
  return total > 0n ? fixedShare(weighted, 1n, total) : undefined
}

/** What became of a class over its life. */
export type ClassSummary = {
  fairValue: Fixed
  /** In percent of the balance; none where the balance is nil. */
  price: Fixed | undefined
  /** In years; none where no principal comes. */
  averageLife: Fixed | undefined
  interest: Fixed
  principal: Fixed
  writedown: Fixed
}

export function classSummary({ classes, projection }: TrustValues, at: number): ClassSummary {
  const { balance }: BondClass = projection.terms.classes[at]!
  const summary = { interest: 0n, principal: 0n, writedown: 0n }
  let weighted = 0n
  for (const { month, classes: all } of projection.months) {
    const { paid, principal, writedown } = all[at]!
    summary.interest += paid
    summary.principal += principal
    summary.writedown += writedown
    weighted += BigInt(month) * principal
  }
  const fairValue = classes[at]!
  const { principal } = summary
  return {
    fairValue,
    price: balance === 0n ? undefined : fixedShare(fairValue, 100n * UNIT, balance),
    averageLife: principal === 0n ? undefined : fixedShare(weighted, UNIT, 12n * principal),
    ...summary,
  }
}
