/**
 * How an edit typed at an adjustment flows: into the books as well, or into the tax adjustment alone.
 */
import type { JSX } from 'react'
import { chooseFlow } from '../../session/edit/editing.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { SourceChoice } from './source_choice.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { FLOWS } from './wording.ts'

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
