/**
 * Which line of the books moves with the adjustment in focus, where it mirrors a sum of several.
 */
import type { JSX } from 'react'
import { sameCell } from '../../../shared/model/cell.ts'
import { typeText } from '../../session/edit/editing.ts'
import { filingShown } from '../../session/reading/shown.ts'
import { focusedCell } from '../../session/state.ts'
import { chooseSourceLine, sourceLines } from '../../session/edit/source_lines.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

export function SourceChoice(): JSX.Element | null {
  const session = useOpenSession()
  const flow = useSession((state) => state.view.flow ?? 'books_and_tax')
  const sources = useSession((state) => state.sources)
  const filing = useSession(filingShown)
  const ref = useSession(focusedCell, sameCell)
  const lines = filing && ref && flow === 'books_and_tax' ? sourceLines(filing, ref, sources) : undefined
  if (!ref || !lines) return null
  return (
    <label
      className="source-choice"
      title="This adjustment mirrors several lines; an edit moves one and the others hold."
    >
      <small>by moving</small>
      <select
        aria-label="Line of the books that moves"
        value={lines.chosen.line}
        onChange={(event) => {
          chooseSourceLine(session, ref, event.target.value)
          const { editing } = session.getState()
          if (editing?.plan) typeText(session, editing.text)
        }}
      >
        {lines.choices.map(({ line, label }) => (
          <option key={line} value={line}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
