/**
 * A figure that is read in words, a date or a choice, as it stands on paper. Formats nothing else.
 */
import type { Decimal } from '../money/decimal.ts'
import { wordsOf, type FormatOptions } from '../money/format.ts'
import type { PrintCell, StandingMark } from './document.ts'

/** A date in one piece, a choice in words that may stand in two lines; undefined for any other figure. */
export function wordsCell(value: Decimal, format: FormatOptions, marks: StandingMark[]): PrintCell | undefined {
  const words = wordsOf(value, format)
  if (words === undefined) return undefined
  return { kind: 'words', text: format.format === 'date' ? words.replaceAll(' ', '\u00A0') : words, marks }
}
