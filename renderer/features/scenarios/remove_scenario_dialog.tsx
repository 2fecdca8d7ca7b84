/**
 * Deleting the scenario shown, after what goes with it is named.
 */
import type { JSX } from 'react'
import { counted } from '../../../shared/money/count.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import type { ScenarioHead } from '../../session/book/held.ts'
import { say, warn } from '../../session/messages.ts'
import { removeScenario } from '../../session/scenarios/scenario_acts.ts'
import type { Session } from '../../session/session.ts'
import { undoOffer } from '../../session/undo_offer.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'

type Props = { scenario: ScenarioHead }

function goingText({ inputCount }: ScenarioHead): string {
  return inputCount === 0
    ? 'It changes no figure. Undo brings it back.'
    : `${counted(inputCount, 'change')} to figures ${inputCount === 1 ? 'goes' : 'go'} with it. Undo brings them back.`
}

/** Removes a scenario and offers to undo that, or says why it stays. */
function remove(session: Session, { id, name }: ScenarioHead): void {
  const done = removeScenario(session, id)
  if (done.kind === 'refused') warn(session, done.refusal)
  else say(session, `“${isolated(name)}” is deleted.`, { act: undoOffer(session) })
}

function RemoveScenario({ scenario }: Props): JSX.Element {
  const session = useOpenSession()
  return (
    <DialogFrame title={`Delete ${isolated(scenario.name)}`} about={goingText(scenario)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          closeDialog(session)
          remove(session, scenario)
        }}
      >
        <DialogActs cancel="Keep it" submit="Delete the scenario" first="cancel" />
      </form>
    </DialogFrame>
  )
}

const REMOVAL: DialogDefinition<Props> = { id: 'remove_scenario', ofPlace: true, Content: RemoveScenario }

/** Asks before a scenario is deleted. */
export function askToRemove(session: Session, scenario: ScenarioHead): void {
  openDialog(session, REMOVAL, { scenario })
}
