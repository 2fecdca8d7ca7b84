/**
 * Amounts at the scale at which a cell prints them: what a reader would copy from the page, and the smallest step of it.
 * Must not format; the text is cell_text's.
 */
import { cellDecimals, cellFormat, cellPlaces } from '../calc/layout.ts'
import type { Found } from '../model/lookup.ts'
import { Decimal } from '../money/decimal.ts'
import { printedValue } from '../money/format.ts'

/** Decimal places that the cell prints, of the stored value: a rate printed as 12.50% has 4. */
export function printedPlaces({ line, column }: Found): number {
  return cellPlaces(line, column)
}

/** The smallest step that the cell prints: 1 for an amount without decimals, 0.01 for a per-share amount. */
export function printedUnit(found: Found): Decimal {
  return new Decimal(10).pow(-printedPlaces(found))
}

/** The amount as the cell prints it, half-up. */
export function printedAmount(x: Decimal, { line, column }: Found): Decimal {
  return printedValue(x, cellFormat(line, column), cellDecimals(line, column))
}

/** The amount rounded half-up to a multiple of the step, which is a power of ten. */
export function toUnit(x: Decimal, unit: Decimal): Decimal {
  return x.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit)
}
