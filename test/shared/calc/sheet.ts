/**
 * Small filings written in a line or two, for tests that state one rule each.
 */
import type { Column, Filing, Line } from '../../../shared/model/filing.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import type { CellRef, Layer } from '../../../shared/model/filing.ts'
import { valueText } from './snapshots.ts'

/** A cell of the only schedule, in its first column unless said. */
export function at(line: string, column = 'c'): CellRef {
  return { schedule: 's', line, column }
}

export type LineText = string | (Partial<Line> & { input?: string | Record<string, string> })

/** A line for each entry: an input, or a formula where its text starts with an equals sign. */
export function filing(entries: Record<string, LineText>, columns: (string | Column)[] = ['c']): Filing {
  const heads = columns.map((column): Column =>
    typeof column === 'string' ? { id: column, label: column, kind: 'duration' } : column,
  )
  const lines: Line[] = []
  const cells = []
  for (const [id, entry] of Object.entries(entries)) {
    const { input, ...line } =
      typeof entry === 'string' ? (entry.startsWith('=') ? { formula: entry } : { input: entry }) : entry
    lines.push({
      id,
      label: id[0]!.toUpperCase() + id.slice(1),
      kind: 'formula' in line ? 'formula' : 'input',
      ...line,
    })
    const inputs = typeof input === 'string' ? { [heads[0]!.id]: input } : (input ?? {})
    for (const [column, text] of Object.entries(inputs)) cells.push({ ...at(id, column), input: text })
  }
  return { id: 'f', title: 'F', schedules: [{ id: 's', columns: heads, lines, cells }] }
}

export function engineOf(entries: Record<string, LineText>, columns?: (string | Column)[]): Engine {
  return createEngine(filing(entries, columns))
}

export function text(engine: Engine, line: string, column?: string, layer?: Layer): string {
  return valueText(engine.value(at(line, column), layer))
}

/** The value of one formula, with lines a and b beside it. */
export function computed(formula: string, others: Record<string, LineText> = {}): string {
  return text(engineOf({ a: '6', b: '4', nil: '', ...others, x: { kind: 'formula', formula } }), 'x')
}
