/**
 * Stating a scenario in a dialog of its own: a new one, or a known one renamed.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { useState, type JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { makeScenario, reviseScenario } from '../../session/scenarios/scenario_acts.ts'
import type { Statement } from '../../session/scenarios/scenario_changes.ts'
import { ScenarioFields, shownProblem } from './scenario_fields.tsx'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { ABOUT } from './wording.ts'

export function ScenarioForm({ scenario }: { scenario: string | null }): JSX.Element {
  const session = useOpenSession()
  const { place } = session.getState()
  const known = place ? session.workbook().book.scenarios(place.filing) : []
  const own = known.find(({ id }) => id === scenario)
  const [statement, setStatement] = useState<Statement>({
    name: own?.name ?? '',
    description: own?.description ?? '',
    standsOn: own?.standsOn ?? null,
  })
  const [refusal, setRefusal] = useState<Refusal>()
  const isOpen = shownProblem(session, scenario, statement) === undefined
  return (
    <DialogFrame title={own ? `Rename ${isolated(own.name)}` : 'New scenario'} about={own ? undefined : ABOUT.one}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isOpen) return
          const done = own ? reviseScenario(session, own.id, statement) : makeScenario(session, statement)
          if (done.kind === 'refused') setRefusal(done.refusal)
          else closeDialog(session)
        }}
      >
        <ScenarioFields
          scenario={scenario}
          statement={statement}
          onChange={(next) => {
            setStatement(next)
            setRefusal(undefined)
          }}
        />
        <Problem text={refusal && refusalText(refusal)} />
        <DialogActs submit={own ? 'Rename' : 'Make the scenario'} disabled={!isOpen} />
      </form>
    </DialogFrame>
  )
}
