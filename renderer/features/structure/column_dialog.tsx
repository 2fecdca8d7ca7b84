/**
 * All that a column is, in one dialog; what is wrong shows at its field while it is filled in.
 */
import { useMemo, useState, type JSX } from 'react'
import { changeColumn } from '../../../shared/structure/columns.ts'
import { draftShown } from '../../session/structure/structure_acts.ts'
import { inLine } from '../../session/structure/draft_acts.ts'
import { columnForm, idHint, statedColumn, withColumnChange, type ColumnForm } from './column_form.ts'
import { ColumnFields } from './column_fields.tsx'
import { DetailsFrame } from './details_frame.tsx'
import { judge } from '../../session/structure/form_judgement.ts'
import { columnName } from '../../../shared/model/lookup.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

export function ColumnDialog({ schedule: id, column: own }: { schedule: string; column: string }): JSX.Element | null {
  const session = useOpenSession()
  const [draft] = useState(() => draftShown(session))
  const schedule = draft?.filing.schedules.find((one) => one.id === id)
  const column = schedule?.columns.find((one) => one.id === own)
  const head = schedule?.groups?.find(({ columns }) => columns.includes(own))?.label
  const [before] = useState<ColumnForm | null>(() => (column ? columnForm(column, head) : null))
  const [form, setForm] = useState(before)
  const [drop, setDrop] = useState<boolean | undefined>()
  const judged = useMemo(() => {
    if (!draft || !form || !before) return null
    return judge(form, before, drop, (stated, dropped) => {
      const to = statedColumn(stated)
      if ('at' in to) return to
      const group = stated.group.trim()
      return changeColumn(draft, {
        schedule: id,
        column: own,
        to,
        ...(group !== before.group && { group }),
        ...(dropped !== undefined && { drop: dropped }),
      })
    })
  }, [draft, form, before, drop, id, own])
  if (!draft || !schedule || !column || !form || !judged) return null
  return (
    <DetailsFrame
      title={columnName(schedule, column)}
      judged={judged}
      stated={JSON.stringify(form)}
      began={JSON.stringify(before)}
      drop={drop}
      onDrop={setDrop}
      placed={(plan) => inLine(session, plan)}
    >
      <ColumnFields
        filing={draft.filing}
        schedule={schedule}
        own={own}
        idHint={before === null ? undefined : idHint(before, form)}
        form={form}
        problems={judged.problems}
        onChange={(change) => {
          setForm(withColumnChange(before!, form, change))
          setDrop(undefined)
        }}
      />
    </DetailsFrame>
  )
}
