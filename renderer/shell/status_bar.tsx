/**
 * Whether everything is saved, whether everything ties, and in which unit the figures are.
 */
import { CircleAlert, CircleCheck, Loader } from 'lucide-react'
import type { JSX } from 'react'
import { Slot } from '../contrib/slot.tsx'
import { baseName } from '../session/reading/figures.ts'
import { heldShown } from '../session/reading/shown.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { Button } from '../ui/button.tsx'

const SAVED = {
  saved: { word: 'Saved', Icon: CircleCheck },
  saving: { word: 'Saving', Icon: Loader },
  failed: { word: 'Last edit not saved', Icon: CircleAlert },
  unreachable: { word: 'Not answering; edits wait', Icon: CircleAlert },
  signed_out: { word: 'Not signed in; edits wait', Icon: CircleAlert },
} as const

export function StatusBar(): JSX.Element {
  const session = useOpenSession()
  const status = useSession((state) => state.status)
  const number = useSession((state) => state.number)
  const scenario = useSession((state) => state.place?.scenario)
  const filing = useSession((state) => heldShown(state)?.filing)
  const { word, Icon } = SAVED[status]
  const isWaiting = status === 'unreachable' || status === 'signed_out'
  return (
    <footer className="status-bar" data-region="status" data-status={isWaiting ? 'failed' : status} data-seq={number}>
      <output className={`saved-state ${status}`}>
        <Icon aria-hidden size={14} /> {word}
      </output>
      {isWaiting ? (
        <Button look="quiet" onClick={() => session.workbook().queue.retry()}>
          Try again
        </Button>
      ) : null}
      <Slot name="tied" />
      <span className="spacer" />
      <Slot name="status" />
      <span className="said-above">{filing ? (scenario ? 'Hypothetical' : baseName(filing)) : ''}</span>
      <span className="said-above">{filing?.unit ?? ''}</span>
      {filing?.unaudited ? <span className="said-above">Unaudited</span> : null}
    </footer>
  )
}
