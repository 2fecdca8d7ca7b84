/**
 * Amounts as whole numbers of 10^-20: sums and comparisons without any rounding, for the naive reference.
 * Must not be used by the product.
 */
import { Decimal } from '../../../shared/money/decimal.ts'

const PLACES = 20

/** Units of plain decimal text of at most 20 decimals. */
export function unitsOf(text: string): bigint {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  if (fraction.length > PLACES) throw new RangeError(`${text} has more than ${PLACES} decimals.`)
  const units = BigInt(whole + fraction.padEnd(PLACES, '0'))
  return negative ? -units : units
}

/** Plain decimal text without surplus zeros. */
export function asText(units: bigint): string {
  const size = (units < 0n ? -units : units).toString().padStart(PLACES + 1, '0')
  const fraction = size.slice(-PLACES).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${size.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`
}

export function fromUnits(units: bigint): Decimal {
  return new Decimal(asText(units))
}

/** The quotient rounded half away from zero to a whole number of units; the divisor is positive. */
export function half(x: bigint, by: bigint): bigint {
  const size = x < 0n ? -x : x
  const rounded = (2n * size + by) / (2n * by)
  return x < 0n ? -rounded : rounded
}
