/**
 * The payments of a dividend register as a rule reads them: the ranges of its columns, row by row, and the row for which a cell asks.
 * A row is known by its class and its number within the class; rows without an amount are no payments.
 */
import type { Fixed } from '../money/fixed_point.ts'
import { choiceOf, countOf, dayFrom, digits, unusable, type Arguments, type Cell, type Day } from './arguments.ts'

/** Classes in the order of the choice `class`. */
export const CLASSES = ['preferred', 'common'] as const

/** When a payment counts, in the order of the choice `timing`. */
export const YEAR = 1
export const JANUARY = 2
export const SPILLOVER = 3
export const CARRIED_IN = 4
export const NEXT_YEAR = 5
export const PRIOR_YEAR = 6
export const CONSENT = 7
export const DEFICIENCY = 8
export const TIMINGS = 8

export type Payment = {
  /** The place of its row in the ranges. */
  row: number
  /** 1 preferred, 2 common. */
  class: number
  seq: number
  timing: number
  paid: Day | null
  amount: Fixed
}

/** Where the ranges stand among the arguments; the first two arguments are the asking row's class and number. */
export type Places = { classes: number; seqs: number; amounts: number; timings?: number; paid?: number }

function nameOf(at: { class: number; seq: number }): string {
  return `payment ${at.seq} of the ${CLASSES[at.class - 1]} class`
}

function amountOf(cell: Cell, at: { class: number; seq: number }): Fixed | null {
  if (cell !== null && cell < 0n) unusable(`The amount of ${nameOf(at)} is ${digits(cell)}; a payment is positive.`)
  return cell
}

/** The class and number of a row; undefined where both are blank. */
function keyOf(classCell: Cell, seqCell: Cell): { class: number; seq: number } | undefined {
  const of = choiceOf(classCell, 'class of stock', CLASSES.length)
  const seq = countOf(seqCell, 'number of a payment')
  if (of === null && seq === null) return undefined
  if (of === null) return unusable(`Payment ${seq} has no class of stock.`)
  if (seq === null) return unusable(`A payment of the ${CLASSES[of - 1]} class has no number.`)
  return { class: of, seq }
}

/** The payments in the order of their rows, and the place among them of the row that asks; undefined where that row is no payment. */
export function paymentsOf(args: Arguments, at: Places): { payments: readonly Payment[]; own: number | undefined } {
  const classes = args.cells(at.classes)
  const seqs = args.cellsLike(at.seqs, 'numbers of payments', classes.length)
  const amounts = args.cellsLike(at.amounts, 'amounts', classes.length)
  const timings = at.timings === undefined ? [] : args.cellsLike(at.timings, 'timings', classes.length)
  const days = at.paid === undefined ? [] : args.cellsLike(at.paid, 'days of payment', classes.length)
  const asking = keyOf(args.cell(0, 'class of stock'), args.cell(1, 'number of the payment'))
  const found = new Set<string>()
  const payments = classes.flatMap((cell, row): Payment[] => {
    const key = keyOf(cell, seqs[row] ?? null)
    if (key === undefined) {
      if (amounts[row] != null && amounts[row] !== 0n)
        unusable(`A payment of ${digits(amounts[row])} has no class of stock.`)
      return []
    }
    if (found.has(nameOf(key))) unusable(`There are two rows for ${nameOf(key)}.`)
    found.add(nameOf(key))
    const amount = amountOf(amounts[row] ?? null, key)
    if (amount === null) return []
    const timing = choiceOf(timings[row] ?? null, 'timing of a payment', TIMINGS)
    const paid = dayFrom(days[row] ?? null, 'day of payment')
    // Declared and not paid yet, it takes part in nothing.
    if (at.paid !== undefined && timing === null && paid === null) return []
    return [{ row, ...key, timing: timing ?? YEAR, paid, amount }]
  })
  const own = payments.findIndex((one) => one.class === asking?.class && one.seq === asking.seq)
  if (own < 0 && asking !== undefined && !found.has(nameOf(asking)))
    unusable(`The range holds no row for ${nameOf(asking)}.`)
  return { payments, own: own < 0 ? undefined : own }
}

/**
 * A total over weights, pro rata. What is rounded at one weight is made good at the next, so that the parts always add to the total;
 * no part is larger than the total. Weights are not negative; where all are nil, so are the parts.
 */
export function spread(amount: Fixed, weights: readonly Fixed[]): Fixed[] {
  const all = weights.reduce((sum, each) => sum + each, 0n)
  if (all === 0n) return weights.map(() => 0n)
  let [weight, given] = [0n, 0n]
  return weights.map((each) => {
    weight += each
    const part = shareOf(amount, weight, all) - given
    given += part
    return part
  })
}

/** The amount times a part over a whole, none of them negative: rounded half-up, once, to 20 places. */
export function shareOf(amount: Fixed, part: Fixed, whole: Fixed): Fixed {
  return (amount * part * 2n + whole) / (whole * 2n)
}
