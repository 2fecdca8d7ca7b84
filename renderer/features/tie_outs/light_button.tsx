/**
 * Whether everything ties, in the status bar: the way to the tie-outs.
 */
import type { JSX } from 'react'
import { useChecked, useOpenSession } from '../../contrib/use_session.ts'
import { showPanel } from '../../session/view/view.ts'
import { LightIcon } from './verdict_marks.tsx'
import { tieOutLight } from './tie_out_light.ts'
import { EMPTY } from './wording.ts'

export function TieOutLight(): JSX.Element | null {
  const session = useOpenSession()
  const checked = useChecked()
  if (!checked) return null
  if (!checked.tieOuts) return <span>{EMPTY.checking}</span>
  const { tone, text } = tieOutLight(checked.tieOuts.counts())
  return (
    <button
      type="button"
      className={`quiet-button light ${tone}`}
      data-tie-out-light={tone}
      onClick={() => showPanel(session, 'tie_outs')}
    >
      <LightIcon tone={tone} />
      {text}
    </button>
  )
}
