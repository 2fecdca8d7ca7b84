/**
 * How wide and how high labels and heads of the grid are, measured in the product's own font.
 * Knows text and type sizes; figures are not measured.
 */
import type { Column, Line, Schedule } from '../../../shared/model/filing.ts'
import { lineOf } from '../../../shared/model/lookup.ts'
import { typeset } from '../../../shared/money/typeset.ts'
import { rowHeight, scaled, scaleNow } from '../../session/view/comfort.ts'
import type { GridRow } from '../../session/reading/rows.ts'
import type { Session } from '../../session/session.ts'

const HEAD_LINE = 16
const HEAD_FONT = "500 12.5px 'Inter Variable'"
const NOTES_FONT = "400 11px 'Inter Variable'"

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

/** A head as it is set: the year on a line of its own and the day beside its month, so that neighbours of different width look alike. */
export function headText({ label }: Pick<Column, 'label'>): string {
  return typeset(label).replace(/(?:(?<=\p{L}) (\d{1,2}))?, (\d{4})$/u, (_, day: string | undefined, year: string) => {
    return `${day === undefined ? '' : `\u00A0${day}`},\n${year}`
  })
}

/** What a head takes of its column besides its words, and that of a group of its columns. */
const BESIDE_HEAD = 25
const BESIDE_GROUP = 26

/** The width at which no word of a head is cut. */
export function headWidth(session: Session, column: Column): number {
  const longest = Math.max(
    ...headText(column)
      .split(BREAKS)
      .map((word) => textWidth(word, HEAD_FONT)),
  )
  return scaled(session, Math.ceil(longest) + BESIDE_HEAD)
}

/** The longest word of a head decides how narrow its column may be; figures need 116 pixels at 100%, percentages 88. */
export function columnWidth(session: Session, column: Column): number {
  return column.format === 'percent' ? scaled(session, 88) : Math.max(scaled(session, 116), headWidth(session, column))
}

/** A column is no wider than this for the sake of the head over it. */
const MOST_FOR_GROUP = 170

/** The width at which the head over the column's group takes one line, its columns sharing it; nil where none stands over it. */
export function groupShare(session: Session, { groups }: Pick<Schedule, 'groups'>, column: Column): number {
  const group = groups?.find(({ columns }) => columns.includes(column.id))
  if (!group) return 0
  const share = (textWidth(groupLabel(group), HEAD_FONT) + BESIDE_GROUP) / group.columns.length
  return share > MOST_FOR_GROUP ? 0 : scaled(session, Math.ceil(share))
}

/** Where a line may break: after a space, and after a hyphen within a word. */
const BREAKS = /(?<=[ \n])|(?<=\S-)(?=\p{L})/u

/** The lines that a text takes, and what it takes of the last. */
function setText(text: string, room: number, font = HEAD_FONT): { lines: number; last: number } {
  let lines = 0
  let last = 0
  for (const part of text.split('\n')) {
    lines += 1
    let used = 0
    for (const word of part.split(BREAKS)) {
      // The space at the end of a line takes no room.
      const size = textWidth(word.trimEnd(), font)
      if (used > 0 && used + size > room) {
        lines += 1
        used = 0
      }
      used += textWidth(word, font)
    }
    last = used
  }
  return { lines, last }
}

/** The lines of a head with the small word behind it that says how its column came about; in a low window it says its name alone. */
function headLines(column: Column, room: number, isFlat: boolean): number {
  const { lines, last } = setText(headText(column), room)
  if (!isUnpublished(column) || isFlat) return lines
  const word = column.origin === 'assumed' ? ' assumed' : ' derived'
  return last + textWidth(word, NOTES_FONT) > room ? lines + 1 : lines
}

/** Heights of the row of heads and of the row of groups, so that no head is cut; `widthOf` as the columns now stand. */
export function headHeights(
  session: Session,
  { columns, groups, caption }: Pick<Schedule, 'columns' | 'groups' | 'caption'>,
  widthOf: (column: Column) => number = (column) => columnWidth(session, column),
): {
  headerHeight: number
  groupHeaderHeight: number
} {
  const room = (column: Column): number => widthOf(column) / scaleNow(session)
  const { low, flat } = session.getState().room
  const heads = columns.map((column) => headLines(column, room(column) - BESIDE_HEAD, flat))
  const groupLines = (groups ?? []).map((group) => {
    const own = columns.filter(({ id }) => group.columns.includes(id))
    return setText(groupLabel(group), own.reduce((sum, column) => sum + room(column), 0) - BESIDE_GROUP).lines
  })
  const most = Math.max(1, caption === undefined ? 1 : setText(caption, 280).lines, ...heads)
  return {
    // Room below, and above, where the rule of a group stands.
    headerHeight: Math.ceil(most * HEAD_LINE * scaleNow(session)) + (low ? 7 : 10),
    groupHeaderHeight: Math.ceil(Math.max(1, ...groupLines) * HEAD_LINE * scaleNow(session)) + (low ? 4 : 8),
  }
}

/** A group's head with the marks of its notes. */
export function groupLabel({ label, notes }: { label: string; notes?: string[] }): string {
  return `${typeset(label)}${(notes ?? []).map((mark) => ` (${mark})`).join('')}`
}

/**
 * A word of a label: its own width, and that with the space after it, which takes no room at the end of a line. `pieces` are the
 * widths of what never breaks, asked for where the word is wider than a line.
 */
type Word = { alone: number; spaced: number; pieces: () => readonly number[] }

/** Labels measured at 100%, until another font arrives. */
let labelWords = new WeakMap<Line, readonly Word[]>()
let labelTexts = new WeakMap<Line, number>()
/** The longest label of lists of lines, which are never changed in place. */
let longestLabels = new WeakMap<readonly Line[], number>()

/** Labels are to be measured again: the product's own font is there now. */
export function forgetMeasures(): void {
  labelWords = new WeakMap()
  labelTexts = new WeakMap()
  longestLabels = new WeakMap()
}

const BEFORE_NOTES = 4

function wordsOf(line: Line): readonly Word[] {
  const known = labelWords.get(line)
  if (known) return known
  const weight = isTotal(line) ? 560 : 400
  const font = line.kind === 'heading' ? "600 13.25px 'Source Serif 4 Variable'" : `${weight} 13.25px 'Inter Variable'`
  const words = typeset(line.label)
    .split(BREAKS)
    .map((word): Word => ({
      alone: textWidth(word.trimEnd(), font),
      spaced: textWidth(word, font),
      pieces: () => Array.from(word.trimEnd(), (letter) => textWidth(letter, font)),
    }))
  if (line.notes?.length) {
    // Marks of notes stay with the last word.
    const marks = BEFORE_NOTES + textWidth(line.notes.map((mark) => `(${mark})`).join(' '), NOTES_FONT)
    const last = words.at(-1)!
    const { pieces } = last
    last.alone += marks
    last.spaced += marks
    last.pieces = () => [...pieces(), marks]
  }
  labelWords.set(line, words)
  return words
}

function labelText(line: Line): number {
  const known = labelTexts.get(line)
  if (known !== undefined) return known
  const words = wordsOf(line)
  const width = words.reduce((sum, { spaced }) => sum + spaced, 0) - words.at(-1)!.spaced + words.at(-1)!.alone
  labelTexts.set(line, width)
  return width
}

/** Room that a row takes of the label column besides its text, and besides that for its depth: the style sheet's. */
const BESIDE = 41
const INDENTS = [0, 20, 38, 56] as const

function besideLabel(depth: number): number {
  return BESIDE + (INDENTS[depth] ?? INDENTS.at(-1)!)
}

/** The width that the longest label takes on one line, at 100%. */
function longestLabel({ lines }: Pick<Schedule, 'lines'>): number {
  const known = longestLabels.get(lines)
  if (known !== undefined) return known
  const longest = lines.reduce((most, line) => {
    let depth = 0
    for (let up = line.parent; up !== undefined && depth < INDENTS.length; up = lineOf({ lines }, up)?.parent)
      depth += 1
    return Math.max(most, labelText(line) + besideLabel(depth))
  }, 0)
  longestLabels.set(lines, longest)
  return longest
}

/** Width for the longest label on one line, within reason; longer ones take more lines. */
export function labelWidth(session: Session, schedule: Pick<Schedule, 'lines'>): number {
  // Up, not to the nearest: a label that fills its column must not seem to need a second line.
  return Math.ceil(Math.min(470, Math.max(220, longestLabel(schedule))) * scaleNow(session))
}

/** The width at which every label stands on one line. */
export function fittedLabel(session: Session, schedule: Pick<Schedule, 'lines'>): number {
  return Math.ceil(longestLabel(schedule) * scaleNow(session))
}

/** Lines that a label takes in a label column of this width. A word wider than the column breaks where it must, as the page breaks it. */
export function labelLines(session: Session, { line, depth }: GridRow, width: number): number {
  const room = width / scaleNow(session) - besideLabel(depth)
  if (labelText(line) <= room) return 1
  let lines = 1
  let used = 0
  const take = (needed: number, taken: number): void => {
    if (used > 0 && used + needed > room) {
      lines += 1
      used = 0
    }
    used += taken
  }
  for (const { alone, spaced, pieces } of wordsOf(line)) {
    take(alone, alone > room ? 0 : spaced)
    if (alone <= room) continue
    for (const piece of pieces()) take(piece, piece)
    used += spaced - alone
  }
  return lines
}

const LABEL_LINE = 17

/** The height of a row whose label takes so many lines. */
export function heightOf(session: Session, lines: number): number {
  return rowHeight(session) + scaled(session, (lines - 1) * LABEL_LINE)
}
