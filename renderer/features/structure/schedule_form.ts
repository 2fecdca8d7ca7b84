/**
 * The head of a schedule as a form states it, and back. Pure; whether it may stand so is judged by the plan.
 */
import type { Schedule, ScheduleHead, ScheduleKind } from '../../../shared/model/filing.ts'
import { filled } from './form_texts.ts'

export type ScheduleForm = {
  title: string
  short: string
  id: string
  kind: ScheduleKind | ''
  unitLine: string
  caption: string
  notesTitle: string
  start: string
  /** The schedule whose columns a new one begins with; blank for none. */
  like: string
}

export function scheduleForm(head: ScheduleHead): ScheduleForm {
  return {
    title: head.title ?? '',
    short: head.short ?? '',
    id: head.id,
    kind: head.kind ?? '',
    unitLine: head.unitLine ?? '',
    caption: head.caption ?? '',
    notesTitle: head.notesTitle ?? '',
    start: head.start ?? '',
    like: '',
  }
}

/** The head that a form states; heads of columns and notes, which no field shows, stay as they were. */
export function statedHead(form: ScheduleForm, { groups, notes }: Pick<Schedule, 'groups' | 'notes'>): ScheduleHead {
  const { id, like: _like, ...texts } = form
  return { id: id.trim(), ...filled(texts), ...(groups && { groups }), ...(notes && { notes }) }
}

/**
 * A schedule to begin with: the plain columns of another one, with the heads above them, and one line to be named. Computed columns
 * are left behind, since they read lines and columns that a new schedule need not have.
 */
export function blankSchedule(head: ScheduleHead, like: Schedule | undefined): Schedule {
  const columns = (like?.columns ?? [])
    .filter(({ kind }) => kind !== 'computed')
    .map(({ formula: _own, ...column }) => column)
  const kept = new Set(columns.map(({ id }) => id))
  const groups = (like?.groups ?? []).flatMap(({ label, columns: own }) => {
    const left = own.filter((id) => kept.has(id))
    return left.length > 0 ? [{ label, columns: left }] : []
  })
  return {
    ...head,
    columns,
    ...(groups.length > 0 && { groups }),
    lines: [{ id: 'new_line', label: 'New line', kind: 'input' }],
    cells: [],
  }
}
