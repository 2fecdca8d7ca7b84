/**
 * Whether everything is saved, whether everything ties, and in which unit the figures are.
 */
import { CircleAlert, CircleCheck, Loader } from 'lucide-react'
import type { JSX } from 'react'
import type { Filing } from '../../shared/model/filing.ts'
import { scheduleOf } from '../../shared/model/lookup.ts'
import { Messages } from './messages_line.tsx'
import { LongWorkLine } from '../contrib/long_work_line.tsx'
import { Slot } from '../contrib/slot.tsx'
import { baseName } from '../session/reading/figures.ts'
import { heldShown } from '../session/reading/shown.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { Button } from '../ui/button.tsx'
import { TRY_AGAIN } from '../session/wording.ts'
import { SAVED } from './wording.ts'

const ICONS = {
  saved: CircleCheck,
  saving: Loader,
  failed: CircleAlert,
  unreachable: CircleAlert,
  signed_out: CircleAlert,
} as const

/** The unit of the schedule shown, as the schedule states it, else as its filing does. */
function unitWords(filing: Filing | undefined, shown: string | undefined): string {
  const line = filing && shown !== undefined ? scheduleOf(filing, shown)?.unitLine : undefined
  return line?.replace(/^\((.*)\)$/, '$1') ?? filing?.unit ?? ''
}

export function StatusBar(): JSX.Element {
  const session = useOpenSession()
  const status = useSession((state) => state.status)
  const number = useSession((state) => state.number)
  const scenario = useSession((state) => state.place?.scenario)
  const filing = useSession((state) => heldShown(state)?.filing)
  const shown = useSession((state) => state.place?.schedule)
  const unit = unitWords(filing, shown)
  const Icon = ICONS[status]
  // The message beside it has the same way on until it is dismissed.
  const isOffered = useSession(({ toasts }) => toasts.at(-1)?.act?.retries === true)
  const isWaiting = status === 'unreachable' || status === 'signed_out'
  return (
    <footer className="status-bar" data-region="status" data-status={isWaiting ? 'failed' : status} data-seq={number}>
      <output className={`saved-state ${status}`}>
        <Icon aria-hidden size={14} /> {SAVED[status]}
      </output>
      {isWaiting && !isOffered ? (
        <Button look="quiet" onClick={() => session.workbook().queue.retry()}>
          {TRY_AGAIN}
        </Button>
      ) : null}
      <Slot name="tied" />
      <LongWorkLine />
      <div className="messages">
        <Messages />
      </div>
      <Slot name="status" />
      <span className="said-above">{filing ? (scenario ? 'Hypothetical' : baseName(filing)) : ''}</span>
      <span className="said-above unit-line">{unit}</span>
      {filing?.unaudited ? <span className="said-above">Unaudited</span> : null}
    </footer>
  )
}
