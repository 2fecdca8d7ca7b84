/**
 * A new schedule of the draft shown, or the head of the one shown: its titles, its kind, what stands around the grid on paper.
 */
import { useState, type JSX } from 'react'
import { scheduleName } from '../../../shared/model/lookup.ts'
import { freeId } from '../../../shared/structure/ids.ts'
import { changeScheduleHead, insertSchedule } from '../../../shared/structure/schedules.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { carry, shownDraft, type ShownDraft } from '../../session/structure/structure_acts.ts'
import { beginNaming } from '../../session/structure/naming.ts'
import { DetailsFrame } from './details_frame.tsx'
import { SCHEDULE_FIELDS } from './schedule_fields.ts'
import { blankSchedule, scheduleForm, statedHead, type ScheduleForm } from './schedule_form.ts'

function NewSchedule({ shown: { draft, schedule } }: { shown: ShownDraft }): JSX.Element {
  const session = useOpenSession()
  const { schedules } = draft.filing
  const taken = schedules.map(({ id }) => id)
  // The id follows the title until it is typed.
  const made = ({ id, short, title }: ScheduleForm): string => id.trim() || freeId(short || title || 'schedule', taken)
  return (
    <DetailsFrame
      title="New schedule"
      act="Make the schedule"
      fields={SCHEDULE_FIELDS}
      about={{ made, among: schedules }}
      began={{ ...scheduleForm({ id: '' }), like: schedule.id }}
      isReady={({ title, short }) => title.trim() !== '' || short.trim() !== ''}
      planOf={(form) => {
        const head = statedHead({ ...form, id: made(form) }, {})
        const like = schedules.find(({ id }) => id === form.like)
        return insertSchedule(draft, { at: schedules.indexOf(schedule) + 1, schedule: blankSchedule(head, like) })
      }}
      onDone={(plan, form) => {
        // The dialog gives the focus back first.
        if (carry(session, plan, made(form))) setTimeout(() => beginNaming(session, 'line', 'new_line'))
      }}
    />
  )
}

function ScheduleDetails({ shown: { draft, schedule } }: { shown: ShownDraft }): JSX.Element {
  const session = useOpenSession()
  return (
    <DetailsFrame
      title={scheduleName(schedule)}
      fields={SCHEDULE_FIELDS}
      about={{ own: schedule }}
      began={scheduleForm(schedule)}
      planOf={(form) => changeScheduleHead(draft, { schedule: schedule.id, to: statedHead(form, schedule) })}
      onDone={(plan, form) => carry(session, plan, form.id.trim())}
    />
  )
}

export function ScheduleDialog({ isNew }: { isNew: boolean }): JSX.Element | null {
  const session = useOpenSession()
  const [shown] = useState(() => shownDraft(session))
  if (!shown) return null
  return isNew ? <NewSchedule shown={shown} /> : <ScheduleDetails shown={shown} />
}
