/**
 * How a change of a line or a column is stored: both are rows of a list that carry what stands on them.
 * Runs inside the caller's transaction. It must not know formulas: what carries them is planned before.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { isReserved } from '../../shared/formula/ast.ts'
import type { Placed } from '../../shared/model/changes/change_kind.ts'
import { columnSchema, lineSchema, type Column, type Line } from '../../shared/model/filing.ts'
import { refused } from '../failure.ts'
import { checkStanding, place, placedText, standing, type Listed } from '../placing.ts'
import { prepared } from '../prepared.ts'
import type { Target } from './writing.ts'

/** Refuses an id that a formula could not tell from a function, or that differs from the one it stands under. */
export function checkId(id: string, definition: { id: string } | undefined, what: string): void {
  if (definition && definition.id !== id) {
    throw refused(`The ${what} ${id} was given the id ${definition.id}. The change was not stored.`)
  }
  if (definition && (isReserved(id) || id === 'compare')) {
    throw refused(`The id ${id} is reserved. Choose another id for the ${what}.`)
  }
}

/** Refuses to take out what still carries records; they go in the same change set, before it. */
export function checkBare(
  { db }: Target,
  tables: readonly string[],
  where: string,
  key: readonly string[],
  name: string,
): void {
  for (const table of tables) {
    if (prepared(db, `SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`).get(...key) === undefined) continue
    const what = { scenario_cell: 'inputs of a scenario', comment: 'comments', fact: 'what is said of its figures' }[
      table
    ]
    throw refused(`${name} still holds ${what ?? 'inputs'}. They are removed with it, in one change.`)
  }
}

const ROWS = {
  line: { table: 'line', form: lineSchema, field: 'line' },
  column: { table: 'schedule_column', form: columnSchema, field: 'column_id' },
} as const

const ON_A_ROW = ['cell', 'scenario_cell', 'fact', 'comment']

type RowEdit = { schedule: string; before: Placed<Line | Column> | null; after: Placed<Line | Column> | null }

/** Stores a change of the line or column of that id. */
export function writeRow(target: Target, what: 'line' | 'column', id: string, change: RowEdit): void {
  const { records, filing } = target
  const { schedule, before, after } = change
  const { table, form, field } = ROWS[what]
  checkId(id, after?.definition, what)
  if (!records.get('schedule', [filing, schedule])) {
    throw refused(`The filing has no schedule ${schedule}. The change was not stored.`)
  }
  const listed: Listed = { table, key: [filing, schedule, id] }
  const [was, now] = [placedText(form, before), placedText(form, after)]
  const name = `The ${what} “${isolated((before ?? after)?.definition.label || id)}”`
  checkStanding(standing(records, listed, form), was, name)
  if (after === null) checkBare(target, ON_A_ROW, `filing = ? AND schedule = ? AND ${field} = ?`, listed.key, name)
  place(records, listed, was, now)
}
