/**
 * Deleting a filing, after what goes with it is named.
 */
import { useState, type JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import { deleteFiling } from '../../session/filings/filing_acts.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, goesWith } from './wording.ts'

export function DeleteFilingDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [refusal, setRefusal] = useState<Refusal>()
  const going = goesWith(session.workbook().book, filing)
  return (
    <DialogFrame title={`Delete ${isolated(filing.title)}`} about={ABOUT.delete}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const refused = deleteFiling(session, filing.id)
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        {going.length === 0 ? null : (
          <ul className="going">
            {going.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <Problem text={refusal && refusalText(refusal)} />
        <DialogActs cancel="Keep it" submit="Delete the filing" first="cancel" />
      </form>
    </DialogFrame>
  )
}
