/**
 * Acts on whole schedules: inserted, duplicated, moved, their heads changed. Each gives the plan of one change set, or why it is refused.
 * Deleting stands in deletion.ts; what a new schedule holds is templates' to say.
 */
import { headOfSchedule, scheduleName, scheduleOf } from '../model/lookup.ts'
import type { Schedule, ScheduleHead } from '../model/filing.ts'
import { groupsInStep } from './column_groups.ts'
import { sameContent } from './draft_changes.ts'
import { copyId, idRefusal } from './ids.ts'
import { refusedFormula, focusOn } from './judged.ts'
import { copiedFacts } from './line_copies.ts'
import { withSchedule } from './notes.ts'
import type { Draft, StructurePlan } from './plan.ts'
import { proposed } from './propose.ts'
import { renamed } from './rename.ts'
import { counted } from '../money/count.ts'
import { refused } from '../refusals/refusal.ts'

function withSchedules(draft: Draft, schedules: Schedule[]): Draft {
  return { ...draft, filing: { ...draft.filing, schedules } }
}

const ids = ({ filing }: Draft): string[] => filing.schedules.map(({ id }) => id)

/** A schedule put in at a place among the schedules, counted from 0, with its lines, columns, inputs and facts. */
export function insertSchedule(draft: Draft, { at, schedule }: { at: number; schedule: Schedule }): StructurePlan {
  const taken = idRefusal(schedule.id, ids(draft))
  if (taken) return refused(taken)
  const made = groupsInStep({ ...schedule, cells: schedule.cells.map((cell) => ({ ...cell, schedule: schedule.id })) })
  const after = withSchedules(draft, draft.filing.schedules.toSpliced(Math.max(0, at), 0, made))
  for (const { formula } of [...made.lines, ...made.columns]) {
    const fault = refusedFormula(after.filing, made.id, formula)
    if (fault) return fault
  }
  return proposed(draft, after, `Inserted schedule ${scheduleName(made)}`, focusOn(made))
}

/**
 * A schedule copied behind itself with its base inputs and what is said of its figures (not what the document prints); what it
 * reads of itself by name, the copy reads of the copy. Scenarios and comments keep to the original.
 */
export function duplicateSchedule(draft: Draft, { schedule: from }: { schedule: string }): StructurePlan {
  const schedule = scheduleOf(draft.filing, from)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const to = copyId(from, ids(draft))
  const alone: Draft = { filing: { id: 'copy', title: '', schedules: [schedule] }, at: 0, scenarios: [], comments: [] }
  const carried = renamed(alone, { kind: 'schedule', from, to }).draft.filing.schedules[0]!
  const copy: Schedule = { ...carried, cells: carried.cells.map((cell) => ({ ...cell, schedule: to })) }
  if (schedule.title !== undefined) copy.title = `${schedule.title} (copy)`
  if (schedule.short !== undefined || schedule.title === undefined)
    copy.short = `${schedule.short ?? schedule.id} (copy)`
  if (carried.facts) copy.facts = copiedFacts(carried.facts, ({ line, column }) => ({ line, column }))
  const at = draft.filing.schedules.indexOf(schedule) + 1
  const after = withSchedules(draft, draft.filing.schedules.toSpliced(at, 0, copy))
  return proposed(draft, after, `Duplicated schedule ${scheduleName(schedule)}`, focusOn(copy))
}

/** The head of a schedule changed: titles, heads of columns, unit line, caption, start line. Another id is carried everywhere. */
export function changeScheduleHead(
  draft: Draft,
  { schedule: from, to }: { schedule: string; to: ScheduleHead },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, from)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const isRenamed = to.id !== from
  const taken = isRenamed ? idRefusal(to.id, ids(draft)) : undefined
  if (taken) return refused(taken)
  if (to.start !== undefined && !schedule.lines.some(({ id }) => id === to.start)) {
    return refused({ code: 'no_start_line', schedule: scheduleName(schedule), line: to.start })
  }
  const done = isRenamed ? renamed(draft, { kind: 'schedule', from, to: to.id }) : { draft, carried: 0 }
  const base = scheduleOf(done.draft.filing, to.id)!
  const { columns, lines, cells, facts } = base
  const next = groupsInStep({ ...to, columns, lines, cells, ...(facts && { facts }) })
  const carried = done.carried === 0 ? '' : `, ${counted(done.carried, 'formula')} carried`
  const isSame = sameContent(headOfSchedule(base), headOfSchedule(next))
  const title = isRenamed
    ? `Renamed schedule ${from} to ${to.id}${carried}${isSame ? '' : '; changed its head'}`
    : `Changed the head of ${scheduleName(schedule)}`
  return proposed(draft, withSchedule(done.draft, next), title, focusOn(next))
}

/** A schedule moved to the gap before the one that now stands at index `to` (the number of schedules: the end). */
export function moveSchedule(draft: Draft, { schedule: id, to }: { schedule: string; to: number }): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const { schedules } = draft.filing
  const rest = schedules.filter((one) => one !== schedule)
  const gap = schedules.slice(0, Math.max(0, to)).filter((one) => one !== schedule).length
  const after = withSchedules(draft, rest.toSpliced(gap, 0, schedule))
  return proposed(draft, after, `Moved schedule ${scheduleName(schedule)}`, focusOn(schedule))
}
