/**
 * Which lines bear the mark of a note, and what heads the notes on paper: acts on a schedule's notes that leave their words.
 */
import { lineName, scheduleName, scheduleOf } from '../model/lookup.ts'
import { refused } from '../refusals/refusal.ts'
import { renumberedAfter, withSchedule } from './notes.ts'
import type { Draft, StructurePlan } from './plan.ts'
import { proposed } from './propose.ts'

/** Puts the mark of a note on a line, or takes it off; notes are renumbered where they are then cited in another order. */
export function markLine(
  draft: Draft,
  { schedule: id, mark, line: lineId, marked }: { schedule: string; mark: string; line: string; marked: boolean },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const name = scheduleName(schedule)
  const line = schedule.lines.find((one) => one.id === lineId)
  if (!line) return refused({ code: 'no_line', schedule: name, line: lineId })
  const all = schedule.notes ?? []
  if (!all.some((note) => note.mark === mark)) return refused({ code: 'no_note', schedule: name, note: mark })
  const { notes = [], ...bare } = line
  // The marks of a line stand in the order of the notes.
  const order = new Map(all.map((note, at) => [note.mark, at]))
  const rest = notes.filter((one) => one !== mark)
  const next = marked ? [...rest, mark].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)) : rest
  const changed = next.length === 0 ? bare : { ...line, notes: next }
  const after = { ...schedule, lines: schedule.lines.map((one) => (one === line ? changed : one)) }
  const title = marked
    ? `Note ${mark} marks ${lineName({ schedule, line })} in ${name}`
    : `Note ${mark} no longer marks ${lineName({ schedule, line })} in ${name}`
  return proposed(draft, withSchedule(draft, renumberedAfter(schedule, after)), title)
}

/** Gives the notes of a schedule another heading on paper and screen; blank brings the usual one back. */
export function headNotes(draft: Draft, { schedule: id, title }: { schedule: string; title: string }): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const { notesTitle: _replaced, ...bare } = schedule
  const words = title.trim().replaceAll(/\s+/g, ' ')
  const after = words === '' ? bare : { ...schedule, notesTitle: words }
  const said = words === '' ? 'as usual' : `“${words}”`
  return proposed(draft, withSchedule(draft, after), `The notes of ${scheduleName(schedule)} are headed ${said}`)
}
