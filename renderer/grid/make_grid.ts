/**
 * Makes the grid of a schedule. AG Grid draws and moves the focus; it owns no data: rows are lines by id, figures are
 * read from the engine when drawn, edits go through workbench/editing, and its own undo is off. It is made without
 * React, so that what it draws is on the screen when the task of an edit ends.
 */
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  createGrid,
  CustomEditorModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  type GridApi,
} from 'ag-grid-community'
import { takesInput } from '../../shared/calc/layout.ts'
import { nonceOfPage } from '../nonce.ts'
import { commitEdit } from '../workbench/editing.ts'
import type { GridRow } from '../workbench/rows.ts'
import { makeRange } from '../range/make_range.ts'
import { session } from '../workbench/session.ts'
import { gridColumns, LABEL_COLUMN, type GridStructure } from './grid_columns.ts'
import { cellAt, inSight, noteFocus, reachGoal, stepFocus } from './grid_focus.ts'
import { pressedInGrid } from './grid_keys.ts'
import { gridTheme, LABEL_LINE, ROW_HEIGHT } from './grid_theme.ts'
import { headHeights, labelLines, labelWidth } from './measures.ts'

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  CustomEditorModule,
  CellStyleModule,
  RowStyleModule,
  RowApiModule,
  RenderApiModule,
  ColumnApiModule,
  ScrollApiModule,
])

export type ScheduleGridHandle = {
  /** Shows these rows, with the figures as they now stand. */
  show(rows: GridRow[]): void
  destroy(): void
}

/** Columns beyond this many are drawn only while in sight. */
const MOST_COLUMNS_DRAWN = 40
const SCROLL_BAR = 18
const LEAST_LABEL = 280

type Api = GridApi<GridRow>

/** Gives the labels what room the figures leave, as much as they need. */
function fitLabels(api: Api, schedule: GridStructure, width: number): void {
  const figures = schedule.columns.reduce((sum, { id }) => sum + (api.getColumn(id)?.getActualWidth() ?? 0), 0)
  const newWidth = Math.max(LEAST_LABEL, Math.min(labelWidth(schedule), width - figures - SCROLL_BAR))
  if (Math.abs((api.getColumn(LABEL_COLUMN)?.getActualWidth() ?? 0) - newWidth) < 1) return
  api.setColumnWidths([{ key: LABEL_COLUMN, newWidth }])
  api.resetRowHeights()
}

function firstCell({ lines, columns }: GridStructure): { line: string; column: string } | null {
  for (const line of lines) {
    const column = columns.find((one) => takesInput(line, one))
    if (column) return { line: line.id, column: column.id }
  }
  return null
}

/** Makes the grid within an element; it keeps itself in step with the session until destroyed. */
export function makeGrid(container: HTMLElement, schedule: GridStructure): ScheduleGridHandle {
  const api: Api = createGrid<GridRow>(container, {
    theme: gridTheme,
    styleNonce: nonceOfPage(),
    columnDefs: gridColumns(schedule, {
      leave(step) {
        api.stopEditing(true)
        stepFocus(api, step)
      },
    }),
    rowData: [],
    getRowId: ({ data }) => data.line.id,
    ...headHeights(schedule),
    getRowHeight: ({ data, api: asked }) => {
      const width = asked.getColumn(LABEL_COLUMN)?.getActualWidth() ?? labelWidth(schedule)
      return data && labelLines(data, width) > 1 ? ROW_HEIGHT + LABEL_LINE : ROW_HEIGHT
    },
    getRowClass: ({ data }) => [`line-${data?.line.kind}`, data && data.depth > 0 ? 'detail' : 'top'],
    defaultColDef: { sortable: false, suppressMovable: true, resizable: true, suppressHeaderMenuButton: true },
    readOnlyEdit: true,
    undoRedoCellEditing: false,
    suppressDragLeaveHidesColumns: true,
    ensureDomOrder: true,
    animateRows: false,
    suppressColumnVirtualisation: schedule.columns.length <= MOST_COLUMNS_DRAWN,
    onFirstDataRendered: ({ api: drawn }) => reachGoal(drawn),
    onGridSizeChanged: ({ api: sized, clientWidth }) => fitLabels(sized, schedule, clientWidth),
    // The editor's own keys carry edits out; this catches what ends an edit by other ways, such as scrolling it away.
    onCellEditRequest: () => {
      if (session.getState().editing?.where === 'cell') commitEdit()
    },
  })

  let isThere = true
  // Labels are measured in the product's own font, which may arrive after the first drawing.
  const measureAgain = (): void => {
    if (!isThere) return
    fitLabels(api, schedule, container.clientWidth)
    api.resetRowHeights()
  }
  void document.fonts.ready.then(measureAgain, measureAgain)

  const keys = (event: KeyboardEvent): void => pressedInGrid(event, schedule, api)
  const focused = ({ target }: FocusEvent): void => noteFocus(schedule.id, cellAt(target))
  container.addEventListener('keydown', keys, true)
  container.addEventListener('focusin', focused)
  const endRange = makeRange(container, api, LABEL_COLUMN)

  let { revision } = session.getState()
  const unsubscribe = session.subscribe((state) => {
    if (state.revision !== revision) {
      revision = state.revision
      api.refreshCells({ force: true })
    }
    if (state.goal) reachGoal(api)
  })

  const { goal, focus } = session.getState()
  if (!goal && !focus) {
    const first = firstCell(schedule)
    if (first) session.setState({ focus: first, goal: first })
  }

  return {
    show(rows) {
      // The grid would keep the focus by its place in the list; it belongs to a line.
      const { goal, focus } = session.getState()
      const held = container.contains(document.activeElement)
      const stays = focus && held && !goal ? inSight(focus, rows, schedule.lines) : undefined
      api.setGridOption('rowData', rows)
      if (stays) session.setState({ focus: stays, goal: stays })
      api.refreshCells({ force: true })
      reachGoal(api)
    },
    destroy() {
      isThere = false
      endRange()
      unsubscribe()
      container.removeEventListener('keydown', keys, true)
      container.removeEventListener('focusin', focused)
      api.destroy()
    },
  }
}
