/**
 * A formula with the amounts of its references in their places: `= 11,698 - 799,445`.
 * Reads an engine; must not compute anything itself.
 */
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import type { Range, Reference } from '../../../shared/formula/ast.ts'
import { parseFormula } from '../../../shared/formula/parse.ts'
import { columnMeant, PREVIOUS } from '../../../shared/model/column_before.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { columnOf, findCell, scheduleOf } from '../../../shared/model/lookup.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { spokenValue } from './amount_text.ts'
import { BLANK } from './wording.ts'

/** Amounts of a range that are written out; of a longer one its first and last. */
const MOST_WRITTEN = 12

/** The formula text of a cell with amounts for names; null where it cannot be read. */
export function amountsInFormula(filing: Filing, engine: Engine, ref: CellRef, text: string): string | null {
  const parsed = parseFormula(text)
  if ('error' in parsed) return null
  let written = text
  for (const one of parsed.formula.references.toSorted((a, b) => b.at - a.at)) {
    written = `${written.slice(0, one.at)}${amountsOf(filing, engine, ref, one)}${written.slice(one.end)}`
  }
  return written.trimStart().startsWith('=') ? written.trim() : `= ${written.trim()}`
}

function amountsOf(filing: Filing, engine: Engine, ref: CellRef, reference: Reference | Range): string {
  const layer = reference.role === 'filed' ? 'base' : 'scenario'
  const amounts = cellsOf(filing, ref, reference).map((cell) => spokenValue(filing, cell, engine.value(cell, layer)))
  if (amounts.length === 0) return isBeforeFirst(filing, ref, reference) ? BLANK : '#REF!'
  if (amounts.length <= MOST_WRITTEN) return amounts.join('; ')
  return `${amounts.slice(0, 3).join('; ')}; … ${amounts.at(-1)} (${amounts.length} amounts)`
}

/** The cells that a reference or a range names, in the order of the filing. */
function cellsOf(filing: Filing, ref: CellRef, reference: Reference | Range): CellRef[] {
  const schedule = filing.schedules.find(({ id }) => id === (reference.schedule ?? ref.schedule))
  if (!schedule) return []
  const found = findCell(filing, ref)
  const named = reference.type === 'column_range' ? undefined : reference.column
  const own = found ? columnMeant(filing, schedule.id, found, named) : (named ?? ref.column)
  if (reference.type === 'reference') {
    if (own === undefined) return []
    return [{ schedule: schedule.id, line: reference.line ?? ref.line, column: own }]
  }
  if (reference.type === 'column_range') {
    const line = reference.line ?? ref.line
    const counted = between(schedule.columns, reference)
    return counted
      .filter(({ entity }) => entity?.of === counted[0]!.entity?.of)
      .map((column) => ({ schedule: schedule.id, line, column: column.id }))
  }
  const column = schedule.columns.find(({ id }) => id === own)
  const parent = schedule.lines.find(({ id }) => id === reference.first)?.parent
  if (!column) return []
  return between(schedule.lines, reference)
    .filter((line) => line.parent === parent && hasCell(line, column) && !isText(line))
    .map((line) => ({ schedule: schedule.id, line: line.id, column: column.id }))
}

/** True for a reference to the column before in the first column, where there is nothing to read. */
function isBeforeFirst(filing: Filing, ref: CellRef, reference: Reference | Range): boolean {
  if (reference.type === 'column_range' || reference.column !== PREVIOUS) return false
  const schedule = scheduleOf(filing, reference.schedule ?? ref.schedule)
  const found = findCell(filing, ref)
  const read = schedule && found && columnMeant(filing, schedule.id, found, undefined)
  return read !== undefined && columnOf(schedule, read) !== undefined
}

function between<T extends { id: string }>(items: readonly T[], { first, last }: { first: string; last: string }): T[] {
  const from = items.findIndex(({ id }) => id === first)
  const to = items.findIndex(({ id }) => id === last)
  return from < 0 || to < from ? [] : items.slice(from, to + 1)
}
