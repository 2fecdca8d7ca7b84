/**
 * Acts on the column in focus or on the columns selected: duplicated, moved, dropped, put in. Each is one change set; what it changes is
 * planned in shared/structure.
 */
import { duplicateColumn, insertColumn, moveColumns } from '../../../shared/structure/columns.ts'
import type { StructurePlan } from '../../../shared/structure/plan.ts'
import { warn } from '../messages.ts'
import { carry, inLine, inPlace, openDraft, type ShownDraft, chosen } from './structure_acts.ts'
import { beginNaming } from './naming.ts'
import type { ReadyColumn } from './new_column.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import type { Session } from '../session.ts'
import { CHOOSE, COLUMN } from './wording.ts'

export function noColumn(session: Session): void {
  warn(session, CHOOSE.column)
}

/** Copies the column in focus behind itself. */
export function duplicateChosenColumn(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { columns } = chosen(session)
  if (columns.length > 1) {
    return warn(session, COLUMN.oneAtATime(columns.length))
  }
  const [column] = columns
  if (column === undefined) return noColumn(session)
  carry(session, inLine(session, duplicateColumn(open.draft, { schedule: open.schedule.id, column })))
}

export function moveChosenColumns(session: Session, by: -1 | 1): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const { columns } = chosen(session)
  const at = schedule.columns.map(({ id }) => id)
  const edge = at.indexOf((by < 0 ? columns[0] : columns.at(-1)) ?? '')
  if (edge < 0) return noColumn(session)
  const to = by < 0 ? edge - 1 : edge + 2
  const name = columnName(schedule, schedule.columns[edge]!)
  if (to < 0) return warn(session, COLUMN.first(name))
  if (to > at.length) return warn(session, COLUMN.last(name))
  carry(session, inPlace(session, moveColumns(draft, { schedule: schedule.id, columns, to }), schedule))
}

/** Puts dragged columns before another (null: at the end). */
export function dropColumns(session: Session, columns: readonly string[], before: string | null): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const at = schedule.columns.findIndex(({ id }) => id === before)
  const to = at < 0 ? schedule.columns.length : at
  const plan = moveColumns(draft, { schedule: schedule.id, columns: [...columns], to })
  if (plan.kind === 'refused' && plan.refusal.code === 'nothing_changes') return
  carry(session, inLine(session, plan))
}

/** The plan that puts a column in behind another; first of all where that is undefined. */
export function columnPlan(
  session: Session,
  { draft, schedule }: ShownDraft,
  { behind, ...ready }: ReadyColumn,
): StructurePlan {
  const at = behind === undefined ? 0 : schedule.columns.findIndex(({ id }) => id === behind) + 1
  return inLine(session, insertColumn(draft, { schedule: schedule.id, at, ...ready }))
}

export function nameColumn(session: Session): void {
  const { focus } = session.getState()
  if (focus) beginNaming(session, 'column', focus.column)
  else noColumn(session)
}
