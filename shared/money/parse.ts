/**
 * Reading what a person types or pastes into a cell, and what is stored in it.
 * Exact or refused with the reason: must not guess, throw, or round.
 */
import { isolated } from './isolated.ts'
import { cutText } from './cut_text.ts'
import { Decimal, MAX, PLACES, ZERO } from './decimal.ts'
import type { Format } from './format.ts'
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
  /** What is wrong and what would be right, as a sentence to be shown. */
  | { kind: 'refused'; reason: string }

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

type Reading = { value: Decimal } | { reason: string }

/**
 * Reads typed or pasted text for a cell of the given format. Amounts: `1234`, `1,234.5`, `(1,234)`, `-1,234`, `$ (1,234)`, `.47`;
 * a dash alone is nil. Percentages: in a percent cell 12.5 and 12.5% are both 12.5 points; in a rate cell 12.5% is 0.125,
 * a bare number below 1 is the fraction itself, and a bare number of 1 or more is refused, since 12.5 could mean either.
 * `+=`, `-=` and `*=` change what stands; `=` opens a formula. A text cell takes everything as text.
 */
export function parseTyped(text: string, format: Format): Typed {
  if (text.length > LONGEST_INPUT) {
    return refused(`The text has ${text.length} characters; a cell holds at most ${LONGEST_INPUT}.`)
  }
  const trimmed = withoutUnseen(text).replaceAll(SPACES, ' ').trim()
  if (trimmed === '') return { kind: 'blank' }
  if (format === 'text') return { kind: 'text', value: text.trim() }
  if (trimmed.startsWith('=')) {
    if (trimmed === '=') return refused('A formula follows the equals sign, such as = line_a - line_b.')
    return { kind: 'formula', text: text.trim() }
  }
  const operator = /^([+\-*/\u2212])=/.exec(trimmed)
  if (operator) return readChange(operator[1]!, trimmed.slice(2).trim(), format)
  if (/^[+\-\u2212] ?[a-z_]\w*(?:$| ?[-+*/@.(])/i.test(trimmed)) return refused(signedName(trimmed))
  const reading = readAmount(trimmed, format)
  return 'value' in reading ? { kind: 'amount', value: reading.value } : refused(reading.reason)
}

/** Reads a stored input: canonical text at once, anything else as typed amounts are. Undefined when it is no amount. */
export function parseStored(text: string, format: Format): Decimal | undefined {
  if (format === 'text') return undefined
  if (CANONICAL.test(text)) {
    // Up to 19 characters cannot leave the range, nor carry more than 20 decimals.
    const value = new Decimal(text)
    if (text.length < 20) return value.isZero() ? ZERO : value
    const reading = bounded(value, text, PLACES)
    return 'value' in reading ? reading.value : undefined
  }
  const typed = parseTyped(text, format)
  return typed.kind === 'amount' ? typed.value : undefined
}

/** A name after a sign is how a formula begins elsewhere; here an equals sign comes first. */
function signedName(typed: string): string {
  const formula = typed.replace(/^\+ ?/, '').replace(/^\u2212/, '-')
  return `${quoted(typed)} is no amount; a formula begins with an equals sign: =${quoted(formula)}`
}

function readChange(sign: string, text: string, format: Format): Typed {
  if (sign === '/') return refused('What stands can be changed by +=, -= and *=; *=0.5 halves it.')
  const operator = `${sign === '\u2212' ? '-' : sign}=` as ChangeOperator
  if (text === '' || DASH_ALONE.test(text)) {
    return refused(`An amount follows ${operator}, such as ${operator}${operator === '*=' ? '1.1' : '500'}.`)
  }
  // A factor is a bare number in every format, and may be given as a percentage.
  const factor = operator === '*='
  const reading = readAmount(text, factor ? 'percent' : format)
  if ('reason' in reading) return refused(reading.reason)
  const operand = factor && text.includes('%') ? reading.value.div(100) : reading.value
  return { kind: 'change', operator, operand }
}

/** Takes the signs off, then reads the number. */
function readAmount(typed: string, format: Format): Reading {
  const shown = quoted(typed)
  if (typed.length > LONGEST_AMOUNT) return { reason: `${shown} is too long for an amount.` }
  if (NIL.test(typed.replaceAll(' ', ''))) return { value: ZERO }
  let rest = typed.replaceAll(MINUS, '-').replaceAll(/ ?([()$%]) ?/g, '$1')
  const percent = rest.includes('%')
  if (percent) {
    if (!/^[^%]*%\)?$/.test(rest)) return { reason: `${shown} has a percent sign that does not stand at the end.` }
    if (format !== 'percent' && format !== 'rate') return { reason: percentRefusal(shown, rest) }
    rest = rest.replace('%', '')
  }
  const currency = rest.includes('$')
  if (currency) {
    if (rest === '$') return { reason: 'An amount follows the $, such as $1,234.' }
    if (!/^-?\(?-?\$[^$]*$/.test(rest))
      return { reason: `${shown} has a $ that does not stand once, before the figure.` }
    if (percent || format === 'percent' || format === 'rate') {
      return { reason: `${shown} has a $, and the cell holds a percentage.` }
    }
    rest = rest.replace('$', '')
  }
  if (rest === '') return { reason: `${shown} has no figure.` }
  const sign = takeSign(rest, shown)
  if ('reason' in sign) return sign
  const reading = readNumber(sign.digits, shown)
  if ('reason' in reading) return reading
  return inFormat(sign.negative ? reading.value.neg() : reading.value, format, percent, shown)
}

function takeSign(text: string, shown: string): { negative: boolean; digits: string } | { reason: string } {
  const open = text.includes('(')
  const close = text.includes(')')
  if (open && !close) return { reason: `${shown} has no closing parenthesis; a negative amount is (1,234) or -1,234.` }
  if (close && !open) return { reason: `${shown} has no opening parenthesis; a negative amount is (1,234) or -1,234.` }
  let digits = text
  if (open) {
    const inner = /^\(([^()]*)\)$/.exec(text)
    if (!inner) {
      if (/^-\([^()]*\)$/.test(text)) return twoSigns(shown)
      return { reason: `${shown} has parentheses that do not enclose the whole figure.` }
    }
    digits = inner[1]!
    if (digits.startsWith('-')) return twoSigns(shown)
  } else if (text.startsWith('-')) {
    digits = text.slice(1).trim()
    if (digits.startsWith('-')) return twoSigns(shown)
  }
  if (digits.startsWith('+')) {
    const figure = digits.slice(1).trim() || '500'
    return { reason: `${shown} starts with a plus: ${figure} enters the amount, +=${figure} adds it to what stands.` }
  }
  if (/^[^-]+-$/.test(digits)) {
    return { reason: `${shown} has its minus behind; a negative amount is -${digits.slice(0, -1).trim()}.` }
  }
  return { negative: digits !== text, digits }
}

function twoSigns(shown: string): { reason: string } {
  return { reason: `${shown} has two signs of a negative amount; it is (5) or -5, not both.` }
}

/** Reads digits with separators; everything that could be read in two ways is refused with both. */
function readNumber(digits: string, shown: string): Reading {
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(digits)) return { value: decimal(digits) }
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return { value: decimal(digits.replaceAll(',', '')) }
  if (digits === '') return { reason: `${shown} has no figure; a dash alone is nil.` }
  if (/^\d[\d.,]*[eE][+-]?\d+$/.test(digits)) {
    return { reason: `${shown} is written with an exponent; all digits of the amount are needed.` }
  }
  if (/^[\d.,]+ ?(?:k|m|mm|mn|bn|b|thousand|million|billion)$/i.test(digits)) {
    return { reason: `${shown} is abbreviated; all digits of the amount are needed, in the unit of the schedule.` }
  }
  if (/[^\d.,]/.test(digits)) return { reason: strange(digits, shown) }
  return { reason: separators(digits, shown) }
}

function decimal(digits: string): Decimal {
  return new Decimal(digits.endsWith('.') ? digits.slice(0, -1) : digits)
}

function strange(digits: string, shown: string): string {
  if (/^[\d., ]+$/.test(digits)) return `${shown} has a space inside; thousands are separated by commas, as in 1,234.`
  if (/^[\d.,]+[-*+/][\d.,]/.test(digits))
    return `${shown} is a calculation; a formula starts with an equals sign: =${digits}`
  if (/[€£¥]/.test(digits)) return `${shown} has a currency sign other than $; the filing is in dollars.`
  if (/\d/.test(digits))
    return `${shown} is not an amount: beside digits only a comma, a point, $, a sign or parentheses may stand.`
  return `${shown} is not an amount; a blank cell says not given, a dash says nil.`
}

function separators(digits: string, shown: string): string {
  const points = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  const lastPoint = digits.lastIndexOf('.')
  const lastComma = digits.lastIndexOf(',')
  if (points + commas === digits.length) return `${shown} has no figure.`
  if (points > 0 && commas > 0 && lastComma > lastPoint) {
    const swapped = digits
      .replaceAll('.', '')
      .replace(/,([^,]*)$/, '.$1')
      .replaceAll(',', '')
    return `${shown} has a comma after the point; commas separate thousands and a point the decimals, as in ${grouped(swapped)}.`
  }
  if (points > 1) return `${shown} has more than one decimal point; thousands are separated by commas.`
  if (commas === 1 && points === 0 && lastComma > 0) {
    const joined = digits.replace(',', '')
    return `${shown} has a comma that does not separate thousands; it is ${digits.replace(',', '.')} or ${grouped(joined)}.`
  }
  const right = grouped(digits.replaceAll(',', ''))
  return `${shown} has commas that do not separate thousands; ${right} would.`
}

/** Takes a percentage of a rate cell to its fraction, and holds the limits. */
function inFormat(value: Decimal, format: Format, percent: boolean, shown: string): Reading {
  if (format !== 'rate') return bounded(value, shown, PLACES)
  if (percent) {
    const limited = bounded(value, shown, PLACES - 2, MAX.times(100))
    return 'value' in limited ? { value: limited.value.div(100) } : limited
  }
  if (value.abs().lt(1)) return bounded(value, shown, PLACES)
  const fraction = value.div(100).toFixed()
  return {
    reason: `${shown} has no percent sign; ${value.toFixed()}% and ${fraction} say the same rate without doubt.`,
  }
}

function bounded(value: Decimal, shown: string, places: number, limit: Decimal = MAX): Reading {
  if (value.decimalPlaces() > places) {
    return { reason: `${shown} has more than ${places} decimal places, the most that are kept.` }
  }
  if (!value.abs().lt(limit))
    return { reason: `${shown} is too large; amounts are smaller than ${grouped(limit.toFixed())}.` }
  return { value: value.isZero() ? ZERO : value }
}

function percentRefusal(shown: string, rest: string): string {
  const digits = /\d+(?:\.\d+)?/.exec(rest)?.[0]
  const factor = digits === undefined || digits.length > 20 ? '0.1' : new Decimal(digits).div(100).toFixed()
  return `${shown} is a percentage, and the cell holds an amount; *=${factor} takes that part of what stands.`
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

function refused(reason: string): Typed {
  return { kind: 'refused', reason }
}
