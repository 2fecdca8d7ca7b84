/**
 * Deleting lines, columns or a schedule as an act: at once where nothing reads them, else after asking whether their values are to
 * take their place.
 */
import { deleteColumns, deleteLines, deleteSchedule } from '../../../shared/structure/deletion.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { warn } from '../messages.ts'
import { carry, inColumn, inLine, openDraft, chosen } from './structure_acts.ts'
import { noLine } from './line_acts.ts'
import type { Session } from '../session.ts'
import { ask } from '../asking.ts'
import { CHOOSE } from './wording.ts'

/** What is to go; `ids` are lines or columns of the schedule. */
export type Deleting = { what: 'lines' | 'columns' | 'schedule'; schedule: string; ids: string[] }

/** The plan that takes it out; with `values` the formulas that read it take its present values in its place. */
export function deletionOf(
  session: Session,
  draft: Draft,
  { what, schedule, ids }: Deleting,
  values: boolean,
): StructurePlan {
  const { place } = session.getState()
  const { id: filing } = draft.filing
  const engine = session.workbook().sheets.engine(filing, place?.filing === filing ? place.scenario : null)
  const replace = { engine, ...(values && { replace: 'values' as const }) }
  if (what === 'schedule') return deleteSchedule(draft, { schedule, ...replace })
  const plan =
    what === 'lines'
      ? deleteLines(draft, { schedule, lines: ids, ...replace })
      : deleteColumns(draft, { schedule, columns: ids, ...replace })
  if (what === 'columns') return inLine(session, plan)
  const own = draft.filing.schedules.find(({ id }) => id === schedule)
  return own ? inColumn(session, plan, own) : plan
}

/** Deletes, or asks where something reads what would go. */
export function askToDelete(session: Session, deleting: Deleting): void {
  const open = openDraft(session)
  if (!open) return
  const plan = deletionOf(session, open.draft, deleting, false)
  if (plan.kind === 'refused' && plan.dependents) ask(session, { kind: 'delete_structure', deleting })
  else carry(session, plan)
}

/** Deletes the chosen lines, or the chosen columns where whole columns are selected. */
export function deleteChosen(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { lines, columns, areColumns } = chosen(session)
  if (lines.length === 0) return noLine(session)
  const schedule = open.schedule.id
  askToDelete(
    session,
    areColumns ? { what: 'columns', schedule, ids: columns } : { what: 'lines', schedule, ids: lines },
  )
}

export function deleteChosenColumns(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { columns } = chosen(session)
  if (columns.length === 0) return warn(session, CHOOSE.columnToDelete)
  askToDelete(session, { what: 'columns', schedule: open.schedule.id, ids: columns })
}
