/**
 * Lines that prove others: assets less liabilities and equity, or any difference that must be nil. Judges one cell; what is nil as it
 * is printed is rounding. A blank one proves nothing, since what it compares is not entered yet.
 */
import type { Engine } from '../calc/engine.ts'
import { asPrinted, cellText } from '../calc/cell_text.ts'
import { isAmount } from '../calc/value.ts'
import type { CellRef, Layer } from '../model/filing.ts'
import { cellTitle, type Found } from '../model/lookup.ts'
import type { Compared } from './footing.ts'
import type { CellCheck } from './tie_out.ts'

export const PROOF: CellCheck = {
  kind: 'proof',
  find({ found, ref, engine, value }) {
    if (!found.line.proof || !isAmount(value)) return undefined
    const scenario = proved(found, ref, engine, 'scenario')
    return {
      scenario,
      filed: proved(found, ref, engine, 'base').status,
      words: () =>
        scenario.status === 'pass'
          ? `${cellTitle(found)}: nil, as it must be.`
          : `${cellTitle(found)}: ${cellText(value, found.line, found.column)}; it must be nil.`,
    }
  },
}

function proved(found: Found, ref: CellRef, engine: Engine, layer: Layer): Compared {
  const value = engine.value(ref, layer)
  if (!isAmount(value) || value.isZero()) return { status: 'pass', difference: isAmount(value) ? value : null }
  return { status: asPrinted(found, value).isZero() ? 'within_rounding' : 'fail', difference: value }
}
