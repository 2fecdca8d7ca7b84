/**
 * What a register's payments come to between two days: by class, by how they count, by the day that is asked for (declared, of record, paid).
 * Adds what stands; must not decide when a payment counts.
 */
import { dayNumber } from '../calendar/day_number.ts'
import {
  choiceOf,
  dayFrom,
  ruled,
  step,
  total,
  unusable,
  whole,
  worked,
  type Arguments,
  type Cell,
} from './arguments.ts'
import { CARRIED_IN, CLASSES, PRIOR_YEAR, SPILLOVER, TIMINGS, YEAR } from './payments.ts'
import type { TaxResult } from './tax_function.ts'

type Row = { class: number | null; timing: number | null }

/** The rows whose day falls after one day and up to another, and that are wanted; the year of the last day where no first one is given. */
function between(
  args: Arguments,
  at: { last: number; days: number; after: number },
  wanted: (row: Row) => boolean,
): TaxResult {
  const last = args.day(at.last, 'last day') ?? unusable('The last day is blank.')
  const after = args.day(at.after, 'day after which payments are added')?.number ?? dayNumber(`${last.year - 1}-12-31`)!
  const days = args.cells(at.days)
  const [classes, timings, amounts] = ['classes', 'timings', 'amounts'].map((name, place) =>
    args.cellsLike(at.days + 1 + place, name, days.length),
  ) as [readonly Cell[], readonly Cell[], readonly Cell[]]
  const held = amounts.filter((cell, row) => {
    const day = cell === null ? null : dayFrom(days[row] ?? null, 'day of a payment')
    if (day === null || day.number <= after || day.number > last.number) return false
    return wanted({
      class: choiceOf(classes[row] ?? null, 'class of stock', CLASSES.length),
      timing: choiceOf(timings[row] ?? null, 'timing of a payment', TIMINGS),
    })
  })
  if (held.length === 0) return worked(null, step('No such payment falls between the days', null))
  return worked(
    total(held),
    step('After', whole(after), 'date'),
    step('Up to', whole(last.number), 'date'),
    step('Payments between the days', whole(held.length), 'text'),
    step('Together', total(held)),
  )
}

/** A choice by its place; 0 or blank is all of them. */
function orAll(choice: number | null, name: string, most: number): (own: number | null) => boolean {
  if (choice !== null && (choice < 0 || choice > most)) unusable(`There is no ${name} ${choice}; the last is ${most}.`)
  return (own) => choice === null || choice === 0 || own === choice
}

const ROWS = ['days of the rows', 'classes', 'timings', 'amounts', '[after the day]'] as const

export const tax_payments = ruled(
  {
    least: 7,
    most: 8,
    takes: ['class (0 all)', 'timing (0 all)', 'last day', ...ROWS],
    help: 'The amounts of the payments whose day (declared, of record or paid) falls in the year of the last day, up to it; or after another day, up to it. A row without a day is left out. Blank where no such row holds an amount.',
    source: '26 USC 857(b)(9), 858',
  },
  (args) => {
    const ofClass = orAll(args.count(0, 'class of stock'), 'class of stock', CLASSES.length)
    const counts = orAll(args.count(1, 'timing'), 'timing', TIMINGS)
    return between(args, { last: 2, days: 3, after: 7 }, (row) => ofClass(row.class) && counts(row.timing))
  },
)

/** What is paid in cash in a calendar year, for it or for the one before. */
const PAID = new Set([YEAR, SPILLOVER, CARRIED_IN, PRIOR_YEAR])

export const tax_paid = ruled(
  {
    least: 6,
    most: 7,
    takes: ['class (0 all)', 'last day', ...ROWS],
    help: 'What a class was paid in the year of the last day, up to it; or after another day, up to it. Dividends of the year before that were paid in it are among them. Consent dividends are not paid, and deficiency dividends count for their own year.',
    source: '26 USC 561(a), 562',
  },
  (args) => {
    const ofClass = orAll(args.count(0, 'class of stock'), 'class of stock', CLASSES.length)
    return between(args, { last: 1, days: 2, after: 6 }, (row) => ofClass(row.class) && PAID.has(row.timing ?? YEAR))
  },
)
