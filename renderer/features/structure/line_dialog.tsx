/**
 * All that a line is, in one dialog; what is wrong shows at its field while it is filled in.
 */
import { useMemo, useState, type JSX } from 'react'
import { changeLine } from '../../../shared/structure/lines.ts'
import { draftShown } from '../../session/structure/structure_acts.ts'
import { inColumn } from '../../session/structure/draft_acts.ts'
import { DetailsFrame } from './details_frame.tsx'
import { judge } from '../../session/structure/form_judgement.ts'
import { LineFields } from './line_fields.tsx'
import { lineForm, isMisstated, statedLine, type LineForm } from './line_form.ts'
import { lineNameOf } from '../../../shared/model/lookup.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

export function LineDialog({ schedule: id, line: own }: { schedule: string; line: string }): JSX.Element | null {
  const session = useOpenSession()
  const [draft] = useState(() => draftShown(session))
  const schedule = draft?.filing.schedules.find((one) => one.id === id)
  const line = schedule?.lines.find((one) => one.id === own)
  const [before] = useState<LineForm | null>(() => (line ? lineForm(line) : null))
  const [name] = useState(() => (schedule ? lineNameOf(schedule, own) : own))
  const [form, setForm] = useState(before)
  const [drop, setDrop] = useState<boolean | undefined>()
  const judged = useMemo(() => {
    if (!draft || !line || !form || !before) return null
    return judge(form, before, drop, (stated, dropped) => {
      const to = statedLine(stated, line)
      if (isMisstated(to)) return to
      return changeLine(draft, { schedule: id, line: own, to, ...(dropped !== undefined && { drop: dropped }) })
    })
  }, [draft, line, form, before, drop, id, own])
  if (!draft || !schedule || !line || !form || !judged) return null
  return (
    <DetailsFrame
      title={name}
      judged={judged}
      stated={JSON.stringify(form)}
      began={JSON.stringify(before)}
      drop={drop}
      onDrop={setDrop}
      placed={(plan) => inColumn(session, plan, schedule)}
    >
      <LineFields
        filing={draft.filing}
        schedule={schedule}
        own={own}
        form={form}
        problems={judged.problems}
        onChange={(change) => {
          setForm({ ...form, ...change })
          setDrop(undefined)
        }}
      />
    </DetailsFrame>
  )
}
