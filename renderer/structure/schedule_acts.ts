/**
 * Acts on the schedule shown, in drafts: duplicated, moved among its neighbours, deleted. Each is one change set.
 */
import type { StructurePlan } from '../../shared/structure/plan.ts'
import { duplicateSchedule, moveSchedule } from '../../shared/structure/schedules.ts'
import { scheduleName } from '../../shared/model/lookup.ts'
import { session } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import { carry, focusKept, openDraft } from './carry.ts'
import { askToDelete } from './deleting.ts'

/** The id of the schedule that a plan makes. */
export function madeSchedule(plan: StructurePlan): string | undefined {
  const made =
    plan.kind === 'plan' ? plan.changes.find((one) => one.kind === 'schedule' && one.before === null) : undefined
  return made?.kind === 'schedule' ? made.schedule : undefined
}

/** Copies the schedule shown behind itself and shows the copy. */
export function duplicateShown(): void {
  const open = openDraft()
  if (!open) return
  const plan = duplicateSchedule(open.draft, { schedule: open.schedule.id })
  const schedule = madeSchedule(plan)
  carry(plan, schedule === undefined ? undefined : { schedule })
}

/** Moves the schedule shown one place up or down among those of the filing. */
export function moveShown(by: -1 | 1): void {
  const open = openDraft()
  if (!open) return
  const { draft, schedule } = open
  const at = draft.filing.schedules.indexOf(schedule)
  const last = draft.filing.schedules.length - 1
  if (at + by < 0 || at + by > last) {
    return say(`${scheduleName(schedule)} is the ${by < 0 ? 'first' : 'last'} schedule.`, { tone: 'warned' })
  }
  const plan = moveSchedule(draft, { schedule: schedule.id, to: by < 0 ? at - 1 : at + 2 })
  const focus = focusKept(schedule.id)
  carry(plan.kind === 'plan' && focus ? { ...plan, focus } : plan)
}

/** Deletes the schedule shown, with all that stands in it; asks where other schedules read it. */
export function deleteShown(): void {
  const open = openDraft()
  if (!open) return
  askToDelete({ what: 'schedule', schedule: open.schedule.id, ids: [] })
}

/** Shows the dialog in which a schedule is begun. */
export function openNewSchedule(): void {
  if (openDraft()) session.setState({ dialog: { kind: 'new_schedule' } })
}

/** Shows the dialog in which the head of the schedule shown is stated. */
export function openScheduleDetails(): void {
  if (openDraft()) session.setState({ dialog: { kind: 'schedule_details' } })
}
