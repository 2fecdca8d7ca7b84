/**
 * What the status bar says of the selected figures: how many, their sum and average, exact. Pure.
 */
import { formatOf } from '../../../shared/calc/cell_text.ts'
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import type { CellRef, Schedule } from '../../../shared/model/filing.ts'
import { columnOf, lineOf } from '../../../shared/model/lookup.ts'
import { Decimal, ZERO, inRange, withoutResidue } from '../../../shared/money/decimal.ts'
import { decimalsOf, formatAmount, type FormatOptions } from '../../../shared/money/format.ts'
import { spotsOf, type Block, type Sight } from './range.ts'
import { UNSUMMED } from './wording.ts'

export type Summary = { cells: number; count: number; sum: string | null; average: string | null; why: string | null }

/** What is summed up: the selected areas of a schedule as far as it is in sight. */
export type Summed = {
  schedule: Pick<Schedule, 'id' | 'lines' | 'columns'>
  sight: Sight
  blocks: readonly Block[]
  valueOf: (ref: CellRef) => Value
}

/**
 * Sums the cells up, stopping after each `most` of them so that a large selection never holds the screen; what it
 * returns is the sum of the amounts, with every decimal that it has, and their average, null with the reason where the
 * figures are of different kinds, or of one that is never summed.
 */
export function* summing({ schedule, sight, blocks, valueOf }: Summed, most: number): Generator<undefined, Summary> {
  let sum: Decimal = ZERO
  let cells = 0
  let count = 0
  const formats = new Map<string, FormatOptions>()
  let open = most
  for (const { row, column: at } of spotsOf(blocks)) {
    if (open-- === 0) {
      yield undefined
      open = most - 1
    }
    const [line, column] = [lineOf(schedule, sight.lines[row]!), columnOf(schedule, sight.columns[at]!)]
    if (!line || !column || !hasCell(line, column)) continue
    cells += 1
    const value = valueOf({ schedule: schedule.id, line: line.id, column: column.id })
    if (isText(line) || !isAmount(value)) continue
    const format = formatOf(line, column)
    formats.set(`${format.format} ${format.decimals ?? ''}`, format)
    sum = sum.plus(value)
    count += 1
  }
  return told(cells, count, withoutResidue(sum), [...formats.values()])
}

function told(cells: number, count: number, sum: Decimal, formats: readonly FormatOptions[]): Summary {
  const none = (why: string | null): Summary => ({ cells, count, sum: null, average: null, why })
  const kinds = new Set(formats.map(({ format }) => format))
  const [format] = formats
  if (!format || count < 2) return none(null)
  if (kinds.size > 1) return none(UNSUMMED.mixed)
  if (format.format !== 'amount') return none(format.format === 'text' ? null : UNSUMMED[format.format])
  if (!inRange(sum)) return none(UNSUMMED.tooLarge)
  const decimals = Math.max(...formats.map((one) => decimalsOf(one.format, one.decimals)))
  return {
    cells,
    count,
    sum: formatAmount(sum, { format: 'amount', decimals: Math.max(decimals, sum.decimalPlaces()) }),
    average: averageText(sum, count, decimals),
    why: null,
  }
}

/** Decimal places to which an average is told where its figures have no more. */
const AVERAGE_PLACES = 4

/** The average in full where it ends within the places told, otherwise rounded half-up after a sign that says so. */
function averageText(sum: Decimal, count: number, decimals: number): string {
  const places = Math.max(decimals, AVERAGE_PLACES)
  const average = sum.div(count)
  const rounded = average.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
  if (!rounded.times(count).eq(sum)) return `\u2248 ${formatAmount(average, { format: 'amount', decimals: places })}`
  return formatAmount(rounded, { format: 'amount', decimals: Math.max(decimals, rounded.decimalPlaces()) })
}

export function summarize(summed: Summed): Summary {
  const done = summing(summed, Number.POSITIVE_INFINITY).next()
  if (!done.done) throw new Error('A sum without a limit ends at once.')
  return done.value
}
