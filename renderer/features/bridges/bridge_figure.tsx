/**
 * A bridge as a chart, as wide as there is room, over the table of its figures.
 */
import { lazy, Suspense, type JSX } from 'react'
import type { Bridge } from '../../../shared/analysis/bridges.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { formatAmount } from '../../../shared/money/format.ts'
import { bridgeFormat, startsUnknown, stepText, waterfallOf } from '../../../shared/print/waterfall.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'
import { useWidth } from '../../ui/use_width.ts'
import { HOW_TO_READ } from './wording.ts'

/** Read when the first bridge is drawn: the library of charts is a fifth of all that a start would read. */
const WaterfallChart = lazy(async () => ({
  default: (await import('../../ui/charts/waterfall_chart.tsx')).WaterfallChart,
}))

type BridgeProps = { bridge: Bridge; filing: Filing; engine: Engine }

/** The steps as texts: label, amount, running total. */
export function stepRows({ bridge, filing, engine }: BridgeProps): { id: string; kind: string; texts: string[] }[] {
  const format = bridgeFormat(filing, bridge)
  return bridge.steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    texts: [
      step.label,
      stepText(step, format, engine),
      startsUnknown(step, engine) ? '' : formatAmount(step.to, format),
    ],
  }))
}

export const STEP_HEADS = ['Step', 'Amount', 'Running total']

function BridgeTable(props: BridgeProps): JSX.Element {
  return (
    <table className="figures">
      <TableHeads heads={[{ text: STEP_HEADS[0]!, className: 'words' }, STEP_HEADS[1]!, STEP_HEADS[2]!]} />
      <tbody>
        {stepRows(props).map(({ id, kind, texts: [label, amount, total] }) => (
          <tr key={id} className={kind} data-step={id}>
            <th scope="row">{label}</th>
            <SpokenFigure as="td" text={amount!} />
            <SpokenFigure as="td" text={total!} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The chart in a width: labels take a third of it, and no more than they need. */
export function BridgeChart({ bridge, filing, engine, width }: BridgeProps & { width: number }): JSX.Element | null {
  if (width < 200) return null
  const size = {
    width,
    row: 30,
    label: Math.min(218, Math.max(106, Math.round(width * 0.34))),
    type: width < 460 ? 11 : 12,
  }
  const waterfall = waterfallOf(bridge, bridgeFormat(filing, bridge), engine)
  return (
    <Suspense fallback={<div style={{ height: waterfall.bars.length * size.row }} />}>
      <WaterfallChart waterfall={waterfall} size={size} />
    </Suspense>
  )
}

export function BridgeFigure(props: BridgeProps): JSX.Element {
  const { bridge, filing } = props
  const { attach, width } = useWidth()
  const ref = bridge.steps.at(-1)?.ref
  const unit = (ref && findCell(filing, ref)?.schedule.unitLine) ?? (filing.unit ? `(in ${filing.unit})` : '')
  return (
    <figure className="bridge" ref={attach}>
      <figcaption>
        <strong>{bridge.title}</strong>
        <small>
          {unit} {HOW_TO_READ}
        </small>
      </figcaption>
      <BridgeChart {...props} width={width} />
      <BridgeTable {...props} />
      {bridge.remarks.map((text) => (
        <p key={text} className="bridge-remark">
          {text}
        </p>
      ))}
    </figure>
  )
}

/** The steps of a chart that has no table beside it, for screen readers. */
export function StepList(props: BridgeProps): JSX.Element {
  return (
    <ul className="unseen">
      {stepRows(props).map(({ id, texts: [label, amount] }) => (
        <li key={id}>
          {label}: <SpokenFigure text={amount!} />
        </li>
      ))}
    </ul>
  )
}
