/**
 * The closing terms of a trust with some of their assumptions as they were at the opening, moved on by the months between: what the
 * valuations of an attribution differ by. Facts (balances, lives, coupons, structure) are always those of the closing.
 */
import type { Curve, LoanGroup, TrustTerms } from './terms.ts'

/** The four factors, in the order in which they are told. */
export const FACTORS = ['expected_loss', 'prepayment', 'forward_index', 'discount_rate'] as const
export type Factor = (typeof FACTORS)[number]

/** A curve as it stands some months later; its last value persists. */
function movedOn(curve: Curve, months: number): Curve {
  return months < curve.length ? curve.slice(months) : curve.slice(-1)
}

function mixedGroup(
  closing: LoanGroup,
  opening: LoanGroup | undefined,
  months: number,
  taken: ReadonlySet<Factor>,
): LoanGroup {
  if (!opening) return closing
  const loss = taken.has('expected_loss')
  return {
    ...closing,
    servicingFee: opening.servicingFee,
    default: loss ? closing.default : movedOn(opening.default, months),
    severity: loss ? closing.severity : movedOn(opening.severity, months),
    prepayment: taken.has('prepayment') ? closing.prepayment : movedOn(opening.prepayment, months),
  }
}

/**
 * The closing terms with the factors in `taken` as at the closing and all other assumptions, costs and fees included, as at the opening.
 * A group or class that the opening does not have keeps its own.
 */
export function mixedTerms(
  opening: TrustTerms,
  closing: TrustTerms,
  months: number,
  taken: ReadonlySet<Factor>,
): TrustTerms {
  const groups = new Map(opening.groups.map((group) => [group.id, group]))
  const prices = new Map(opening.classes.map(({ id, price }) => [id, price]))
  const isRepriced = taken.has('discount_rate')
  return {
    ...closing,
    trusteeFee: opening.trusteeFee,
    otherMonthly: opening.otherMonthly,
    index: taken.has('forward_index') ? closing.index : movedOn(opening.index, months),
    groups: closing.groups.map((group) => mixedGroup(group, groups.get(group.id), months, taken)),
    classes: isRepriced
      ? closing.classes
      : closing.classes.map((each) => ({ ...each, price: prices.get(each.id) ?? each.price })),
    collateralYield: isRepriced ? closing.collateralYield : opening.collateralYield,
    residualYield: isRepriced ? closing.residualYield : opening.residualYield,
    derivativeMargin: isRepriced ? closing.derivativeMargin : opening.derivativeMargin,
  }
}
