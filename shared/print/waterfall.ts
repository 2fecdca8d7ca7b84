/**
 * Where the bars of a bridge stand on a chart, on screen and on paper: shares of its width, with the figures as text.
 * Shares alone leave the decimals, and only for drawing; no amount does.
 */
import { formatOf } from '../calc/cell_text.ts'
import type { Bridge, BridgeStep } from '../analysis/bridges.ts'
import type { Engine } from '../calc/engine.ts'
import type { Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { Decimal, ZERO } from '../money/decimal.ts'
import { formatAmount, type FormatOptions } from '../money/format.ts'

/** A bar from `from` to `to`, shares of the chart's width between 0 and 1; `text` is its amount as printed. */
export type WaterfallBar = {
  id: string
  label: string
  text: string
  kind: BridgeStep['kind']
  from: number
  to: number
}

/** `zero` is where nil stands. Bars that all begin there, and lead nowhere, are `isApart`. */
export type Waterfall = { bars: WaterfallBar[]; zero: number; isApart?: boolean }

/** The format of a bridge's figures: that of the cell it leads to. */
export function bridgeFormat(filing: Filing, { steps }: Bridge): FormatOptions {
  const ref = steps.at(-1)?.ref
  const found = ref ? findCell(filing, ref) : undefined
  return found ? formatOf(found.line, found.column) : { format: 'amount' }
}

/** True where a bridge starts from a figure that is not known, and so from nil. */
export function startsUnknown({ kind, ref }: BridgeStep, engine: Engine): boolean {
  return kind === 'start' && ref !== null && engine.value(ref) === null
}

/** The amount of a step as it stands beside its bar and in the table: what raises carries a plus. */
export function stepText(step: BridgeStep, format: FormatOptions, engine: Engine): string {
  if (startsUnknown(step, engine)) return 'not disclosed'
  const text = formatAmount(step.amount, format)
  return step.kind === 'up' ? `+${text}` : text
}

/** The bars of a bridge; the engine says which start is unknown. */
export function waterfallOf(bridge: Bridge, format: FormatOptions, engine: Engine): Waterfall {
  const ends = bridge.steps.flatMap(({ from, to }) => [from, to])
  const least = Decimal.min(ZERO, ...ends)
  const span = Decimal.max(ZERO, ...ends).minus(least)
  const share = (at: Decimal): number => (span.isZero() ? 0 : Number(at.minus(least).div(span).toFixed(5)))
  const bars = bridge.steps.map((step): WaterfallBar => ({
    id: step.id,
    label: step.label,
    text: stepText(step, format, engine),
    kind: step.kind,
    from: share(step.from),
    to: share(step.to),
  }))
  return { bars, zero: share(ZERO) }
}
