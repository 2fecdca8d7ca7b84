/**
 * Whether a filing copy may be made: every cause against it.
 * A workpaper copy is never refused; it says the same things on the page.
 */
import { listed } from '../money/listed.ts'
import { isolated } from '../money/isolated.ts'
import type { Refusal } from '../refusals/refusal.ts'
import { CellError, ERROR_MEANING } from '../calc/cell_error.ts'
import { hasCell } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import type { Column, Filing, Line, Origin } from '../model/filing.ts'
import { cellTitle, columnName, columnOf, lineName, lineOf } from '../model/lookup.ts'
import type { PrintOptions, PrintTieOut } from './document.ts'
import { originIn, valueOf } from './rows.ts'
import type { Sheet } from './rows.ts'

/** How a figure that the document does not print is called; published and undisclosed ones need no mark. */
export const UNMARKED: Partial<Record<Origin, string>> = {
  derived: 'derived, not published',
  balancing: 'a balancing amount, not separately disclosed',
  assumed: 'assumed',
}

/**
 * Why the sheet must not be printed as a filing copy; empty when it may. The causes name the schedule's own labels.
 * It must foot (its failed tie-outs are causes), show no error value, and show no figure as if published that is not.
 */
export function filingRefusals(filing: Filing, sheet: Sheet, options: PrintOptions): Refusal[] {
  const reasons: Refusal[] = []
  if (options.scenario !== undefined) {
    reasons.push({ code: 'hypothetical', scenario: isolated(options.scenario.name) })
  }
  // Every error on the page is a cause of its own; one that is not on it is none.
  reasons.push(
    ...failures(
      sheet,
      // A filed filing prints as it was filed, whatever an earlier one was corrected to since.
      options.tieOuts.filter(({ kind }) => kind !== 'error' && !(kind === 'carried' && filing.status !== 'draft')),
    ),
  )
  reasons.push(...errors(sheet), ...unpublished(filing, sheet))
  if (options.notes !== false) reasons.push(...missingNotes(sheet))
  if (sheet.columns.length === 0) reasons.push({ code: 'no_column_to_file' })
  return reasons
}

const FAILED: Partial<Record<PrintTieOut['kind'], string>> = {
  error: 'Error',
  details: 'Does not foot',
  foots: 'Does not foot',
  cross_foots: 'Does not cross-foot',
  ties: 'Does not tie',
  per_source: 'Differs from the source document',
  carried: 'Differs from the earlier filing',
  proof: 'Does not balance',
}

/** The failed tie-outs of the columns on the page, also of details that print and do not add up to their line. */
export function failures(sheet: Sheet, tieOuts: readonly PrintTieOut[]): Refusal[] {
  return tieOutsOf(sheet, tieOuts)
    .filter((one) => one.status === 'fail' || (one.status === 'flagged' && showsDetails(sheet, one)))
    .map(({ kind, text }) => ({ code: 'tie_out_fails', fault: FAILED[kind] ?? 'Does not agree', text }))
}

/** The totals that did not foot as filed and do in the scenario: the page shows both. */
export function failedAsFiled(sheet: Sheet, tieOuts: readonly PrintTieOut[]): string[] {
  return tieOutsOf(sheet, tieOuts)
    .filter(({ filed, status, kind }) => filed === 'fail' && status !== 'fail' && kind !== 'error')
    .flatMap(({ line, column }) => {
      const at = { line: lineOf(sheet.schedule, line), column: columnOf(sheet.schedule, column) }
      if (!at.line || !at.column) return []
      return [`Does not foot as filed: ${cellTitle({ schedule: sheet.schedule, line: at.line, column: at.column })}.`]
    })
}

/** True for a check of details that stand on the page. */
export function showsDetails({ lines }: Sheet, { kind, line }: PrintTieOut): boolean {
  return kind === 'details' && lines.some(({ parent }) => parent === line)
}

/** The tie-outs of the columns on the page. */
export function tieOutsOf(sheet: Sheet, tieOuts: readonly PrintTieOut[]): PrintTieOut[] {
  const columns = new Set(sheet.columns.map(({ id }) => id))
  return tieOuts.filter(({ schedule, column }) => schedule === sheet.schedule.id && columns.has(column))
}

function errors(sheet: Sheet): Refusal[] {
  const found: Refusal[] = []
  for (const line of sheet.lines) {
    for (const column of sheet.columns) {
      const value = valueOf(sheet, line, column)
      if (value instanceof CellError) {
        const cell = cellTitle({ schedule: sheet.schedule, line, column })
        found.push({ code: 'shows_error', cell, error: value.code, meaning: ERROR_MEANING[value.code] })
      }
    }
  }
  return found
}

function unpublished(filing: Filing, sheet: Sheet): Refusal[] {
  const reasons: Refusal[] = []
  const columns: Column[] = []
  for (const column of sheet.columns) {
    const standing = column.origin && UNMARKED[column.origin]
    if (standing === undefined) columns.push(column)
    else reasons.push({ code: 'column_unpublished', column: columnName(sheet.schedule, column), standing })
  }
  for (const line of sheet.lines) reasons.push(...unpublishedFigures(filing, sheet, line, columns))
  return reasons
}

function unpublishedFigures(filing: Filing, sheet: Sheet, line: Line, columns: readonly Column[]): Refusal[] {
  const byKind = new Map<string, string[]>()
  for (const column of columns) {
    if (!hasCell(line, column) || !isAmount(valueOf(sheet, line, column))) continue
    const origin = originIn(sheet, line, column)
    const what = origin && UNMARKED[origin]
    if (what === undefined) continue
    byKind.set(what, [...(byKind.get(what) ?? []), columnName(sheet.schedule, column)])
  }
  const about = { line: lineName({ schedule: sheet.schedule, line }), filed: filing.status === 'filed' }
  return [...byKind].map(([standing, where]) => {
    const columns = { columns: listed(where), several: where.length > 1 }
    return { code: 'figures_unpublished', ...about, ...columns, standing }
  })
}

function missingNotes(sheet: Sheet): Refusal[] {
  const given = new Set((sheet.schedule.notes ?? []).map((note) => note.mark))
  const cited = sheet.lines.flatMap((line) => line.notes ?? [])
  return [...new Set(cited)].filter((mark) => !given.has(mark)).map((mark) => ({ code: 'note_missing', mark }))
}
