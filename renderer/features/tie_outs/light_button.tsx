/**
 * Whether everything ties, in the status bar: the way to the tie-outs.
 */
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { JSX } from 'react'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { shownEngine, shownFiling } from '../../session/reading/figures.ts'
import { checkedCounts } from '../../session/reading/tie_out_books.ts'
import { showPanel } from '../../session/view/view.ts'
import { tieOutLight } from './tie_out_light.ts'

export function TieOutLight(): JSX.Element | null {
  const session = useOpenSession()
  useSession((state) => state.revision)
  useSession((state) => state.checked)
  const place = useSession((state) => state.place)
  const filing = shownFiling(session)
  const engine = shownEngine(session)
  if (!filing) return null
  const counts = engine && place ? checkedCounts(session, filing, engine) : undefined
  if (!counts) return <span>Checking tie-outs</span>
  const { tone, text } = tieOutLight(counts)
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
