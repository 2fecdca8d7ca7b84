/**
 * The one configured decimal: every amount of the product is made by it.
 * Must not be reconfigured, and no amount may pass through a binary number.
 */
import { Decimal as Base } from 'decimal.js'

/** Precision 40, half-up away from zero; never printed with an exponent. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 })
export type Decimal = Base
