/**
 * Runs the examples of the help page in its small filing, with the engine that computes every filing.
 */
import { CellError } from '../../../shared/calc/cell_error.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { isAmount, type Value } from '../../../shared/calc/value.ts'
import { HELP_CELL, HELP_FILING, HELP_SCENARIO } from '../../../shared/formula/help.ts'
import { NIL, formatAmount } from '../../../shared/money/format.ts'

/** The engine of the help page's filing, with its scenario. */
export function helpEngine(): Engine {
  return createEngine(HELP_FILING, HELP_SCENARIO)
}

/** Most places that a result is shown with. */
const MOST_PLACES = 4

/** What a value is shown as: in full as far as it is short, blank in a word. */
export function resultText(value: Value): string {
  if (value === null) return 'blank'
  if (typeof value === 'string') return value
  if (value instanceof CellError) return value.code
  const text = formatAmount(value, { format: 'amount', decimals: Math.min(value.decimalPlaces(), MOST_PLACES) })
  return text === NIL ? '0' : text
}

/** What a formula comes to in the cell of the examples. */
export function runExample(engine: Engine, formula: string): Value {
  return engine.suppose([{ ...HELP_CELL, input: formula }], 'scenario', () => engine.value(HELP_CELL))
}

/** The figures of the filing that the examples read: each line's label and id, and its figures by column. */
export function helpFigures(engine: Engine): { id: string; label: string; figures: string[] }[] {
  const { id: schedule, lines, columns } = HELP_FILING.schedules[0]!
  return lines
    .filter(({ id }) => id !== HELP_CELL.line)
    .map((line) => ({
      id: line.id,
      label: line.label,
      figures: columns.map((column) => {
        const value = engine.value({ schedule, line: line.id, column: column.id })
        return isAmount(value) || value === null ? cellText(value, line, column) : resultText(value)
      }),
    }))
}
