/**
 * Shows a figure whole where its column has room for it, else #### across the column, since a part of a number reads as
 * another number. Follows the column's width by itself; counts characters and never lays the page out.
 */
import type { Column as GridColumn } from 'ag-grid-community'
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

export class FittedFigure {
  private readonly gui: HTMLElement
  private column: GridColumn | undefined
  private session!: Session
  private figure = NOTHING
  private hashes = ''

  constructor(gui: HTMLElement) {
    this.gui = gui
  }

  /** Stands in this column from now on. */
  start(session: Session, column: GridColumn | undefined): void {
    this.session = session
    this.column = column
    column?.addEventListener('widthChanged', this.refit)
  }

  end(): void {
    this.column?.removeEventListener('widthChanged', this.refit)
  }

  /** Shows another figure. */
  show(figure: Figure): void {
    this.figure = figure
    this.hashes = this.hashesNow()
    this.draw()
  }

  private readonly refit = (): void => {
    const hashes = this.hashesNow()
    if (hashes === this.hashes && hashes === '') return this.markTight()
    this.hashes = hashes
    this.draw()
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

  private draw(): void {
    const { children, marks, text, title } = this.figure
    this.gui.classList.toggle('too-wide', this.hashes !== '')
    this.markTight()
    if (this.hashes === '') {
      this.gui.replaceChildren(...children, ...marks)
      this.gui.title = title
      return
    }
    const stands = document.createElement('span')
    stands.className = 'digits'
    stands.role = 'img'
    stands.ariaLabel = spokenFigure(text)
    stands.textContent = this.hashes
    this.gui.replaceChildren(stands, ...marks)
    this.gui.title = [text, title].filter(Boolean).join('. ')
  }
}
