/**
 * Numbered notes of a schedule: renumbered in the order in which they are first cited, and acts on them. A note is text with a
 * mark; heads and lines cite the mark. Knows nothing of paper.
 */
import type { Note, Schedule } from '../model/filing.ts'
import { lineName, scheduleName, scheduleOf } from '../model/lookup.ts'
import { refused } from '../refusals/refusal.ts'
import { mapped } from './formulas.ts'
import type { Draft, StructurePlan } from './plan.ts'
import { proposed } from './propose.ts'

/** Whole numbers without leading zeros: only such marks are renumbered. */
const NUMBER = /^[1-9]\d*$/

/**
 * The schedule with its notes numbered from 1 in the order of first citing: heads of columns, then lines from the top; notes that
 * nothing cites come last in their order. Notes that refer to each other by number are carried. Only where all marks are whole numbers.
 */
export function renumberNotes(schedule: Schedule): { schedule: Schedule; changed: boolean } {
  const order = citedOrder(schedule)
  if (!order) return { schedule, changed: false }
  const places = new Map(order.map((mark, at) => [mark, at]))
  const notes = (schedule.notes ?? []).toSorted((a, b) => places.get(a.mark)! - places.get(b.mark)!)
  return numbered({ ...schedule, notes }, schedule)
}

/** The schedule after an act, its notes renumbered where the act changed the order in which they are cited. */
export function renumberedAfter(before: Schedule, after: Schedule): Schedule {
  const [was, now] = [citedOrder(before), citedOrder(after)]
  if (!was || !now || was.join(' ') === now.join(' ')) return after
  return renumberNotes(after).schedule
}

/** The draft after an act, with the notes of every schedule that it touched renumbered where they are cited in another order. */
export function withNotesRenumbered(before: Draft, after: Draft): Draft {
  const schedules = mapped(after.filing.schedules, (schedule) => {
    const was = scheduleOf(before.filing, schedule.id)
    return was && was !== schedule ? renumberedAfter(was, schedule) : schedule
  })
  return schedules === after.filing.schedules ? after : { ...after, filing: { ...after.filing, schedules } }
}

/** Every mark in the order of first citing, those not cited last; undefined where they are not all whole numbers, each once. */
function citedOrder({ notes = [], groups = [], lines }: Schedule): string[] | undefined {
  const marks = new Set(notes.map(({ mark }) => mark))
  if (marks.size === 0 || marks.size < notes.length || ![...marks].every((mark) => NUMBER.test(mark))) return undefined
  const cited = new Set<string>()
  for (const part of [...groups, ...lines]) for (const mark of part.notes ?? []) if (marks.has(mark)) cited.add(mark)
  return [...new Set([...cited, ...marks])]
}

/** The schedule with its notes numbered from 1 in the order in which they stand. */
function numbered(schedule: Schedule, before: Schedule): { schedule: Schedule; changed: boolean } {
  const notes = schedule.notes ?? []
  const marks = new Map(notes.map(({ mark }, at) => [mark, `${at + 1}`]))
  if (notes.every(({ mark }, at) => mark === before.notes?.[at]?.mark && marks.get(mark) === mark)) {
    return { schedule: before, changed: false }
  }
  const swap = (mark: string): string => marks.get(mark) ?? mark
  const next = { ...schedule, notes: notes.map(({ mark, text }) => ({ mark: swap(mark), text: carried(text, marks) })) }
  return { schedule: withMarks(next, swap), changed: true }
}

const REFERENCE =
  /\b(notes? )((?:\(?\d+\)?)(?:(?:, | and | or |, and | to )\(?\d+\)?)*)(?!\d|\)|(?:, | and | or |, and | to )\(?\d| (?:to|of|in) the\b)/gi

/** A text with the numbers of the schedule's notes that it refers to carried; `note 5 to the financial statements` is another's. */
function carried(text: string, marks: ReadonlyMap<string, string>): string {
  return text.replaceAll(REFERENCE, (_all, word: string, list: string) => {
    const numbers = list.match(/\d+/g) ?? []
    if (!numbers.every((number) => marks.has(number))) return word + list
    return word + list.replaceAll(/\d+/g, (number) => marks.get(number)!)
  })
}

/** The schedule with every cited mark as `swap` gives it; undefined drops it. */
function withMarks(schedule: Schedule, swap: (mark: string) => string | undefined): Schedule {
  const part = <T extends { notes?: string[] }>(one: T): T => {
    if (!one.notes) return one
    const notes = one.notes.map(swap).filter((mark) => mark !== undefined)
    if (notes.length === one.notes.length && notes.every((mark, at) => mark === one.notes![at])) return one
    const { notes: _replaced, ...rest } = one
    return (notes.length > 0 ? { ...rest, notes } : rest) as T
  }
  const groups = schedule.groups && mapped(schedule.groups, part)
  return { ...schedule, lines: mapped(schedule.lines, part), ...(groups && { groups }) }
}

type Found = { schedule: Schedule; name: string; notes: Note[] }

function found(draft: Draft, id: string): Found | undefined {
  const schedule = scheduleOf(draft.filing, id)
  return schedule && { schedule, name: scheduleName(schedule), notes: schedule.notes ?? [] }
}

/** The draft with another schedule in the place of the one of its id. */
export function withSchedule(draft: Draft, schedule: Schedule): Draft {
  const schedules = draft.filing.schedules.map((one) => (one.id === schedule.id ? schedule : one))
  return { ...draft, filing: { ...draft.filing, schedules } }
}

/** Another text, or another mark, for a note. A mark that is taken is refused. */
export function changeNote(
  draft: Draft,
  { schedule: id, mark, to }: { schedule: string; mark: string; to: Partial<Note> },
): StructurePlan {
  const here = found(draft, id)
  if (!here) return refused({ code: 'no_such_schedule' })
  const { schedule, name, notes } = here
  const note = notes.find((one) => one.mark === mark)
  if (!note) return refused({ code: 'no_note', schedule: name, note: mark })
  const next = { mark: (to.mark ?? mark).trim(), text: to.text ?? note.text }
  if (next.mark === '') return refused({ code: 'note_without_mark' })
  if (next.text.trim() === '') return refused({ code: 'note_emptied' })
  if (next.mark !== mark && notes.some((one) => one.mark === next.mark)) {
    return refused({ code: 'note_mark_taken', schedule: name, note: next.mark })
  }
  const changed = { ...schedule, notes: notes.map((one) => (one === note ? next : one)) }
  const after = withMarks(changed, (one) => (one === mark ? next.mark : one))
  return proposed(draft, withSchedule(draft, after), `Changed note ${mark} of ${name}`)
}

/**
 * A new note with the next free number, cited by a line or by the head of columns where one is named (`group`: its index among the
 * schedule's groups), and numbered in the order of citing.
 */
export function addNote(
  draft: Draft,
  { schedule: id, text, line, group }: { schedule: string; text: string; line?: string; group?: number },
): StructurePlan {
  const here = found(draft, id)
  if (!here) return refused({ code: 'no_such_schedule' })
  const { schedule, name, notes } = here
  if (text.trim() === '') return refused({ code: 'note_blank' })
  if (line !== undefined && !schedule.lines.some((one) => one.id === line)) {
    return refused({ code: 'no_line', schedule: name, line })
  }
  let number = notes.length + 1
  while (notes.some(({ mark }) => mark === `${number}`)) number++
  const mark = `${number}`
  const cite = <T extends { notes?: string[] }>(one: T): T => ({ ...one, notes: [...(one.notes ?? []), mark] })
  const added: Schedule = {
    ...schedule,
    notes: [...notes, { mark, text }],
    ...(line !== undefined && { lines: schedule.lines.map((one) => (one.id === line ? cite(one) : one)) }),
    ...(group !== undefined && { groups: schedule.groups?.map((one, at) => (at === group ? cite(one) : one)) }),
  }
  const isInOrder = notes.length === 0 || !renumberNotes(schedule).changed
  const after = isInOrder ? renumberNotes(added).schedule : added
  const marked = schedule.lines.find((one) => one.id === line)
  const where = marked === undefined ? name : `${lineName({ schedule, line: marked })} in ${name}`
  return proposed(draft, withSchedule(draft, after), `Added a note to ${where}`)
}

/** A note taken away with its marks; those after it close up where marks are whole numbers. */
export function removeNote(draft: Draft, { schedule: id, mark }: { schedule: string; mark: string }): StructurePlan {
  const here = found(draft, id)
  if (!here) return refused({ code: 'no_such_schedule' })
  const { schedule, name, notes } = here
  if (!notes.some((one) => one.mark === mark)) return refused({ code: 'no_note', schedule: name, note: mark })
  const rest = notes.filter((one) => one.mark !== mark)
  const bare = withMarks({ ...schedule, notes: rest }, (one) => (one === mark ? undefined : one))
  const isNumbered = rest.every((one) => NUMBER.test(one.mark))
  const after = isNumbered ? numbered(bare, bare).schedule : bare
  return proposed(draft, withSchedule(draft, after), `Removed note ${mark} of ${name}`)
}

/** A note moved to another place among the notes, counted from 0; all are numbered in the order in which they then stand. */
export function moveNote(
  draft: Draft,
  { schedule: id, mark, to }: { schedule: string; mark: string; to: number },
): StructurePlan {
  const here = found(draft, id)
  if (!here) return refused({ code: 'no_such_schedule' })
  const { schedule, name, notes } = here
  const note = notes.find((one) => one.mark === mark)
  if (!note) return refused({ code: 'no_note', schedule: name, note: mark })
  const rest = notes.filter((one) => one !== note)
  const moved = { ...schedule, notes: rest.toSpliced(Math.max(0, to), 0, note) }
  const after = notes.every((one) => NUMBER.test(one.mark)) ? numbered(moved, schedule).schedule : moved
  return proposed(draft, withSchedule(draft, after), `Moved note ${mark} of ${name}`)
}
