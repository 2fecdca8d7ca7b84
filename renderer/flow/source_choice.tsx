/**
 * Which line of the books moves with the adjustment in focus, where it mirrors a sum of several.
 */
import type { JSX } from 'react'
import { typeText } from '../workbench/editing.ts'
import { shownFiling } from '../workbench/figures.ts'
import { focusedCell, session, useSession } from '../workbench/session.ts'
import { chooseSourceLine, sourceLines } from '../workbench/source_lines.ts'

export function SourceChoice(): JSX.Element | null {
  const flow = useSession((state) => state.view.flow ?? 'books_and_tax')
  useSession((state) => state.focus)
  useSession((state) => state.place)
  useSession((state) => state.sources)
  const filing = shownFiling()
  const ref = focusedCell()
  const lines = filing && ref && flow === 'books_and_tax' ? sourceLines(filing, ref) : undefined
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
          chooseSourceLine(ref, event.target.value)
          const { editing } = session.getState()
          if (editing?.plan) typeText(editing.text)
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
