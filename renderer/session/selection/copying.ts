/**
 * What a copy of the selection holds: figures as shown (nil as a hyphen, which others read), in full precision, or the text of inputs and formulas; and the table that it
 * gives to other programs, as HTML: figures as shown, and beside them, where only this product looks, what the cells hold.
 */
import { cellText } from '../../../shared/calc/cell_text.ts'
import { cellFormat, hasCell, cellChoices } from '../../../shared/calc/layout.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { editText, NIL, PLAIN_NIL } from '../../../shared/money/format.ts'
import { editableText, inputText, shownEngine, shownFiling } from '../reading/figures.ts'
import { linedUp } from './range.ts'
import { selectedBlocks, shownSight } from './selection.ts'
import type { Session } from '../session.ts'
import { refused, type Refused } from '../../../shared/refusals/refusal.ts'
import { HELD } from '../../../shared/intake/html_tables.ts'

/** `shown`: as on the screen; `exact`: in full precision; `formulas`: as entered, a formula where one serves the cell. */
export type CopyKind = 'shown' | 'exact' | 'formulas'

/** `typed`: in full precision as it would be typed, so that a percentage stays one wherever it is pasted. */
function textOf(session: Session, ref: CellRef, kind: CopyKind | 'typed'): string {
  const [found, engine, { place }] = [findCell(shownFiling(session), ref), shownEngine(session), session.getState()]
  if (!found || !engine || !place || !hasCell(found.line, found.column)) return ''
  if (kind === 'formulas') return editableText(session, place.filing, place.scenario, ref)
  const value = engine.value(ref)
  const format = cellFormat(found.line, found.column)
  if (kind === 'shown' || !isAmount(value) || format === 'text') {
    const text = cellText(value, found.line, found.column)
    return isAmount(value) && format !== 'choice' ? text.replace(NIL, PLAIN_NIL) : text
  }
  const text = editText(value, format, cellChoices(found.line, found.column))
  return kind === 'typed' && format === 'percent' ? `${text}%` : text
}

/** What a cell gives to where it is moved: its text as entered; where it is computed, its figure in full precision. */
export function heldText(session: Session, ref: CellRef): string {
  const { place } = session.getState()
  const entered = place && inputText(session, place.filing, place.scenario, ref)
  return entered ?? textOf(session, ref, 'typed')
}

/** The texts of the selection as a block, or why it makes none. */
export function copiedTexts(session: Session, kind: CopyKind): string[][] | Refused {
  const blocks = selectedBlocks(session)
  if (!shownSight(session) || blocks.length === 0) return refused({ code: 'no_cell_selected' })
  return textsOf(session, kind) ?? refused({ code: 'areas_not_aligned', count: blocks.length })
}

/** What the cells of the selection hold, as it would be typed: what a paste within the product enters. */
export function heldTexts(session: Session): string[][] {
  return textsOf(session, 'typed') ?? []
}

function textsOf(session: Session, kind: CopyKind | 'typed'): string[][] | undefined {
  const [shown, lined] = [shownSight(session), linedUp(selectedBlocks(session))]
  if (!shown || !lined) return undefined
  const { schedule, sight } = shown
  return lined.rows.map((row) =>
    lined.columns.map((column) =>
      textOf(session, { schedule: schedule.id, line: sight.lines[row]!, column: sight.columns[column]! }, kind),
    ),
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A formula is text to other programs, which would take its names for their own. */
function cellTag(text: string): string {
  return text.startsWith('=') ? `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">` : '<td>'
}

/** Writes a block as a table; `held` is what its cells hold, as it would be typed. */
export function writeTable(block: readonly (readonly string[])[], held: readonly (readonly string[])[]): string {
  const rows = block.map((row) => `<tr>${row.map((text) => `${cellTag(text)}${escaped(text)}</td>`).join('')}</tr>`)
  return `<table ${HELD}="${escaped(JSON.stringify(held))}"><tbody>${rows.join('')}</tbody></table>`
}
