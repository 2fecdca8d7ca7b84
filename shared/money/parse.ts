/**
 * Reading what a person types or pastes into a cell, and what is stored in it.
 * Exact or refused with the reason: must not guess, throw, or round.
 */
import { dayNumber } from '../calendar/day_number.ts'
import { parseDate } from '../calendar/typed_dates.ts'
import { placeOfWords, readChoice } from './choice_words.ts'
import { isolated } from './isolated.ts'
import { cutText } from './cut_text.ts'
import { Decimal, MAX, PLACES, ZERO } from './decimal.ts'
import type { Format } from './format.ts'
import { refused, type Refused } from '../refusals/refusal.ts'
import { withoutUnseen } from './unseen.ts'

type ChangeOperator = '+=' | '-=' | '*='

export type Typed =
  | { kind: 'blank' }
  | { kind: 'amount'; value: Decimal }
  /** What stands is to be raised, lowered or multiplied. */
  | { kind: 'change'; operator: ChangeOperator; operand: Decimal }
  /** Text with its equals sign, trimmed. */
  | { kind: 'formula'; text: string }
  /** Only in cells of text. */
  | { kind: 'text'; value: string }
  | Refused

/** A cell holds at most this many characters. */
const LONGEST_INPUT = 10_000
const LONGEST_AMOUNT = 100

const CANONICAL = /^-?\d+(?:\.\d+)?$/
// U+2010 to U+2015 and the minus sign: hyphens and dashes as documents print them, up to three in plain text.
const DASH_ALONE = /^[-\u2010-\u2015\u2212]{1,3}$/
/** A dash between the signs that a printed figure has, spaces aside: `$—`, `(—)`, `—%`. */
const NIL = /^(?:US)?\$?(?:[-\u2010-\u2015\u2212]{1,3}%?|\(\$?[-\u2010-\u2015\u2212]{1,3}%?\)%?)$/i
const MINUS = /[\u2010-\u2015\u2212]/g
const SPACES = /[\s\u00a0\u2007\u202f]+/g

type Reading = { value: Decimal } | Refused

/**
 * Reads typed or pasted text for a cell of the given format. Amounts: `1234`, `1,234.5`, `(1,234)`, `-1,234`, `$ (1,234)`, `.47`;
 * a dash alone is nil. Percentages: in a percent cell 12.5 and 12.5% are both 12.5 points; in a rate cell 12.5% is 0.125,
 * a bare number below 1 is the fraction itself, and a bare number of 1 or more is refused, since 12.5 could mean either.
 * `+=`, `-=` and `*=` change what stands; `=` opens a formula. A text cell takes everything as text. A date is typed as typed_dates.ts
 * has it, and `+=30` moves it by days; a choice by its words, a beginning of them or its place among `choices`.
 */
export function parseTyped(text: string, format: Format, choices: readonly string[] = []): Typed {
  if (text.length > LONGEST_INPUT) {
    return refused({ code: 'text_too_long', length: text.length, most: LONGEST_INPUT })
  }
  const trimmed = withoutUnseen(text).replaceAll(SPACES, ' ').trim()
  if (trimmed === '') return { kind: 'blank' }
  if (format === 'text') return { kind: 'text', value: text.trim() }
  const place = format === 'choice' ? placeOfWords(trimmed, choices) : undefined
  if (place !== undefined) return { kind: 'amount', value: new Decimal(place) }
  if (trimmed.startsWith('=')) {
    if (trimmed === '=') return refused({ code: 'formula_not_begun' })
    return { kind: 'formula', text: text.trim() }
  }
  const operator = /^([+\-*/\u2212])=/.exec(trimmed)
  if (operator) return readChange(operator[1]!, trimmed.slice(2).trim(), format)
  if (format === 'date') return readDate(trimmed)
  if (format === 'choice') {
    const reading = readChoice(trimmed, choices, quoted(trimmed))
    return 'place' in reading ? { kind: 'amount', value: new Decimal(reading.place) } : reading
  }
  if (/^[+\-\u2212] ?[a-z_]\w*(?:$| ?[-+*/@.(])/i.test(trimmed)) return signedName(trimmed)
  const reading = readAmount(trimmed, format)
  return 'value' in reading ? { kind: 'amount', value: reading.value } : reading
}

/** Reads a stored input: canonical text at once, anything else as typed amounts are. Undefined when it is no amount. */
export function parseStored(text: string, format: Format, choices: readonly string[] = []): Decimal | undefined {
  if (format === 'text') return undefined
  if (CANONICAL.test(text)) {
    // Up to 19 characters cannot leave the range, nor carry more than 20 decimals.
    const value = new Decimal(text)
    if (text.length < 20) return value.isZero() ? ZERO : value
    const reading = bounded(value, text, PLACES)
    return 'value' in reading ? reading.value : undefined
  }
  const typed = parseTyped(text, format, choices)
  return typed.kind === 'amount' ? typed.value : undefined
}

/** A name after a sign is how a formula begins elsewhere; here an equals sign comes first. */
function signedName(typed: string): Refused {
  const formula = typed.replace(/^\+ ?/, '').replace(/^\u2212/, '-')
  return refused({ code: 'name_after_sign', shown: quoted(typed), formula: quoted(formula) })
}

/** A day as it is typed; a number alone would say nothing to a reader. */
function readDate(typed: string): Typed {
  if (/^[-+(]?[\d,.]+\)?$/.test(typed)) return refused({ code: 'number_for_date', shown: quoted(typed) })
  const date = parseDate(typed)
  if (date.kind === 'refused') return date
  const day = dayNumber(date.iso)
  return day === undefined ? refused({ code: 'date_malformed' }) : { kind: 'amount', value: new Decimal(day) }
}

function readChange(sign: string, text: string, format: Format): Typed {
  if (format === 'choice') return refused({ code: 'choice_not_changed' })
  if (sign === '/') return refused({ code: 'no_division' })
  const operator = `${sign === '\u2212' ? '-' : sign}=` as ChangeOperator
  if (format === 'date' && operator === '*=') return refused({ code: 'date_not_multiplied' })
  if (text === '' || DASH_ALONE.test(text)) return refused({ code: 'operand_missing', operator })
  // A factor is a bare number in every format, and may be given as a percentage.
  const factor = operator === '*='
  const reading = readAmount(text, factor ? 'percent' : format)
  if ('kind' in reading) return reading
  if (format === 'date' && !reading.value.isInteger()) return refused({ code: 'days_not_whole', shown: quoted(text) })
  const operand = factor && text.includes('%') ? reading.value.div(100) : reading.value
  return { kind: 'change', operator, operand }
}

/** Takes the signs off, then reads the number. */
function readAmount(typed: string, format: Format): Reading {
  const shown = quoted(typed)
  if (typed.length > LONGEST_AMOUNT) return refused({ code: 'amount_too_long', shown })
  if (NIL.test(typed.replaceAll(' ', ''))) return { value: ZERO }
  let rest = typed.replaceAll(MINUS, '-').replaceAll(/ ?([()$%]) ?/g, '$1')
  const percent = rest.includes('%')
  if (percent) {
    if (!/^[^%]*%\)?$/.test(rest)) return refused({ code: 'percent_sign_inside', shown })
    if (format !== 'percent' && format !== 'rate') return percentRefusal(shown, rest)
    rest = rest.replace('%', '')
  }
  const currency = rest.includes('$')
  if (currency) {
    if (rest === '$') return refused({ code: 'dollar_alone' })
    if (!/^-?\(?-?\$[^$]*$/.test(rest)) return refused({ code: 'dollar_misplaced', shown })
    if (percent || format === 'percent' || format === 'rate') {
      return refused({ code: 'dollar_in_percentage', shown })
    }
    rest = rest.replace('$', '')
  }
  if (rest === '') return refused({ code: 'no_figure', shown })
  const sign = takeSign(rest, shown)
  if ('kind' in sign) return sign
  const reading = readNumber(sign.digits, shown)
  if ('kind' in reading) return reading
  return inFormat(sign.negative ? reading.value.neg() : reading.value, format, percent, shown)
}

function takeSign(text: string, shown: string): { negative: boolean; digits: string } | Refused {
  const open = text.includes('(')
  const close = text.includes(')')
  if (open && !close) return refused({ code: 'parenthesis_open', shown })
  if (close && !open) return refused({ code: 'parenthesis_unopened', shown })
  let digits = text
  if (open) {
    const inner = /^\(([^()]*)\)$/.exec(text)
    if (!inner) {
      if (/^-\([^()]*\)$/.test(text)) return refused({ code: 'two_signs', shown })
      return refused({ code: 'parentheses_inside', shown })
    }
    digits = inner[1]!
    if (digits.startsWith('-')) return refused({ code: 'two_signs', shown })
  } else if (text.startsWith('-')) {
    digits = text.slice(1).trim()
    if (digits.startsWith('-')) return refused({ code: 'two_signs', shown })
  }
  if (digits.startsWith('+')) {
    const figure = digits.slice(1).trim() || '500'
    return refused({ code: 'plus_before', shown, figure })
  }
  if (/^[^-]+-$/.test(digits)) {
    return refused({ code: 'minus_behind', shown, figure: digits.slice(0, -1).trim() })
  }
  return { negative: digits !== text, digits }
}

/** Reads digits with separators; everything that could be read in two ways is refused with both. */
function readNumber(digits: string, shown: string): Reading {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(digits)) return { value: decimal(digits) }
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return { value: decimal(digits.replaceAll(',', '')) }
  if (digits === '') return refused({ code: 'figure_missing', shown })
  if (/^\d[\d.,]*[eE][+-]?\d+$/.test(digits)) {
    return refused({ code: 'exponent', shown })
  }
  if (/^[\d.,]+ ?(?:k|m|mm|mn|bn|b|thousand|million|billion)$/i.test(digits)) {
    return refused({ code: 'abbreviated', shown })
  }
  if (/[^\d.,]/.test(digits)) return strange(digits, shown)
  return separators(digits, shown)
}

function decimal(digits: string): Decimal {
  return new Decimal(digits.endsWith('.') ? digits.slice(0, -1) : digits)
}

function strange(digits: string, shown: string): Refused {
  if (/^[\d., ]+$/.test(digits)) return refused({ code: 'space_inside', shown })
  if (/^[\d.,]+[-*+/][\d.,]/.test(digits)) return refused({ code: 'calculation', shown, formula: digits })
  if (/[€£¥]/.test(digits)) return refused({ code: 'other_currency', shown })
  return refused({ code: /\d/.test(digits) ? 'strange_signs' : 'not_an_amount', shown })
}

function separators(digits: string, shown: string): Refused {
  const points = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  const lastPoint = digits.lastIndexOf('.')
  const lastComma = digits.lastIndexOf(',')
  if (points + commas === digits.length) return refused({ code: 'no_figure', shown })
  if (points > 0 && commas > 0 && lastComma > lastPoint) {
    const swapped = digits
      .replaceAll('.', '')
      .replace(/,([^,]*)$/, '.$1')
      .replaceAll(',', '')
    return refused({ code: 'comma_after_point', shown, right: grouped(swapped) })
  }
  if (points > 1) return refused({ code: 'two_points', shown })
  if (commas === 1 && points === 0 && lastComma > 0) {
    const joined = digits.replace(',', '')
    return refused({ code: 'comma_ambiguous', shown, decimal: digits.replace(',', '.'), whole: grouped(joined) })
  }
  return refused({ code: 'commas_misplaced', shown, right: grouped(digits.replaceAll(',', '')) })
}

/** Takes a percentage of a rate cell to its fraction, and holds the limits. */
function inFormat(value: Decimal, format: Format, percent: boolean, shown: string): Reading {
  if (format !== 'rate') return bounded(value, shown, PLACES)
  if (percent) {
    const limited = bounded(value, shown, PLACES - 2, MAX.times(100))
    return 'value' in limited ? { value: limited.value.div(100) } : limited
  }
  if (value.abs().lt(1)) return bounded(value, shown, PLACES)
  return refused({ code: 'rate_ambiguous', shown, percent: value.toFixed(), fraction: value.div(100).toFixed() })
}

function bounded(value: Decimal, shown: string, places: number, limit: Decimal = MAX): Reading {
  if (value.decimalPlaces() > places) return refused({ code: 'too_many_decimals', shown, most: places })
  if (!value.abs().lt(limit)) return refused({ code: 'amount_too_large', shown, limit: grouped(limit.toFixed()) })
  return { value: value.isZero() ? ZERO : value }
}

function percentRefusal(shown: string, rest: string): Refused {
  const digits = /\d+(?:\.\d+)?/.exec(rest)?.[0]
  const factor = digits === undefined || digits.length > 20 ? '0.1' : new Decimal(digits).div(100).toFixed()
  return refused({ code: 'percentage_of_amount', shown, factor })
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const separated = (whole.replace(/^0+(?=\d)/, '') || '0').replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? separated : `${separated}.${fraction}`
}

/** Of a text that was refused this much is repeated. */
const LONGEST_QUOTE = 40

function quoted(text: string): string {
  return isolated(cutText(text, LONGEST_QUOTE, { ellipsis: true }))
}
