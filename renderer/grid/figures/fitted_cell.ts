/**
 * A cell that shows a figure whole where its column has room for it, else #### across the column, since a part of a number reads as
 * another number. Drawn at once and without React, so that no frame shows an old figure after an edit. Follows the column's width by
 * itself; counts characters and never lays the page out.
 */
import type { Column as GridColumn, ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import { NIL, type FigureParts } from '../../../shared/money/format.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import type { GridContext } from '../grid_context.ts'
import type { Session } from '../../session/session.ts'
import { fits, hashesFor } from './figure_widths.ts'
import { spokenFigure } from '../../ui/spoken_figure.ts'

export type Figure = {
  /** What is drawn of it, and the marks that stay where it does not fit. */
  children: readonly (HTMLElement | string)[]
  marks: readonly HTMLElement[]
  /** Its width in ems, 0 where it is none, and that of a sign before it, which goes where both do not fit. */
  ems: number
  sign: number
  /** The figure in full, and what else is said of it. */
  text: string
  title: string
}

/** No figure: a cell that is none, or has none. */
export const NOTHING: Figure = { children: [], marks: [], ems: 0, sign: 0, text: '', title: '' }

/** The room of the disc before a figure that leaves periods out, in ems. */
export const DISC = 1

export type CellParams = ICellRendererParams<GridRow, unknown, GridContext>

export function element(className: string, text = ''): HTMLSpanElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = text
  return span
}

/** A figure as it is set: the currency, then the digits with what hangs behind them. */
export function drawnParts({ currency, sign, digits, suffix }: FigureParts): (HTMLElement | string)[] {
  const amount = element('amount')
  const hung = digits === NIL && suffix ? ` ${suffix}` : suffix
  amount.append(element('digits', `${sign}${digits}`), element(hung === ')%' ? 'suffix both' : 'suffix', hung))
  return currency ? [`${currency} `, amount] : [amount]
}

/** A cell that shows one figure; what figure, each kind of it says in `draw`. */
export abstract class FittedCell<P extends CellParams = CellParams> implements ICellRendererComp<GridRow> {
  protected readonly gui = element('figure')
  private column: GridColumn | undefined
  private session!: Session
  private figure = NOTHING
  private hashes = ''

  protected abstract draw(params: P): void

  init(params: P): void {
    this.session = params.context.session
    this.column = params.column
    this.column?.addEventListener('widthChanged', this.refit)
    this.draw(params)
  }

  destroy(): void {
    this.column?.removeEventListener('widthChanged', this.refit)
  }

  getGui(): HTMLElement {
    return this.gui
  }

  refresh(params: P): boolean {
    this.draw(params)
    return true
  }

  protected show(figure: Figure): void {
    this.figure = figure
    this.hashes = this.hashesNow()
    this.fill()
  }

  private readonly refit = (): void => {
    const hashes = this.hashesNow()
    if (hashes === this.hashes && hashes === '') return this.markTight()
    this.hashes = hashes
    this.fill()
  }

  /** What stands for the figure; nothing where it fits. */
  private hashesNow(): string {
    const width = this.column?.getActualWidth()
    const { ems } = this.figure
    return ems === 0 || width === undefined || fits(this.session, ems, width) ? '' : hashesFor(this.session, width)
  }

  private markTight(): void {
    const { ems, sign } = this.figure
    const width = this.column?.getActualWidth()
    if (sign > 0) this.gui.classList.toggle('tight', width !== undefined && !fits(this.session, ems + sign, width))
  }

  private fill(): void {
    const { children, marks, text, title } = this.figure
    this.gui.classList.toggle('too-wide', this.hashes !== '')
    this.markTight()
    if (this.hashes === '') {
      this.gui.replaceChildren(...children, ...marks)
      this.gui.title = title
      return
    }
    const stands = element('digits', this.hashes)
    stands.role = 'img'
    stands.ariaLabel = spokenFigure(text)
    this.gui.replaceChildren(stands, ...marks)
    this.gui.title = [text, title].filter(Boolean).join('. ')
  }
}
