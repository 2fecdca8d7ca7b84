/**
 * How wide and how high labels and heads of the grid are, measured in the product's own font.
 * Knows text and type sizes; figures are not measured.
 */
import type { Column, Line, Schedule } from '../../shared/model/filing.ts'
import { rowHeight, scaled, scaleNow } from '../workbench/comfort.ts'
import type { GridRow } from '../workbench/rows.ts'

const HEAD_LINE = 16
const HEAD_FONT = "500 12.5px 'Inter Variable'"

let context: CanvasRenderingContext2D | null | undefined

function textWidth(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length * 7
  context.textRendering = 'geometricPrecision'
  context.font = font
  return context.measureText(text).width
}

/** A line that adds up others; a formula that mirrors a line elsewhere is an entry like its neighbours. */
export function isTotal({ kind, source }: Line): boolean {
  return kind === 'formula' && source === undefined
}

/** True where a column as a whole is not published: derived, assumed and so on. */
export function isUnpublished({ origin }: Column): boolean {
  return origin !== undefined && origin !== 'published'
}

/** The longest word of a head decides how narrow its column may be; figures need 116 pixels at 100%, percentages 88. */
export function columnWidth(column: Column): number {
  return scaled(usualWidth(column))
}

function usualWidth(column: Column): number {
  if (column.format === 'percent') return 88
  const longest = Math.max(...column.label.split(/(?<=[\s-])/).map((word) => textWidth(word, HEAD_FONT)))
  return Math.max(116, Math.ceil(longest) + 32)
}

function lineCount(text: string, room: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/(?<=[\s-])/)) {
    const size = textWidth(word, HEAD_FONT)
    if (used > 0 && used + size > room) {
      lines += 1
      used = 0
    }
    used += size
  }
  return lines
}

/** Heights of the row of heads and of the row of groups, so that no head is cut; `widthOf` as the columns now stand. */
export function headHeights(
  { columns, groups, caption }: Pick<Schedule, 'columns' | 'groups' | 'caption'>,
  widthOf: (column: Column) => number = columnWidth,
): {
  headerHeight: number
  groupHeaderHeight: number
} {
  const room = (column: Column): number => widthOf(column) / scaleNow()
  const heads = columns.map((column) => lineCount(column.label, room(column) - 32) + (isUnpublished(column) ? 1 : 0))
  const groupLines = (groups ?? []).map((group) => {
    const own = columns.filter(({ id }) => group.columns.includes(id))
    return lineCount(groupLabel(group), own.reduce((sum, column) => sum + room(column), 0) - 26)
  })
  const most = Math.max(1, caption === undefined ? 1 : lineCount(caption, 280), ...heads)
  return {
    // Room below, and above, where the rule of a group stands.
    headerHeight: Math.ceil(most * HEAD_LINE * scaleNow()) + 14,
    groupHeaderHeight: Math.ceil(Math.max(1, ...groupLines) * HEAD_LINE * scaleNow()) + 12,
  }
}

/** A group's head with the marks of its notes. */
export function groupLabel({ label, notes }: { label: string; notes?: string[] }): string {
  return `${label}${(notes ?? []).map((mark) => ` (${mark})`).join('')}`
}

/** Widths of labels at 100%, until another font arrives. */
let labelTexts = new WeakMap<Line, number>()

/** Labels are to be measured again: the product's own font is there now. */
export function forgetMeasures(): void {
  labelTexts = new WeakMap()
}

function labelText(line: Line): number {
  const known = labelTexts.get(line)
  if (known !== undefined) return known
  const width = measuredLabel(line)
  labelTexts.set(line, width)
  return width
}

function measuredLabel(line: Line): number {
  const weight = isTotal(line) ? 560 : 400
  const font = line.kind === 'heading' ? "600 14px 'Source Serif 4 Variable'" : `${weight} 13.25px 'Inter Variable'`
  return textWidth(line.label, font) + (line.notes?.length ?? 0) * 17
}

/** Room that a row takes of the label column besides its text. */
const BESIDE = 46

/** Width for the longest label on one line, within reason; longer ones take two lines. */
export function labelWidth({ lines }: Pick<Schedule, 'lines'>): number {
  const widths = lines.map((line) => labelText(line) + (line.parent === undefined ? 0 : 20) + BESIDE)
  // Up, not to the nearest: a label that fills its column must not seem to need a second line.
  return Math.ceil(widths.reduce((most, width) => Math.min(470, Math.max(most, width)), 220) * scaleNow())
}

/** Lines that a label takes in a label column of this width, three at most unless more are allowed. */
export function labelLines({ line, depth }: GridRow, width: number, most = 3): number {
  const room = width / scaleNow() - BESIDE - depth * 20
  // Words break before the edge, so that each line but the last holds a little less than its width.
  const lines = labelText(line) <= room ? 1 : Math.ceil((labelText(line) * 1.1) / room)
  return Math.min(most, Math.max(lines, labelText(line) > room ? 2 : 1))
}

const LABEL_LINE = 17

/** The height of a row whose label takes so many lines. */
export function heightOf(lines: number): number {
  return rowHeight() + scaled((lines - 1) * LABEL_LINE)
}
