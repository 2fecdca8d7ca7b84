/**
 * Days of a register that decide something: the last day of dividends that a year leaves to the next, and the last day of rows that hold an
 * amount. Tells days only; what they decide is said where they are read.
 */
import { dayFrom, ruled, step, whole, worked, type Arguments, type Cell } from './arguments.ts'
import type { TaxResult } from './tax_function.ts'

function latest(days: readonly (number | null)[], words: string): TaxResult {
  const held = days.filter((day) => day !== null)
  if (held.length === 0) return worked(null, step(`${words}: none`, null))
  const day = Math.max(...held)
  return worked(whole(day), step(words, whole(held.length), 'text'), step('The last day of them', whole(day), 'date'))
}

function daysOf(args: Arguments, at: number, name: string, count: number): (number | null)[] {
  return args.cellsLike(at, name, count).map((cell: Cell) => dayFrom(cell, 'day of a payment')?.number ?? null)
}

export const tax_over_year_end = ruled(
  {
    least: 5,
    most: 5,
    takes: ['tax year', 'days asked for', 'days of declaration', 'days of payment', 'amounts'],
    help: 'The last day, declared, of record or paid, among dividends that are declared by the end of the year and paid after it, or not yet. One day out of time takes the dividend from the year.',
    source: '26 USC 857(b)(9)',
  },
  (args) => {
    const year = args.year(0, 'tax year')
    const amounts = args.cells(4)
    const asked = daysOf(args, 1, 'days', amounts.length)
    const paid = args.cellsLike(3, 'days of payment', amounts.length)
    const declared = args.cellsLike(2, 'days of declaration', amounts.length)
    const held = asked.filter((_, row) => {
      const [on, by] = [
        dayFrom(paid[row] ?? null, 'day of payment'),
        dayFrom(declared[row] ?? null, 'day of declaration'),
      ]
      return amounts[row] !== null && by !== null && by.year <= year && (on === null || on.year > year)
    })
    return latest(held, 'Dividends declared in the year and not paid in it')
  },
)

export const tax_last_day = ruled(
  {
    least: 2,
    most: 2,
    takes: ['days of the rows', 'amounts'],
    help: 'The last day among the rows that hold an amount other than nil, such as the last payment that returned capital.',
    source: '26 USC 6045B',
  },
  (args) => {
    const amounts = args.cells(1)
    const days = daysOf(args, 0, 'days', amounts.length)
    const held = days.filter((_, row) => amounts[row] !== null && amounts[row] !== 0n)
    return latest(held, 'Rows that hold an amount')
  },
)
