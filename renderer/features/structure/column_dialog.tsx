/**
 * All that a column is, in one dialog.
 */
import { useState, type JSX } from 'react'
import { columnName } from '../../../shared/model/lookup.ts'
import { changeColumn } from '../../../shared/structure/columns.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { carry, draftShown, inLine } from '../../session/structure/structure_acts.ts'
import { COLUMN_FIELDS } from './column_fields.ts'
import { columnForm, statedColumn, withColumnChange } from './column_form.ts'
import { DetailsFrame } from './details_frame.tsx'

export function ColumnDialog({ schedule: id, column: own }: { schedule: string; column: string }): JSX.Element | null {
  const session = useOpenSession()
  const [draft] = useState(() => draftShown(session))
  const schedule = draft?.filing.schedules.find((one) => one.id === id)
  const column = schedule?.columns.find((one) => one.id === own)
  if (!draft || !schedule || !column) return null
  const began = columnForm(column, schedule.groups?.find(({ columns }) => columns.includes(own))?.label)
  return (
    <DetailsFrame
      title={columnName(schedule, column)}
      fields={COLUMN_FIELDS}
      about={{ filing: draft.filing, schedule, own, began }}
      began={began}
      withChange={(form, change) => withColumnChange(began, form, change)}
      planOf={(form, drop) => {
        const to = statedColumn(form)
        if ('at' in to) return to
        const group = form.group.trim()
        return changeColumn(draft, {
          schedule: id,
          column: own,
          to,
          ...(group !== began.group && { group }),
          ...(drop !== undefined && { drop }),
        })
      }}
      onDone={(plan) => carry(session, inLine(session, plan))}
    />
  )
}
