/**
 * Scenarios: which is shown, what is done with one, and taking its edits back.
 */
import manual from './manual.md?raw'
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, opens, type DialogDefinition } from '../../contrib/dialogs.ts'
import { ScenarioSwitch } from './scenario_switch.tsx'
import { ScenarioForm } from './scenario_form.tsx'
import { ScenariosDialog } from './scenarios_dialog.tsx'
import { chooseScenario } from '../../session/scenarios/scenario_acts.ts'
import type { Session } from '../../session/session.ts'
import { resetEdits, resetRefusal } from '../../session/edit/resetting.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'

const STATEMENT: DialogDefinition<{ scenario: string | null }> = { id: 'scenario', Content: ScenarioForm }

const asFiledShown = (session: Session): Refusal | undefined =>
  session.getState().place?.scenario === null ? { code: 'shown_already' } : undefined

function resetting(of: Parameters<typeof resetEdits>[1], at: number) {
  return {
    run: (session: Session) => resetEdits(session, of),
    whyNot: (session: Session) => resetRefusal(session, of),
    enters: true as const,
    cellMenu: [{ under: 'cell' as const, group: 4, at }],
  }
}

export const scenarios = {
  actions: {
    go_as_filed: { run: (session) => chooseScenario(session, null), whyNot: asFiledShown, enters: true },
    /** Given the id of a scenario, that one is renamed. */
    new_scenario: {
      run: (session, given) => openDialog(session, STATEMENT, { scenario: typeof given === 'string' ? given : null }),
      enters: true,
    },
    scenarios: { run: opens('scenarios', ScenariosDialog), enters: true },
    reset_cell: resetting('cell', 0),
    reset_line: resetting('line', 1),
    reset_schedule: resetting('schedule', 2),
    reset_scenario: resetting('scenario', 3),
  },
  parts: [{ slot: 'scenario', order: 0, Content: ScenarioSwitch }],
  manual: [{ order: 4, text: manual }],
} satisfies Contribution
