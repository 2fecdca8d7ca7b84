/**
 * Makes the grid of the comparison: the base and each scenario under its head, read-only, by keyboard like any schedule.
 * AG Grid draws and moves the focus; what a key opens or why it is refused is compared's.
 */
import type { ColDef, ColGroupDef, GridOptions } from 'ag-grid-community'
import { typeset } from '../../../shared/money/typeset.ts'
import type { Column, Line, Schedule } from '../../../shared/model/filing.ts'
import { noteFocus, reachGoal } from '../grid_focus.ts'
import { cellAt } from '../grid_elements.ts'
import { columnSight } from '../column_sight.ts'
import { gridOptions, isPassedOver, labelColumn } from '../drawn_grid.tsx'
import type { Api } from '../grid_context.ts'
import { valueEms, widthFor } from '../figures/figure_widths.ts'
import { columnWidth, headHeights, heightOf, labelLines, labelWidth } from '../figures/measures.ts'
import { moveFocus } from '../../session/place/focus.ts'
import { scaled } from '../../session/view/comfort.ts'
import { LABEL_COLUMN, type GridRow } from '../../session/reading/rows.ts'
import { CompareCell } from './compare_cell.ts'
import { isTypedBehind, openBehind, refuseTyping, type Comparison } from '../../session/reading/compared.ts'
import type { Session } from '../../session/session.ts'

/** Many columns stand side by side, so that each is as narrow as its figures allow; labels take two lines. */
const LABEL = 280
const AMOUNT = 114
const PERCENT = 68

function figureWidth(session: Session, column: Column): number {
  return column.format === 'percent'
    ? scaled(session, PERCENT)
    : Math.min(columnWidth(session, column), scaled(session, AMOUNT))
}

/** What the figures leave of the grid's width, where it is more than the least. */
function roomForLabels(
  session: Session,
  container: HTMLElement,
  structure: Schedule,
  widthOf: (column: Column) => number,
): number {
  const figures = structure.columns.reduce((sum, column) => sum + widthOf(column), 0)
  return Math.max(
    scaled(session, LABEL),
    Math.min(labelWidth(session, structure), container.clientWidth - figures - 18),
  )
}

/** The width that the widest figure of a column needs. */
function figuresNeed(session: Session, { sheet }: Comparison, column: Column): number {
  const { id, lines } = sheet.schedule
  const ems = lines.map((line) =>
    valueEms(sheet.values({ schedule: id, line: line.id, column: column.id }), line, column),
  )
  return widthFor(
    session,
    ems.reduce((most, one) => Math.max(most, one), 0),
  )
}

function cellClasses(line: Line | undefined, column: Column): string[] {
  if (!line || line.kind === 'heading') return []
  return [
    'figure-cell',
    'closed',
    ...(column.format === 'percent' ? ['percent'] : []),
    ...(/_(?:difference|percent)$/.test(column.id) ? ['computed'] : []),
    ...(line.rule ? [`rule-${line.rule}`, 'of-total'] : []),
  ]
}

function rowsOf({ sheet }: Comparison): GridRow[] {
  const byId = new Map(sheet.schedule.lines.map((line) => [line.id, line]))
  return sheet.rows.map(({ id, depth }) => ({ line: byId.get(id)!, depth, hasDetails: false, folded: false }))
}

/** The keys of the comparison: Enter opens, typing is refused with the reason. */
function pressed(session: Session, event: KeyboardEvent, shown: Comparison | undefined): void {
  const cell = cellAt(event.target)
  if (!cell || !shown || event.ctrlKey || event.metaKey || event.altKey) return
  // Shift+F2 comments on the figure behind: an action of the page.
  if (event.key === 'F2' && event.shiftKey) return
  if (event.key === 'Enter') openBehind(session, shown, cell.line, cell.column)
  else if (/^.$/su.test(event.key) || event.key === 'F2' || event.key === 'Delete' || event.key === 'Backspace') {
    refuseTyping(session, shown, cell.line, cell.column)
  } else return
  event.preventDefault()
  event.stopPropagation()
}

export function makeCompareGrid(session: Session, structure: Schedule) {
  let shown: Comparison | undefined
  let standing: ReturnType<typeof stand> | undefined
  /** Columns whose width was chosen. */
  const sized = new Set<string>()
  const figure = (column: Column): ColDef<GridRow> => ({
    colId: column.id,
    headerName: typeset(column.label),
    headerClass: 'figure-head',
    width: figureWidth(session, column),
    minWidth: 60,
    suppressNavigable: isPassedOver,
    cellRenderer: CompareCell,
    cellRendererParams: {
      sheet: () => shown?.sheet,
      isTyped: (line: string, at: string) => shown !== undefined && isTypedBehind(session, shown, line, at),
    },
    cellClass: ({ data }) => cellClasses(data?.line, column),
  })
  const labels: ColDef<GridRow> = {
    ...labelColumn(scaled(session, LABEL), ({ line }) => line.rule !== undefined),
    minWidth: 180,
  }
  const [base, ...others] = structure.columns
  const columnDefs: (ColDef<GridRow> | ColGroupDef<GridRow>)[] = [labels, figure(base!)]
  for (const { label, columns } of structure.groups ?? []) {
    const children = others.filter(({ id }) => columns.includes(id)).map(figure)
    columnDefs.push({ groupId: `group_${columns[0]}`, headerName: typeset(label), headerClass: 'group-head', children })
  }

  const options: GridOptions<GridRow> = {
    ...gridOptions({ session, attached: [] }),
    columnDefs,
    ...headHeights(session, structure, (column) => figureWidth(session, column)),
    getRowHeight: ({ data, api: asked }) => {
      const width = asked.getColumn(LABEL_COLUMN)?.getActualWidth() ?? scaled(session, LABEL)
      return heightOf(session, data ? labelLines(session, data, width) : 1)
    },
    suppressColumnVirtualisation: true,
    onColumnResized: ({ source, columns }) => {
      if (source === 'uiColumnResized') for (const column of columns ?? []) sized.add(column.getColId())
    },
    onCellDoubleClicked: ({ data, column }) => {
      if (shown && data) openBehind(session, shown, data.line.id, column.getColId())
    },
  }

  /** Connects the grid that was drawn with the session. */
  function stand(api: Api, container: HTMLElement) {
    const widthNow = ({ id }: Column): number => api.getColumn(id)?.getActualWidth() ?? 0
    const fitLabels = (): void => {
      if (sized.has(LABEL_COLUMN)) return
      api.setColumnWidths([{ key: LABEL_COLUMN, newWidth: roomForLabels(session, container, structure, widthNow) }])
      api.resetRowHeights()
    }
    /** Columns that nobody sized grow with their figures; the labels give way. */
    const grow = (comparison: Comparison): void => {
      const wider = structure.columns
        .map((column) => ({ column, newWidth: figuresNeed(session, comparison, column) }))
        .filter(({ column, newWidth }) => !sized.has(column.id) && newWidth > widthNow(column))
      if (wider.length === 0) return
      api.setColumnWidths(wider.map(({ column, newWidth }) => ({ key: column.id, newWidth })))
      fitLabels()
      api.updateGridOptions(headHeights(session, structure, widthNow))
    }
    const keys = (event: KeyboardEvent): void => pressed(session, event, shown)
    const focused = ({ target }: FocusEvent): void => noteFocus(session, structure.id, cellAt(target))
    container.addEventListener('keydown', keys, true)
    container.addEventListener('focusin', focused)
    const unsubscribe = session.subscribe(({ goal }) => {
      if (goal) reachGoal(session, api)
    })
    fitLabels()
    const sight = columnSight(api, container)
    return {
      show(comparison: Comparison): void {
        const rows = rowsOf(comparison)
        grow(comparison)
        api.setGridOption('rowData', rows)
        api.refreshCells({ force: true })
        const { goal, focus } = session.getState()
        const first = rows.find(({ line }) => line.kind !== 'heading')
        const column = comparison.compared[0]?.id ?? 'base'
        if (!goal && !focus && first) {
          const cell = { line: first.line.id, column }
          moveFocus(session, cell, cell)
        }
        reachGoal(session, api)
      },
      end(): void {
        sight.end()
        unsubscribe()
        container.removeEventListener('keydown', keys, true)
        container.removeEventListener('focusin', focused)
      },
    }
  }

  return {
    options,
    ready(api: Api, container: HTMLElement): void {
      standing?.end()
      standing = stand(api, container)
      if (shown) standing.show(shown)
    },
    /** Shows the comparison as it now stands; its columns are those that the grid was made for. */
    show(comparison: Comparison): void {
      shown = comparison
      standing?.show(comparison)
    },
    end(): void {
      standing?.end()
      standing = undefined
    },
  }
}
