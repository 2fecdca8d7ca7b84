/**
 * What is seen of a cell: its figure in parts, what marks it and what is said of it.
 * Reads engines and inputs; formats with money's one function; changes nothing.
 */
import { cellText, formatOf } from '../../../shared/calc/cell_text.ts'
import {
  cellFormat,
  hasCell,
  isText,
  structureFormula,
  takesInput,
  storedAt,
  cellChoices,
} from '../../../shared/calc/layout.ts'
import { isAmount, sameFigure, type Value } from '../../../shared/calc/value.ts'
import type { CellRef, Filing, Origin, Line } from '../../../shared/model/filing.ts'
import { findCell, originOf, refOf, type Found, cellTitle, lineName, scheduleOf } from '../../../shared/model/lookup.ts'
import { figureParts, formatAmount, type FigureParts, editText } from '../../../shared/money/format.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { Session } from '../session.ts'

/** What can be said of the cell's standing, in the order in which it matters. */
export type CellView = {
  /** False where line and column meet in no cell. */
  exists: boolean
  value: Value
  base: Value
  parts: FigureParts | null
  text: string
  /** The scenario's value differs from the base. */
  changed: boolean
  baseText: string
  /** An input stands where a formula would serve. */
  overrides: boolean
  /** An input of the scenario's own stands here; what is changed without one follows from another. */
  isTyped: boolean
  /** The name of the scenario below whose input shows here; null where the input is this scenario's own, or none. */
  inherited: string | null
  takesInput: boolean
  isFormula: boolean
  origin: Origin | undefined
  /** Not disclosed and blank. */
  undisclosed: boolean
  format: ReturnType<typeof cellFormat>
}

/** The text that stands in the cell as entered, of the layer in force; null where a formula or nothing stands. */
export function inputText(session: Session, filing: string, scenario: string | null, ref: CellRef): string | null {
  const { book } = session.workbook()
  return book.standing(filing, scenario, ref)?.input ?? book.input(filing, null, ref)
}

/** The text to edit in place: what was entered, else the formula that serves the cell. */
export function editableText(session: Session, filing: string, scenario: string | null, ref: CellRef): string {
  const entered = inputText(session, filing, scenario, ref)
  const found = findCell(session.workbook().book.filing(filing), ref)
  if (entered !== null) return found ? asTyped(entered, found) : entered
  const formula = found && structureFormula(found.line, found.column)
  return formula ? asFormula(formula.text) : ''
}

/** A date or a choice as it would be typed, in place of what is stored; anything else as it was entered. */
function asTyped(entered: string, { line, column }: Found): string {
  const format = cellFormat(line, column)
  const stored = format === 'date' || format === 'choice' ? storedAt({ line, column }, entered) : undefined
  return stored ? editText(stored, format, cellChoices(line, column)) : entered
}

/** A structure formula as it would be typed, with its equals sign. */
export function asFormula(text: string): string {
  return text.trimStart().startsWith('=') ? text.trim() : `= ${text.trim()}`
}

/**
 * Where a figure comes from, as far as it can be said: what a draft computes is not published, whatever the filing it was made
 * from printed there.
 */
export function shownOrigin(found: Found): ReturnType<typeof originOf> {
  const said = originOf(found)
  const { filing, line, column } = found
  const isComputed = structureFormula(line, column) !== undefined
  const isOpen = filing.status === 'draft' && isComputed && said.origin === 'published'
  return isOpen ? { origin: undefined, how: undefined } : said
}

/** True where line and column meet in a cell. */
export function isCell(filing: Filing | undefined, ref: CellRef): boolean {
  const found = findCell(filing, ref)
  return found !== undefined && hasCell(found.line, found.column)
}

/** Everything that is seen of one cell. */
export function viewCell(
  session: Session,
  found: Found,
  engine: Pick<Engine, 'value'>,
  scenario: string | null,
): CellView {
  const { filing, line, column } = found
  const ref = refOf(found)
  const exists = hasCell(line, column)
  const value = exists ? engine.value(ref) : null
  const base = exists ? engine.value(ref, 'base') : null
  const { origin } = shownOrigin(found)
  const currency = line.currency === true
  const marks = { currency, percentSign: currency }
  const isFormula = structureFormula(line, column) !== undefined
  const standing = exists ? session.workbook().book.standing(filing.id, scenario, ref) : undefined
  return {
    exists,
    value,
    base,
    parts: isAmount(value) && !isText(line) ? figureParts(value, { ...formatOf(line, column), ...marks }) : null,
    text:
      isAmount(value) && !isText(line)
        ? formatAmount(value, { ...formatOf(line, column), ...marks })
        : cellText(value, line, column),
    changed: exists && scenario !== null && !sameFigure(value, base),
    baseText: cellText(base, line, column),
    overrides: exists && isFormula && inputText(session, filing.id, scenario, ref) !== null,
    isTyped: exists && scenario !== null && standing?.scenario === scenario,
    inherited: standing && standing.scenario !== scenario ? standing.name : null,
    takesInput: takesInput(line, column),
    isFormula,
    origin,
    undisclosed: exists && value === null && !column.all && origin === 'not_disclosed',
    format: cellFormat(line, column),
  }
}

/** The engine of the place shown; undefined before a place is shown. */
export function shownEngine(session: Session): Engine | undefined {
  const { place, phase } = session.getState()
  return place && phase === 'open' ? session.workbook().sheets.engine(place.filing, place.scenario) : undefined
}

/** The filing shown, with its base inputs as they stand. */
export function shownFiling(session: Session): Filing | undefined {
  const { place, phase } = session.getState()
  return place && phase === 'open' ? session.workbook().book.filing(place.filing) : undefined
}

/** A cell's name as people say it: `Provision for loan losses, Sept. 30, 2007`. */
export function spokenName(filing: Filing | undefined, ref: CellRef): string {
  const found = findCell(filing, ref)
  return found ? cellTitle(found) : `${ref.line}, ${ref.column}`
}

/** A line of the schedule shown as people say it. */
export function spokenLine(session: Session, line: Line): string {
  const schedule = scheduleOf(shownFiling(session), session.getState().place?.schedule)
  return schedule ? lineName({ schedule, line }) : line.label
}

/** What a filing's own figures, under all scenarios, are called. */
export function baseName(filing: Pick<Filing, 'status'> | undefined): 'As filed' | 'Draft' {
  return filing?.status === 'draft' ? 'Draft' : 'As filed'
}

/** What is said where a headline figure is blank: of a document it was not disclosed, of a draft it is not there yet. */
export function blankWord(filing: Pick<Filing, 'status'> | undefined): string {
  return filing?.status === 'draft' ? 'blank' : 'not disclosed'
}

export const ORIGIN_WORDS: Record<Origin, string> = {
  published: 'Published',
  derived: 'Derived',
  balancing: 'Balancing, not separately disclosed',
  assumed: 'Assumed',
  not_disclosed: 'Not disclosed',
}
