/**
 * Which GAAP line an adjustment moves where it mirrors a sum of several: its source line, or another of them.
 * Reads structure only; the moving is adjustment's.
 */
import { hasCell, isText, structureFormula } from '../calc/layout.ts'
import { parseFormula } from '../formula/parse.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { columnRead } from '../model/entities.ts'
import { findCell, lineName } from '../model/lookup.ts'

/** `line` is `schedule.line`; `isDefault` marks the source line that the adjustment names. */
export type SourceChoice = { line: string; label: string; isDefault: boolean }

/**
 * The lines that an adjustment's link adds up and that can be edited in its column, in the formula's order. Empty where
 * the cell mirrors nothing, or has no link in this column. One choice means that there is nothing to choose.
 */
export function sourceChoices(filing: Filing, ref: CellRef): SourceChoice[] {
  const found = findCell(filing, ref)
  const source = found?.line.source
  const formula = found && structureFormula(found.line, found.column)
  if (!found || !source || formula?.by !== 'line') return []
  const parsed = parseFormula(formula.text)
  if ('error' in parsed) return []
  const choices: SourceChoice[] = []
  for (const reference of parsed.formula.references) {
    if (reference.type !== 'reference' || reference.role === 'filed') continue
    const schedule = reference.schedule ?? ref.schedule
    const line = reference.line ?? ref.line
    const column = columnRead(filing, schedule, found)
    if (column === undefined || (reference.column ?? column) !== column) continue
    const cell = findCell(filing, { schedule, line, column })
    const name = `${schedule}.${line}`
    if (!cell || !hasCell(cell.line, cell.column) || isText(cell.line) || cell.column.all) continue
    if (structureFormula(cell.line, cell.column) || choices.some((one) => one.line === name)) continue
    choices.push({ line: name, label: lineName(cell), isDefault: name === source.line })
  }
  return choices
}
