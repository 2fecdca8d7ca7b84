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
import { refused, type Refusal } from './plan.ts'

/** Where there are no more names than this, all of them are offered. */
const FEW = 3

const EXAMPLE = 'reconciliation.taxable_income@q3_2007'

/** The cell that the text names. Spaces around, an equals sign before and capital letters do not matter. */
export function readTarget(filing: Filing, text: string): { kind: 'cell'; ref: CellRef } | Refusal {
  const typed = text.trim().replace(/^=\s*/, '').toLowerCase()
  if (typed === '') return refused(`A cell is named by schedule, line and column, such as ${exampleOf(filing)}.`)
  const match = /^([a-z0-9_]+)\.([a-z0-9_]+)(?:@([a-z0-9_]+))?$/.exec(typed)
  if (!match) {
    return refused(
      `"${text.trim()}" is no name of a cell; it is written schedule.line@column, such as ${exampleOf(filing)}.`,
    )
  }
  const [, scheduleId, lineId, columnId] = match as unknown as [string, string, string, string | undefined]
  const schedule = filing.schedules.find(({ id }) => id === scheduleId)
  if (!schedule)
    return refused(`There is no schedule ${scheduleId} in this filing${near(scheduleId, filing.schedules)}`)
  const line = schedule.lines.find(({ id }) => id === lineId)
  if (!line) return refused(`There is no line ${lineId} in ${schedule.id}${near(lineId, schedule.lines)}`)
  if (columnId === undefined) {
    const columns = schedule.columns.filter((column) => hasCell(line, column))
    const ids = columns.map(({ id }) => `@${id}`).join(', ')
    return refused(`${schedule.id}.${line.id} needs its column: ${ids || 'it has none'}.`)
  }
  const column = schedule.columns.find(({ id }) => id === columnId)
  if (!column) return refused(`There is no column ${columnId} in ${schedule.id}${near(columnId, schedule.columns)}`)
  if (!hasCell(line, column)) {
    return refused(
      line.kind === 'heading'
        ? `${lineName({ schedule, line })} is a heading and holds no figure.`
        : `${lineName({ schedule, line })} has no figure in the column ${column.id}.`,
    )
  }
  return { kind: 'cell', ref: { schedule: schedule.id, line: line.id, column: column.id } }
}

/** What the fields of the goal seek dialog hold, or which of them is wrong and why. */
export type GoalFields = { target: string; value: string; by: string }

export type ReadGoal =
  | { kind: 'goal'; target: CellRef; value: Decimal; by: CellRef }
  | (Refusal & { field: keyof GoalFields })

/** Reads the three fields; the value is read as typed at the target. */
export function readGoal(filing: Filing, fields: GoalFields): ReadGoal {
  const target = readTarget(filing, fields.target)
  if (target.kind === 'refused') return { ...target, field: 'target' }
  const found = findCell(filing, target.ref)!
  const typed = parseTyped(fields.value, cellFormat(found.line, found.column))
  if (typed.kind !== 'amount') {
    const reason = typed.kind === 'refused' ? typed.reason : 'The value to reach is an amount, such as 0 or (18,051).'
    return { ...refused(reason), field: 'value' }
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

/** `; the nearest are a, b and c.`, or a full stop where nothing is near. */
function near(typed: string, items: readonly { id: string; label?: string }[]): string {
  const ids = items.map(({ id }) => id)
  const ranked = nearest(typed, ids)
  const names = ranked.length > 0 || ids.length > FEW ? ranked : ids
  if (names.length === 0) return '.'
  return names.length === 1 ? `; the nearest is ${names[0]}.` : `; the nearest are ${names.join(', ')}.`
}
