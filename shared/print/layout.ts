/**
 * Which sheet of paper a document goes on: orientation, type size, widths, and columns in panels where one page is too narrow.
 * Works from character counts of fixed-width figures; heights are measured where fonts are, and paged by paginate.
 */
import { PAPER_WIDTHS } from '../money/glyph_widths.ts'
import type { PrintColumn, PrintDocument } from './document.ts'

/** All lengths are points, 72 to the inch. */
export type Layout = {
  orientation: 'portrait' | 'landscape'
  /** Type size of the table. */
  size: number
  /** The label column's width, the same in each panel. */
  label: number
  panels: Panel[]
}

/** Neighbouring columns that fit beside the labels; `from` counts from the first printed column. */
export type Panel = { from: number; widths: number[] }

/** US Letter and its margins. */
export const PAPER = { short: 612, long: 792, margin: { side: 50, top: 46, bottom: 32 } }
/** Height of the foot with the space above it. */
export const FOOT: Record<PrintDocument['mode'], number> = { filing: 26, workpaper: 50 }

const PREFERRED: [Layout['orientation'], number][] = [
  ['portrait', 9.5],
  ['portrait', 9],
  ['landscape', 9.5],
  ['landscape', 9],
  ['landscape', 8.5],
  ['landscape', 8],
  ['landscape', 7.5],
  ['landscape', 7],
]
const SMALLER = [9, 8.5, 8]
/** Where even the smallest type is too wide, columns go in panels of this size. */
const PANEL_SIZE = 8.5

/** Between a dollar sign and its digits, in ems. */
const AFTER_CURRENCY = 0.5
/** Widths in ems of what is no figure, a little generous: a letter of a head, and a mark, which is set small. */
const [LETTER, MARK] = [0.53, 0.36]
const GUTTER = 1.12
const NARROWEST = 4.4
/** Heads are set a little smaller. */
const HEAD_TYPE = 0.92
/** A table of few columns is narrower than the page, so that the eye finds the figure of its line. */
const WIDEST_LABEL = 38

/** Width between the margins. */
export function contentWidth(orientation: Layout['orientation']): number {
  return (orientation === 'portrait' ? PAPER.short : PAPER.long) - 2 * PAPER.margin.side
}

/** Height between the top margin and the foot. */
export function contentHeight(orientation: Layout['orientation'], mode: PrintDocument['mode']): number {
  const { top, bottom } = PAPER.margin
  return (orientation === 'portrait' ? PAPER.long : PAPER.short) - top - bottom - FOOT[mode]
}

/**
 * Layouts to try, best first: the first is the one to use unless a later one saves the document a second page.
 * Portrait before landscape, large type before small, one table before panels.
 */
export function layoutsFor(document: PrintDocument): Layout[] {
  const own = document.columns.map(columnEms)
  const labels = labelEms(document)
  const first = PREFERRED.find((sheet) => fits(own, labels, sheet))
  if (first === undefined) return [inPanels(own, labels)]
  const alike = evened(document, own)
  const ems = fits(alike, labels, first) ? alike : own
  const [orientation, largest] = first
  // Smaller type on the same paper, but not below what reads well, where it brings all onto one page.
  const sizes = [largest, ...SMALLER.filter((size) => size < largest)]
  return sizes.map((size) => ({
    orientation,
    size,
    label: Math.min(contentWidth(orientation) - total(ems) * size, WIDEST_LABEL * size),
    panels: [{ from: 0, widths: ems.map((width) => width * size) }],
  }))
}

function fits(ems: readonly number[], labels: number, [orientation, size]: (typeof PREFERRED)[number]): boolean {
  return (total(ems) + labels) * size <= contentWidth(orientation)
}

/** The widths with all columns of amounts alike, and all of percentages. */
function evened(document: PrintDocument, ems: readonly number[]): number[] {
  const isPercent = document.columns.map((column) => column.widest.suffix.includes('%'))
  return ems.map((_, index) => Math.max(...ems.filter((_, other) => isPercent[other] === isPercent[index])))
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function inPanels(ems: readonly number[], labels: number): Layout {
  const size = PANEL_SIZE
  const width = contentWidth('landscape')
  const widths = ems.map((em) => Math.min(em * size, width * 0.7))
  const room = width - Math.min(labels * size, width * 0.3)
  const panels: Panel[] = []
  let used = 0
  for (const [index, column] of widths.entries()) {
    const panel = panels.at(-1)
    if (panel !== undefined && used + column <= room) {
      panel.widths.push(column)
      used += column
    } else {
      panels.push({ from: index, widths: [column] })
      used = column
    }
  }
  const widest = Math.max(...panels.map((panel) => total(panel.widths)))
  return { orientation: 'landscape', size, label: width - widest, panels }
}

/** The width a column needs: its widest figure, or its head broken into at most three lines. */
function columnEms(column: PrintColumn): number {
  const { widest } = column
  const figure =
    charsEms(widest.digits) +
    (widest.sign === '' ? 0 : PAPER_WIDTHS.parenthesis) +
    suffixEms(column) +
    (column.currency ? PAPER_WIDTHS.currency + AFTER_CURRENCY : 0)
  const words = longest(widest.words.split(/\s+/)) * LETTER
  const third = Math.ceil(column.label.length / 3)
  const head = Math.max(third, longest(headWords(column.label))) * LETTER * HEAD_TYPE
  return Math.max(figure, words, head, NARROWEST) + GUTTER
}

/** Room to the right of the digits, where parentheses, percent signs and marks hang. */
export function suffixEms(column: PrintColumn): number {
  const { suffix, marks, comment } = column.widest
  const close = suffix.includes(')') ? PAPER_WIDTHS.parenthesis : 0
  const percent = suffix.includes('%') ? PAPER_WIDTHS.percent : 0
  const brackets = comment === '' ? 0 : (comment.length + 2) * MARK
  return close + percent + marks * MARK + brackets
}

/** The parts of a head between which it may break: words, with a date's month and day kept together. */
export function headWords(label: string): string[] {
  return label.match(/[A-Z][a-z]{2,8}\.? \d{1,2}(?:,|(?=\s|$))|\S+/g) ?? []
}

function charsEms(digits: string): number {
  const separators = digits.replaceAll(/\d/g, '').length
  return (digits.length - separators) * PAPER_WIDTHS.digit + separators * PAPER_WIDTHS.separator
}

/** Labels wrap; the column is wide enough for the longest word and for two lines of the longest label, within reason. */
function labelEms(document: PrintDocument): number {
  let longest = 0
  for (const row of document.rows) longest = Math.max(longest, row.label.length + 4 * row.notes.length + 2 * row.depth)
  return Math.min(Math.max(longest * 0.47 * 0.55, 11), 20)
}

function longest(words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => word.length))
}
