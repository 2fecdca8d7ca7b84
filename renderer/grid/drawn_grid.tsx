/**
 * What the grid of a schedule and that of a comparison have in common: the library's options, the column of labels, and the component
 * that draws them.
 */
import type { ColDef, GridOptions, SuppressNavigableCallbackParams } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useRef, useState, type JSX, type RefObject } from 'react'
import { nonceOf } from '../contrib/lookup.ts'
import { LABEL_COLUMN, type GridRow } from '../session/reading/rows.ts'
import { LabelCell } from './figures/cell_renderers.ts'
import type { Api, GridContext } from './grid_context.ts'
import { reachGoal } from './grid_focus.ts'
import { gridTheme } from './grid_theme.ts'

/** The options of any grid here; its rows come once it stands. */
export function gridOptions(context: GridContext): GridOptions<GridRow> {
  return {
    theme: gridTheme,
    context,
    styleNonce: nonceOf(context.session),
    rowData: [],
    getRowId: ({ data }) => data.line.id,
    getRowClass: ({ data }) => [`line-${data?.line.kind}`, data && data.depth > 0 ? 'detail' : 'top'],
    defaultColDef: { sortable: false, suppressMovable: true, resizable: true, suppressHeaderMenuButton: true },
    suppressDragLeaveHidesColumns: true,
    ensureDomOrder: true,
    animateRows: false,
    onFirstDataRendered: ({ api }) => reachGoal(context.session, api),
  }
}

/** A heading has one stop for keys, in the first column: the others would be empty ones. */
export function isPassedOver({ data, column, api }: SuppressNavigableCallbackParams<GridRow>): boolean {
  if (data?.line.kind !== 'heading') return false
  return api.getAllDisplayedColumns().find((one) => one.getColId() !== LABEL_COLUMN) !== column
}

export function labelColumn(width: number, isTotal: (row: GridRow) => boolean): ColDef<GridRow> {
  return {
    colId: LABEL_COLUMN,
    headerName: 'Line',
    headerClass: ['label-head', 'unseen'],
    pinned: 'left',
    lockPinned: true,
    width,
    suppressNavigable: true,
    cellRenderer: LabelCell,
    cellClass: ({ data }) => ['label-cell', ...(data && isTotal(data) ? ['of-total'] : [])],
    cellAriaRole: 'rowheader',
  }
}

type Made = {
  /** What the component is given; it never changes. */
  options: GridOptions<GridRow>
  /** The grid is drawn within this element. */
  ready(api: Api, container: HTMLElement): void
  /** Lets go of the grid; the component takes it away. */
  end(): void
}

/** Draws a grid within `element`, under a name for screen readers; `readOnly` where nothing in it can be typed. */
export function useDrawn(
  grid: Made,
  name: string,
  readOnly: boolean,
): { element: RefObject<HTMLDivElement | null>; drawn: JSX.Element } {
  const element = useRef<HTMLDivElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => () => grid.end(), [grid])
  useEffect(() => {
    const table = isDrawn ? element.current!.querySelector<HTMLElement>('[role="grid"], [role="treegrid"]') : null
    if (!table) return
    table.ariaLabel = name
    table.ariaReadOnly = readOnly ? 'true' : null
  }, [isDrawn, name, readOnly])
  const onGridReady = ({ api }: { api: Api }): void => {
    grid.ready(api, element.current!)
    setDrawn(true)
  }
  return { element, drawn: <AgGridReact {...grid.options} onGridReady={onGridReady} /> }
}
