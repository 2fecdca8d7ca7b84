/**
 * Every formula of a draft, wherever it stands: of lines, of columns, in base inputs and in scenarios' inputs.
 * Visits texts and puts others in their place; must not judge them.
 */
import { cellFormat } from '../calc/layout.ts'
import type { CellInput, CellRef, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { columnOf, lineOf, scheduleOf } from '../model/lookup.ts'
import type { Draft } from './plan.ts'
import { withNames } from '../formula/rewrite.ts'

/** Where a formula stands: with a line, with a column, or in a cell of the base layer (scenario null) or of a scenario. */
export type FormulaPlace =
  | { kind: 'line'; schedule: string; line: string }
  | { kind: 'column'; schedule: string; column: string }
  | ({ kind: 'cell'; scenario: string | null } & CellRef)

/** True for an input that a cell reads as a formula: not in a cell of text. */
export function isFormulaInput(filing: Filing, { input, ...ref }: CellInput): boolean {
  return readsAsFormula(input) && isNoText(filing, ref)
}

/** True for a text that begins as formulas do: most inputs are plain amounts, and nothing more is asked of those. */
function readsAsFormula(input: string | null): input is string {
  return input !== null && (input.startsWith('=') || input.trimStart().startsWith('='))
}

/** The inputs of lists that begin as formulas do, found when first asked for: lists are never changed in place. */
const formulasOfLists = new WeakMap<readonly CellInput[], readonly CellInput[]>()

function formulasAmong(cells: readonly CellInput[]): readonly CellInput[] {
  let found = formulasOfLists.get(cells)
  if (!found) formulasOfLists.set(cells, (found = cells.filter(({ input }) => readsAsFormula(input))))
  return found
}

function isNoText(filing: Filing, ref: CellRef): boolean {
  const schedule = scheduleOf(filing, ref.schedule)
  const line = lineOf(schedule, ref.line)
  const column = columnOf(schedule, ref.column)
  return line !== undefined && column !== undefined && cellFormat(line, column) !== 'text'
}

/** Shows every formula of the draft in the order of the filing, scenarios last. */
export function eachFormula({ filing, scenarios }: Draft, visit: (text: string, place: FormulaPlace) => void): void {
  const show = ({ input, line, column }: CellInput, schedule: string, scenario: string | null): void => {
    if (isNoText(filing, { schedule, line, column })) visit(input!, { kind: 'cell', scenario, schedule, line, column })
  }
  for (const { id: schedule, lines, columns, cells } of filing.schedules) {
    for (const { id, formula } of lines) if (formula !== undefined) visit(formula, { kind: 'line', schedule, line: id })
    for (const { id, formula } of columns)
      if (formula !== undefined) visit(formula, { kind: 'column', schedule, column: id })
    for (const cell of formulasAmong(cells)) show(cell, schedule, null)
  }
  for (const { id, cells } of scenarios) for (const cell of formulasAmong(cells)) show(cell, cell.schedule, id)
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

/** The same of inputs, of which only those that begin as formulas do are asked about. */
function mappedFormulas(cells: readonly CellInput[], map: (cell: CellInput) => CellInput): CellInput[] {
  return formulasAmong(cells).length === 0 ? (cells as CellInput[]) : mapped(cells, map)
}

/** The draft with each formula as `rewrite` gives it; schedules and scenarios without a changed one stay the same objects. */
export function withFormulas(draft: Draft, rewrite: (text: string, place: FormulaPlace) => string): Draft {
  const { filing } = draft
  const ofRow = <T extends Line | Column>(row: T, place: FormulaPlace): T => {
    const formula = row.formula === undefined ? undefined : rewrite(row.formula, place)
    return formula === row.formula ? row : { ...row, formula }
  }
  const ofInput =
    (scenario: string | null) =>
    (cell: CellInput): CellInput => {
      if (!readsAsFormula(cell.input) || !isNoText(filing, cell)) return cell
      const { schedule, line, column } = cell
      const input = rewrite(cell.input, { kind: 'cell', scenario, schedule, line, column })
      return input === cell.input ? cell : { ...cell, input }
    }
  const schedules = mapped(filing.schedules, (schedule): Schedule => {
    const { id } = schedule
    const lines = mapped(schedule.lines, (line) => ofRow(line, { kind: 'line', schedule: id, line: line.id }))
    const columns = mapped(schedule.columns, (one) => ofRow(one, { kind: 'column', schedule: id, column: one.id }))
    const cells = mappedFormulas(schedule.cells, ofInput(null))
    const same = lines === schedule.lines && columns === schedule.columns && cells === schedule.cells
    return same ? schedule : { ...schedule, lines, columns, cells }
  })
  const scenarios = mapped(draft.scenarios, (scenario) => {
    const cells = mappedFormulas(scenario.cells, ofInput(scenario.id))
    return cells === scenario.cells ? scenario : { ...scenario, cells }
  })
  return { ...draft, filing: schedules === filing.schedules ? filing : { ...filing, schedules }, scenarios }
}

/** A formula's text with lines of a schedule under other ids, all at once. `own` is the schedule that the formula stands in. */
export function withLineIds(text: string, own: string, schedule: string, ids: ReadonlyMap<string, string>): string {
  return withNames(text, own, ({ kind, name }, of) => (kind === 'line' && of === schedule && ids.get(name)) || name)
}
