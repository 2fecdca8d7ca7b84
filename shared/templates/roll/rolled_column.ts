/**
 * What a roll forward makes of the columns of a schedule: for each, where it comes from and what it stands for. Decides nothing.
 */
import type { Column } from '../../model/filing.ts'
import type { Period } from '../../calendar/periods.ts'

export type RolledColumn = {
  id: string
  /** The old column that it takes its place, its format and its formulas from. */
  like: Column
  period: Period | undefined
  /** Its period stood in the old schedule, as the column of the same id. */
  comparative: boolean
  /** Kept beside the others because a year to date needs it. */
  supporting?: boolean
  /** A year to date that the old schedule had no column for. */
  added?: boolean
  /** Months by which its period lies after that of `like`. */
  months: number
  /** The quarters that a year to date adds up, in their order; absent where it adds none. */
  sums?: string[]
  /** The same tax year as before: what was entered in it stays. */
  sameYear?: boolean
  /** Whether a balance at its beginning is opened at the close before: within a tax year it is kept, and a forecast has none. */
  opening?: 'kept' | 'none'
  /** The column of the old schedule whose figures open it: what closed there, or within a year what opened there. */
  opens?: string
  /** Its label, where the plan says it. */
  label?: string
  /** The entity that it is of, and the consolidated column. */
  part?: { name: string; of: RolledColumn }
  /** The columns of its entities. */
  parts?: string[]
}

export type ColumnPlan = { columns: RolledColumn[]; growing: boolean; remarks: string[] }
