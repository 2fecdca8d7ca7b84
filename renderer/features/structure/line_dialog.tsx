/**
 * All that a line is, in one dialog.
 */
import { useState, type JSX } from 'react'
import { lineNameOf } from '../../../shared/model/lookup.ts'
import { changeLine } from '../../../shared/structure/lines.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { carry, draftShown, inColumn } from '../../session/structure/structure_acts.ts'
import { DetailsFrame } from './details_frame.tsx'
import { LINE_FIELDS } from './line_fields.ts'
import { isMisstated, lineForm, statedLine } from './line_form.ts'

export function LineDialog({ schedule: id, line: own }: { schedule: string; line: string }): JSX.Element | null {
  const session = useOpenSession()
  const [draft] = useState(() => draftShown(session))
  const schedule = draft?.filing.schedules.find((one) => one.id === id)
  const line = schedule?.lines.find((one) => one.id === own)
  if (!draft || !schedule || !line) return null
  return (
    <DetailsFrame
      title={lineNameOf(schedule, own)}
      fields={LINE_FIELDS}
      about={{ filing: draft.filing, schedule, own }}
      began={lineForm(line)}
      planOf={(form, drop) => {
        const to = statedLine(form, line)
        if (isMisstated(to)) return to
        return changeLine(draft, { schedule: id, line: own, to, ...(drop !== undefined && { drop }) })
      }}
      onDone={(plan) => carry(session, inColumn(session, plan, schedule))}
    />
  )
}
