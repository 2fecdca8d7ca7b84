/**
 * Whether everything is saved, whether everything ties, and in which unit the figures are.
 */
import { CircleAlert, CircleCheck, CircleDashed, Loader } from 'lucide-react'
import type { JSX } from 'react'
import { Slot } from './slot.tsx'
import { baseName } from '../session/reading/figures.ts'
import { perform } from '../contrib/lookup.ts'

import { tieOutLight } from '../features/tie_outs/tie_out_light.ts'
import { showPanel } from '../session/view/view.ts'
import { useOpenSession, useSession, useChecked } from '../contrib/use_session.ts'

const SAVED = {
  saved: { word: 'Saved', Icon: CircleCheck },
  saving: { word: 'Saving', Icon: Loader },
  failed: { word: 'Last edit not saved', Icon: CircleAlert },
  unreachable: { word: 'Not answering; edits wait', Icon: CircleAlert },
  signed_out: { word: 'Not signed in; edits wait', Icon: CircleAlert },
} as const

/** The size of the sheet, and the way to change it. */
function Zoom(): JSX.Element {
  const session = useOpenSession()
  const zoom = useSession((state) => state.view.zoom ?? 100)
  return (
    <fieldset className="zoom" aria-label="Size of the sheet">
      <button type="button" aria-label="Smaller" title="Smaller" onClick={() => perform(session, 'zoom_out')}>
        −
      </button>
      <button
        type="button"
        aria-label={`${zoom}%, back to the usual size`}
        title="Usual size"
        onClick={() => perform(session, 'zoom_reset')}
      >
        {zoom}%
      </button>
      <button type="button" aria-label="Larger" title="Larger" onClick={() => perform(session, 'zoom_in')}>
        +
      </button>
    </fieldset>
  )
}

export function StatusBar(): JSX.Element {
  const session = useOpenSession()
  const status = useSession((state) => state.status)
  const number = useSession((state) => state.number)
  const checked = useChecked()
  const { filing, scenario, tieOuts } = checked ?? {}
  const { word, Icon } = SAVED[status]
  const isWaiting = status === 'unreachable' || status === 'signed_out'
  const light = tieOuts && tieOutLight(tieOuts.counts())
  return (
    <footer className="status-bar" data-region="status" data-status={isWaiting ? 'failed' : status} data-seq={number}>
      <output className={`saved-state ${status}`}>
        <Icon aria-hidden size={14} /> {word}
      </output>
      {isWaiting ? (
        <button type="button" className="quiet-button" onClick={() => session.workbook().queue.retry()}>
          Try again
        </button>
      ) : null}
      <button type="button" className="quiet-button change-number" onClick={() => showPanel(session, 'log')}>
        Change {number}
      </button>
      {light ? (
        <button
          type="button"
          className={`quiet-button light ${light.tone}`}
          data-tie-out-light={light.tone}
          onClick={() => showPanel(session, 'tie_outs')}
        >
          {light.tone === 'pass' ? <CircleCheck aria-hidden size={14} /> : <CircleDashed aria-hidden size={14} />}
          {light.text}
        </button>
      ) : filing ? (
        <span>Checking tie-outs</span>
      ) : null}
      <span className="spacer" />
      <Slot name="status" />
      <Zoom />
      <span className="said-above">{filing ? (scenario ? 'Hypothetical' : baseName(filing)) : ''}</span>
      <span className="said-above">{filing?.unit ?? ''}</span>
      {filing?.unaudited ? <span className="said-above">Unaudited</span> : null}
    </footer>
  )
}
