/**
 * The filing that is measured: schedules that each sum their items, carry the prior schedule's closing forward,
 * and show it per share. Sizes are parameters; the figures are made up.
 */
import type { Column, Filing, Line, Schedule } from '../../shared/model/filing.ts'

export type Size = { schedules: number; items: number; columns: number }

/** Lines of a schedule beside its items: sum, opening, closing, shares and per share. */
const OTHER_LINES = 5

/** Cells whose value an edit of an item changes in its own schedule: the item, sum, closing and per share. */
export const CHANGED_IN_SCHEDULE = 4

/** Cells that it changes in each later schedule: opening, closing and per share. */
export const CHANGED_DOWNSTREAM = 3

export const COLUMN = 'q_0'

/** The chain runs from schedule to schedule through `opening`, which is the `closing` of the one before. */
export function benchFiling({ schedules, items, columns }: Size): Filing {
  const periods: Column[] = Array.from({ length: columns }, (_, i) => ({
    id: `q_${i}`,
    label: `Quarter ${i}`,
    kind: 'duration',
  }))
  return {
    id: 'bench',
    title: 'Bench',
    schedules: Array.from({ length: schedules }, (_, i) => schedule(i, items, periods)),
  }
}

export function cellCount({ schedules, items, columns }: Size): number {
  return schedules * (items + OTHER_LINES) * columns
}

function schedule(i: number, items: number, columns: Column[]): Schedule {
  const id = `schedule_${i}`
  const lines: Line[] = Array.from({ length: items }, (_, n) => ({
    id: `item_${n}`,
    label: `Item ${n}`,
    kind: 'input',
    format: 'amount',
  }))
  const opening = i === 0 ? {} : { formula: `= schedule_${i - 1}.closing` }
  lines.push(
    { id: 'items', label: 'Items', kind: 'formula', format: 'amount', formula: `= sum(item_0..item_${items - 1})` },
    { id: 'opening', label: 'Opening', kind: i === 0 ? 'input' : 'formula', format: 'amount', ...opening },
    { id: 'closing', label: 'Closing', kind: 'formula', format: 'amount', formula: '= opening + items' },
    { id: 'shares', label: 'Shares', kind: 'input', format: 'shares' },
    { id: 'per_share', label: 'Per share', kind: 'formula', format: 'per_share', formula: '= closing / shares' },
  )
  const cells = columns.flatMap((column, c) =>
    lines
      .filter((line) => line.formula === undefined)
      .map((line, n) => ({
        schedule: id,
        line: line.id,
        column: column.id,
        input: line.id === 'shares' ? `${76_084 + c}` : `${((i * 7919 + n * 104_729 + c * 31) % 1_999_993) - 999_996}`,
      })),
  )
  return { id, columns, lines, cells }
}
