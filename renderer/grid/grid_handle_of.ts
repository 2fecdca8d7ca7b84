/**
 * The grid as features see it, over the library that draws it.
 */
import type { GridHandle } from '../contrib/grid_handle.ts'
import type { GridRow } from '../session/reading/rows.ts'
import type { Api } from './grid_context.ts'
import type { Session } from '../session/session.ts'
import { drawnIn, elementIn, sightIn, spotAt, viewportOf } from './grid_elements.ts'
import { focusLabel, leapFocus, rowOf, showRow } from './grid_focus.ts'

type Given = {
  session: Session
  element: HTMLElement
  rows: () => readonly GridRow[]
  showColumn: (column: string) => void
  fitted: (column: string) => number
  chooseWidth: (column: string, width: number) => void
}

export function gridHandleOf(api: Api, { session, element, rows, showColumn, fitted, chooseWidth }: Given): GridHandle {
  return {
    session,
    element,
    rows,
    spotAt: (target) => (target instanceof Node && element.contains(target) ? spotAt(target) : undefined),
    drawn: (what) => drawnIn(element, what),
    elementOf: (spot) => elementIn(element, spot),
    sight: () => sightIn(element),
    scrollBy(across, down) {
      const viewport = viewportOf(element)
      const [left, top] = [viewport.scrollLeft, viewport.scrollTop]
      viewport.scrollTop += down
      viewport.scrollLeft += across
      return left !== viewport.scrollLeft || top !== viewport.scrollTop
    },
    page: () => Math.max(1, api.getLastDisplayedRowIndex() - api.getFirstDisplayedRowIndex() - 1),
    reveal({ line, column }) {
      const row = rowOf(api, line)
      if (row !== undefined) showRow(api, row)
      if (column !== undefined) showColumn(column)
    },
    focusLabel: (line) => focusLabel(api, line),
    focusEnd: () => leapFocus(api, 'last', false),
    width: (column) => api.getColumn(column)?.getActualWidth(),
    fitted,
    chooseWidth,
    focusedColumn: () => document.activeElement?.closest('.ag-cell')?.getAttribute('col-id') ?? undefined,
  }
}
