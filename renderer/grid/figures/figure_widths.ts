/**
 * How wide figures are, by the count of their characters: the type has digits of one width, so that nothing has to be laid
 * out to know whether a figure fits its column. Knows the figures' type; decides no column's width.
 */
import { cellDecimals, cellFormat, hasCell, isText } from '../../../shared/calc/layout.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { formatOf } from '../../../shared/calc/cell_text.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import type { Column, Line } from '../../../shared/model/filing.ts'
import type { Decimal } from '../../../shared/money/decimal.ts'
import { decimalsOf, figureParts, NIL, type FigureParts } from '../../../shared/money/format.ts'
import { SCREEN_WIDTHS } from '../../../shared/money/glyph_widths.ts'
import { scaleNow } from '../../session/view/comfort.ts'
import type { Session } from '../../session/session.ts'

/** Type size of figures at 100%. */
const SIZE = 13.25
/** A letter of a code in ems, a little generous. */
const LETTER = 0.78
/** A letter among those of a date or a choice in ems, a little generous. */
const WORD_LETTER = 0.62
/** A dollar sign with the space that parts it from its figure. */
const CURRENCY = SCREEN_WIDTHS.currency + SCREEN_WIDTHS.separator
/** What hangs right of the digits has a width of its own, whatever it says: the style sheet's. */
const HANG = { usual: 0.46, both: 0.8, percent: 1.5 }
/** Padding of a cell at both sides at 100%, which grows with the sheet; and the figure's own, which does not. */
const PADDING = 14
const INSET = 3.5

type At = Pick<Column, 'format'>

/** Room right of the digits. */
function hang(suffix: FigureParts['suffix'], column: At): number {
  if (column.format === 'percent') return HANG.percent
  return suffix === ')%' ? HANG.both : HANG.usual
}

function digitsEms(digits: string): number {
  if (/\p{L}/u.test(digits)) return digits.length * WORD_LETTER
  const separators = digits.replaceAll(/\d/g, '').length
  return digits === NIL
    ? SCREEN_WIDTHS.digit
    : (digits.length - separators) * SCREEN_WIDTHS.digit + separators * SCREEN_WIDTHS.separator
}

/** The width of a figure in a column, in ems. */
export function partsEms({ currency, sign, digits, suffix }: FigureParts, column: At): number {
  return (currency ? CURRENCY : 0) + (sign ? SCREEN_WIDTHS.parenthesis : 0) + digitsEms(digits) + hang(suffix, column)
}

/** The width of a short code in a column, in ems: letters have many widths, so it is a little generous. */
export function codeEms(code: string, column: At): number {
  return code.length * LETTER + hang('', column)
}

/** The width of a whole number without making its text. */
function wholeEms(x: Decimal, decimals: number, currency: boolean, column: At): number {
  const digits = Math.max(0, x.e) + 1
  return (
    (currency ? CURRENCY : 0) +
    (x.isNegative() ? SCREEN_WIDTHS.parenthesis : 0) +
    (digits + decimals) * SCREEN_WIDTHS.digit +
    (Math.floor((digits - 1) / 3) + (decimals > 0 ? 1 : 0)) * SCREEN_WIDTHS.separator +
    hang(x.isNegative() ? ')' : '', column)
  )
}

/** The width of the figure that a value shows as at a line and column, in ems; 0 where that is no figure. */
export function valueEms(value: Value, line: Line, column: Column): number {
  if (value instanceof CellError) return codeEms(value.code, column)
  if (!isAmount(value) || isText(line) || !hasCell(line, column)) return 0
  const currency = line.currency === true
  const format = cellFormat(line, column)
  const isPlain = format === 'amount' || format === 'shares' || format === 'per_share'
  if (isPlain && value.isInteger() && !value.isZero()) {
    return wholeEms(value, decimalsOf(format, cellDecimals(line, column)), currency && format !== 'shares', column)
  }
  return partsEms(figureParts(value, { ...formatOf(line, column), currency, percentSign: currency }), column)
}

/** The width that a column needs for a figure of so many ems, in pixels as the sheet now stands. */
export function widthFor(session: Session, ems: number): number {
  return Math.ceil((ems * SIZE + PADDING) * scaleNow(session) + INSET)
}

/** Whether a figure of so many ems fits a column of this width, in pixels as the sheet now stands. */
export function fits(session: Session, ems: number, width: number): boolean {
  return widthFor(session, ems) <= width
}

/** What stands in place of a figure that does not fit: as many as fill the column. */
export function hashesFor(session: Session, width: number): string {
  const room = (width - INSET) / scaleNow(session) - PADDING
  return '#'.repeat(Math.max(1, Math.floor(room / (SCREEN_WIDTHS.hash * SIZE))))
}
