/**
 * What the tests of templates share: a filing's figures as text, as a controller would read them off.
 */
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { CellRef, Filing, Schedule } from '../../../shared/model/filing.ts'
import { referencesOf } from '../../../shared/formula/rewrite.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { nextDetails, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import { sentence } from '../worded.ts'

export function scheduleOf(filing: Filing, id: string): Schedule {
  const found = filing.schedules.find((one) => one.id === id)
  if (!found) throw new Error(`${filing.id} has no schedule ${id}`)
  return found
}

/** The exact value as text; the code of an error; empty where blank. */
export function figure(engine: Engine, ref: CellRef): string {
  const value = engine.value(ref, 'base')
  if (isAmount(value)) return plain(value)
  return value instanceof CellError ? value.code : (value ?? '')
}

/** Every cell of a schedule's line, column by column. */
export function row(filing: Filing, schedule: string, line: string): string[] {
  const engine = createEngine(filing)
  return scheduleOf(filing, schedule).columns.map(({ id: column }) => figure(engine, { schedule, line, column }))
}

export function columnIds(filing: Filing, schedule: string): string[] {
  return scheduleOf(filing, schedule).columns.map(({ id }) => id)
}

/** The input that stands at a cell; undefined where none does. */
export function inputAt(filing: Filing, { schedule, line, column }: CellRef): string | undefined {
  const cells = scheduleOf(filing, schedule).cells
  return cells.find((one) => one.line === line && one.column === column)?.input ?? undefined
}

/** Every cell in which an amount can stand. */
export function cellsOf(filing: Filing): (CellRef & { end: string | undefined })[] {
  return filing.schedules.flatMap((schedule) =>
    schedule.lines.flatMap((line) =>
      isText(line)
        ? []
        : schedule.columns.flatMap((column) =>
            hasCell(line, column) ? [{ schedule: schedule.id, line: line.id, column: column.id, end: column.end }] : [],
          ),
    ),
  )
}

/** The lines that a proof of the schedule holds against each other: figures made up for them would not agree. */
export function comparedByProofs({ lines }: Schedule): Set<string> {
  return new Set(
    lines.flatMap(({ proof, formula = '' }) =>
      proof ? referencesOf(formula).flatMap((one) => (one.type === 'reference' ? (one.line ?? []) : [])) : [],
    ),
  )
}

/** The filing rolled to its next quarter or year. */
export function rolled(filing: Filing, covers: 'quarter' | 'year', id = 'next'): { filing: Filing; remarks: string[] } {
  const made = rollForward(filing, { id, details: nextDetails(filing, covers) })
  if (made.kind === 'refused') throw new Error(sentence(made))
  return made
}
