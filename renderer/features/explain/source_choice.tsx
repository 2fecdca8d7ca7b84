/**
 * Which line of the books moves with the adjustment in focus, where it mirrors a sum of several.
 */
import type { JSX } from 'react'
import { typeText } from '../../session/edit/editing.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { focusedCell } from '../../session/state.ts'
import { chooseSourceLine, sourceLines } from '../../session/edit/source_lines.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

export function SourceChoice(): JSX.Element | null {
  const session = useOpenSession()
  const flow = useSession((state) => state.view.flow ?? 'books_and_tax')
  useSession((state) => state.focus)
  useSession((state) => state.place)
  useSession((state) => state.sources)
  const filing = shownFiling(session)
  const ref = focusedCell(session.getState())
  const lines = filing && ref && flow === 'books_and_tax' ? sourceLines(session, filing, ref) : undefined
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
