/**
 * The operations of formulas on amounts in units of 10^-20, with the rounding and the errors that each has. Knows no cells.
 */
import { PLACES, inRange, quantize, type Decimal } from '../money/decimal.ts'
import {
  UNIT,
  fixedInRange,
  fixedOver,
  fixedRounded,
  fixedTimes,
  fixedWithoutResidue,
  type Fixed,
} from '../money/fixed_point.ts'
import { percentChange } from '../money/format.ts'
import { DIVISION_ERROR, NUMBER_ERROR, type CellError } from './cell_error.ts'
import { heldOf, traceOf, unitsOf, valueOf, type Held, type HeldAmount } from './held.ts'

export function truth(holds: boolean): Fixed {
  return holds ? UNIT : 0n
}

/** Within the range of amounts. */
export function finish(x: Fixed): Fixed | CellError {
  return fixedInRange(x) ? x : NUMBER_ERROR
}

export function multiply(a: Fixed, b: Fixed): Fixed | CellError {
  return finish(fixedTimes(a, b))
}

export function divide(a: Fixed, b: Fixed): Fixed | CellError {
  return b === 0n ? DIVISION_ERROR : finish(fixedOver(a, b))
}

/** A rare operation, and one of the decimal's own. */
export function power(base: HeldAmount, exponent: HeldAmount): Held {
  const [x, y] = [unitsOf(base), unitsOf(exponent)]
  if (x === 0n && y < 0n) return DIVISION_ERROR
  return fromDecimal((valueOf(x) as Decimal).pow(valueOf(y) as Decimal))
}

function fromDecimal(x: Decimal): Held {
  return inRange(x) ? heldOf(quantize(x)) : NUMBER_ERROR
}

/** Rounded half-up, away from zero; what rounds to nil can still be told from nil. */
export function rounded(x: HeldAmount, places: number): HeldAmount | CellError {
  const result = fixedRounded(unitsOf(x), places)
  return result === 0n ? traceOf(x) : finish(result)
}

export function round(x: HeldAmount, places: Fixed): Held {
  const most = BigInt(PLACES) * UNIT
  if (places % UNIT !== 0n || places > most || places < -most) return NUMBER_ERROR
  // A count of places, not an amount.
  return rounded(x, Number(places / UNIT))
}

/** Amounts below 10 billion, and percentages below a billion, whose change is the same by any order of roundings. */
const PLAIN_SIZE = 10n ** 30n
const PLAIN_PERCENT = 10n ** 9n

/** Percent change from b to a, of amounts as already printed; see percentChange. */
export function percent(a: Fixed, b: Fixed): Held {
  if (b === 0n) return 0n
  const size = b < 0n ? -b : b
  if (a < PLAIN_SIZE && a > -PLAIN_SIZE && size < PLAIN_SIZE) {
    const change = fixedWithoutResidue(a - b) * 100n
    const whole = ((change < 0n ? -change : change) * 2n + size) / (size * 2n)
    if (whole === 0n) return traceOf(change)
    if (whole < PLAIN_PERCENT) return (change < 0n ? -whole : whole) * UNIT
  }
  return fromDecimal(percentChange(valueOf(a) as Decimal, valueOf(b) as Decimal))
}

export function compare(operator: string, order: Fixed): boolean {
  switch (operator) {
    case '=':
      return order === 0n
    case '<>':
      return order !== 0n
    case '<':
      return order < 0n
    case '<=':
      return order <= 0n
    case '>':
      return order > 0n
    default:
      return order >= 0n
  }
}
