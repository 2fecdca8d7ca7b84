/**
 * Which figures are shown: as filed, or a scenario over them.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { counted } from '../../../shared/money/count.ts'
import { Check, ChevronDown, GitBranch, Lock, Plus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, type JSX } from 'react'
import { baseName } from '../../session/reading/figures.ts'
import { filingShown, heldShown, scenarioShown } from '../../session/reading/shown.ts'
import { isSameStructure, type ScenarioHead } from '../../session/book/held.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { warn } from '../../session/messages.ts'
import { chooseScenario, removalRefusal } from '../../session/scenarios/scenario_acts.ts'
import { askToRemove } from './remove_scenario_dialog.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { perform } from '../../contrib/lookup.ts'
import { returnFocus } from '../../session/place/focus.ts'
import { AS_FILED } from '../../session/place/place.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { IconButton } from '../../ui/icon_button.tsx'

const NONE: readonly ScenarioHead[] = []

const CHOSEN = (
  <span className="menu-mark">
    <DropdownMenu.ItemIndicator>
      <Check aria-hidden size={14} />
    </DropdownMenu.ItemIndicator>
  </span>
)

/** The figures to choose from, with how much each scenario holds as it now stands. */
function Choices({ choose }: { choose: (scenario: string | null) => void }): JSX.Element | null {
  const place = useSession((state) => state.place)
  const filing = useSession(filingShown, isSameStructure)
  const scenarios = useSession((state) => heldShown(state)?.scenarios ?? NONE)
  if (!place) return null
  return (
    <DropdownMenu.RadioGroup value={place.scenario ?? ''} onValueChange={(id) => choose(id === '' ? null : id)}>
      <DropdownMenu.RadioItem className="menu-item" value="">
        {CHOSEN}
        {baseName(filing)}
      </DropdownMenu.RadioItem>
      {scenarios.map(({ id, name, inputCount, locked, standsOn }) => (
        <DropdownMenu.RadioItem className="menu-item" key={id} value={id}>
          {CHOSEN}
          <span>{name}</span>
          {locked ? <Lock aria-label="locked" size={12} /> : null}
          <small>
            {counted(inputCount, 'change')}
            {standsOn ? ` on ${isolated(scenarios.find((one) => one.id === standsOn)?.name ?? standsOn)}` : ''}
          </small>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

/** The scenarios that stand side by side, the one shown among them; the menu has them all. */
function besides(scenarios: readonly ScenarioHead[], shown: string | null, most: number): ScenarioHead[] {
  const first = scenarios.slice(0, most)
  const own = scenarios.find(({ id }) => id === shown)
  return !own || first.includes(own) ? first : [...first.slice(0, most - 1), own]
}

/** How many scenarios stand side by side, by the room of the window. */
function useMost(): number {
  const { wide, close } = useSession((state) => state.room)
  return close ? 1 : wide ? 5 : 2
}

export function ScenarioSwitch(): JSX.Element | null {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const filing = useSession(filingShown, isSameStructure)
  const scenarios = useSession((state) => heldShown(state)?.scenarios ?? NONE)
  const most = useMost()
  if (!place) return null
  const base = baseName(filing)
  const choices = [
    { value: AS_FILED, label: base },
    ...besides(scenarios, place.scenario, most).map(({ id, name, locked }) => ({
      value: id,
      label: name,
      hint: locked ? `${name}, locked` : name,
    })),
  ]
  return (
    <div
      className={`scenario-switch${place.scenario === null ? '' : ' hypothetical'}`}
      data-scenario={place.scenario ?? AS_FILED}
    >
      <ChoiceSet
        look="switch"
        name="scenario"
        legend="Figures shown"
        isLegendUnseen
        value={place.scenario ?? AS_FILED}
        choices={choices}
        onChange={(id) => chooseScenario(session, id === AS_FILED ? null : id)}
      />
      <AllScenarios />
      <IconButton
        icon={Plus}
        name="New scenario"
        hint="New scenario (Alt+Shift+N)"
        onClick={() => perform(session, 'new_scenario')}
      />
    </div>
  )
}

/** Deleting the scenario shown, with the reason where it cannot be. */
function RemovalItem({ scenario }: { scenario: ScenarioHead }): JSX.Element {
  const session = useOpenSession()
  const refusal = removalRefusal(session, scenario.id)
  const reason = refusal ? refusalText(refusal) : undefined
  return (
    <DropdownMenu.Item
      className="menu-item"
      aria-disabled={reason === undefined ? undefined : true}
      aria-description={reason}
      title={reason}
      onSelect={() => setTimeout(() => (refusal ? warn(session, refusal) : askToRemove(session, scenario)))}
    >
      <span className="menu-mark" />
      Delete {isolated(scenario.name)}…
    </DropdownMenu.Item>
  )
}

/** All scenarios of the filing, and what is done with the one shown. */
function AllScenarios(): JSX.Element | null {
  const session = useOpenSession()
  const shown = useSession(scenarioShown)
  const chosen = useRef(false)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label="All scenarios" title="All scenarios">
        <ChevronDown aria-hidden size={15} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="start"
        sideOffset={4}
        onCloseAutoFocus={(event) => {
          if (!chosen.current) return
          // Whoever chose figures goes on working in them; Escape leads back to the switch.
          chosen.current = false
          event.preventDefault()
          returnFocus(session)
        }}
      >
        <Choices
          choose={(id) => {
            chosen.current = true
            chooseScenario(session, id)
          }}
        />
        <DropdownMenu.Separator className="menu-line" />
        <DropdownMenu.Item className="menu-item" onSelect={() => perform(session, 'new_scenario')}>
          <span className="menu-mark">
            <Plus aria-hidden size={14} />
          </span>
          New scenario…
        </DropdownMenu.Item>
        <DropdownMenu.Item className="menu-item" onSelect={() => perform(session, 'scenarios')}>
          <span className="menu-mark">
            <GitBranch aria-hidden size={14} />
          </span>
          Scenarios…
        </DropdownMenu.Item>
        {shown ? (
          <>
            <DropdownMenu.Item className="menu-item" onSelect={() => perform(session, 'new_scenario', shown.id)}>
              <span className="menu-mark" />
              Rename {isolated(shown.name)}…
            </DropdownMenu.Item>
            <RemovalItem scenario={shown} />
          </>
        ) : null}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
