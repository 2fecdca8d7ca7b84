/**
 * The comparison of scenarios in the place of a schedule: its heading, what it compares, its grid; or how to start one.
 */
import { Check, ChevronDown, GitCompareArrows } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useId, useRef, type JSX } from 'react'
import { MOST_COMPARED } from '../../../shared/analysis/compare.ts'
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import type { Filing, Schedule } from '../../../shared/model/filing.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import {
  choosePeriod,
  comparedScenarios,
  compareWith,
  comparison,
  periodsOf,
  showChangedOnly,
  type Comparison,
} from '../../session/reading/compared.ts'
import { CompareGrid } from '../../grid/comparison/compare_grid.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { isAsked } from '../../session/state.ts'
import { perform } from '../../contrib/lookup.ts'
import { leftOutText, MOST_SIDE_BY_SIDE, NO_SCENARIO } from './wording.ts'
import { heldShown } from '../../session/reading/shown.ts'
import { Button } from '../../ui/button.tsx'

function ScenarioChooser({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const all = session.workbook().book.scenarios(filing.id)
  const compared = comparedScenarios(session, filing.id)
  const isFull = compared.length >= MOST_COMPARED
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button chooser">
        Scenarios: {compared.length} of {all.length}
        <ChevronDown aria-hidden size={14} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="start" sideOffset={4} aria-label="Scenarios compared">
        {all.map(({ id, name }) => {
          const isChosen = compared.includes(id)
          return (
            <DropdownMenu.CheckboxItem
              key={id}
              className="menu-item"
              checked={isChosen}
              disabled={isFull && !isChosen}
              onCheckedChange={(wanted) => compareWith(session, filing.id, id, wanted)}
              onSelect={(event) => event.preventDefault()}
            >
              <span className="menu-mark">
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden size={14} />
                </DropdownMenu.ItemIndicator>
              </span>
              {name}
            </DropdownMenu.CheckboxItem>
          )
        })}
        {isFull && all.length > MOST_COMPARED ? <p className="menu-remark">{MOST_SIDE_BY_SIDE}</p> : null}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

function Controls({ shown }: { shown: Comparison }): JSX.Element {
  const session = useOpenSession()
  const period = useId()
  const changedOnly = useSession((state) => state.view.comparedChangedOnly ?? false)
  return (
    <div className="compare-controls" data-region="compare">
      <label htmlFor={period}>Period</label>
      <select
        id={period}
        value={shown.period}
        onChange={(event) => choosePeriod(session, shown.filing.id, event.target.value)}
      >
        {periodsOf(shown.filing).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ScenarioChooser filing={shown.filing} />
      <label className="check">
        <input
          type="checkbox"
          checked={changedOnly}
          onChange={(event) => showChangedOnly(session, event.target.checked)}
        />
        Changed lines only
      </label>
      {shown.leftOut.map((one) => (
        <p key={one.id} className="problem">
          {leftOutText(one)}
        </p>
      ))}
    </div>
  )
}

/** What makes a grid of its own: the columns with their heads. */
function structureKey({ columns, groups }: Schedule): string {
  return JSON.stringify([columns.map(({ id, label }) => [id, label]), groups?.map(({ label }) => label)])
}

function NothingToCompare(): JSX.Element {
  const session = useOpenSession()
  const way = useRef<HTMLButtonElement>(null)
  const isFree = useSession((state) => !isAsked(state))
  // There is no cell for the keyboard to be in, on arrival and after a dialog: it is at the way on.
  useEffect(() => {
    if (!isFree) return undefined
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) way.current?.focus()
    })
    return () => clearTimeout(timer)
  }, [isFree])
  return (
    <div className="nothing-yet" data-schedule={COMPARE}>
      <GitCompareArrows aria-hidden size={28} strokeWidth={1.4} />
      <h2>No scenario to compare with yet</h2>
      <p>{NO_SCENARIO[shownFiling(session)?.status ?? 'filed']}</p>
      <Button ref={way} look="primary" onClick={() => perform(session, 'new_scenario')}>
        New scenario…
      </Button>
    </div>
  )
}

export function CompareSheet(): JSX.Element | null {
  const session = useOpenSession()
  const zoom = useSession((state) => state.view.zoom)
  const density = useSession((state) => state.view.density)
  const shown = useSession((state) => comparison(session, state))
  const hasScenarios = useSession((state) => (heldShown(state)?.scenarios ?? []).length > 0)
  if (!shown) return null
  if (!hasScenarios) return <NothingToCompare />
  const { schedule } = shown.sheet
  return (
    <div className="sheet compare">
      <Controls shown={shown} />
      {/* A sheet of another size is measured anew. */}
      <CompareGrid key={`${shown.filing.id} ${structureKey(schedule)} ${zoom} ${density}`} shown={shown} />
    </div>
  )
}
