/**
 * Still in use by of deleting lines, columns or a schedule, and the two ways on: their values in their place, or nothing.
 */
import { useMemo, useState, type JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import { columnNameOf, lineNameOf, scheduleName } from '../../../shared/model/lookup.ts'
import { countText } from '../../../shared/money/count.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { carry, shownDraft } from '../../session/structure/structure_acts.ts'
import { deletionOf, type Deleting } from '../../session/structure/deleting.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { Problem } from '../../ui/problem.tsx'
import { DependentList } from './dependent_list.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { BY_VALUES } from './wording.ts'

/** What would go, in words: `Provision for loan losses`, `3 lines`. */
function goingWords(filing: Filing, { what, schedule: id, ids }: Deleting): string {
  const schedule = filing.schedules.find((one) => one.id === id)
  if (!schedule || what === 'schedule') return schedule ? scheduleName(schedule) : id
  if (ids.length > 1) return `${countText(ids.length)} ${what}`
  const [first = ''] = ids
  return what === 'lines' ? lineNameOf(schedule, first) : columnNameOf(schedule, first)
}

export function DeleteDialog({ question: { deleting } }: { question: { deleting: Deleting } }): JSX.Element | null {
  const session = useOpenSession()
  const [shown] = useState(() => shownDraft(session))
  const plain = useMemo(() => shown && deletionOf(session, shown.draft, deleting, false), [session, shown, deleting])
  const byValues = useMemo(() => shown && deletionOf(session, shown.draft, deleting, true), [session, shown, deleting])
  if (!shown || plain?.kind !== 'refused' || !byValues) return null
  const cells = byValues.kind === 'refused' && byValues.dependents ? byValues.dependents : (plain.dependents ?? [])
  return (
    <DialogFrame
      title={`Delete ${goingWords(shown.draft.filing, deleting)}`}
      about={refusalText(plain.refusal)}
      className="structure narrow"
    >
      <DependentList cells={cells} />
      {byValues.kind === 'refused' ? (
        <Problem text={refusalText(byValues.refusal)} />
      ) : (
        <p className="hint">{BY_VALUES}</p>
      )}
      <DialogActs
        cancel="Keep it"
        first="cancel"
        ways={
          <Button
            look="primary"
            disabled={byValues.kind === 'refused'}
            onClick={() => {
              closeDialog(session)
              carry(session, byValues)
            }}
          >
            Delete it, keep its values
          </Button>
        }
      />
    </DialogFrame>
  )
}
