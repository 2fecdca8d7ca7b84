/**
 * Opens the dialogs of lines, columns and schedules for what is in focus: all that one is, or a new one.
 */
import { columnName, columnOf, lineName, lineOf, scheduleName } from '../../../shared/model/lookup.ts'
import { changeColumn } from '../../../shared/structure/columns.ts'
import { splitByEntity } from '../../../shared/structure/entity_columns.ts'
import { freeId } from '../../../shared/structure/ids.ts'
import { changeLine } from '../../../shared/structure/lines.ts'
import { changeScheduleHead, insertSchedule } from '../../../shared/structure/schedules.ts'
import { openDialog } from '../../contrib/dialogs.ts'
import type { Session } from '../../session/session.ts'
import { noColumn } from '../../session/structure/column_acts.ts'
import { carry, inColumn, inLine, openDraft } from '../../session/structure/structure_acts.ts'
import { noLine } from '../../session/structure/line_acts.ts'
import { beginNaming } from '../../session/structure/naming.ts'
import { COLUMN_FIELDS } from './column_fields.ts'
import { columnForm, statedColumn, withColumnChange } from './column_form.ts'
import { DetailsFrame, type Details } from './details_frame.tsx'
import { InsertColumnDialog } from './insert_column_dialog.tsx'
import { LINE_FIELDS } from './line_fields.ts'
import { lineForm, statedLine } from './line_form.ts'
import { SPLIT_FIELDS, splitForm, statedSplit } from './split_form.ts'
import { SCHEDULE_FIELDS } from './schedule_fields.ts'
import { blankSchedule, scheduleForm, statedHead, type ScheduleForm } from './schedule_form.ts'
import { SPLIT } from './wording.ts'

function openDetails<F extends object, A>(session: Session, id: string, details: Details<F, A>): void {
  openDialog(session, { id, ofPlace: true, Content: DetailsFrame<F, A> }, details)
}

export function openLineDetails(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const line = lineOf(schedule, session.getState().focus?.line ?? '')
  if (!line) return noLine(session)
  openDetails(session, 'line', {
    title: lineName({ schedule, line }),
    fields: LINE_FIELDS,
    about: { filing: draft.filing, schedule, own: line.id },
    began: lineForm(line),
    planOf(form, drop) {
      const to = statedLine(form, line)
      if ('at' in to) return to
      return changeLine(draft, { schedule: schedule.id, line: line.id, to, ...(drop !== undefined && { drop }) })
    },
    onDone: (plan) => carry(session, inColumn(session, plan, schedule)),
  })
}

export function openColumnDetails(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const column = columnOf(schedule, session.getState().focus?.column ?? '')
  if (!column) return noColumn(session)
  const own = column.id
  const began = columnForm(column, schedule.groups?.find(({ columns }) => columns.includes(own))?.label)
  openDetails(session, 'column', {
    title: columnName(schedule, column),
    fields: COLUMN_FIELDS,
    about: { filing: draft.filing, schedule, own, began },
    began,
    withChange: (form, change) => withColumnChange(began, form, change),
    planOf(form, drop) {
      const to = statedColumn(form, column)
      if ('at' in to) return to
      const group = form.group.trim()
      return changeColumn(draft, {
        schedule: schedule.id,
        column: own,
        to,
        ...(group !== began.group && { group }),
        ...(drop !== undefined && { drop }),
      })
    },
    onDone: (plan) => carry(session, inLine(session, plan)),
  })
}

export function openInsertColumn(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const focus = session.getState().focus?.column
  openDialog(session, { id: 'insert_column', ofPlace: true, Content: InsertColumnDialog }, { shown: open, focus })
}

/** Shows the dialog in which periods of the schedule shown are split by entity. */
export function openSplitByEntity(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  openDetails(session, 'split_by_entity', {
    title: SPLIT.title,
    act: SPLIT.act,
    fields: SPLIT_FIELDS,
    about: { schedule },
    began: splitForm(draft.filing, schedule),
    planOf(form) {
      const split = statedSplit(form, draft.filing, schedule)
      return 'at' in split ? split : splitByEntity(draft, split)
    },
    onDone: (plan) => carry(session, inLine(session, plan)),
  })
}

/** Shows the dialog in which a schedule is begun. */
export function openNewSchedule(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const { schedules } = draft.filing
  const taken = schedules.map(({ id }) => id)
  // The id follows the title until it is typed.
  const made = ({ id, short, title }: ScheduleForm): string => id.trim() || freeId(short || title || 'schedule', taken)
  openDetails(session, 'schedule', {
    title: 'New schedule',
    act: 'Make the schedule',
    fields: SCHEDULE_FIELDS,
    about: { made, among: schedules },
    began: { ...scheduleForm({ id: '' }), like: schedule.id },
    isReady: ({ title, short }) => title.trim() !== '' || short.trim() !== '',
    planOf(form) {
      const head = statedHead({ ...form, id: made(form) }, {})
      const like = schedules.find(({ id }) => id === form.like)
      return insertSchedule(draft, { at: schedules.indexOf(schedule) + 1, schedule: blankSchedule(head, like) })
    },
    onDone(plan, form) {
      // The dialog gives the focus back first.
      if (carry(session, plan, made(form))) setTimeout(() => beginNaming(session, 'line', 'new_line'))
    },
  })
}

/** Shows the dialog in which the head of the schedule shown is stated. */
export function openScheduleDetails(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  openDetails(session, 'schedule', {
    title: scheduleName(schedule),
    fields: SCHEDULE_FIELDS,
    about: { own: schedule },
    began: scheduleForm(schedule),
    planOf: (form) => changeScheduleHead(draft, { schedule: schedule.id, to: statedHead(form, schedule) }),
    onDone: (plan, form) => carry(session, plan, form.id.trim()),
  })
}
