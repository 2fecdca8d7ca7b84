/**
 * What a person does with the notes of the schedule shown: each act is planned by the structure layer and carried out as one
 * change set. Answers why an act was not done, undefined where it was.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { scheduleName } from '../../../shared/model/lookup.ts'
import { headNotes, markLine } from '../../../shared/structure/note_marks.ts'
import { addNote, changeNote, moveNote, removeNote } from '../../../shared/structure/notes.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { shownFiling } from '../reading/figures.ts'
import { go } from '../place/going.ts'
import { draftOf, enactStructure } from '../structure/structure_acts.ts'
import { say, sayDone } from '../messages.ts'
import type { Session } from '../session.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { hasCell } from '../../../shared/calc/layout.ts'
import type { Schedule } from '../../../shared/model/filing.ts'
import { NOTE } from './wording.ts'

/** The schedule whose notes are meant; what is typed may be kept when another one is shown already. */
export type NotesOf = { filing: string; schedule: string }

function act(session: Session, { filing }: NotesOf, plan: (draft: Draft) => StructurePlan): Refusal | undefined {
  const draft = draftOf(session, filing)
  return draft ? enactStructure(session, plan(draft), { filing }) : { code: 'filing_not_there' }
}

export function rewordNote(session: Session, of: NotesOf, mark: string, text: string): Refusal | undefined {
  const refusal = act(session, of, (draft) => changeNote(draft, { schedule: of.schedule, mark, to: { text } }))
  if (!refusal) say(session, NOTE.changed(mark))
  return refusal
}

/** Writes a new note, whose mark the line bears where one is named. */
export function writeNote(session: Session, of: NotesOf, text: string, line: string | undefined): Refusal | undefined {
  const refusal = act(session, of, (draft) =>
    addNote(draft, { schedule: of.schedule, text, ...(line !== undefined && { line }) }),
  )
  if (!refusal) say(session, NOTE.added)
  return refusal
}

/** Takes a note away with its marks. */
export function dropNote(session: Session, of: NotesOf, mark: string): boolean {
  return sayDone(
    session,
    act(session, of, (draft) => removeNote(draft, { schedule: of.schedule, mark })),
    NOTE.removed(mark),
  )
}

/** Moves a note to another place among the notes, counted from 0. */
export function placeNote(session: Session, of: NotesOf, mark: string, to: number): boolean {
  return sayDone(
    session,
    act(session, of, (draft) => moveNote(draft, { schedule: of.schedule, mark, to })),
    NOTE.moved(mark, to + 1),
  )
}

export function toggleMark(
  session: Session,
  of: NotesOf,
  mark: string,
  line: { id: string; name: string },
  marked: boolean,
): boolean {
  return sayDone(
    session,
    act(session, of, (draft) => markLine(draft, { schedule: of.schedule, mark, line: line.id, marked })),
    NOTE.marks(mark, isolated(line.name), marked),
  )
}

export function renameNotes(session: Session, of: NotesOf, title: string): Refusal | undefined {
  const refusal = act(session, of, (draft) => headNotes(draft, { schedule: of.schedule, title }))
  if (!refusal) say(session, NOTE.heading)
  return refusal
}

/** Shows the first line that bears a mark; says so where none does. */
export function goToBearer(session: Session, mark: string): void {
  const { place, focus } = session.getState()
  const schedule = shownFiling(session)?.schedules.find(({ id }) => id === place?.schedule)
  if (!place || !schedule) return
  const cell = firstBearer(schedule, mark, focus?.column)
  if (cell) go(session, place, { cell })
  else say(session, NOTE.noLine(scheduleName(schedule), mark))
}

type Cell = { line: string; column: string }

/**
 * The cell to show for a mark: of the first line that bears it, in the column asked for where the line has a figure there;
 * else under the first head that bears it. Undefined where nothing does.
 */
export function firstBearer(schedule: Schedule, mark: string, column?: string): Cell | undefined {
  const line = schedule.lines.find(({ notes }) => notes?.includes(mark))
  if (line) {
    const own = schedule.columns.filter((one) => hasCell(line, one))
    const at = own.find(({ id }) => id === column) ?? own[0] ?? schedule.columns[0]
    return at && { line: line.id, column: at.id }
  }
  const headed = schedule.groups?.find(({ notes }) => notes?.includes(mark))?.columns[0]
  const under = schedule.columns.find(({ id }) => id === headed)
  const first = under && schedule.lines.find((one) => hasCell(one, under))
  return first && { line: first.id, column: under.id }
}
