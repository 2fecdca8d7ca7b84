/**
 * Whether everything ties, in the status bar: the way to the tie-outs.
 */
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { JSX } from 'react'
import { useChecked, useOpenSession } from '../../contrib/use_session.ts'
import { showPanel } from '../../session/view/view.ts'
import { tieOutLight } from './tie_out_light.ts'

export function TieOutLight(): JSX.Element | null {
  const session = useOpenSession()
  const checked = useChecked()
  if (!checked) return null
  if (!checked.tieOuts) return <span>Checking tie-outs</span>
  const { tone, text } = tieOutLight(checked.tieOuts.counts())
  return (
    <button
      type="button"
      className={`quiet-button light ${tone}`}
      data-tie-out-light={tone}
      onClick={() => showPanel(session, 'tie_outs')}
    >
      {tone === 'pass' ? <CircleCheck aria-hidden size={14} /> : <CircleDashed aria-hidden size={14} />}
      {text}
    </button>
  )
}
