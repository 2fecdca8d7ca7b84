/**
 * The grid of a schedule, around the component that draws it. AG Grid draws and moves the focus; it owns no data: rows are lines by id,
 * figures are read from the engine when drawn, edits go through the session, and its own undo is off. Cells are drawn without
 * React, so that what they show is on the screen when the task of an edit ends.
 */
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  type ColDef,
  type ColGroupDef,
  type GridOptions,
} from 'ag-grid-community'
import type { Column } from '../../shared/model/filing.ts'
import { commitEdit } from '../session/edit/editing.ts'
import { shownFiling } from '../session/reading/figures.ts'
import { LABEL_COLUMN, type GridRow } from '../session/reading/rows.ts'
import { sameSpot } from '../session/selection/range.ts'
import type { Api, EditorHost, Step } from './grid_context.ts'
import { columnSight } from './column_sight.ts'
import { chooseWidth, keepResized, widthOf } from './column_widths.ts'
import { figureNeeds, type Touched } from './figures/figure_needs.ts'
import { freshFigures } from './figures/fresh_figures.ts'
import { gridColumns, type GridStructure } from './grid_columns.ts'
import {
  enterFocus,
  inSight,
  nearestCell,
  nearestColumn,
  noteFocus,
  noteLabel,
  noteReached,
  reachGoal,
  stepFocus,
} from './grid_focus.ts'
import { cellAt, edgeAt, labelAt } from './grid_elements.ts'
import { pressedInGrid } from './grid_keys.ts'
import { gridOptions } from './drawn_grid.tsx'
import { easeOf, fitHeights, fitLabels, rowHeightIn } from './shared_room.ts'
import { typistOf } from './editor/typist.ts'
import { offerTyping, passingBy } from './editor/typing_field.ts'
import { groupShare, fittedLabel, forgetMeasures, headHeights, headWidth } from './figures/measures.ts'
import type { Session } from '../session/session.ts'
import { offerGrid, type Attached } from '../contrib/grid_handle.ts'
import { contributed } from '../contrib/lookup.ts'
import { inPieces } from '../session/pieces.ts'
import { firstCell } from '../session/place/first_cell.ts'
import { moveFocus } from '../session/place/focus.ts'
import { gridHandleOf } from './grid_handle_of.ts'

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  CustomEditorModule,
  EventApiModule,
  CellStyleModule,
  RowStyleModule,
  RowApiModule,
  RenderApiModule,
  ColumnApiModule,
  ScrollApiModule,
  TooltipModule,
])

/** How long the pointer rests on a head before it says how the column is formed, in milliseconds. */
const TOOLTIP_DELAY = 500

/** Lines touched at once, beyond which their figures are measured piece by piece. */
const MOST_MEASURED = 400

/** Columns beyond this many are drawn only while in sight. */
const MOST_COLUMNS_DRAWN = 16

/** The grid of a schedule; it keeps itself in step with the session from the moment it is drawn until it ends. */
export function makeScheduleGrid(session: Session, made: GridStructure) {
  let schedule = made
  let drawn: GridRow[] = []
  let standing: ReturnType<typeof stand> | undefined
  /** What features do at the grid; filled once it is drawn, and read by cells that are drawn later. */
  const attached: Attached[] = []
  const needs = figureNeeds(session)
  needs.measure(schedule)
  /** How much more than their least the columns have that nobody sized. */
  let ease = 1
  const width = (column: Column, eased = ease): number =>
    widthOf(session, schedule.id, column, {
      figures: needs.width(column.id),
      ease: eased,
      group: groupShare(session, schedule, column),
    })
  const easeTo = (room: number): void => {
    ease = easeOf(session, schedule, room, width)
  }
  const heights = (): ReturnType<typeof headHeights> => headHeights(session, schedule, width)
  const host: EditorHost = {
    session,
    fieldHelp: contributed(session, ({ fieldHelp }) => (fieldHelp ? [fieldHelp] : undefined))[0],
    leave: (step, entered) => standing?.leave(step, entered),
    reveal: (cell) => standing?.handle.reveal(cell),
  }
  const columns = (): (ColDef<GridRow> | ColGroupDef<GridRow>)[] => gridColumns(session, schedule, width)

  const options: GridOptions<GridRow> = {
    ...gridOptions({ session, attached, host }),
    columnDefs: columns(),
    ...heights(),
    getRowHeight: ({ data, api: asked }) => rowHeightIn(session, asked, schedule, data),
    readOnlyEdit: true,
    undoRedoCellEditing: false,
    // Where the focus goes after rows were drawn anew is the session's to say.
    suppressFocusAfterRefresh: true,
    // The style sheet marks the row under the pointer; the grid's own mark would lay the page out at each row that scrolls by.
    suppressRowHoverHighlight: true,
    suppressColumnVirtualisation: schedule.columns.length <= MOST_COLUMNS_DRAWN,
    onGridSizeChanged: () => standing?.fitted(),
    onViewportChanged: () => standing?.viewed(),
    onColumnResized: (event) => {
      if (keepResized(session, schedule.id, event)) standing?.resized()
    },
    tooltipShowDelay: TOOLTIP_DELAY,
    // The editor's own keys carry edits out; this catches what ends an edit by other ways, such as scrolling it away.
    onCellEditRequest: () => {
      if (session.getState().editing?.where === 'cell') commitEdit(session)
    },
  }

  /** Connects the grid that was drawn with the session and the features. */
  function stand(api: Api, container: HTMLElement) {
    /** What the browser scrolls to comes to stand below the heads. */
    const markHeads = (): void => {
      const heads = heights()
      const high = heads.headerHeight + (schedule.groups?.length ? heads.groupHeaderHeight : 0)
      container.style.setProperty('--heads', `${high}px`)
    }
    markHeads()
    const sight = columnSight(api, container)
    let isThere = true
    /** The structure whose columns the grid was told of last. */
    let told = schedule
    /** False where the grid has the columns of the schedule, as wide as they are to be: acts on lines mostly leave them so. */
    const isOtherColumns = (): boolean => {
      if (told.columns !== schedule.columns || told.groups !== schedule.groups || told.caption !== schedule.caption)
        return true
      return schedule.columns.some((column) => api.getColumn(column.id)?.getActualWidth() !== width(column))
    }
    let columnsBefore: GridStructure['columns'] = schedule.columns
    /** The grid held the focus before its structure changed. */
    let wasHeld = false
    /** Puts the focus where it was sent, as soon as that is drawn: rows come in a frame or two after the grid was told of them. */
    const reach = (frames = 6): void => {
      if (!isThere || !session.getState().goal) return
      reachGoal(session, api)
      if (session.getState().goal && frames > 0) requestAnimationFrame(() => reach(frames - 1))
    }
    /** Gives the columns that nobody sized the widths that the room now leaves them; true where one is another than it was. */
    const fitColumns = (): boolean => {
      easeTo(container.clientWidth)
      const other = schedule.columns.filter((column) => api.getColumn(column.id)?.getActualWidth() !== width(column))
      api.setColumnWidths(other.map((column) => ({ key: column.id, newWidth: width(column) })))
      return other.length > 0
    }
    /** Heads wrap anew, and labels, when a column became wider or narrower. */
    const resized = (): void => {
      fitColumns()
      markHeads()
      api.updateGridOptions(heights())
      fitLabels(session, api, schedule, container.clientWidth)
      api.resetRowHeights()
      sight.look()
      // What stands beside a cell goes with it.
      window.dispatchEvent(new Event('resize'))
    }
    /** Columns are pinned, or are among the others again; the one in focus stays in sight. */
    const pin = (): void => {
      api.updateGridOptions({ columnDefs: columns() })
      resized()
      const { focus } = session.getState()
      if (focus) sight.show(focus.column)
    }
    /** The same where the grid itself did. */
    const fitted = (): void => {
      if (container.clientWidth === 0) return
      if (fitColumns()) resized()
      else fitLabels(session, api, schedule, container.clientWidth)
    }
    /** True while the grid is to be told of another structure next, and shows all of it anew then. */
    const isToBeTold = (): boolean => {
      const now = shownFiling(session)?.schedules.find(({ id }) => id === schedule.id)
      return now?.lines !== schedule.lines || now.columns !== schedule.columns
    }
    /** A column that nobody sized grows with its figures, before they are drawn. */
    const grow = (touched?: Touched): void => {
      if (!touched && isToBeTold()) return
      if (touched && touched.size > MOST_MEASURED) {
        // Of very many figures the widths follow once they are drawn.
        void inPieces(session.timer, needs.measureInSteps(schedule, touched)).then(widen)
      } else widen(needs.measure(schedule, touched))
    }
    const widen = (grown: readonly string[]): void => {
      if (!isThere) return
      const wider = schedule.columns.filter(
        (column) => grown.includes(column.id) && width(column) > (api.getColumn(column.id)?.getActualWidth() ?? 0),
      )
      if (wider.length > 0) resized()
    }
    const handle = gridHandleOf(api, {
      session,
      element: container,
      rows: () => drawn,
      showColumn: sight.show,
      fitted(key) {
        const column = schedule.columns.find(({ id }) => id === key)
        if (!column) return fittedLabel(session, schedule)
        return Math.max(headWidth(session, column), needs.fitted(schedule, column))
      },
      chooseWidth(key, wanted) {
        chooseWidth(session, api, schedule.id, key, wanted)
        resized()
      },
    })
    // Labels are measured in the product's own font, which may arrive after the first drawing.
    const measureAgain = (): void => {
      if (!isThere) return
      forgetMeasures()
      fitLabels(session, api, schedule, container.clientWidth)
      api.resetRowHeights()
    }
    void document.fonts.ready.then(measureAgain, measureAgain)

    const keys = (event: KeyboardEvent): void => pressedInGrid(session, event, schedule, api, attached)
    const focused = ({ target }: FocusEvent): void => {
      const label = labelAt(target)
      if (label === undefined) noteFocus(session, schedule.id, cellAt(target))
      else noteLabel(session, label, schedule.columns)
      noteReached(session, target)
    }
    const fitEdge = ({ target }: MouseEvent): void => {
      const key = edgeAt(target)
      if (key !== undefined) handle.chooseWidth(key, handle.fitted(key))
    }
    // Before the keys: a key that comes after composed text is the editor's.
    const endTyping = offerTyping(container, (cell) => typistOf(session, cell, api, () => schedule))
    container.addEventListener('keydown', keys, true)
    container.addEventListener('focusin', focused)
    container.addEventListener('dblclick', fitEdge)
    attached.splice(0, Infinity, ...contributed(session, (feature) => feature.grid).map((attach) => attach(handle)))
    const endOffer = offerGrid(handle)

    const figures = freshFigures(session, api, schedule.id, { changed: grow, isToBeTold })
    const unsubscribe = session.subscribe((state, before) => {
      const [view, was] = [state.view, before.view]
      if (view.pinned !== was.pinned || state.room.slim !== before.room.slim) pin()
      if (view.zoom !== was.zoom || view.density !== was.density || state.room !== before.room) resized()
      if (state.held !== before.held || state.place !== before.place || state.tieOuts !== before.tieOuts) figures.draw()
      if (state.goal) reachGoal(session, api)
    })

    const { goal, focus } = session.getState()
    const first = goal || focus ? null : firstCell(session, schedule)
    if (first) moveFocus(session, first, first)

    /** What is drawn anew is marked once its elements stand. */
    let viewing = 0
    const viewed = (): void => {
      cancelAnimationFrame(viewing)
      viewing = requestAnimationFrame(() => {
        if (isThere) for (const one of attached) one.viewed?.()
      })
    }

    return {
      handle,
      takeRestructured: () => figures.takeRestructured(),
      resized,
      fitted,
      viewed,
      leave(step: Step, entered = false): void {
        // The cell that is left would take the focus first, and the page be laid out for it.
        if (step === 'stay') api.stopEditing(true)
        else passingBy(document.activeElement?.closest('.ag-cell'), () => api.stopEditing(true))
        if (entered && step !== 'stay') enterFocus(session, api, step)
        else stepFocus(api, step)
      },
      restructured(): void {
        // A column that goes takes the page's focus with it.
        wasHeld = container.contains(document.activeElement)
        // The grid finds its columns again by their ids; it is told no more than what became of them.
        easeTo(container.clientWidth)
        if (isOtherColumns()) {
          markHeads()
          api.updateGridOptions({ columnDefs: columns(), ...heights() })
          told = schedule
        }
        fitLabels(session, api, schedule, container.clientWidth)
      },
      show(rows: GridRow[], before: readonly GridRow[]): void {
        // The grid would keep the focus by its place in the list; it belongs to a line.
        const { goal, focus } = session.getState()
        const held = wasHeld || container.contains(document.activeElement)
        wasHeld = false
        const near =
          goal || !focus ? undefined : (inSight(focus, rows, schedule.lines) ?? nearestCell(focus, before, rows))
        const stays = near && nearestColumn(near, columnsBefore, schedule.columns)
        const onLabel = labelAt(document.activeElement) !== undefined
        api.setGridOption('rowData', rows)
        fitHeights(session, api, schedule, rows)
        columnsBefore = schedule.columns
        if (stays && held) moveFocus(session, stays, onLabel ? { ...stays, column: LABEL_COLUMN } : stays)
        else if (stays && !sameSpot(stays, focus)) moveFocus(session, stays)
        api.refreshCells({ force: true })
        reach()
      },
      end(): void {
        isThere = false
        sight.end()
        endOffer()
        figures.end()
        for (const one of attached.splice(0)) one.end()
        unsubscribe()
        endTyping()
        container.removeEventListener('keydown', keys, true)
        container.removeEventListener('focusin', focused)
        container.removeEventListener('dblclick', fitEdge)
      },
    }
  }

  return {
    options,
    ready(api: Api, container: HTMLElement): void {
      standing?.end()
      standing = stand(api, container)
      standing.show(drawn, drawn)
    },
    /** Brings the grid to another structure of the same schedule; scroll, focus and widths stay. */
    restructure(structure: GridStructure): void {
      if (structure === schedule) return
      const before = schedule
      schedule = structure
      needs.remeasure(before, schedule, standing?.takeRestructured())
      standing?.restructured()
    },
    /** Shows these rows, with the figures as they now stand. */
    show(rows: GridRow[]): void {
      const before = drawn
      drawn = rows
      standing?.show(rows, before)
    },
    end(): void {
      standing?.end()
      standing = undefined
    },
  }
}
