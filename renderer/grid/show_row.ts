/**
 * Brings a row of the grid into sight. Asking the grid to do so lays the page out anew, even where nothing is to be done; at
 * every key that is too much, so what is known of the rows is asked first.
 */
import type { GridApi } from 'ag-grid-community'
import type { GridRow } from '../session/reading/rows.ts'

/** Scrolls so far that a row is in sight from its head to its foot; not at all where it is. */
export function showRow(api: GridApi<GridRow>, rowIndex: number): void {
  const { rowTop, rowHeight } = api.getDisplayedRowAtIndex(rowIndex) ?? {}
  const { top, bottom } = api.getVerticalPixelRange()
  const isKnown = typeof rowTop === 'number' && typeof rowHeight === 'number'
  if (!isKnown || rowTop < top || rowTop + rowHeight > bottom) api.ensureIndexVisible(rowIndex)
}
