/**
 * How an edit typed at an adjustment flows: into the books as well, or into the tax adjustment alone.
 */
import type { JSX } from 'react'
import { sameCell } from '../../../shared/model/cell.ts'
import { chooseFlow, typeText } from '../../session/edit/editing.ts'
import { filingShown } from '../../session/reading/shown.ts'
import { focusedCell } from '../../session/state.ts'
import { chooseSourceLine, sourceLines } from '../../session/edit/source_lines.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { FLOWS, SEVERAL_SOURCES } from './wording.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'

/** Which line of the books moves with the adjustment in focus, where it mirrors a sum of several. */
function SourceChoice(): JSX.Element | null {
  const session = useOpenSession()
  const flow = useSession((state) => state.view.flow ?? 'books_and_tax')
  const sources = useSession((state) => state.sources)
  const filing = useSession(filingShown)
  const ref = useSession(focusedCell, sameCell)
  const lines = filing && ref && flow === 'books_and_tax' ? sourceLines(filing, ref, sources) : undefined
  if (!ref || !lines) return null
  return (
    <label className="source-choice" title={SEVERAL_SOURCES}>
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

export function FlowSwitch(): JSX.Element {
  const session = useOpenSession()
  const flow = useSession((state) => state.view.flow ?? 'books_and_tax')
  return (
    <ChoiceSet
      look="switch"
      name="flow"
      legend="An adjustment changes"
      value={flow}
      choices={FLOWS}
      onChange={(chosen) => chooseFlow(session, chosen)}
    >
      <SourceChoice />
    </ChoiceSet>
  )
}
