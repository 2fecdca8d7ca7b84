/**
 * The grid of the schedule shown, as features see it: its rows, its elements, what scrolls, and what can be asked of it. Which library
 * draws it is not known here.
 */
import type { GridRow } from '../session/reading/rows.ts'
import { ofSession, type Session } from '../session/session.ts'

export type Cell = { line: string; column: string }

/** A figure where both are named; else a line's label or a column's head. */
export type Spot = { line?: string; column?: string }

/** An element of the grid, and what it shows. */
export type Drawn = { element: HTMLElement; line: string | undefined; column: string | undefined }

export type GridHandle = {
  readonly session: Session
  readonly element: HTMLElement
  /** The lines shown, in their order, drawn or not. */
  rows(): readonly GridRow[]
  /** What lies under an event's target; undefined for controls, the edges of heads and all else. */
  spotAt(target: EventTarget | null): Spot | undefined
  /** The figures, labels or heads that are drawn now. */
  drawn(what: 'figures' | 'labels' | 'heads'): Drawn[]
  /** The element of a figure, of a label (no column) or of a head (no line), where it is drawn. */
  elementOf(spot: Spot): HTMLElement | undefined
  /** What is seen of the figures, in pixels of the window: below the heads, beside the labels. */
  sight(): { top: number; bottom: number; left: number; right: number; edge: number }
  /** Scrolls by so many pixels; false where it stood at its end. */
  scrollBy(across: number, down: number): boolean
  /** How many lines are seen at once. */
  page(): number
  /** Brings a figure, or a line alone, into sight, the focus staying. */
  reveal(spot: { line: string; column?: string }): void
  /** Puts the focus on the label of a line, or on the last figure of the line in focus. */
  focusLabel(line: string): void
  focusEnd(): void
  /** The widths of columns, in pixels; `fitted` is where all of one shows. */
  width(column: string): number | undefined
  fitted(column: string): number
  /** Makes a column so wide, and remembers it. */
  chooseWidth(column: string, width: number): void
  /** The column that has the focus, labels included. */
  focusedColumn(): string | undefined
}

/** What a feature does at a grid while it stands. */
export type Attached = {
  /** Marks a figure as it is drawn. */
  drawn?(element: HTMLElement, cell: Cell): void
  /** Marks what is drawn once more: other rows or columns came into sight, and the grid has written their classes. */
  viewed?(): void
  /** Takes a key pressed on a figure or a label that is not under edit; true where it was one of its own. */
  pressed?(event: KeyboardEvent, spot: Spot): boolean
  end(): void
}

/** Attaches a feature to a grid once that stands. */
export type GridAttachment = (grid: GridHandle) => Attached

/** Help at the field in which a cell is edited. */
export type FieldHelp = {
  /** Takes a key that is meant for the help; true where it was. */
  pressed(event: KeyboardEvent): boolean
  end(): void
}

export type HelpedField = {
  where: 'cell' | 'formula_bar'
  /** Behind the field, for colours. */
  layer: HTMLElement
  /** True while arrows may point at cells rather than move the caret. */
  arrowsPoint: () => boolean
  reveal: (cell: Cell) => void
}

/** Gives a field its help until that ends. */
export type GiveHelp = (session: Session, input: HTMLInputElement, field: HelpedField) => FieldHelp

/** The id of what is said beside a cell under edit, for the field that it describes. */
export const HINT_ID = 'cell-hint'

const shown = ofSession((): { grid?: GridHandle } => ({}))

/** Makes a grid the one shown; returns what ends that. */
export function offerGrid(grid: GridHandle): () => void {
  const held = shown(grid.session)
  held.grid = grid
  return () => {
    if (held.grid === grid) delete held.grid
  }
}

/** The grid of the schedule shown; undefined while none stands. */
export function shownGrid(session: Session): GridHandle | undefined {
  return shown(session).grid
}
