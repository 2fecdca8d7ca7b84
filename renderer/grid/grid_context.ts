/**
 * What the cells of a grid are given, by the one way that the grid's library hands on as it is: it copies what stands in columns.
 */
import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../session/reading/rows.ts'
import type { Attached, GiveHelp } from '../contrib/grid_handle.ts'
import type { Session } from '../session/session.ts'

/** The grid's library, as it stands in the page. */
export type Api = GridApi<GridRow>

/** Where the focus goes after an edit. */
export type Step = 'down' | 'up' | 'left' | 'right' | 'stay'

/** What the editor needs of the grid it stands in. */
export type EditorHost = {
  session: Session
  /** Help at the field, where a feature gives it. */
  fieldHelp: GiveHelp | undefined
  /** Ends the grid's edit, keeping its data as it is, and steps on; `entered`: by Enter or Tab, which walk a selected block. */
  leave(step: Step, entered?: boolean): void
  /** Brings a cell into sight, the focus staying. */
  reveal(cell: { line: string; column: string }): void
}

/** What the cells of a grid are given; a grid in which nothing can be typed has no host of editors. */
export type GridContext = { session: Session; attached: readonly Attached[]; host?: EditorHost }
