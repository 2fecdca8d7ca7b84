/**
 * Foreign terms read field by field: each field knows where it stands and how it is called, and what is wrong with it is noted, so that
 * all faults of a trust are told at once. Throws nothing; a field that cannot be read gives a value that computes on, with its fault.
 */
import { fixedFromText, fixedInRange, UNIT, type Fixed } from '../money/fixed_point.ts'
import { Decimal, plain } from '../money/decimal.ts'
import { cutText } from '../money/cut_text.ts'
import { isolated } from '../money/isolated.ts'
import type { Refusal } from '../refusals/refusal.ts'

/** What is wrong with a field of a trust. `path` names it: `groups.0.balance`. A warning stops nothing. */
export type TermsFault = { path: string; severity: 'error' | 'warning'; refusal: Refusal }

/** A life or lag is at most this many months: forty years. */
export const MOST_MONTHS = 480

/** A unit of the twentieth place less than what is no longer an amount. */
const LARGEST: Fixed = 10n ** 39n - 1n

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/
const LONGEST = 60

/** A text as it is shown within a sentence. */
export function shownAs(value: unknown): string {
  if (typeof value === 'string')
    return value === '' ? 'blank' : `“${isolated(cutText(value, LONGEST, { ellipsis: true }))}”`
  if (typeof value === 'number') return plain(new Decimal(value))
  return value === undefined || value === null ? 'blank' : 'a list'
}

export class Field {
  readonly value: unknown
  readonly path: string
  /** The field as the subject of a sentence. */
  readonly where: string
  private readonly faults: TermsFault[]

  constructor(value: unknown, { path, where, faults }: { path: string; where: string; faults: TermsFault[] }) {
    this.value = value
    this.path = path
    this.where = where
    this.faults = faults
  }

  /** A part of this field. */
  at(name: string, where: string): Field {
    const own = typeof this.value === 'object' && this.value !== null && Object.hasOwn(this.value, name)
    const value = own ? (this.value as Record<string, unknown>)[name] : undefined
    return new Field(value, { path: this.path === '' ? name : `${this.path}.${name}`, where, faults: this.faults })
  }

  get isGiven(): boolean {
    return this.value !== undefined && this.value !== null
  }

  refuse(refusal: Refusal): void {
    this.faults.push({ path: this.path, severity: 'error', refusal })
  }

  warn(refusal: Refusal): void {
    this.faults.push({ path: this.path, severity: 'warning', refusal })
  }

  /** Notes a fault that needs no more than the name of the field and what was entered. */
  private refuseEntry(code: 'not_a_number' | 'negative' | 'not_a_date' | 'unknown_basis' | 'unknown_group'): void {
    this.refuse({ code, where: this.where, shown: shownAs(this.value) })
  }

  /** The members of a list, each named by its place; a list longer than `most` is refused, and its first members are read. */
  list(most: number, where: (at: number) => string): Field[] {
    if (!this.isGiven) return []
    if (!Array.isArray(this.value)) {
      this.refuse({ code: 'terms_missing', where: this.where })
      return []
    }
    const count = this.value.length
    if (count > most) this.refuse({ code: 'too_many_terms', where: this.where, shown: `${count}`, most })
    return Array.from({ length: Math.min(count, most) }, (_, at) => this.at(`${at}`, where(at)))
  }

  /** An id or a word; refused where it is none. */
  word(): string {
    if (typeof this.value === 'string' && this.value !== '' && this.value.length <= 120) return this.value
    this.refuse({ code: 'terms_missing', where: this.where })
    return ''
  }

  oneOf<Word extends string>(words: readonly Word[], kinds: string): Word {
    const found = words.find((word) => word === this.value)
    if (found !== undefined) return found
    this.refuse({ code: 'unknown_kind', where: this.where, shown: shownAs(this.value), kinds })
    return words[0]!
  }

  basis(): '30/360' | 'actual/360' {
    if (this.value === '30/360' || this.value === 'actual/360') return this.value
    this.refuseEntry('unknown_basis')
    return '30/360'
  }

  flag(otherwise: boolean): boolean {
    if (!this.isGiven) return otherwise
    if (typeof this.value === 'boolean') return this.value
    this.refuse({ code: 'terms_missing', where: this.where })
    return otherwise
  }

  /** A figure as plain text; what is not given is nil where that is allowed. */
  number({ orNil = false } = {}): Fixed {
    if (orNil && !this.isGiven) return 0n
    const text = typeof this.value === 'string' ? this.value.trim() : ''
    if (!NUMBER.test(text)) {
      this.refuseEntry('not_a_number')
      return 0n
    }
    const fixed = text.length > 100 ? undefined : fixedFromText(tidied(text))
    if (fixed !== undefined && fixedInRange(fixed)) return fixed
    this.refuse({ code: 'too_many_digits', where: this.where })
    return 0n
  }

  /** An amount that is not negative. */
  amount({ orNil = false } = {}): Fixed {
    const amount = this.number({ orNil })
    if (amount >= 0n) return amount
    this.refuseEntry('negative')
    return 0n
  }

  /** A rate as a decimal, from `least` (nil, unless told) to 1. */
  rate({ orNil = false, least = 0n }: { orNil?: boolean; least?: Fixed } = {}): Fixed {
    const rate = this.number({ orNil })
    if (rate >= least && rate <= UNIT) return rate
    const text = (this.value as string).trim()
    const value = new Decimal(text)
    const isPercent = value.gt(1) && value.lte(100)
    this.refuse({
      code: 'percent_as_decimal',
      where: this.where,
      shown: text,
      percent: `${plain(value.times(100))}%`,
      meant: isPercent ? plain(value.div(100)) : undefined,
    })
    return 0n
  }

  /** A whole number of months or a rank; undefined where it is none from `least` to `most`. */
  whole(least: number, most: number): number | undefined {
    const { value } = this
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
  }

  /** Monthly rates from `least` to 1; the last persists, so that those beyond the longest life are left out. */
  rates(where: (month: number) => string, least: Fixed = 0n): Fixed[] {
    return this.curve(where, [least, UNIT], (value) => value.rate({ least }))
  }

  /** Monthly amounts that are not negative. */
  amounts(where: (month: number) => string): Fixed[] {
    return this.curve(where, [0n, LARGEST], (value) => value.amount())
  }

  /** Thousands of values are read at each edit: those that are plain and within bounds are, and no more is made of them. */
  private curve(
    where: (month: number) => string,
    [least, most]: readonly [Fixed, Fixed],
    read: (value: Field) => Fixed,
  ): Fixed[] {
    if (!Array.isArray(this.value) || this.value.length === 0) {
      this.refuse({ code: 'empty_curve', where: this.where })
      return [0n]
    }
    return this.value.slice(0, MOST_MONTHS).map((value: unknown, at) => {
      const quick = typeof value === 'string' ? fixedFromText(value) : undefined
      if (quick !== undefined && quick >= least && quick <= most) return quick
      return read(this.at(`${at}`, where(at + 1)))
    })
  }
}

/** Digits without zeros that no figure needs, so that `12.` and `.5` and trailing zeros are read as what they are. */
function tidied(text: string): string {
  const [, sign, whole, fraction] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text)!
  return `${sign}${whole || '0'}${fraction ? `.${fraction}` : ''}`
}
