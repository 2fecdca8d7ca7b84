/**
 * What a cell holds inside the engine: an amount in units of 10^-20, what a rounding to nil left, an error, a text, or null for blank.
 * Decimals stand at every face of the engine; here they are made and read. Must not compute.
 */
import { littleOf, roundedAway, type Decimal } from '../money/decimal.ts'
import { decimalOf, fixedOf, type Fixed } from '../money/fixed_point.ts'
import { CellError } from './cell_error.ts'
import { isAmount, sameValue, type Value } from './value.ts'

/** What a rounding leaves of a little more, or a little less, than nil: nil in all arithmetic, told from it where it is shown. */
class Trace {
  readonly sign: 1 | -1
  constructor(sign: 1 | -1) {
    this.sign = sign
  }
}

export const TRACE_MORE = new Trace(1)
export const TRACE_LESS = new Trace(-1)

export type HeldAmount = Fixed | Trace
export type Held = HeldAmount | CellError | string | null

export function isHeldAmount(held: Held): held is HeldAmount {
  return typeof held === 'bigint' || held instanceof Trace
}

/** The amount to compute with. */
export function unitsOf(held: HeldAmount): Fixed {
  return typeof held === 'bigint' ? held : 0n
}

/** The amount with its sign turned. */
export function negatedHeld(held: HeldAmount): HeldAmount {
  if (typeof held === 'bigint') return -held
  return held.sign > 0 ? TRACE_LESS : TRACE_MORE
}

/** What is left of an amount that a rounding made nil; a nil stays one. */
export function traceOf(of: HeldAmount): HeldAmount {
  if (typeof of !== 'bigint') return of
  return of === 0n ? 0n : of > 0n ? TRACE_MORE : TRACE_LESS
}

/** The value as it leaves the engine. */
export function valueOf(held: Held): Value {
  if (typeof held === 'bigint') return decimalOf(held)
  return held instanceof Trace ? littleOf(held.sign) : held
}

/** A value as the engine holds it. Throws a RangeError for an amount of more than 20 places. */
export function heldOf(value: Value): Held {
  return isAmount(value) ? heldAmount(value) : value
}

function heldAmount(value: Decimal): HeldAmount {
  const sign = roundedAway(value)
  if (sign !== 0) return sign > 0 ? TRACE_MORE : TRACE_LESS
  return fixedOf(value)
}

/** True when neither arithmetic nor a reader could tell them apart. */
export function sameHeld(a: Held, b: Held): boolean {
  if (a === b) return true
  return a instanceof CellError && b instanceof CellError && sameValue(a, b)
}

/** True when no arithmetic on them could tell them apart. */
export function sameAmount(a: Held, b: Held): boolean {
  return sameHeld(a, b) || (isHeldAmount(a) && isHeldAmount(b) && unitsOf(a) === unitsOf(b))
}
