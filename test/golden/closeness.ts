/**
 * Figures of the trust model against golden text: amounts within a hundred-millionth, rates within 10^-12, as their specification says.
 */
import { decimalOf, fixedFromText, type Fixed } from '../../shared/money/fixed_point.ts'
import { plain } from '../../shared/money/decimal.ts'
import type { Miss } from './golden_table.ts'

export const AMOUNT = fixedFromText('0.00000001')!
export const RATE = fixedFromText('0.000000000001')!

/** A golden figure: text, null where there is none; with what was got, undefined where there is none. */
export type Figure = { column: string; expected: string | null; got: Fixed | undefined; within: Fixed }

export function missOf({ column, expected, got, within }: Figure): Miss[] {
  const text = got === undefined ? '' : plain(decimalOf(got))
  const wanted = expected === null ? undefined : fixedFromText(expected)
  if (expected !== null && wanted === undefined) return [{ column, expected, got: text }]
  if (wanted === undefined || got === undefined) return wanted === got ? [] : [{ column, expected: expected ?? '', got: text }]
  const apart = got > wanted ? got - wanted : wanted - got
  return apart <= within ? [] : [{ column, expected: expected!, got: text }]
}

/** A word against a golden word. */
export function wordMiss(column: string, expected: string, got: string): Miss[] {
  return expected === got ? [] : [{ column, expected, got }]
}
