/**
 * The arguments of a tax rule, read with their names: amounts, years, choices, days, ranges. What can't be used ends the rule with a
 * sentence why, which becomes its only step. Must not know any rule.
 */
import { dateOfDay, dayNumber } from '../calendar/day_number.ts'
import { readDate, type CalendarDate } from '../calendar/dates.ts'
import { UNIT, decimalOf, type Fixed } from '../money/fixed_point.ts'
import { plain } from '../money/decimal.ts'
import type { TaxArgument, TaxFunction, TaxResult, TaxStep } from './tax_function.ts'

/** Why arguments can't be used; never leaves a rule. */
class Unusable extends Error {}

/** Ends the rule: its value is an error, and the sentence says why. */
export function unusable(reason: string): never {
  throw new Unusable(reason)
}

/** A row of ranges of one length: each range's cell of the row. */
export type Cell = Fixed | null

/** Whole units of a count: 3 is three. */
export function whole(count: number): Fixed {
  return BigInt(count) * UNIT
}

/** The amount in plain digits, for a sentence. */
export function digits(x: Fixed): string {
  return plain(decimalOf(x))
}

export function least(a: Fixed, b: Fixed): Fixed {
  return a < b ? a : b
}

/** The amount, nil where it is negative. */
export function atLeastNil(x: Fixed): Fixed {
  return x < 0n ? 0n : x
}

export function total(amounts: readonly Cell[]): Fixed {
  return amounts.reduce<Fixed>((sum, each) => sum + (each ?? 0n), 0n)
}

/** Arguments by place; names are what a sentence calls them. */
export class Arguments {
  readonly given: readonly TaxArgument[]

  constructor(given: readonly TaxArgument[]) {
    this.given = given
  }

  /** One amount or blank; a list of one is that one. */
  cell(at: number, name: string): Cell {
    const argument = this.given[at] ?? null
    if (!Array.isArray(argument)) return argument as Cell
    const cells = argument as readonly Cell[]
    if (cells.length > 1) unusable(`The ${name} must be one amount, not ${cells.length}.`)
    return cells[0] ?? null
  }

  /** One amount; blank counts as nil. */
  amount(at: number, name: string): Fixed {
    return this.cell(at, name) ?? 0n
  }

  /** One amount that is not negative; blank counts as nil. */
  positive(at: number, name: string): Fixed {
    const amount = this.amount(at, name)
    if (amount < 0n) unusable(`The ${name} is ${digits(amount)}; it stands as a positive amount.`)
    return amount
  }

  /** A whole number or blank. */
  count(at: number, name: string): number | null {
    return countOf(this.cell(at, name), name)
  }

  /** A calendar year, which must be given. */
  year(at: number, name: string): number {
    return yearOf(this.cell(at, name), name) ?? unusable(`The ${name} is blank.`)
  }

  /** One of a list of choices by its place, the first being 1; blank is the first unless another is said to be. */
  choice(at: number, name: string, most: number, otherwise = 1): number {
    return choiceOf(this.cell(at, name), name, most) ?? otherwise
  }

  /** A share of the whole, from nil to one; blank takes what otherwise holds. */
  share(at: number, name: string, otherwise: Fixed): Fixed {
    const share = this.cell(at, name) ?? otherwise
    if (share < 0n || share > UNIT) unusable(`The ${name} is ${digits(share)}; a rate lies between 0 and 1.`)
    return share
  }

  /** A day or blank. */
  day(at: number, name: string): Day | null {
    return dayFrom(this.cell(at, name), name)
  }

  /** The cells of a range; one amount is a range of one, and nothing is none. */
  cells(at: number): readonly Cell[] {
    const argument = this.given[at]
    if (argument === undefined) return []
    return Array.isArray(argument) ? (argument as readonly Cell[]) : [argument as Cell]
  }

  /** The cells of a range that must be as long as another. */
  cellsLike(at: number, name: string, count: number): readonly Cell[] {
    const cells = this.cells(at)
    if (cells.length !== count) unusable(`The range of ${name} has ${cells.length} cells where ${count} are needed.`)
    return cells
  }
}

export function countOf(cell: Cell, name: string): number | null {
  if (cell === null) return null
  if (cell % UNIT !== 0n) unusable(`The ${name} is ${digits(cell)}; it must be a whole number.`)
  return Number(cell / UNIT)
}

/** A calendar year: four digits, or any day of it. */
export function yearOf(cell: Cell, name: string): number | null {
  const given = countOf(cell, name)
  const year = given === null || given <= MOST_YEARS ? given : dayFrom(cell, name)!.year
  if (year !== null && (year < 1900 || year > 2999)) unusable(`The ${name} is ${year}, which is no year of tax.`)
  return year
}

/** Larger numbers are days: the first is in 1927. */
const MOST_YEARS = 9999

/** A year told as another cell tells one: as its last day where that is a day. */
export function yearLike(year: number, like: Cell): Fixed {
  const isDay = like !== null && like > whole(MOST_YEARS)
  return whole(isDay ? dayNumber(`${year}-12-31`)! : year)
}

export function choiceOf(cell: Cell, name: string, most: number): number | null {
  const choice = countOf(cell, name)
  if (choice !== null && (choice < 1 || choice > most)) unusable(`There is no ${name} ${choice}; the last is ${most}.`)
  return choice
}

export type Day = CalendarDate & { number: number }

export function dayFrom(cell: Cell, name: string): Day | null {
  const number = countOf(cell, name)
  if (number === null) return null
  const iso = dateOfDay(number)
  if (iso === undefined) return unusable(`The ${name} is no date of the calendar.`)
  return { ...readDate(iso)!, number }
}

/** What a rule gives: its value last, the steps that lead to it. */
export function worked(value: Fixed | null, ...steps: TaxStep[]): TaxResult {
  return { value, steps }
}

/** A step in words with the amount it comes to. */
export function step(words: string, amount: Cell, format?: TaxStep['format']): TaxStep {
  return format === undefined ? { words, amount } : { words, amount, format }
}

/** A rule whose arguments are read by name: what can't be used gives the error with the sentence why. */
export function ruled(rule: Omit<TaxFunction, 'compute'>, compute: (args: Arguments) => TaxResult): TaxFunction {
  return {
    ...rule,
    compute(given) {
      try {
        return compute(new Arguments(given))
      } catch (error) {
        if (!(error instanceof Unusable)) throw error
        return { value: 'value', steps: [{ words: error.message, amount: null }] }
      }
    },
  }
}
