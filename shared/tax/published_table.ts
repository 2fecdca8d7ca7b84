/**
 * What a published table of dividends says beside its figures: the single ratio that reproduces a column, the bounds of every ratio
 * that does, the places at which it is printed, and whether qualified dividends and unrecaptured gain stand beside the other parts.
 * A table is checked and described, never corrected.
 */
import { CLASSES } from './payments.ts'
import { UNIT, fixedRounded, type Fixed } from '../money/fixed_point.ts'
import {
  choiceOf,
  digits,
  ruled,
  step,
  total,
  unusable,
  whole,
  worked,
  type Arguments,
  type Cell,
} from './arguments.ts'

/** A fraction of whole numbers; the lower one is positive. */
type Fraction = { over: bigint; under: bigint }
type Bounds = { from: Fraction; below: Fraction }

function isLess(a: Fraction, b: Fraction): boolean {
  return a.over * b.under < b.over * a.under
}

/** The ratios that print every part as it is printed: from the first, below the second; undefined where none does. */
function boundsOf(parts: readonly { part: Fixed; payment: Fixed }[], places: number): Bounds | undefined {
  const half = UNIT / 10n ** BigInt(places) / 2n
  let bounds: Bounds | undefined
  for (const { part, payment } of parts) {
    const from = { over: part > half ? part - half : 0n, under: payment }
    const below = { over: part + half, under: payment }
    if (!bounds) bounds = { from, below }
    else {
      if (isLess(bounds.from, from)) bounds.from = from
      if (isLess(below, bounds.below)) bounds.below = below
    }
  }
  return bounds && isLess(bounds.from, bounds.below) ? bounds : undefined
}

/** The decimal of fewest places within the bounds, the smallest of these. */
function shortest({ from, below }: Bounds): Fixed | null {
  for (let places = 0; places <= 20; places += 1) {
    const scale = 10n ** BigInt(places)
    const count = (from.over * scale + from.under - 1n) / from.under
    if (isLess({ over: count, under: scale }, below)) return (count * UNIT) / scale
  }
  return null
}

/** Which rows are of the class asked for, which stands before the classes of the rows. */
function rowsOfClass(args: Arguments, at: number): boolean[] {
  const wanted = args.choice(at, 'class of stock', CLASSES.length)
  return args.cells(at + 1).map((cell) => choiceOf(cell, 'class of stock', CLASSES.length) === wanted)
}

/** The parts of a column that stand beside payments of the year. */
function printedParts(args: Arguments, at: number): { part: Fixed; payment: Fixed }[] {
  const isOfClass = rowsOfClass(args, at)
  const parts = args.cellsLike(at + 2, 'parts', isOfClass.length)
  const payments = args.cellsLike(at + 3, 'payments', isOfClass.length)
  return parts.flatMap((part, row) => {
    const payment = payments[row] ?? 0n
    if (!isOfClass[row] || part === null || payment === 0n) return []
    if (part < 0n || payment < 0n) unusable('A part and its payment are positive.')
    if (part > payment) unusable(`A part of ${digits(part)} is larger than its payment of ${digits(payment)}.`)
    return [{ part, payment }]
  })
}

export const tax_implied_ratio = ruled(
  {
    least: 6,
    most: 6,
    takes: [
      'which (1 shortest, 2 bound from, 3 bound below)',
      'printed places',
      'class',
      'classes',
      'parts as printed',
      'payments',
    ],
    help: 'The ratio of earnings that a published column implies: the shortest decimal that prints every part alike, or the bounds of all that do, at 9 places. Blank where no single ratio does: the table is not pro rata.',
    source: '26 CFR 1.316-2(b)',
  },
  (args) => {
    const which = args.choice(0, 'figure of a ratio', 3)
    const places = args.count(1, 'count of places')
    if (places === null) return worked(null, step('The printed places are not given', null))
    if (places < 0 || places > 12) unusable(`Per-share amounts are not printed at ${places} places.`)
    const parts = printedParts(args, 2)
    if (parts.length === 0) return worked(null, step('No part is printed', null))
    const bounds = boundsOf(parts, places)
    if (!bounds) return worked(null, step('The table is not pro rata: no single ratio prints every part alike.', null))
    const [from, below] = [bounds.from, bounds.below].map(({ over, under }) =>
      fixedRounded((over * UNIT * 2n + under) / (under * 2n), 9),
    ) as [Fixed, Fixed]
    const value = which === 2 ? from : which === 3 ? below : shortest(bounds)
    return worked(
      value,
      step('Every ratio from here prints alike', from, 'text'),
      step('Up to, not including', below, 'text'),
      ...(which === 1 ? [step('The shortest of them', value, 'text')] : []),
    )
  },
)

export const tax_decimal_places = ruled(
  {
    least: 1,
    most: 255,
    takes: ['amount or range', '…'],
    help: 'The decimal places that the amounts carry: of the amount with the most. Blank where there is none.',
    source: 'Form 1099-DIV; Form 8937',
  },
  (args) => {
    const amounts = args.given.flatMap((_, at) => args.cells(at).filter((cell) => cell !== null))
    if (amounts.length === 0) return worked(null, step('No amount is given', null))
    const most = amounts.reduce((places, each) => {
      let needed = places
      while (fixedRounded(each, needed) !== each) needed += 1
      return needed
    }, 0)
    return worked(whole(most), step('Most places of an amount', whole(most), 'text'))
  },
)

/** How far the parts are from the payments, row by row. */
function distance(payments: readonly Cell[], columns: readonly (readonly Cell[])[]): Fixed {
  return payments.reduce<Fixed>((sum, payment, row) => {
    const difference = (payment ?? 0n) - total(columns.map((cells) => cells[row] ?? null))
    return sum + (difference < 0n ? -difference : difference)
  }, 0n)
}

export const tax_parts_beside = ruled(
  {
    least: 8,
    most: 8,
    takes: [
      'class',
      'classes',
      'payments',
      'ordinary',
      'capital gain',
      'return of capital',
      'unrecaptured 1250',
      'qualified',
    ],
    help: 'How a published table sets qualified dividends and unrecaptured gain: 1 within ordinary and capital gain, 2 beside them. Whichever comes nearer to the payments.',
    source: 'Form 1099-DIV, boxes 1b and 2b',
  },
  (args) => {
    const isOfClass = rowsOfClass(args, 0)
    const read = (at: number, name: string): Cell[] =>
      args.cellsLike(at, name, isOfClass.length).filter((_, row) => isOfClass[row])
    const payments = read(2, 'payments')
    if (payments.every((cell) => cell === null)) return worked(null, step('No payment is given', null))
    const columns = [3, 4, 5, 6, 7].map((at) => read(at, TAKEN[at - 3]!))
    const within = distance(payments, columns.slice(0, 3))
    const beside = distance(payments, columns)
    const reading = beside < within ? 2 : 1
    return worked(
      whole(reading),
      step('Difference from the payments without the two', within, 'per_share'),
      step('Difference with them', beside, 'per_share'),
    )
  },
)

const TAKEN = [
  'ordinary parts',
  'capital gains',
  'returns of capital',
  'unrecaptured gains',
  'qualified parts',
] as const
