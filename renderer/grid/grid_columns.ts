/**
 * A schedule's columns as the grid's: ids unchanged, heads grouped as the document groups them.
 */
import type { ColDef, ColGroupDef, EditableCallbackParams, SuppressKeyboardEventParams } from 'ag-grid-community'
import { typeset } from '../../shared/money/typeset.ts'
import { hasCell, takesInput } from '../../shared/calc/layout.ts'
import type { Column, ColumnGroup, Schedule } from '../../shared/model/filing.ts'
import { pinnedAmong } from '../session/view/pinning.ts'
import { givenWidth } from '../session/view/comfort.ts'
import { LABEL_COLUMN, type GridRow } from '../session/reading/rows.ts'
import { CellEditor } from './editor/cell_editor.ts'
import { isPassedOver, labelColumn } from './drawn_grid.tsx'
import { FigureCell } from './figures/cell_renderers.ts'
import { groupLabel, headText, isTotal, isUnpublished, labelWidth } from './figures/measures.ts'
import type { Session } from '../session/session.ts'

function cellClasses(row: GridRow | undefined, column: Column): string[] {
  if (!row) return []
  const { line } = row
  const exists = hasCell(line, column)
  return [
    'figure-cell',
    ...(column.kind === 'computed' || column.all ? ['computed'] : []),
    ...(isUnpublished(column) ? ['unpublished'] : []),
    ...(column.format === 'percent' ? ['percent'] : []),
    ...(exists && line.rule ? [`rule-${line.rule}`] : []),
    ...(exists && isTotal(line) ? ['of-total'] : []),
    ...(exists && takesInput(line, column) ? [] : ['closed']),
  ]
}

/** Keys that the grid leaves alone: all while a cell is edited, and those of the list of actions, which it would take for its own. */
function leavesKey({ editing, event }: SuppressKeyboardEventParams<GridRow>): boolean {
  return editing || event.altKey || (event.key === 'Delete' && (event.ctrlKey || event.metaKey))
}

function figureColumn(column: Column, width: number, isPinned: boolean): ColDef<GridRow> {
  return {
    pinned: isPinned ? 'right' : null,
    lockPinned: true,
    suppressNavigable: isPassedOver,
    colId: column.id,
    headerName: headText(column),
    headerTooltip: column.how,
    headerClass: ['figure-head', ...(isUnpublished(column) ? [`origin-${column.origin}`] : [])],
    width,
    minWidth: 40,
    cellRenderer: FigureCell,
    cellEditor: CellEditor,
    editable: ({ data }: EditableCallbackParams<GridRow>) => data !== undefined && takesInput(data.line, column),
    suppressKeyboardEvent: leavesKey,
    cellClass: ({ data }) => cellClasses(data, column),
  }
}

function groupOf(groups: readonly ColumnGroup[] | undefined, column: string): ColumnGroup | undefined {
  return groups?.find(({ columns }) => columns.includes(column))
}

/** What a grid is made for: a schedule without its inputs. */
export type GridStructure = Pick<Schedule, 'id' | 'lines' | 'columns' | 'groups' | 'caption'>

/** The grid's columns: labels first, then each column as wide as said, neighbours of one group under its head. */
export function gridColumns(
  session: Session,
  schedule: GridStructure,
  widthOf: (column: Column) => number,
): (ColDef<GridRow> | ColGroupDef<GridRow>)[] {
  const width = givenWidth(session, schedule.id, LABEL_COLUMN) ?? labelWidth(session, schedule)
  const labels: ColDef<GridRow> = {
    ...labelColumn(width, ({ line }) => isTotal(line)),
    ...(schedule.caption !== undefined && { headerName: typeset(schedule.caption), headerClass: 'label-head' }),
    minWidth: 96,
    suppressKeyboardEvent: leavesKey,
  }
  const pinned = pinnedAmong(session, schedule.id, schedule.columns)
  const shown: (ColDef<GridRow> | ColGroupDef<GridRow>)[] = [labels]
  let open: { group: ColumnGroup; definition: ColGroupDef<GridRow> } | undefined
  for (const column of schedule.columns) {
    const group = groupOf(schedule.groups, column.id)
    const figure = figureColumn(column, widthOf(column), pinned.has(column.id))
    if (!group) {
      open = undefined
      shown.push(figure)
    } else if (open?.group === group) open.definition.children.push(figure)
    else {
      const definition: ColGroupDef<GridRow> = {
        groupId: `group_${column.id}`,
        headerName: groupLabel(group),
        headerClass: 'group-head',
        marryChildren: true,
        children: [figure],
      }
      open = { group, definition }
      shown.push(definition)
    }
  }
  return shown
}
