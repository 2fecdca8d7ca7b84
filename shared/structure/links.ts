/**
 * Links into other schedules in a column that has no fellow there: line formulas are confined to the columns that they served, and a
 * copied formula names the column that it was copied from. Reads names only; computes nothing.
 */
import { bind } from '../calc/bind.ts'
import { Layout, structureFormula } from '../calc/layout.ts'
import { namesColumn } from '../formula/ast.ts'
import { referencesOf, swapped } from '../formula/rewrite.ts'
import type { CellInput, CellRef, Filing, Line, Schedule } from '../model/filing.ts'
import { columnOf, lineOf, scheduleOf } from '../model/lookup.ts'
import { mapped } from './formulas.ts'

/** True where every name of a formula leads to a cell from the cell at which it stands. */
function resolves(layout: Layout, at: CellRef, text: string): boolean {
  const cell = layout.cell(at)
  return cell !== undefined && bind(text, layout.place(cell), layout.byId, () => 0).slots.every((slot) => slot !== null)
}

/** The schedule of a filing whose line formulas leave out new columns in which they lead nowhere: its cells there are inputs. */
export function confinedTo(
  filing: Filing,
  id: string,
  ...columns: readonly string[]
): { schedule: Schedule; confined: Line[] } {
  const schedule = scheduleOf(filing, id)!
  const added = columns.map((column) => columnOf(schedule, column)!)
  const layout = new Layout(filing)
  const confined: Line[] = []
  const lines = mapped(schedule.lines, (line): Line => {
    const out = added.filter((column) => {
      const served = structureFormula(line, column)
      const at = { schedule: id, line: line.id, column: column.id }
      return served?.by === 'line' && !resolves(layout, at, served.text)
    })
    if (out.length === 0) return line
    confined.push(line)
    const others = schedule.columns.filter((one) => !one.all).map((one) => one.id)
    return { ...line, columns: (line.columns ?? others).filter((one) => !out.some((column) => column.id === one)) }
  })
  return { schedule: lines === schedule.lines ? schedule : { ...schedule, lines }, confined }
}

/**
 * The filing in which line formulas of other schedules serve the columns of entities that they were kept from, now that the schedule which
 * they read has such columns too. A cell in which something was entered keeps that, and its line stays as it is.
 */
export function servedEntities(filing: Filing, split: string): Filing {
  const layout = new Layout(filing)
  const schedules = mapped(filing.schedules, (schedule) => {
    const parts = schedule.columns.filter(({ entity }) => entity)
    if (schedule.id === split || parts.length === 0) return schedule
    const lines = mapped(schedule.lines, (line): Line => {
      const { columns, formula } = line
      const named = columns ? referencesOf(formula ?? '') : []
      const reads = named.some((one) => one.schedule === split)
      if (!columns || !reads || named.some(namesColumn)) return line
      const more = parts.filter(({ id, entity }) => {
        const isEntered = schedule.cells.some((cell) => cell.line === line.id && cell.column === id)
        if (columns.includes(id) || !columns.includes(entity!.of) || isEntered) return false
        return resolves(layout, { schedule: schedule.id, line: line.id, column: id }, formula!)
      })
      return more.length === 0 ? line : { ...line, columns: [...columns, ...more.map(({ id }) => id)] }
    })
    return lines === schedule.lines ? schedule : { ...schedule, lines }
  })
  return schedules === filing.schedules ? filing : { ...filing, schedules }
}

/**
 * A formula for the cell of a copied column: references that find no column of the copy's id name the original. Undefined where it
 * leads nowhere even so.
 */
function anchored(layout: Layout, at: CellRef, text: string, original: string): string | undefined {
  if (resolves(layout, at, text)) return text
  const links = referencesOf(text).filter((one) => {
    const { schedule } = one
    if (schedule === undefined || schedule === at.schedule || one.type === 'column_range') return false
    return one.column === undefined && !layout.byId.get(schedule)?.columnIndex.has(at.column)
  })
  const whole = swapped(
    text,
    links.map(({ end }) => ({ at: end, end, text: `@${original}` })),
  )
  return resolves(layout, at, whole) ? whole : undefined
}

/** The inputs of a copied column that lead somewhere, with those that keep the links of confined line formulas. */
export function copiedInputs(
  filing: Filing,
  { schedule: id, from, to }: { schedule: string; from: string; to: string },
  copies: readonly CellInput[],
  isFormula: (cell: CellInput) => boolean,
): { schedule: Schedule; cells: CellInput[] } {
  const layout = new Layout(filing)
  const { schedule, confined } = confinedTo(filing, id, to)
  const held = new Set(copies.map((cell) => cell.line))
  const kept = copies.flatMap((cell): CellInput[] => {
    if (!isFormula(cell)) return [cell]
    const input = anchored(layout, { ...cell, schedule: id }, cell.input!, from)
    return input === undefined ? [] : [{ ...cell, input }]
  })
  const links = confined.flatMap((line): CellInput[] => {
    if (held.has(line.id) || !lineOf(schedule, line.id)) return []
    const at = { schedule: id, line: line.id, column: to }
    const input = anchored(layout, at, line.formula!, from)
    return input === undefined ? [] : [{ ...at, input }]
  })
  return { schedule, cells: [...kept, ...links] }
}
