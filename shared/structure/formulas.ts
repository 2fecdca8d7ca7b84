/**
 * Every formula of a draft, wherever it stands: of lines, of columns, in base inputs and in scenarios' inputs.
 * Visits texts and puts others in their place; must not judge them.
 */
import { cellFormat } from '../calc/layout.ts'
import { namesIn, referencesOf } from '../formula/rewrite.ts'
import type { CellInput, CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { columnOf, lineOf, scheduleOf } from '../model/lookup.ts'
import type { Draft } from './plan.ts'

/** Where a formula stands: with a line, with a column, or in a cell of the base layer (scenario null) or of a scenario. */
export type FormulaPlace =
  | { kind: 'line'; schedule: string; line: string }
  | { kind: 'column'; schedule: string; column: string }
  | ({ kind: 'cell'; scenario: string | null } & CellRef)

/** True for an input that a cell reads as a formula: not in a cell of text. */
export function isFormulaInput(filing: Filing, { input, ...ref }: CellInput): boolean {
  if (input === null || !input.trimStart().startsWith('=')) return false
  const schedule = scheduleOf(filing, ref.schedule)
  const line = lineOf(schedule, ref.line)
  const column = columnOf(schedule, ref.column)
  return line !== undefined && column !== undefined && cellFormat(line, column) !== 'text'
}

/** Shows every formula of the draft in the order of the filing, scenarios last. */
export function eachFormula({ filing, scenarios }: Draft, visit: (text: string, place: FormulaPlace) => void): void {
  for (const { id: schedule, lines, columns, cells } of filing.schedules) {
    for (const { id, formula } of lines) if (formula !== undefined) visit(formula, { kind: 'line', schedule, line: id })
    for (const { id, formula } of columns)
      if (formula !== undefined) visit(formula, { kind: 'column', schedule, column: id })
    for (const { line, column, input } of cells) {
      const ref = { schedule, line, column }
      if (isFormulaInput(filing, { ...ref, input })) visit(input!, { kind: 'cell', scenario: null, ...ref })
    }
  }
  for (const { id, cells } of scenarios) {
    for (const { input, schedule, line, column } of cells) {
      const ref = { schedule, line, column }
      if (isFormulaInput(filing, { ...ref, input })) visit(input!, { kind: 'cell', scenario: id, ...ref })
    }
  }
}

/** The list with each item as `map` gives it; the same list where every item stays the same. */
export function mapped<T>(items: readonly T[], map: (item: T) => T): T[] {
  let changed: T[] | undefined
  for (const [i, item] of items.entries()) {
    const next = map(item)
    if (next !== item) (changed ??= [...items])[i] = next
  }
  return changed ?? (items as T[])
}

/** The draft with each formula as `rewrite` gives it; schedules and scenarios without a changed one stay the same objects. */
export function withFormulas(draft: Draft, rewrite: (text: string, place: FormulaPlace) => string): Draft {
  const { filing } = draft
  const ofLine =
    (schedule: string) =>
    (line: Line): Line => {
      if (line.formula === undefined) return line
      const formula = rewrite(line.formula, { kind: 'line', schedule, line: line.id })
      return formula === line.formula ? line : { ...line, formula }
    }
  const ofColumn =
    (schedule: string) =>
    (column: Column): Column => {
      if (column.formula === undefined) return column
      const formula = rewrite(column.formula, { kind: 'column', schedule, column: column.id })
      return formula === column.formula ? column : { ...column, formula }
    }
  const ofInput =
    (scenario: string | null) =>
    (cell: CellInput): CellInput => {
      if (!isFormulaInput(filing, cell)) return cell
      const { schedule, line, column } = cell
      const input = rewrite(cell.input!, { kind: 'cell', scenario, schedule, line, column })
      return input === cell.input ? cell : { ...cell, input }
    }
  const schedules = mapped(filing.schedules, (schedule): Schedule => {
    const lines = mapped(schedule.lines, ofLine(schedule.id))
    const columns = mapped(schedule.columns, ofColumn(schedule.id))
    const cells = mapped(schedule.cells, ofInput(null))
    const same = lines === schedule.lines && columns === schedule.columns && cells === schedule.cells
    return same ? schedule : { ...schedule, lines, columns, cells }
  })
  const scenarios = mapped(draft.scenarios, (scenario) => {
    const cells = mapped(scenario.cells, ofInput(scenario.id))
    return cells === scenario.cells ? scenario : { ...scenario, cells }
  })
  return { ...draft, filing: schedules === filing.schedules ? filing : { ...filing, schedules }, scenarios }
}

/** A formula's text with lines of a schedule under other ids, all at once. `own` is the schedule that the formula stands in. */
export function withLineIds(text: string, own: string, schedule: string, ids: ReadonlyMap<string, string>): string {
  let next = ''
  let done = 0
  for (const reference of referencesOf(text)) {
    if ((reference.schedule ?? own) !== schedule) continue
    for (const { kind, name, at, end } of namesIn(text, reference)) {
      const to = kind === 'line' ? ids.get(name) : undefined
      if (to === undefined) continue
      next += text.slice(done, at) + to
      done = end
    }
  }
  return next + text.slice(done)
}
