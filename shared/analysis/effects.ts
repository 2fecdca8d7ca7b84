/**
 * What inputs would do to the headline figures of a period, before they are entered.
 * Leaves the engine as it was; must not judge whether the inputs are wise.
 */
import type { Engine } from '../calc/engine.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { CellInput, CellRef, Filing, HeadlineId, Layer } from '../model/filing.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import { typeset } from '../money/typeset.ts'
import { headlineCell, headlineValue } from './headlines.ts'

/** `base` as filed (or the draft), `now` as it stands, `after` with the inputs; `difference` is after less now. */
export type Effect = {
  id: HeadlineId
  label: string
  /** The cell it shows; null for a figure of no single cell. */
  ref: CellRef | null
  base: Value
  now: Value
  after: Value
  difference: Decimal | null
}

/** The headline figures of the period (a column id) with the inputs in place; open tie-outs are not among them. */
export function effectsOf(request: {
  filing: Filing
  engine: Engine
  column: string
  inputs: readonly CellInput[]
  layer?: Layer
}): Effect[] {
  const { filing, engine, column, inputs, layer = 'scenario' } = request
  const told = (filing.headlines ?? []).filter(({ id }) => id !== 'open_tie_outs')
  const read = (of: Layer): Value[] => told.map((headline) => headlineValue(filing, engine, column, headline, of))
  const [base, now] = [read('base'), read(layer)]
  const after = engine.suppose(inputs, layer, () => read(layer))
  return told.map((headline, at): Effect => {
    const [stood, next] = [now[at]!, after[at]!]
    return {
      id: headline.id,
      label: typeset(headline.label),
      ref: headlineCell(filing, headline, column),
      base: base[at]!,
      now: stood,
      after: next,
      difference: isAmount(stood) && isAmount(next) ? withoutResidue(next.minus(stood)) : null,
    }
  })
}
