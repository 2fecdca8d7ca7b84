/**
 * The tie-outs beside the sheet: the light in words, the adjustments that differ from the books, every check with the way to its cell.
 */
import { Table2 } from 'lucide-react'
import type { JSX } from 'react'
import { openDialog } from '../../contrib/dialogs.ts'
import { useChecked, useOpenSession } from '../../contrib/use_session.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import { Button } from '../../ui/button.tsx'
import { OverriddenList } from './overridden_list.tsx'
import { tieOutLight } from './tie_out_light.ts'
import { TieOutList } from './tie_out_list.tsx'
import { TIE_OUTS_DIALOG } from './tie_outs_dialog.tsx'
import { LightIcon } from './verdict_marks.tsx'
import { EMPTY, OPEN_TABLE } from './wording.ts'

export function TieOuts(): JSX.Element {
  const session = useOpenSession()
  const checked = useChecked()
  if (!checked) return <p className="empty">{EMPTY.place}</p>
  const { tieOuts } = checked
  if (!tieOuts) return <p className="empty">{EMPTY.checking}</p>
  const { tone, text } = tieOutLight(tieOuts.counts())
  return (
    <div className="tie-outs">
      <div className="tie-outs-head">
        <p className={`tie-outs-light ${tone}`}>
          <LightIcon tone={tone} />
          <span>{text}</span>
        </p>
        <Button look="quiet" onClick={() => openDialog(session, TIE_OUTS_DIALOG, {})}>
          <Table2 aria-hidden size={14} /> {OPEN_TABLE}
        </Button>
      </div>
      <OverriddenList tieOuts={tieOuts} />
      <TieOutList checked={checked} tieOuts={tieOuts} onGo={(one) => goToCell(session, one)} />
    </div>
  )
}
