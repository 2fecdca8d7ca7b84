/**
 * Reading the name of a cell that a person typed, `reconciliation.taxable_income@q3_2007`, with help where it is wrong.
 * Must not guess: a name that does not exist is refused, with the nearest that do.
 */
import { cellFormat, hasCell } from '../calc/layout.ts'
import { nearest } from '../formula/nearest.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { findCell, lineName } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import { parseTyped } from '../money/parse.ts'
import { refused, type Refused } from '../refusals/refusal.ts'

/** Where there are no more names than this, all of them are offered. */
const FEW = 3

const EXAMPLE = 'reconciliation.taxable_income@q3_2007'

/** The cell that the text names. Spaces around, an equals sign before and capital letters do not matter. */
export function readTarget(filing: Filing, text: string): { kind: 'cell'; ref: CellRef } | Refused {
  const typed = text.trim().replace(/^=\s*/, '').toLowerCase()
  if (typed === '') return refused({ code: 'cell_not_named', example: exampleOf(filing) })
  const match = /^([a-z0-9_]+)\.([a-z0-9_]+)(?:@([a-z0-9_]+))?$/.exec(typed)
  if (!match) return refused({ code: 'no_name_of_cell', typed: text.trim(), example: exampleOf(filing) })
  const [, scheduleId, lineId, columnId] = match as unknown as [string, string, string, string | undefined]
  const schedule = filing.schedules.find(({ id }) => id === scheduleId)
  if (!schedule) {
    return refused({ code: 'schedule_unknown', schedule: scheduleId, near: near(scheduleId, filing.schedules) })
  }
  const line = schedule.lines.find(({ id }) => id === lineId)
  if (!line) {
    return refused({ code: 'line_unknown', schedule: schedule.id, line: lineId, near: near(lineId, schedule.lines) })
  }
  if (columnId === undefined) {
    const columns = schedule.columns.filter((column) => hasCell(line, column))
    const ids = columns.map(({ id }) => `@${id}`).join(', ')
    return refused({ code: 'column_not_named', line: `${schedule.id}.${line.id}`, columns: ids })
  }
  const column = schedule.columns.find(({ id }) => id === columnId)
  if (!column) {
    const ids = near(columnId, schedule.columns)
    return refused({ code: 'column_unknown', schedule: schedule.id, column: columnId, near: ids })
  }
  if (!hasCell(line, column)) {
    const name = lineName({ schedule, line })
    if (line.kind === 'heading') return refused({ code: 'is_heading', line: name })
    return refused({ code: 'no_figure_in', line: name, column: column.id })
  }
  return { kind: 'cell', ref: { schedule: schedule.id, line: line.id, column: column.id } }
}

/** What the fields of the goal seek dialog hold, or which of them is wrong and why. */
export type GoalFields = { target: string; value: string; by: string }

export type ReadGoal =
  | { kind: 'goal'; target: CellRef; value: Decimal; by: CellRef }
  | (Refused & { field: keyof GoalFields })

/** Reads the three fields; the value is read as typed at the target. */
export function readGoal(filing: Filing, fields: GoalFields): ReadGoal {
  const target = readTarget(filing, fields.target)
  if (target.kind === 'refused') return { ...target, field: 'target' }
  const found = findCell(filing, target.ref)!
  const typed = parseTyped(fields.value, cellFormat(found.line, found.column))
  if (typed.kind !== 'amount') {
    return { ...(typed.kind === 'refused' ? typed : refused({ code: 'value_no_amount' })), field: 'value' }
  }
  const by = readTarget(filing, fields.by)
  if (by.kind === 'refused') return { ...by, field: 'by' }
  return { kind: 'goal', target: target.ref, value: typed.value, by: by.ref }
}

/** A name that exists in this filing, for the sentence that says how names are written. */
function exampleOf(filing: Filing): string {
  for (const schedule of filing.schedules) {
    for (const line of schedule.lines) {
      const column = schedule.columns.find((one) => hasCell(line, one) && line.kind !== 'text')
      if (column) return `${schedule.id}.${line.id}@${column.id}`
    }
  }
  return EXAMPLE
}

/** The ids that look like what was typed; all of them where they are few. */
function near(typed: string, items: readonly { id: string }[]): string[] {
  const ids = items.map(({ id }) => id)
  const ranked = nearest(typed, ids)
  return ranked.length > 0 || ids.length > FEW ? ranked : ids
}
