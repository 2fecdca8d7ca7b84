/**
 * All tie-outs of the filing shown as one wide table before the screen; a row leads to its figure.
 */
import type { JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import type { DialogDefinition } from '../../contrib/dialogs.ts'
import { useChecked, useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import { TieOutList } from './tie_out_list.tsx'
import { ABOUT, TITLE } from './wording.ts'

function TieOutsDialog(): JSX.Element | null {
  const session = useOpenSession()
  const checked = useChecked()
  if (!checked?.tieOuts) return null
  return (
    <DialogFrame title={TITLE} about={ABOUT} className="tie-outs-dialog">
      <TieOutList
        checked={checked}
        tieOuts={checked.tieOuts}
        onGo={(one) => {
          closeDialog(session)
          goToCell(session, one)
        }}
      />
    </DialogFrame>
  )
}

export const TIE_OUTS_DIALOG: DialogDefinition<object> = { id: 'tie_outs', ofPlace: true, Content: TieOutsDialog }
