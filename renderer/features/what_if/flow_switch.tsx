/**
 * How an edit typed at an adjustment flows: into the books as well, or into the tax adjustment alone.
 */
import type { JSX } from 'react'
import { chooseFlow } from '../../session/edit/editing.ts'
import { SourceChoice } from '../explain/source_choice.tsx'

import { useOpenSession, useSession } from '../../contrib/use_session.ts'

const FLOWS = [
  {
    id: 'books_and_tax',
    label: 'Books and tax',
    hint: 'An edit at an adjustment changes the GAAP line that it mirrors, so that both agree.',
  },
  {
    id: 'tax_only',
    label: 'Tax only',
    hint: 'An edit at an adjustment changes the tax adjustment alone; it then differs from the books.',
  },
] as const

export function FlowSwitch(): JSX.Element {
  const session = useOpenSession()
  const flow = useSession((state) => state.view.flow ?? 'books_and_tax')
  return (
    <fieldset className="flow-switch">
      <legend>An adjustment changes</legend>
      {FLOWS.map(({ id, label, hint }) => (
        <label key={id} title={hint}>
          <input type="radio" name="flow" value={id} checked={flow === id} onChange={() => chooseFlow(session, id)} />
          <span>{label}</span>
        </label>
      ))}
      <SourceChoice />
    </fieldset>
  )
}
