/**
 * Draws one cell of the grid of a schedule. Draws only; what is seen of a cell is decided in session/reading/figures.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { ICellRendererComp } from 'ag-grid-community'
import { typeset } from '../../../shared/money/typeset.ts'
import { CellError, ERROR_MEANING } from '../../../shared/calc/cell_error.ts'
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import { asksForPerson } from '../../../shared/checks/attention.ts'
import { differenceFromBooks } from '../../../shared/checks/books.ts'
import type { Filing, Line } from '../../../shared/model/filing.ts'
import { findCell, refOf, type Found } from '../../../shared/model/lookup.ts'
import {
  baseName,
  shownEngine,
  shownFiling,
  spokenLine,
  viewCell,
  type CellView,
} from '../../session/reading/figures.ts'
import { commentsAt } from '../../session/reading/cell_comments.ts'
import { markWords, spokenComments } from '../../session/notes/comment_text.ts'
import { codeEms, partsEms } from './figure_widths.ts'
import { DISC, drawnParts, element, FittedCell, NOTHING, type CellParams, type Figure } from './fitted_cell.ts'
import { leftOutOf } from '../../session/reading/tie_out_books.ts'
import { toggleFold } from '../../session/view/view.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import { speakCell, speakComputed } from './speak_cell.ts'
import { spokenText } from '../../ui/spoken_figure.ts'
import { OVERRIDES, OVERRIDES_HERE } from '../wording.ts'

/** The mark in the corner of a commented cell. */
function commentMark(count: number): HTMLSpanElement {
  const mark = element('comment-mark')
  mark.role = 'img'
  mark.ariaLabel = markWords(count)
  return mark
}

/** What a pointer or a screen reader learns beyond the figure; empty where there is nothing more. */
function remarksOn(filing: Filing, view: CellView, differs: string | null, left: string | null): string {
  const remarks: string[] = []
  if (left) remarks.push(left.replace(/\.$/, ''))
  if (differs) remarks.push(`Differs from books by ${differs}`)
  if (view.changed) remarks.push(`${baseName(filing)}: ${view.baseText || 'blank'}`)
  if (view.isTyped) remarks.push('Entered in this scenario')
  if (view.inherited !== null) remarks.push(`From ${isolated(view.inherited)}`)
  if (view.overrides) remarks.push(view.inherited === null ? OVERRIDES_HERE : OVERRIDES)
  if (view.undisclosed) remarks.push('Not disclosed by the source')
  if (view.value instanceof CellError) remarks.push(ERROR_MEANING[view.value.code])
  return remarks.join('. ')
}

/** By how much an adjustment left the books that it mirrors, as text; null where it follows them. */
function differsFromBooks(found: Found, engine: Engine): string | null {
  const { filing, line, column } = found
  if (!line.source) return null
  const differs = differenceFromBooks(filing, engine, refOf(found))
  return differs && cellText(differs, line, column)
}

/** An adjustment that mirrors a line is an entry to whoever types there, as the labels have it; other formulas are not. */
function isComputed({ source }: Line, { takesInput, isFormula }: CellView): boolean {
  return !takesInput || (isFormula && source === undefined)
}

/** The figure of a cell: digits aligned, its parenthesis hanging, its marks. */
export class FigureCell extends FittedCell {
  private shown = ''
  private said = ''

  protected draw(params: CellParams): void {
    const { session, attached } = params.context
    const { place } = session.getState()
    const engine = shownEngine(session)
    const column = params.column?.getColId()
    if (params.data && column !== undefined) {
      const cell = { line: params.data.line.id, column }
      for (const one of attached) one.drawn?.(params.eGridCell, cell)
    }
    const found =
      place && params.data && column !== undefined
        ? findCell(shownFiling(session), { schedule: place.schedule, line: params.data.line.id, column })
        : undefined
    if (!found || !engine || !place) return this.write('figure', '', NOTHING, params.eGridCell)
    const view = viewCell(session, found, engine, place.scenario)
    const classes = ['figure']
    if (view.changed) classes.push('changed')
    if (view.isTyped) classes.push('typed')
    if (view.overrides) classes.push('overridden')
    const differs = view.changed ? differsFromBooks(found, engine) : null
    if (differs) classes.push('off-books')
    const left = leftOutOf(engine, refOf(found))
    if (left) classes.push('leaves-out')
    if (asksForPerson(found, view.value)) classes.push('asks')
    if (view.inherited !== null) classes.push('inherited')
    if (view.undisclosed) classes.push('undisclosed')
    if (view.value instanceof CellError) classes.push('error')
    if (typeof view.value === 'string') classes.push('words')
    const { parts } = view
    if (parts?.currency) classes.push('with-currency')
    const comments = commentsAt(session, place.filing, refOf(found))
    const isCode = view.value instanceof CellError
    const figure: Figure = {
      children: drawnParts(parts ?? { currency: '', sign: '', digits: view.text, suffix: '' }),
      marks: comments.length > 0 ? [commentMark(comments.length)] : [],
      ems: parts ? partsEms(parts, found.column) : isCode ? codeEms(view.text, found.column) : 0,
      sign: left ? DISC : 0,
      text: view.text,
      title: remarksOn(found.filing, view, differs, left),
    }
    this.write(classes.join(' '), spokenComments(comments), figure, params.eGridCell)
    this.speak(view.text, found, isComputed(found.line, view), params.eGridCell)
  }

  private speak(text: string, { column }: Found, computed: boolean, cell: HTMLElement): void {
    const next = `${computed}|${text}`
    if (next === this.said) return
    this.said = next
    speakCell(cell, text, column)
    speakComputed(cell, computed)
  }

  private write(classes: string, comments: string, figure: Figure, cell: HTMLElement): void {
    const { text, title } = figure
    const next = `${classes}|${text}|${title}|${comments}`
    if (next === this.shown) return
    this.shown = next
    this.gui.className = classes
    // The title stands on the figure itself: the grid keeps the cell's own for itself.
    this.show(figure)
    const description = spokenText([title, comments].filter(Boolean).join('. '))
    if (description) cell.setAttribute('aria-description', description)
    else cell.removeAttribute('aria-description')
  }
}

/** A line's label: indented where it is a detail, with its note marks and, where it has details, a way to fold them. */
export class LabelCell implements ICellRendererComp<GridRow> {
  private readonly gui = element('line-label')

  init(params: CellParams): void {
    this.draw(params)
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(params: CellParams): boolean {
    this.draw(params)
    return true
  }

  private draw({ data, context: { session } }: CellParams): void {
    if (!data) return
    const { line, depth, hasDetails, folded } = data
    this.gui.className = `line-label depth-${Math.min(depth, 4)} ${line.kind}`
    const children: HTMLElement[] = []
    if (hasDetails) {
      const fold = document.createElement('button')
      fold.type = 'button'
      fold.className = 'fold'
      fold.tabIndex = -1
      fold.setAttribute('aria-expanded', String(!folded))
      fold.setAttribute('aria-label', `Details of ${spokenLine(session, line)}`)
      fold.title = folded ? 'Show the details (Alt+Shift+Right)' : 'Fold the details (Alt+Shift+Left)'
      fold.addEventListener('click', () => toggleFold(session, line.id))
      children.push(fold)
    }
    children.push(element('words', typeset(line.label)))
    if (line.notes?.length) {
      const marks = document.createElement('sup')
      marks.textContent = line.notes.map((mark) => `(${mark})`).join(' ')
      children.push(marks)
    }
    this.gui.title = typeset(line.label)
    this.gui.replaceChildren(...children)
  }
}
