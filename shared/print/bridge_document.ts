/**
 * A bridge as a print document of its own: its steps as a table with what they lead to, and the chart as data.
 * Must not draw, lay out pages or compute a figure.
 */
import { refusalText } from '../refusals/refusal.ts'
import { isolated } from '../money/isolated.ts'
import type { Bridge, BridgeStep } from '../analysis/bridges.ts'
import type { Engine } from '../calc/engine.ts'
import type { Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { figureParts, type FormatOptions } from '../money/format.ts'
import { bridgeById } from './bridge_choice.ts'
import { footOf, qualifiersOf } from './build_document.ts'
import { printColumn } from './print_column.ts'
import type { PrintCell, PrintDocument, PrintOptions, PrintRow } from './document.ts'
import { Nothing, periodAsked, type PrintPart } from './part.ts'
import { bridgeFormat, startsUnknown, waterfallOf } from './waterfall.ts'

/** The workpaper page of a bridge. `options.scenario` marks it hypothetical. */
export function bridgeDocument(filing: Filing, engine: Engine, bridge: Bridge, options: PrintOptions): PrintDocument {
  const format = bridgeFormat(filing, bridge)
  const ref = bridge.steps.at(-1)?.ref
  const schedule = ref ? findCell(filing, ref)?.schedule : undefined
  const rows = bridge.steps.map((step) => rowOf(step, format, engine))
  const columns = [
    { id: 'amount', label: 'Amount' },
    { id: 'running', label: 'Running total' },
  ]
  return {
    kind: 'document',
    mode: 'workpaper',
    filing: filing.id,
    schedule: 'bridge',
    registrant: filing.registrant ?? filing.title,
    title: bridge.title,
    qualifiers: qualifiersOf(filing, schedule),
    banner: options.scenario === undefined ? [] : [`Hypothetical: ${isolated(options.scenario.name)}`],
    warnings: bridge.foots ? [] : ['The steps do not lead to the total.'],
    caption: '',
    groups: [],
    periods: [],
    columns: columns.map((column, index) => printColumn(column, rows, index, [])),
    rows,
    blocks: [
      { kind: 'chart', chart: waterfallOf(bridge, format, engine) },
      ...bridge.remarks.map((text) => ({ kind: 'item' as const, mark: '\u2013', text })),
    ],
    foot: footOf(filing, options),
  }
}

function rowOf(step: BridgeStep, format: FormatOptions, engine: Engine): PrintRow {
  const isEnd = step.kind === 'start' || step.kind === 'total'
  const figure = (amount: BridgeStep['amount']): PrintCell => ({
    kind: 'figure',
    parts: figureParts(amount, { ...format, currency: isEnd }),
    marks: [],
  })
  return {
    id: step.id,
    kind: step.kind === 'total' ? 'total' : 'line',
    label: step.label,
    notes: [],
    marks: [],
    depth: 0,
    rule: step.kind === 'total' ? 'double' : 'none',
    cells: startsUnknown(step, engine)
      ? [{ kind: 'not_disclosed' }, { kind: 'blank' }]
      : [figure(step.amount), figure(step.to)],
  }
}

export const BRIDGE_PART: PrintPart = {
  follows: ({ bridge }) => Boolean(bridge),
  build(asked) {
    const { held, address, engine, options } = asked
    const { filing } = held
    if (options.mode === 'filing') {
      return { kind: 'refusal', title: 'Bridge', reasons: ['A bridge prints with the workpaper copy of a schedule.'] }
    }
    const scenario = options.scenario?.name ?? null
    const bridge = bridgeById({ filing, engine, id: address.bridge!, column: periodAsked(asked), scenario })
    if (bridge.kind === 'refused') throw new Nothing(refusalText(bridge.refusal))
    return bridgeDocument(filing, engine, bridge, options)
  },
}
