/**
 * Bridges: how one figure leads to another, as a chart with its figures in a table under it, as the figures stand.
 */
import { typeset } from '../../../shared/money/typeset.ts'
import { Printer } from 'lucide-react'
import type { JSX } from 'react'
import { bridgeById, bridgeChoices } from '../../../shared/print/bridge_choice.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { perform } from '../../contrib/lookup.ts'
import { CopyResult } from '../../contrib/result_copy.tsx'
import { toolFields } from '../../contrib/tool_fields.ts'
import { useOpenSession, useSession, useShown } from '../../contrib/use_session.ts'
import { periodsOf } from '../../session/reading/compared.ts'
import { periodInForce } from '../../session/reading/period.ts'
import type { Shown } from '../../session/reading/shown.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/fields.tsx'
import { BridgeFigure, STEP_HEADS, stepRows } from './bridge_figure.tsx'
import { useChanges } from './scenario_changes_read.ts'
import { noBridge } from './wording.ts'

/** The bridge and the period chosen; open until one is, so that the period follows the work. */
const bridgeFields = toolFields<{ bridge: string | null; period: string | null }>(() => ({
  bridge: null,
  period: null,
}))

function Chosen({ shown, period: inForce }: { shown: Shown; period: string }): JSX.Element {
  const session = useOpenSession()
  const { filing, engine, scenario, scenarios } = shown
  const [fields, change] = bridgeFields.use()
  const choices = bridgeChoices(filing, scenario)
  const chosen = choices.some(({ id }) => id === fields.bridge) ? fields.bridge! : choices[0]!.id
  const periods = periodsOf(filing)
  const column = periods.some(({ id }) => id === fields.period) ? fields.period! : inForce
  const changes = useChanges(filing.id, scenario)
  const name = scenarios.find(({ id }) => id === scenario)?.name ?? null
  const bridge = bridgeById({ filing, engine, id: chosen, column, scenario: name, changes })
  return (
    <>
      <form onSubmit={(event) => event.preventDefault()}>
        <Choice
          label="Bridge"
          value={chosen}
          options={choices.map(({ id, label }) => ({ value: id, label: typeset(label) }))}
          onChange={(to) => change({ bridge: to })}
        />
        <Choice
          label="Period"
          value={column}
          options={periods.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(period) => change({ period })}
        />
      </form>
      {bridge.kind === 'refused' ? (
        <output className="problem">{refusalText(bridge.refusal)}</output>
      ) : (
        <>
          <BridgeFigure bridge={bridge} filing={filing} engine={engine} />
          <div className="result-acts">
            <CopyResult rows={() => [STEP_HEADS, ...stepRows({ bridge, filing, engine }).map(({ texts }) => texts)]} />
            <Button className="small" onClick={() => perform(session, 'print', { bridge: chosen, period: column })}>
              <Printer aria-hidden size={14} /> Print with the schedule…
            </Button>
          </div>
        </>
      )}
    </>
  )
}

export function Bridges(): JSX.Element | null {
  const shown = useShown()
  const place = useSession((state) => state.place)
  const noted = useSession((state) => (state.place ? state.period[state.place.filing] : undefined))
  if (!shown || !place) return null
  const { filing } = shown
  const period = periodInForce(filing, noted)
  const has = period !== undefined && bridgeChoices(filing, place.scenario).length > 0
  return (
    <section className="tool bridges" aria-label="Bridges">
      {has ? <Chosen shown={shown} period={period} /> : <p className="empty">{noBridge(filing.status === 'draft')}</p>}
    </section>
  )
}
