/**
 * Acts on the schedule shown, in drafts: duplicated, moved among its neighbours, deleted. Each is one change set.
 */
import type { StructurePlan } from '../../../shared/structure/plan.ts'
import { duplicateSchedule, moveSchedule } from '../../../shared/structure/schedules.ts'
import { scheduleName } from '../../../shared/model/lookup.ts'
import { warn } from '../messages.ts'
import { carry, closedRefusal, inPlace, openDraft } from './structure_acts.ts'
import { askToDelete } from './deleting.ts'
import type { Session } from '../session.ts'
import { shownFiling } from '../reading/figures.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'

export function madeSchedule(plan: StructurePlan): string | undefined {
  const made =
    plan.kind === 'plan' ? plan.changes.find((one) => one.kind === 'schedule' && one.before === null) : undefined
  return made?.kind === 'schedule' ? made.schedule : undefined
}

/** Copies the schedule shown behind itself and shows the copy. */
export function duplicateShown(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const plan = duplicateSchedule(open.draft, { schedule: open.schedule.id })
  carry(session, plan, madeSchedule(plan))
}

/** Why the schedule shown cannot be moved that way; undefined where it can. */
export function moveRefusal(session: Session, by: -1 | 1): Refusal | undefined {
  const filing = shownFiling(session)
  const closed = closedRefusal(filing)
  if (closed || !filing) return closed
  const at = filing.schedules.findIndex(({ id }) => id === session.getState().place?.schedule)
  const schedule = filing.schedules[at]
  if (!schedule || filing.schedules[at + by]) return undefined
  return { code: 'schedule_at_end', schedule: scheduleName(schedule), isFirst: by < 0 }
}

/** Moves the schedule shown one place up or down among those of the filing. */
export function moveShown(session: Session, by: -1 | 1): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const at = draft.filing.schedules.indexOf(schedule)
  const refusal = moveRefusal(session, by)
  if (refusal) return warn(session, refusal)
  const plan = moveSchedule(draft, { schedule: schedule.id, to: by < 0 ? at - 1 : at + 2 })
  carry(session, inPlace(session, plan, schedule))
}

/** Deletes the schedule shown, with all that stands in it; asks where other schedules read it. */
export function deleteShown(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  askToDelete(session, { what: 'schedule', schedule: open.schedule.id, ids: [] })
}
