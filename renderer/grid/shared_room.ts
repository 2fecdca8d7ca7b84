/**
 * How the labels and the figures of a schedule share the room of its grid: columns of figures give way first, then the labels, and only
 * then does anything scroll. Measures and sets widths; what a person chose stays.
 */
import type { Column } from '../../shared/model/filing.ts'
import { pinnedAmong } from '../session/view/pinning.ts'
import { givenWidth, scaled } from '../session/view/comfort.ts'
import { LABEL_COLUMN, type GridRow } from '../session/reading/rows.ts'
import type { Session } from '../session/session.ts'
import { AMPLE, easeIn } from './column_widths.ts'
import { heightOf, labelLines, labelWidth } from './figures/measures.ts'
import type { Api } from './grid_context.ts'
import type { GridStructure } from './grid_columns.ts'

const SCROLL_BAR = 18
const LEAST_LABEL = 280
/** Where that lets all columns stand side by side, labels take more lines. */
const TIGHT_LABEL = 170
/** Of a narrow window the labels leave this much to the figures, and always the widest of them whole. */
const MOST_OF_WIDTH = 0.5
const NARROWEST_LABEL = 96

/** The least width of labels: more than that is theirs only where the figures leave it. */
function leastLabel(session: Session, schedule: GridStructure): number {
  // In a low window a label of one line is worth more than another column.
  return session.getState().room.low ? labelWidth(session, schedule) : scaled(session, LEAST_LABEL)
}

/** Gives the labels the width that was chosen, else what room the figures leave, as much as they need. */
export function fitLabels(session: Session, api: Api, schedule: GridStructure, width: number): void {
  const widths = schedule.columns.map(({ id }) => api.getColumn(id)?.getActualWidth() ?? 0)
  const left = width - widths.reduce((sum, one) => sum + one, 0) - SCROLL_BAR
  const { slim, low } = session.getState().room
  const isTight = !low && left >= scaled(session, TIGHT_LABEL)
  const least = Math.min(leastLabel(session, schedule), isTight ? left : Infinity)
  const room = Math.max(least, Math.min(labelWidth(session, schedule), left))
  const pinned = pinnedAmong(session, schedule.id, schedule.columns)
  const wide = (isPinned: boolean): number[] =>
    widths.filter((_, at) => pinned.has(schedule.columns[at]!.id) === isPinned)
  const frozen = wide(true).reduce((sum, one) => sum + one, 0)
  const beside = Math.max(NARROWEST_LABEL, width - frozen - Math.max(0, ...wide(false)) - SCROLL_BAR)
  // Where one column has room, the labels have the rest.
  const most = slim ? beside : Math.min(beside, Math.max(180, width * MOST_OF_WIDTH))
  const newWidth = Math.min(givenWidth(session, schedule.id, LABEL_COLUMN) ?? room, most)
  if (Math.abs((api.getColumn(LABEL_COLUMN)?.getActualWidth() ?? 0) - newWidth) < 1) return
  api.setColumnWidths([{ key: LABEL_COLUMN, newWidth }])
  api.resetRowHeights()
}

export function rowHeightIn(session: Session, api: Api, schedule: GridStructure, row: GridRow | undefined): number {
  const width = api.getColumn(LABEL_COLUMN)?.getActualWidth() ?? labelWidth(session, schedule)
  return heightOf(session, row ? labelLines(session, row, width) : 1)
}

/** Brings the rows to the heights of their labels as they now read: the grid asks for the height of a row only when it makes it. */
export function fitHeights(session: Session, api: Api, schedule: GridStructure, rows: readonly GridRow[]): void {
  const isOff = (row: GridRow): boolean =>
    api.getRowNode(row.line.id)?.rowHeight !== rowHeightIn(session, api, schedule, row)
  if (rows.some(isOff)) api.resetRowHeights()
}

/** How much ease the columns of figures have in a grid so wide, by what they take with a share of it. */
export function easeOf(
  session: Session,
  schedule: GridStructure,
  room: number,
  widthWith: (column: Column, ease: number) => number,
): number {
  if (room <= 0) return 1
  const labels = givenWidth(session, schedule.id, LABEL_COLUMN) ?? leastLabel(session, schedule)
  const sum = (ease: number): number => schedule.columns.reduce((all, column) => all + widthWith(column, ease), 0)
  const whole = Math.max(labels, labelWidth(session, schedule))
  if (sum(AMPLE) <= room - whole - SCROLL_BAR) return AMPLE
  return easeIn(room - labels - SCROLL_BAR, sum(0), sum(1))
}
