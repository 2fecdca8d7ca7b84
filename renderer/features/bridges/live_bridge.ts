/**
 * The bridge from the base to a scenario of the headline that moved most, by input changed, with what is being typed as its last step.
 * Reads engines and leaves them as they were.
 */
import { scenarioBridge, type Bridge, type BridgeStep } from '../../../shared/analysis/bridges.ts'
import { editsOf, explainDifference, type DifferenceExplained } from '../../../shared/analysis/explanation.ts'
import { headlineValue } from '../../../shared/analysis/headlines.ts'
import { shortColumnName } from '../../../shared/analysis/cell_names.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { CellInput, Filing } from '../../../shared/model/filing.ts'
import { findCell, lineName } from '../../../shared/model/lookup.ts'
import { type Decimal, withoutResidue, ZERO } from '../../../shared/money/decimal.ts'
import { otherInputs, TYPED_STEP } from './wording.ts'

/** Figures that are no amounts of the schedule's unit, or follow from another of them by a floor. */
const NOT_LED_TO = new Set(['taxable_income_per_share', 'minimum_distribution', 'open_tie_outs'])

/** More steps than this are told together. */
const MOST_STEPS = 9

/** What moved the headline figures of a period, each input by its line; the part that does not depend on what is typed. */
export function movedBy(filing: Filing, engine: Engine, column: string): DifferenceExplained {
  const edits = editsOf(filing, engine).map((edit) => {
    const found = edit.inputs[0] && findCell(filing, edit.inputs[0])
    if (!found) return edit
    const name = lineName(found)
    return {
      ...edit,
      title: found.column.id === column ? name : `${name}, ${shortColumnName(found.schedule, found.column)}`,
    }
  })
  return explainDifference({ filing, engine, edits, column })
}

type Standing = { filing: Filing; engine: Engine; column: string; moved: DifferenceExplained }

/** What the typed inputs would change of a headline figure. */
function typedChange({ filing, engine, column }: Standing, id: string, typed: readonly CellInput[]): Decimal {
  const headline = filing.headlines?.find((one) => one.id === id)
  if (!headline || typed.length === 0) return ZERO
  const read = () => headlineValue(filing, engine, column, headline, 'scenario')
  const [now, then] = [read(), engine.suppose(typed, 'scenario', read)]
  return isAmount(now) && isAmount(then) ? withoutResidue(then.minus(now)) : ZERO
}

/** The small steps as one, so that the bridge stays as high as there is room. */
function gathered(steps: readonly BridgeStep[]): BridgeStep[] {
  const inner = steps.slice(1, -1)
  if (inner.length <= MOST_STEPS) return [...steps]
  const bySize = inner.toSorted((a, b) => b.amount.abs().cmp(a.amount.abs()))
  const shown = new Set(bySize.slice(0, MOST_STEPS - 1))
  const kept = inner.filter((step) => shown.has(step))
  const rest = inner.filter((step) => !shown.has(step)).reduce((sum, { amount }) => sum.plus(amount), ZERO)
  let at = steps[0]!.to
  const placed = [
    ...kept,
    { ...inner[0]!, id: 'rest', label: otherInputs(inner.length - kept.length), ref: null, amount: rest },
  ].map((step): BridgeStep => {
    const from = at
    at = withoutResidue(at.plus(step.amount))
    return { ...step, from, to: at, kind: step.amount.isNegative() ? 'down' : 'up' }
  })
  return [steps[0]!, ...placed, steps.at(-1)!]
}

/** The bridge of the figure that moved most, what is typed included; undefined where none moved. */
export function liveBridge(
  standing: Standing,
  typed: readonly CellInput[],
  names: { base: string; scenario: string },
): Bridge | undefined {
  const { moved } = standing
  const figures = moved.figures
    .filter(({ id }) => !NOT_LED_TO.has(id))
    .map(({ id, base, scenario }) => {
      const change = typedChange(standing, id, typed)
      return { id, change, whole: scenario.minus(base).plus(change).abs() }
    })
  const [largest] = figures.toSorted((a, b) => b.whole.cmp(a.whole))
  if (!largest || (largest.whole.isZero() && largest.change.isZero())) return undefined
  const bridge = scenarioBridge(moved, largest.id, names)
  if (bridge.kind === 'refused') return undefined
  if (largest.change.isZero()) return { ...bridge, steps: gathered(bridge.steps) }
  const [total, last] = [bridge.steps.at(-1)!, bridge.steps.at(-2)!]
  const to = withoutResidue(last.to.plus(largest.change))
  const step: BridgeStep = {
    id: 'typed',
    label: TYPED_STEP,
    ref: null,
    amount: largest.change,
    from: last.to,
    to,
    kind: largest.change.isNegative() ? 'down' : 'up',
  }
  const end = { ...total, amount: withoutResidue(total.amount.plus(largest.change)), to }
  return { ...bridge, steps: gathered([...bridge.steps.slice(0, -1), step, end]) }
}
