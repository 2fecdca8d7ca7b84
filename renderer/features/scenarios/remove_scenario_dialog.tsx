/**
 * Deleting the scenario shown, after what goes with it is named.
 */
import type { JSX } from 'react'
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
import { DELETING } from './wording.ts'

type Props = { scenario: ScenarioHead }

/** Removes a scenario and offers to undo that, or says why it stays. */
function remove(session: Session, { id, name }: ScenarioHead): void {
  const done = removeScenario(session, id)
  if (done.kind === 'refused') warn(session, done.refusal)
  else say(session, DELETING.done(name), { act: undoOffer(session) })
}

function RemoveScenario({ scenario }: Props): JSX.Element {
  const session = useOpenSession()
  return (
    <DialogFrame title={DELETING.title(scenario.name)} about={DELETING.going(scenario.inputCount)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          closeDialog(session)
          remove(session, scenario)
        }}
      >
        <DialogActs cancel={DELETING.keep} submit={DELETING.go} first="cancel" />
      </form>
    </DialogFrame>
  )
}

const REMOVAL: DialogDefinition<Props> = { id: 'remove_scenario', ofPlace: true, Content: RemoveScenario }

/** Asks before a scenario is deleted. */
export function askToRemove(session: Session, scenario: ScenarioHead): void {
  openDialog(session, REMOVAL, { scenario })
}
