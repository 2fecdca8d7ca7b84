/**
 * What the status bar says of the selected figures: how many, their sum and average, exact. Pure.
 */
import { formatOf } from '../../shared/calc/cell_text.ts'
import { isText } from '../../shared/calc/layout.ts'
import { isAmount, type Value } from '../../shared/calc/value.ts'
import type { CellRef, Schedule } from '../../shared/model/filing.ts'
import { type Decimal, ZERO, inRange, quantize } from '../../shared/money/decimal.ts'
import { formatAmount } from '../../shared/money/format.ts'

export type Summary = { cells: number; count: number; sum: string | null; average: string | null; why: string | null }

const UNSUMMED = {
  per_share: 'Per-share figures are not summed',
  shares: 'Shares are not summed',
  percent: 'Percentages are not summed',
  rate: 'Rates are not summed',
} as const

/**
 * The sum and average of the amounts among the cells, as formatted; null with the reason where the figures are of
 * different kinds, or of one that is never summed.
 */
export function summarize(
  { lines, columns }: Pick<Schedule, 'lines' | 'columns'>,
  cells: readonly CellRef[],
  valueOf: (ref: CellRef) => Value,
): Summary {
  let sum: Decimal = ZERO
  let count = 0
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  const columnOf = new Map(columns.map((column) => [column.id, column]))
  const formats = new Map<string, ReturnType<typeof formatOf>>()
  for (const ref of cells) {
    const [line, column] = [lineOf.get(ref.line), columnOf.get(ref.column)]
    const value = valueOf(ref)
    if (!line || !column || isText(line) || !isAmount(value)) continue
    const format = formatOf(line, column)
    formats.set(`${format.format} ${format.decimals ?? ''}`, format)
    sum = sum.plus(value)
    count += 1
  }
  const none = (why: string | null): Summary => ({ cells: cells.length, count, sum: null, average: null, why })
  const kinds = new Set([...formats.values()].map(({ format }) => format))
  const [format] = formats.values()
  if (!format || count < 2) return none(null)
  if (kinds.size > 1) return none('Figures of different kinds are not summed')
  if (format.format !== 'amount') return none(format.format === 'text' ? null : UNSUMMED[format.format])
  if (!inRange(sum)) return none('The sum is beyond the range of amounts')
  const average = quantize(sum.div(count))
  return {
    cells: cells.length,
    count,
    sum: formatAmount(sum, format),
    average: formatAmount(average, format),
    why: null,
  }
}
