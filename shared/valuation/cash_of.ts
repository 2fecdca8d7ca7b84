/**
 * The cash of a trust's components month by month, from its projection: what each value and each attribution discounts. Signs are those
 * of the holder: what comes to a class, to the trust under a contract, from the loans.
 */
import type { Fixed } from '../money/fixed_point.ts'
import type { Projection } from './projection.ts'

/** Cash by month, from the first. */
export type Cash = readonly Fixed[]

export type TrustCash = {
  collateral: Cash
  reo: Cash
  residual: Cash
  /** In the order of the terms. */
  classes: readonly Cash[]
  derivatives: readonly Cash[]
}

export function cashOf({ terms, months }: Projection): TrustCash {
  return {
    collateral: months.map(({ collateralCash }) => collateralCash),
    reo: months.map(({ reoCash }) => reoCash),
    residual: months.map(({ residual }) => residual),
    classes: terms.classes.map((_, at) =>
      months.map(({ classes }) => {
        const { paid, principal, reimbursed } = classes[at]!
        return paid + principal + reimbursed
      }),
    ),
    derivatives: terms.derivatives.map((_, at) => months.map(({ derivatives }) => derivatives[at]!)),
  }
}

/** Several cashes as one. */
export function together(cashes: readonly Cash[], months: number): Cash {
  return Array.from({ length: months }, (_, at) => cashes.reduce((sum, cash) => sum + cash[at]!, 0n))
}
