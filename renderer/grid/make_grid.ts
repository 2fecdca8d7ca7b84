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
  TooltipModule,
  type GridApi,
} from 'ag-grid-community'
import { takesInput } from '../../shared/calc/layout.ts'
import type { Column } from '../../shared/model/filing.ts'
import { markReads } from '../features/entering/read_marks.ts'
import { nonceOfPage } from '../client/nonce.ts'
import { givenWidth, scaled } from '../session/view/comfort.ts'
import { commitEdit } from '../session/edit/editing.ts'
import { shownFiling } from '../session/reading/figures.ts'
import { LABEL_COLUMN, type GridRow } from '../session/reading/rows.ts'
import { makeDrag } from '../features/structure/drag.ts'
import { dragHost } from '../features/structure/drag_host.ts'
import { nameAt } from '../features/structure/label_keys.ts'
import { makeRange } from '../features/blocks/selecting.ts'
import { sameSpot } from '../session/selection/range.ts'
import { reveal } from '../features/blocks/range_keys.ts'

import type { EditorHost } from './editor/cell_editor.ts'
import { fitAtEdge, keepResized, offerWidths, widthOf, type Widths } from './column_widths.ts'
import { figureNeeds, type Touched } from './figures/figure_needs.ts'
import { freshFigures } from './figures/fresh_figures.ts'
import { gridColumns, type GridContext, type GridStructure } from './grid_columns.ts'
import {
  cellAt,
  enterFocus,
  inSight,
  labelAt,
  nearestCell,
  nearestColumn,
  noteFocus,
  noteLabel,
  reachGoal,
  stepFocus,
} from './grid_focus.ts'
import { pressedInGrid } from './grid_keys.ts'
import { gridTheme } from './grid_theme.ts'
import { typistOf } from './editor/typist.ts'
import { offerTyping } from './editor/typing_field.ts'
import {
  fittedLabel,
  forgetMeasures,
  headHeights,
  headWidth,
  heightOf,
  labelLines,
  labelWidth,
} from './figures/measures.ts'
import type { Session } from '../session/session.ts'

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
  TooltipModule,
])

export type ScheduleGridHandle = {
  /** Brings the grid to another structure of the same schedule; scroll, focus and widths stay. */
  restructure(structure: GridStructure): void
  /** Shows these rows, with the figures as they now stand. */
  show(rows: GridRow[]): void
  destroy(): void
}

/** How long the pointer rests on a head before it says how the column is formed, in milliseconds. */
const TOOLTIP_DELAY = 500

/** Columns beyond this many are drawn only while in sight. */
const MOST_COLUMNS_DRAWN = 16
const SCROLL_BAR = 18
const LEAST_LABEL = 280
/** Of a narrow window the labels leave this much to the figures, and always the widest of them whole. */
const MOST_OF_WIDTH = 0.5
const NARROWEST_LABEL = 96

type Api = GridApi<GridRow>

/** Gives the labels the width that was chosen, else what room the figures leave, as much as they need. */
function fitLabels(session: Session, api: Api, schedule: GridStructure, width: number): void {
  const widths = schedule.columns.map(({ id }) => api.getColumn(id)?.getActualWidth() ?? 0)
  const figures = widths.reduce((sum, one) => sum + one, 0)
  // In a low window a label of one line is worth more than another column.
  const { low, slim } = session.getState().room
  const least = low ? labelWidth(session, schedule) : scaled(session, LEAST_LABEL)
  const room = Math.max(least, Math.min(labelWidth(session, schedule), width - figures - SCROLL_BAR))
  const beside = Math.max(NARROWEST_LABEL, width - Math.max(0, ...widths) - SCROLL_BAR)
  // Where one column has room, the labels have the rest.
  const most = slim ? beside : Math.min(beside, Math.max(180, width * MOST_OF_WIDTH))
  const newWidth = Math.min(givenWidth(session, schedule.id, LABEL_COLUMN) ?? room, most)
  if (Math.abs((api.getColumn(LABEL_COLUMN)?.getActualWidth() ?? 0) - newWidth) < 1) return
  api.setColumnWidths([{ key: LABEL_COLUMN, newWidth }])
  api.resetRowHeights()
}

function rowHeightIn(session: Session, api: Api, schedule: GridStructure, row: GridRow | undefined): number {
  const width = api.getColumn(LABEL_COLUMN)?.getActualWidth() ?? labelWidth(session, schedule)
  return heightOf(session, row ? labelLines(session, row, width) : 1)
}

/** Brings the rows to the heights of their labels as they now read: the grid asks for the height of a row only when it makes it. */
function fitHeights(session: Session, api: Api, schedule: GridStructure, rows: readonly GridRow[]): void {
  const isOff = (row: GridRow): boolean =>
    api.getRowNode(row.line.id)?.rowHeight !== rowHeightIn(session, api, schedule, row)
  if (rows.some(isOff)) api.resetRowHeights()
}

function firstCell({ lines, columns }: GridStructure): { line: string; column: string } | null {
  for (const line of lines) {
    const column = columns.find((one) => takesInput(line, one))
    if (column) return { line: line.id, column: column.id }
  }
  return null
}

/** Makes the grid within an element; it keeps itself in step with the session until destroyed. */
export function makeGrid(session: Session, container: HTMLElement, made: GridStructure): ScheduleGridHandle {
  let schedule = made
  const needs = figureNeeds(session)
  needs.measure(schedule)
  const width = (column: Column): number => widthOf(session, schedule.id, column, needs.width(column.id))
  /** The heights of the heads as the columns now stand; what the browser scrolls to comes to stand below them. */
  const heights = (): ReturnType<typeof headHeights> => {
    const heads = headHeights(session, schedule, width)
    const high = heads.headerHeight + (schedule.groups?.length ? heads.groupHeaderHeight : 0)
    container.style.setProperty('--heads', `${high}px`)
    return heads
  }
  const host: EditorHost = {
    session,
    leave(step, entered = false) {
      api.stopEditing(true)
      if (entered && step !== 'stay') enterFocus(session, api, step)
      else stepFocus(api, step)
    },
    reveal: (cell) => reveal(api, cell),
  }
  const api: Api = createGrid<GridRow>(container, {
    theme: gridTheme,
    context: { session } satisfies GridContext,
    styleNonce: nonceOfPage(),
    columnDefs: gridColumns(session, schedule, host, width),
    rowData: [],
    getRowId: ({ data }) => data.line.id,
    ...heights(),
    getRowHeight: ({ data, api: asked }) => rowHeightIn(session, asked, schedule, data),
    getRowClass: ({ data }) => [`line-${data?.line.kind}`, data && data.depth > 0 ? 'detail' : 'top'],
    defaultColDef: { sortable: false, suppressMovable: true, resizable: true, suppressHeaderMenuButton: true },
    readOnlyEdit: true,
    undoRedoCellEditing: false,
    suppressDragLeaveHidesColumns: true,
    ensureDomOrder: true,
    animateRows: false,
    // The style sheet marks the row under the pointer; the grid's own mark would lay the page out at each row that scrolls by.
    suppressRowHoverHighlight: true,
    suppressColumnVirtualisation: schedule.columns.length <= MOST_COLUMNS_DRAWN,
    onFirstDataRendered: ({ api: drawn }) => reachGoal(session, drawn),
    onGridSizeChanged: ({ api: sized, clientWidth }) => fitLabels(session, sized, schedule, clientWidth),
    onColumnResized: (event) => {
      if (keepResized(session, schedule.id, event)) resized()
    },
    tooltipShowDelay: TOOLTIP_DELAY,
    // The editor's own keys carry edits out; this catches what ends an edit by other ways, such as scrolling it away.
    onCellEditRequest: () => {
      if (session.getState().editing?.where === 'cell') commitEdit(session)
    },
  })

  let drawn: readonly GridRow[] = []
  let columnsBefore: GridStructure['columns'] = schedule.columns
  /** The grid held the focus before its structure changed. */
  let wasHeld = false
  /** Heads wrap anew, and labels, when a column became wider or narrower. */
  const resized = (): void => {
    api.updateGridOptions(heights())
    fitLabels(session, api, schedule, container.clientWidth)
    api.resetRowHeights()
    // What stands beside a cell goes with it.
    window.dispatchEvent(new Event('resize'))
  }
  /** Everything is as large as the sheet now stands. */
  const rescale = (): void => {
    api.setColumnWidths(schedule.columns.map((column) => ({ key: column.id, newWidth: width(column) })))
    resized()
  }
  /** A column that nobody sized grows with its figures, before they are drawn. */
  const grow = (touched?: Touched): void => {
    // Of another structure the grid is told next.
    const now = shownFiling(session)?.schedules.find(({ id }) => id === schedule.id)
    if (!touched && (now?.lines !== schedule.lines || now.columns !== schedule.columns)) return
    const grown = needs.measure(schedule, touched)
    const wider = schedule.columns.filter(
      (column) => grown.includes(column.id) && width(column) > (api.getColumn(column.id)?.getActualWidth() ?? 0),
    )
    if (wider.length === 0) return
    api.setColumnWidths(wider.map((column) => ({ key: column.id, newWidth: width(column) })))
    resized()
  }
  const fitted = (key: string): number => {
    const column = schedule.columns.find(({ id }) => id === key)
    return column
      ? Math.max(headWidth(session, column), needs.fitted(schedule, column))
      : fittedLabel(session, schedule)
  }
  const widths: Widths = { api, schedule: schedule.id, labels: LABEL_COLUMN, fitted, changed: resized }
  const endWidths = offerWidths(widths)
  const name = (event: MouseEvent): void => nameAt(session, event)
  const fitEdge = ({ target }: MouseEvent): void => fitAtEdge(session, widths, target)
  let isThere = true
  // Labels are measured in the product's own font, which may arrive after the first drawing.
  const measureAgain = (): void => {
    if (!isThere) return
    forgetMeasures()
    fitLabels(session, api, schedule, container.clientWidth)
    api.resetRowHeights()
  }
  void document.fonts.ready.then(measureAgain, measureAgain)

  const keys = (event: KeyboardEvent): void => pressedInGrid(session, event, schedule, api)
  const focused = ({ target }: FocusEvent): void => {
    const label = labelAt(target)
    if (label === undefined) noteFocus(session, schedule.id, cellAt(target))
    else noteLabel(session, label, schedule.columns)
  }
  // Before the keys: a key that comes after composed text is the editor's.
  const endTyping = offerTyping(container, (cell) => typistOf(session, cell, api, () => schedule))
  container.addEventListener('keydown', keys, true)
  container.addEventListener('focusin', focused)
  container.addEventListener('dblclick', name)
  container.addEventListener('dblclick', fitEdge)
  const endDrag = makeDrag(
    session,
    container,
    dragHost(session, () => drawn),
  )
  const endRange = makeRange(session, container, api, LABEL_COLUMN)
  const endReads = markReads(session, container)

  const figures = freshFigures(session, api, schedule.id, grow)
  let { zoom, density } = session.getState().view
  let { room } = session.getState()
  const unsubscribe = session.subscribe((state, before) => {
    if (state.view.zoom !== zoom || state.view.density !== density || state.room !== room) {
      room = state.room
      zoom = state.view.zoom
      density = state.view.density
      rescale()
    }
    if (state.held !== before.held || state.place !== before.place || state.tieOuts !== before.tieOuts) figures.draw()
    if (state.goal) reachGoal(session, api)
  })

  const { goal, focus } = session.getState()
  if (!goal && !focus) {
    const first = firstCell(schedule)
    if (first) session.setState({ focus: first, goal: first })
  }

  return {
    restructure(structure) {
      if (structure === schedule) return
      schedule = structure
      needs.measure(schedule)
      // A column that goes takes the page's focus with it.
      wasHeld = container.contains(document.activeElement)
      // The grid finds its columns again by their ids; it is told no more than what became of them.
      api.updateGridOptions({ columnDefs: gridColumns(session, schedule, host, width), ...heights() })
      fitLabels(session, api, schedule, container.clientWidth)
    },
    show(rows) {
      // The grid would keep the focus by its place in the list; it belongs to a line.
      const { goal, focus } = session.getState()
      const held = wasHeld || container.contains(document.activeElement)
      wasHeld = false
      const near =
        goal || !focus ? undefined : (inSight(focus, rows, schedule.lines) ?? nearestCell(focus, drawn, rows))
      const stays = near && nearestColumn(near, columnsBefore, schedule.columns)
      const onLabel = labelAt(document.activeElement) !== undefined
      api.setGridOption('rowData', rows)
      fitHeights(session, api, schedule, rows)
      drawn = rows
      columnsBefore = schedule.columns
      if (stays && held) {
        session.setState({ focus: stays, goal: onLabel ? { ...stays, column: LABEL_COLUMN } : stays })
      } else if (stays && !sameSpot(stays, focus)) session.setState({ focus: stays })
      api.refreshCells({ force: true })
      reachGoal(session, api)
    },
    destroy() {
      isThere = false
      endWidths()
      figures.end()
      endDrag()
      endRange()
      endReads()
      unsubscribe()
      endTyping()
      container.removeEventListener('keydown', keys, true)
      container.removeEventListener('focusin', focused)
      container.removeEventListener('dblclick', name)
      container.removeEventListener('dblclick', fitEdge)
      api.destroy()
    },
  }
}
