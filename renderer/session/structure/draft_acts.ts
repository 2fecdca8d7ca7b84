/**
 * Carrying out a planned change of lines, columns or schedules as an act of a person: what was typed is entered first, the plan goes
 * through the queue as one change set, what was done or why not is said.
 */
import type { CellRef, Schedule } from '../../../shared/model/filing.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { commitEdit } from '../edit/editing.ts'
import { draftShown, enactStructure } from './structure_acts.ts'
import { say } from '../messages.ts'
import { isOpenToChange } from './draft_open.ts'
import type { Session } from '../session.ts'

/** The draft shown and its schedule shown. */
export type ShownDraft = { draft: Draft; schedule: Schedule }

/** The draft and schedule shown, without judging whether they take changes. */
export function shownDraft(session: Session): ShownDraft | undefined {
  const draft = draftShown(session)
  const { place } = session.getState()
  const schedule = draft?.filing.schedules.find(({ id }) => id === place?.schedule)
  return draft && schedule && { draft, schedule }
}

/** The draft and schedule shown; undefined, saying why, where they take no change of structure. */
export function openDraft(session: Session): ShownDraft | undefined {
  if (!isOpenToChange(session) || commitEdit(session) === 'kept') return undefined
  const shown = shownDraft(session)
  if (shown) return shown
  say(session, 'A schedule of the draft is shown first; then its lines and columns can be changed.', { tone: 'warned' })
  return undefined
}

/** The cell in focus where it will still stand, so that an act leaves the focus and the selection alone. */
export function focusKept(session: Session, schedule: string): CellRef | undefined {
  const { focus } = session.getState()
  return focus ? { schedule, ...focus } : undefined
}

/** A plan whose focus stays in the column that was in focus, where the line of its own choice has one there. */
export function inColumn(session: Session, plan: StructurePlan, { columns }: Schedule): StructurePlan {
  if (plan.kind === 'refused' || !plan.focus) return plan
  const { focus } = session.getState()
  const column = columns.find(({ id }) => id === focus?.column)
  return column ? { ...plan, focus: { ...plan.focus, column: column.id } } : plan
}

/** A plan whose focus stays in the line that was in focus. */
export function inLine(session: Session, plan: StructurePlan): StructurePlan {
  const { focus } = session.getState()
  if (plan.kind === 'refused' || !plan.focus || !focus) return plan
  return { ...plan, focus: { ...plan.focus, line: focus.line } }
}

/** Carries a plan out and says so; false, saying why, where it was not. `to` is the schedule that is shown then. */
export function carry(session: Session, plan: StructurePlan, to?: { schedule: string }): boolean {
  const why = enactStructure(session, plan, to ? { to } : {})
  if (why !== null) say(session, why, { tone: 'warned' })
  else if (plan.kind === 'plan') say(session, `${plan.title}.`)
  return why === null
}
