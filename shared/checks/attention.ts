/**
 * Choices that ask for a person, such as a day at risk in a calendar: flagged where a cell shows one. Judges one cell; the schedule says which
 * choices they are.
 */
import { cellText } from '../calc/cell_text.ts'
import { cellFormat } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellTitle, type Found } from '../model/lookup.ts'
import type { CellCheck, TieOutStatus } from './tie_out.ts'

export const ATTENTION: CellCheck = {
  kind: 'attention',
  find({ found, ref, engine, value }) {
    const asking = askingAt(found)
    if (asking.length === 0) return undefined
    const of = (one: Value): TieOutStatus =>
      isAmount(one) && asking.some((place) => one.eq(place)) ? 'flagged' : 'pass'
    const [scenario, filed] = [of(value), of(engine.value(ref, 'base'))]
    if (scenario === 'pass' && filed === 'pass') return undefined
    return {
      scenario: { status: scenario, difference: null },
      filed,
      words: () => `${cellTitle(found)}: ${cellText(value, found.line, found.column) || 'blank'}.`,
    }
  },
}

/** True where the cell shows a choice that asks for a person. */
export function asksForPerson(found: Pick<Found, 'line' | 'column'>, value: Value): boolean {
  return isAmount(value) && askingAt(found).some((place) => value.eq(place))
}

/** True for a cell of which some choice asks for a person. */
export function mayAsk({ line, column }: Found): boolean {
  return column.attention !== undefined || line.attention !== undefined
}

/** The places of those choices: of the column where that gives the format, otherwise of the line. */
function askingAt({ line, column }: Pick<Found, 'line' | 'column'>): readonly number[] {
  if (cellFormat(line, column) !== 'choice') return []
  return (column.format === undefined ? line.attention : column.attention) ?? []
}
