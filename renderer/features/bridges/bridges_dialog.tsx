/**
 * Bridges: how one figure leads to another, as a chart with its figures in a table beside it.
 */
import { Printer } from 'lucide-react'
import { useState, type JSX } from 'react'
import type { Bridge } from '../../../shared/analysis/bridges.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { formatAmount } from '../../../shared/money/format.ts'
import { bridgeById, bridgeChoices } from '../../../shared/print/bridge_choice.ts'
import { bridgeFormat, startsUnknown, stepText, waterfallOf } from '../../../shared/print/waterfall.ts'
import { periodsOf } from '../../session/reading/compared.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useRead } from '../../contrib/use_read.ts'
import { changesOf } from '../../session/reading/told_changes.ts'
import { shownEngine, shownFiling } from '../../session/reading/figures.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { periodInForce } from '../../session/reading/period.ts'
import { WaterfallChart, type ChartSize } from '../../ui/charts/waterfall_chart.tsx'
import { Choice } from '../../ui/fields.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { perform } from '../../contrib/lookup.ts'
import { closeDialog } from '../../session/asking.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'

const SIZE: ChartSize = { width: 640, row: 34, label: 218, type: 12 }

type BridgeProps = { bridge: Bridge; filing: Filing; engine: Engine }

function BridgeTable({ bridge, filing, engine }: BridgeProps): JSX.Element {
  const format = bridgeFormat(filing, bridge)
  return (
    <table className="figures">
      <TableHeads heads={[{ text: 'Step', className: 'words' }, 'Amount', 'Running total']} />
      <tbody>
        {bridge.steps.map((step) => (
          <tr key={step.id} className={step.kind} data-step={step.id}>
            <th scope="row">{step.label}</th>
            <SpokenFigure as="td" text={stepText(step, format, engine)} />
            <SpokenFigure as="td" text={startsUnknown(step, engine) ? '' : formatAmount(step.to, format)} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function BridgeFigure({ bridge, filing, engine }: BridgeProps): JSX.Element {
  const ref = bridge.steps.at(-1)?.ref
  const unit = (ref && findCell(filing, ref)?.schedule.unitLine) ?? (filing.unit ? `(in ${filing.unit})` : '')
  return (
    <figure className="bridge">
      <figcaption>
        <strong>{bridge.title}</strong>
        <small>{unit} Solid bars raise the figure, hatched ones lower it.</small>
      </figcaption>
      <div className="bridge-parts">
        <WaterfallChart waterfall={waterfallOf(bridge, bridgeFormat(filing, bridge), engine)} size={SIZE} />
        <BridgeTable bridge={bridge} filing={filing} engine={engine} />
      </div>
      {bridge.remarks.map((text) => (
        <p key={text} className="bridge-remark">
          {text}
        </p>
      ))}
    </figure>
  )
}

function Shown({ filing, scenario, period }: { filing: Filing; scenario: string | null; period: string }): JSX.Element {
  const session = useOpenSession()
  const choices = bridgeChoices(filing, scenario)
  const [chosen, setChosen] = useState(choices[0]?.id ?? '')
  const [column, setColumn] = useState(period)
  const read = async () => (scenario === null ? null : changesOf(session, filing.id, scenario))
  const changes = useRead(read, `${filing.id}/${scenario}`, null) ?? []
  const engine = shownEngine(session)!
  const name =
    session
      .workbook()
      .book.scenarios(filing.id)
      .find(({ id }) => id === scenario)?.name ?? null
  const bridge = bridgeById({ filing, engine, id: chosen, column, scenario: name, changes })
  return (
    <>
      <div className="fields">
        <Choice
          label="Bridge"
          className="wide"
          value={chosen}
          options={choices.map(({ id, label }) => ({ value: id, label }))}
          onChange={setChosen}
        />
        <Choice
          label="Period"
          className="wide"
          value={column}
          options={periodsOf(filing).map(({ id, name: label }) => ({ value: id, label }))}
          onChange={setColumn}
        />
        <Button
          disabled={bridge.kind === 'refused'}
          onClick={() => {
            closeDialog(session)
            perform(session, 'print', { bridge: chosen, period: column })
          }}
        >
          <Printer aria-hidden size={15} /> Print with the schedule…
        </Button>
      </div>
      <div aria-live="polite">
        {bridge.kind === 'refused' ? (
          <p className="problem">{refusalText(bridge.refusal)}</p>
        ) : (
          <BridgeFigure bridge={bridge} filing={filing} engine={engine} />
        )}
      </div>
    </>
  )
}

export function Bridges(): JSX.Element | null {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const noted = useSession((state) => (state.place ? state.period[state.place.filing] : undefined))
  const filing = shownFiling(session)
  if (!filing || !place) return null
  const period = periodInForce(filing, noted, place.schedule)
  const has = period !== undefined && bridgeChoices(filing, place.scenario).length > 0
  return (
    <DialogFrame
      title="Bridges"
      about="How one figure leads to another, step by step."
      className="analysis wide-dialog"
    >
      {has ? (
        <Shown filing={filing} scenario={place.scenario} period={period} />
      ) : (
        <p className="empty">
          {filing?.status === 'draft' ? 'The draft by itself has no bridge.' : 'As filed, this filing has no bridge.'}{' '}
          In a scenario, the bridge from the base to each headline figure is here.
        </p>
      )}
    </DialogFrame>
  )
}
