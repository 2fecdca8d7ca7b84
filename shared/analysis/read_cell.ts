/**
 * Reading the name of a cell that a person typed, `Taxable income, Q3 2007` or `reconciliation.taxable_income@q3_2007`, with help where
 * it is wrong.
 * Must not guess: a name that does not exist is refused, with the nearest that do.
 */
import { hasCell, typedAt } from '../calc/layout.ts'
import { nearest } from '../formula/nearest.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { findCell, lineName } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import { isolated } from '../money/isolated.ts'
import { refused, type Refused } from '../refusals/refusal.ts'
import { cellChoices, cellLabel, cellNamed, type Nearby } from './cell_names.ts'

/** Where there are no more names than this, all of them are offered. */
const FEW = 3

/** The cell that the text names. Spaces around, an equals sign before and capital letters do not matter. */
export function readTarget(filing: Filing, text: string): { kind: 'cell'; ref: CellRef } | Refused {
  const typed = text.trim().replace(/^=\s*/, '').toLowerCase()
  const match = /^([a-z0-9_]+)\.([a-z0-9_]+)(?:@([a-z0-9_]+))?$/.exec(typed)
  if (!match) return refused({ code: 'no_name_of_cell', typed: text.trim(), example: cellName(exampleOf(filing)) })
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

/** A field in which a cell is chosen: its text, and the cell where it was pointed at or taken from a list. */
export type CellField = { text: string; ref: CellRef | null }

/** The cell that a field names: the one chosen, else by its name in words, else by schedule, line and column. */
export function readCell(
  filing: Filing,
  { text, ref }: CellField,
  nearby: Nearby = {},
): { kind: 'cell'; ref: CellRef } | Refused {
  const chosen = ref && findCell(filing, ref)
  if (chosen && hasCell(chosen.line, chosen.column)) return { kind: 'cell', ref }
  const typed = text.trim()
  if (typed === '')
    return refused({ code: 'cell_not_named', example: cellLabel(filing, exampleOf(filing, nearby.schedule)) })
  const named = cellNamed(filing, typed, nearby)
  if (named.kind === 'cell') return named
  if (named.kind === 'open') return refused({ code: 'cell_needs_column', line: named.line, columns: named.columns })
  if (/^=?\s*[a-z0-9_]+\.[a-z0-9_]+(?:@[a-z0-9_]*)?$/i.test(typed)) return readTarget(filing, typed)
  const near = cellChoices(filing, typed, { ...nearby, most: FEW }).map(({ label }) => label)
  return refused({ code: 'cell_unknown', typed: isolated(typed), near })
}

/** What the fields of goal seek hold, or which of them is wrong and why. */
export type GoalFields = { target: CellField; value: string; by: CellField }

export type ReadGoal =
  | { kind: 'goal'; target: CellRef; value: Decimal; by: CellRef }
  | (Refused & { field: keyof GoalFields })

/** Reads the three fields; the value is read as typed at the target. */
export function readGoal(filing: Filing, fields: GoalFields, nearby: Nearby = {}): ReadGoal {
  const target = readCell(filing, fields.target, nearby)
  if (target.kind === 'refused') return { ...target, field: 'target' }
  const found = findCell(filing, target.ref)!
  const typed = typedAt(found, fields.value)
  if (typed.kind !== 'amount') {
    return { ...(typed.kind === 'refused' ? typed : refused({ code: 'value_no_amount' })), field: 'value' }
  }
  const by = readCell(filing, fields.by, nearby)
  if (by.kind === 'refused') return { ...by, field: 'by' }
  return { kind: 'goal', target: target.ref, value: typed.value, by: by.ref }
}

/** A figure of this filing, in the schedule shown where that has one, for the sentence that says how figures are named. */
function exampleOf({ schedules }: Filing, shown?: string): CellRef {
  for (const schedule of schedules.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown))) {
    for (const line of schedule.lines) {
      const column = schedule.columns.find((one) => hasCell(line, one) && line.kind !== 'text')
      if (column) return { schedule: schedule.id, line: line.id, column: column.id }
    }
  }
  return { schedule: 'reconciliation', line: 'taxable_income', column: 'q3_2007' }
}

/** The ids that look like what was typed; all of them where they are few. */
function near(typed: string, items: readonly { id: string }[]): string[] {
  const ids = items.map(({ id }) => id)
  const ranked = nearest(typed, ids)
  return ranked.length > 0 || ids.length > FEW ? ranked : ids
}
