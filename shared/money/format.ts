/**
 * The one way an amount becomes text that people read, on screen and on paper.
 * Rounds once, here; must not be used to feed arithmetic.
 */
import { dateInWords } from '../calendar/dates.ts'
import { dateOfDay, LAST_DAY } from '../calendar/day_number.ts'
import { slashedDate } from '../calendar/typed_dates.ts'
import { Decimal, ZERO, plain, roundedAway, roundedTo, withoutResidue } from './decimal.ts'

/**
 * How a figure is shown: `percent` holds percentage points (390 is 390%), `rate` a fraction (0.125 is 12.5%), `date` the number of a day
 * (calendar/day_number.ts), `choice` a place in a list, 1 for the first.
 */
export const FORMATS = ['amount', 'per_share', 'shares', 'percent', 'rate', 'date', 'choice', 'text'] as const

export type Format = (typeof FORMATS)[number]

/** What stands for nil: an en dash, as financial statements print it. */
export const NIL = '–'
/** Nil as other programs read it: a spreadsheet takes a hyphen for its own dash, and an en dash for text. */
export const PLAIN_NIL = '-'

export type FormatOptions = {
  format: Format
  /** Decimal places shown; of the percentage where the format is a rate. */
  decimals?: number
  /** Dollar sign before the figure; has no effect on percentages and shares. */
  currency?: boolean
  /** The words of a choice, in the order of their places. */
  choices?: readonly string[]
  /** Percent sign after a figure in percentage points; a rate always carries it. */
  percentSign?: boolean
}

/**
 * A figure in parts, so that its digits can be aligned on the last one while the rest hangs.
 * Read as currency, sign, digits, suffix.
 */
export type FigureParts = {
  currency: '' | '$'
  sign: '' | '('
  /** Digits with separators, or the dash for nil; a date or a choice in words. */
  digits: string
  suffix: '' | ')' | '%' | ')%'
}

const DECIMALS: Record<Format, number> = {
  amount: 0,
  per_share: 2,
  shares: 0,
  percent: 0,
  rate: 2,
  date: 0,
  choice: 0,
  text: 0,
}

/** Formats whose figures are amounts of something: they can be added up, and have a difference. */
export function isMeasured(format: Format): boolean {
  return format !== 'text' && format !== 'date' && format !== 'choice'
}

/** A date or a choice as it is read, `September 30, 2007`; undefined in any other format, and for a number that is no day or no place. */
export function wordsOf(
  x: Decimal,
  { format, choices = [] }: Pick<FormatOptions, 'format' | 'choices'>,
): string | undefined {
  if (format === 'date') {
    const iso = isoOf(x)
    // In words a year of less than four digits could not be read back.
    return iso === undefined || iso < '1000' ? iso : dateInWords(iso)
  }
  return format === 'choice' && x.isInteger() && x.lte(choices.length) ? choices[Number(x.toFixed()) - 1] : undefined
}

function isoOf(x: Decimal): string | undefined {
  return x.isInteger() && x.abs().lte(LAST_DAY) ? dateOfDay(Number(x.toFixed())) : undefined
}

/** Decimal places that a format shows when neither line nor column says otherwise. */
export function decimalsOf(format: Format, decimals?: number): number {
  return decimals ?? DECIMALS[format]
}

/**
 * The value rounded half-up (away from zero) to what is shown of it: the amount that a reader would copy from the page.
 * A rate is rounded as the percentage that is printed: with 2 decimals 0.12345 becomes 0.1235. What rounds to nil is nil to
 * arithmetic, and is still shown as 0 or (0).
 */
export function printedValue(x: Decimal, format: Format, decimals?: number): Decimal {
  if (!isMeasured(format)) return x
  return roundedTo(x, decimalsOf(format, decimals) + (format === 'rate' ? 2 : 0))
}

/** The figure in parts; see formatAmount for the conventions. */
export function figureParts(x: Decimal, options: FormatOptions): FigureParts {
  const { format } = options
  const words = wordsOf(x, options)
  if (words !== undefined) return { currency: '', sign: '', digits: words, suffix: '' }
  const percent = format === 'rate' || (format === 'percent' && options.percentSign === true)
  const currency = options.currency === true && (format === 'amount' || format === 'per_share') ? '$' : ''
  const away = roundedAway(x)
  if (x.isZero() && away === 0) return { currency, sign: '', digits: NIL, suffix: percent ? '%' : '' }
  const negative = x.isNegative() || away < 0
  const digits = !isMeasured(format) ? plain(x.abs()) : separated(roundedDigits(x.abs(), options))
  const close = negative ? ')' : ''
  return {
    currency,
    sign: negative ? '(' : '',
    digits,
    suffix: `${close}${percent ? '%' : ''}`,
  }
}

/**
 * The figure as people read it: thousands separated, negatives in parentheses, a dash for nil, never an exponent.
 * An amount that is not nil but rounds to nil prints as 0, or (0) where negative, also where a formula rounded it already.
 * What it prints, read back by parseTyped, is printedValue.
 */
export function formatAmount(x: Decimal, options: FormatOptions): string {
  const { currency, sign, digits, suffix } = figureParts(x, options)
  const gap = digits === NIL && suffix !== '' ? ' ' : ''
  return `${currency}${currency ? ' ' : ''}${sign}${digits}${gap}${suffix}`
}

/**
 * Percent change from b to a, half-up to `decimals` places: 100 x (a - b) / |b|. Both are amounts as already printed,
 * since readers compute it from the page. A base of nil gives nil.
 */
export function percentChange(a: Decimal, b: Decimal, decimals = 0): Decimal {
  if (b.isZero()) return ZERO
  return roundedTo(withoutResidue(a.minus(b)).times(100).div(b.abs()), decimals)
}

/**
 * The figure as it would be typed into its cell, in full precision: `-1191235`, `12.5%` for a rate of 0.125, `9/30/2007` for a date, the
 * words of a choice.
 */
export function editText(x: Decimal, format: Format, choices: readonly string[] = []): string {
  if (format === 'rate') return `${plain(x.times(100))}%`
  const iso = format === 'date' ? isoOf(x) : undefined
  return iso === undefined ? (wordsOf(x, { format, choices }) ?? plain(x)) : slashedDate(iso)
}

/** The figure as an input that is stored: a date as ISO text, a choice as its place, any other as it would be typed. */
export function storedText(x: Decimal, format: Format): string {
  if (format === 'date') return isoOf(x) ?? plain(x)
  return format === 'choice' ? plain(x) : editText(x, format)
}

function roundedDigits(size: Decimal, { format, decimals }: FormatOptions): string {
  // A multiplication by 100 is exact, so the rate is still rounded only once.
  const shown = format === 'rate' ? size.times(100) : size
  return shown.toFixed(decimalsOf(format, decimals), Decimal.ROUND_HALF_UP)
}

function separated(digits: string): string {
  const point = digits.indexOf('.')
  const whole = point < 0 ? digits : digits.slice(0, point)
  const fraction = point < 0 ? '' : digits.slice(point)
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + fraction
}
