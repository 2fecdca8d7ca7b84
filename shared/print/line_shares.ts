/**
 * Where the points of a one-input table stand on a chart, on screen and on paper: shares of its width and height, with the figures as text.
 * Shares alone leave the decimals, and only for drawing; no amount does. Pure.
 */
import type { OneWay } from '../analysis/sensitivity.ts'
import { cellHeadText } from '../analysis/cell_names.ts'
import { figureText } from '../calc/cell_text.ts'
import { isAmount } from '../calc/value.ts'
import type { Filing } from '../model/filing.ts'
import { Decimal } from '../money/decimal.ts'

type PlacedLine = {
  /** From the left and from the bottom; a figure that is no amount breaks the line. */
  points: ({ x: number; y: number } | null)[]
  /** Where nil stands from the bottom; null where the line is far from it. */
  zero: number | null
  /** Where the figures stand now; null where that lies outside the range. */
  now: { x: number; y: number } | null
  least: Decimal
  most: Decimal
}

function share(at: Decimal, from: Decimal, to: Decimal): number {
  return from.eq(to) ? 0.5 : Number(at.minus(from).div(to.minus(from)).toFixed(5))
}

const isBetween = (amount: Decimal, a: Decimal, b: Decimal): boolean =>
  amount.gte(Decimal.min(a, b)) && amount.lte(Decimal.max(a, b))

/** The line of one of the figures watched; undefined where it does not move or holds no amount. */
export function lineOf({ rows, now }: OneWay, at: number): PlacedLine | undefined {
  const values = rows.map((row) => row.values[at] ?? null)
  const amounts = values.filter((value) => isAmount(value))
  if (amounts.length < 2) return undefined
  const [least, most] = [Decimal.min(...amounts), Decimal.max(...amounts)]
  if (least.eq(most)) return undefined
  const [first, last] = [rows[0]!.amount, rows.at(-1)!.amount]
  const across = (amount: Decimal): number => share(amount, first, last)
  const up = (amount: Decimal): number => share(amount, least, most)
  const points = rows.map(({ amount }, i) => {
    const value = values[i]!
    return isAmount(value) ? { x: across(amount), y: up(value) } : null
  })
  const value = now.values[at] ?? null
  const isWithin =
    isAmount(now.by) && isAmount(value) && isBetween(now.by, first, last) && isBetween(value, least, most)
  const stands = isWithin ? { x: across(now.by as Decimal), y: up(value) } : null
  const isNear = least.lte(0) && most.gte(0)
  return { points, zero: isNear ? up(new Decimal(0)) : null, now: stands, least, most }
}

/** A line with its texts: what it shows, the figures at its top, bottom, left and right, and the input that it runs over. */
export type ChartLine = Omit<PlacedLine, 'least' | 'most'> & {
  title: string
  high: string
  low: string
  from: string
  to: string
  across: string
}

/** The line of one of the figures watched, ready to be drawn; undefined as in lineOf. */
export function chartLine(filing: Filing, table: OneWay, at: number): ChartLine | undefined {
  const placed = lineOf(table, at)
  const output = table.outputs[at]
  if (!placed || !output) return undefined
  const { least, most, ...line } = placed
  return {
    ...line,
    title: cellHeadText(filing, output),
    high: figureText(filing, output, most),
    low: figureText(filing, output, least),
    from: figureText(filing, table.by, table.rows[0]!.amount),
    to: figureText(filing, table.by, table.rows.at(-1)!.amount),
    across: cellHeadText(filing, table.by),
  }
}
