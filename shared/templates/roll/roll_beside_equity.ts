/**
 * Schedules beside equity in a roll forward: of trusts what was invested in each stays, and what is expected of the quarters ahead moves as many places
 * nearer as quarters have gone. Decides columns only.
 */
import { addMonths, dateInWords } from '../../calendar/dates.ts'
import type { Roll } from '../../calendar/periods.ts'
import type { Column, Schedule } from '../../model/filing.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'

const INVESTED = 'original_investment'
/** The column of the day from which quarters ahead are counted, and the beginning of the ids of these. */
export const NOW = 'now'
const AHEAD = 'ahead_'

/** The id of a quarter ahead, the first one 1. */
export function aheadId(number: number): string {
  return `${AHEAD}${number}`
}

function has({ columns }: Schedule, id: string): boolean {
  return columns.some((column) => column.id === id && column.kind === 'component')
}

/** True for a schedule of trusts, one a line, with what was invested in each. */
export function isOfTrusts(schedule: Schedule): boolean {
  return ['assets_book', 'obligations_book', INVESTED].every((id) => has(schedule, id))
}

function unmoved(like: Column): RolledColumn {
  return { id: like.id, like, period: undefined, comparative: false, months: 0, label: like.label }
}

/** The columns of such a schedule after the roll: the investment is held against the filing before like any figure that is carried. */
export function rollTrusts({ columns }: Schedule): ColumnPlan {
  const rolled = columns.map((like): RolledColumn => {
    const plain = unmoved(like)
    return like.id === INVESTED ? { ...plain, opens: INVESTED, sameYear: true } : plain
  })
  return { columns: rolled, growing: false, remarks: [] }
}

/** True for a schedule that looks at the quarters ahead. */
export function isOfQuartersAhead(schedule: Schedule): boolean {
  return has(schedule, NOW) && has(schedule, aheadId(1))
}

/** The columns of such a schedule after the roll: a quarter takes what was expected of it; the farthest ones are empty. */
export function rollQuartersAhead({ columns }: Schedule, roll: Roll): ColumnPlan {
  const quarters = columns.filter(({ id }) => id.startsWith(AHEAD))
  const gone = roll.months / 3
  const rolled = columns.map((column): RolledColumn => {
    if (column.id === NOW) return { ...unmoved(column), label: dateInWords(roll.to) }
    const at = quarters.indexOf(column)
    if (at < 0) return unmoved(column)
    const expected = quarters[at + gone]
    const label = dateInWords(addMonths(roll.to, 3 * (at + 1)))
    return { ...unmoved(expected ?? column), id: column.id, label, ...(expected && { sameYear: true }) }
  })
  return { columns: rolled, growing: false, remarks: [] }
}
