/**
 * A computed figure against the figure that the document prints for it. Judges one cell; what is rounding is told in footing.
 */
import { cellText } from '../calc/cell_text.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { Layer } from '../model/filing.ts'
import { cellTitle, type Found } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import { againstSource, printedBeside, textBeside, type Compared } from './footing.ts'
import type { CellCheck } from './tie_out.ts'

export const PER_SOURCE: CellCheck = {
  kind: 'per_source',
  find({ found, ref, engine, value, added, perSource }) {
    if (!perSource) return undefined
    const compare = (layer: Layer): Compared => againstSource(engine, found, ref, perSource, added, layer)
    const [scenario, filed] = [compare('scenario'), compare('base')]
    const base = engine.value(ref, 'base')
    const isSame = isAmount(value) && isAmount(base) && value.eq(base)
    const changed = scenario.status !== 'pass' && filed.status !== 'fail' && !isSame
    return {
      scenario: changed ? { ...scenario, status: 'changed_by_scenario' } : scenario,
      filed: filed.status,
      words: () => sourceWords(found, perSource, value, scenario),
      textOf: (amount) => textBeside(found, amount, [perSource.decimalPlaces()]),
    }
  },
}

/** `Net loss, Three Months Ended …: agrees with the source, (1,191,235).` */
function sourceWords(found: Found, source: Decimal, value: Value, { difference }: Compared): string {
  const beside = (amount: Decimal): string => textBeside(found, amount, [source.decimalPlaces()])
  const now = isAmount(value)
    ? beside(printedBeside(found, value, source))
    : cellText(value, found.line, found.column) || 'blank'
  if (difference?.isZero()) return `${cellTitle(found)}: ${now} agrees with the source.`
  const off = difference ? `; the difference is ${beside(difference)}` : ''
  return `${cellTitle(found)}: the source prints ${beside(source)}, the figures give ${now}${off}.`
}
