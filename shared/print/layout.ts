/**
 * Which sheet of paper a document goes on: orientation, type size, widths, and columns in panels where one page is too narrow.
 * Works from character counts of fixed-width figures; heights are measured where fonts are, and paged by paginate.
 */
import { PAPER_WIDTHS } from '../money/glyph_widths.ts'
import type { HeadGroup, PrintColumn, PrintDocument } from './document.ts'
import { GUTTER, headEms, headOf, marksBehind } from './heads.ts'
import { contentWidth, USUAL_PAPER, type Orientation, type Paper } from './paper.ts'

/** All lengths are points, 72 to the inch. */
export type Layout = {
  paper: Paper
  orientation: Orientation
  /** Type size of the table. */
  size: number
  /** The label column's width, the same in each panel. */
  label: number
  panels: Panel[]
}

/** Neighbouring columns that fit beside the labels; `from` counts from the first printed column. */
export type Panel = { from: number; widths: number[] }

type Choice = { orientation: Orientation; size: number }

const SIZES = [9.5, 9, 8.5, 8, 7.5, 7]
/** Type sizes at which a schedule still stands upright where it could lie across. */
const UPRIGHT = 9
const SMALLER = [9, 8.5, 8]
/** Where even the smallest type is too wide, columns go in panels of this size. */
const PANEL_SIZE = 8.5
/** A scenario beside what was filed is spread over pages before its type gets smaller than this. */
const SMALLEST_BESIDE = 8

/** Between a dollar sign and its digits, in ems. */
const AFTER_CURRENCY = 0.5
/** Widths in ems of what is no figure, a little generous: a letter, and a mark, which is set small. */
const [LETTER, MARK] = [0.53, 0.36]
const NARROWEST = 4.4
/** A table of few columns is narrower than the page, so that the eye finds the figure of its line. */
const WIDEST_LABEL = 38

/** The sheets to try, best first: upright before across, large type before small. */
function choicesFor(document: PrintDocument, { orientation: wanted }: Paper): Choice[] {
  const sizes = document.periods.length > 0 ? SIZES.filter((size) => size >= SMALLEST_BESIDE) : SIZES
  const all = (orientation: Orientation): Choice[] => sizes.map((size) => ({ orientation, size }))
  if (wanted !== 'automatic') return all(wanted)
  return [...all('portrait').filter(({ size }) => size >= UPRIGHT), ...all('landscape')]
}

/**
 * Layouts to try, best first: the first is the one to use unless a later one saves the document a second page.
 * Portrait before landscape, large type before small, one table before panels.
 */
export function layoutsFor(document: PrintDocument, paper: Paper = USUAL_PAPER): Layout[] {
  const own = underHeads(document, document.columns.map(columnEms))
  const labels = labelEms(document)
  const fits = (ems: readonly number[], { orientation, size }: Choice): boolean =>
    (total(ems) + labels) * size <= contentWidth(paper, orientation)
  const first = choicesFor(document, paper).find((choice) => fits(own, choice))
  if (first === undefined) return [inPanels(document, own, labels, paper)]
  const alike = evened(document, own)
  const ems = fits(alike, first) ? alike : own
  const { orientation, size: largest } = first
  // Smaller type on the same paper, but not below what reads well, where it brings all onto one page.
  const sizes = [largest, ...SMALLER.filter((size) => size < largest)]
  return sizes.map((size) => ({
    paper,
    orientation,
    size,
    label: Math.min(contentWidth(paper, orientation) - total(ems) * size, WIDEST_LABEL * size),
    panels: [{ from: 0, widths: ems.map((width) => width * size) }],
  }))
}

/** The widths with those under a head that is wider than all of them together made so wide, each by the same. */
function underHeads({ columns, groups, periods }: PrintDocument, ems: readonly number[]): number[] {
  const wide = [...ems]
  const heads: HeadGroup[] = [...columns.map(headOf), ...periods, ...groups]
  for (const head of heads) {
    const under = wide.slice(head.from, head.from + head.span)
    const lacking = headEms(head.label, marksBehind(head)) + GUTTER - total(under)
    if (lacking <= 0) continue
    for (let at = head.from; at < head.from + head.span; at += 1) wide[at]! += lacking / head.span
  }
  return wide
}

/** The widths with all columns of amounts alike, and all of percentages. */
function evened(document: PrintDocument, ems: readonly number[]): number[] {
  const isPercent = document.columns.map((column) => column.widest.suffix.includes('%'))
  return ems.map((_, index) => Math.max(...ems.filter((_, other) => isPercent[other] === isPercent[index])))
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

/** Columns that are kept on one page: those of one period, else each by itself. */
function unitsOf(columns: readonly PrintColumn[]): number[] {
  const units: number[] = []
  for (const [index, { period }] of columns.entries()) {
    if (period !== undefined && columns[index - 1]?.period === period) units[units.length - 1]! += 1
    else units.push(1)
  }
  return units
}

/** The columns on as few pages as there must be, none of them wider than it need be for that. */
function inPanels(document: PrintDocument, ems: readonly number[], labels: number, paper: Paper): Layout {
  const size = PANEL_SIZE
  const orientation = paper.orientation === 'portrait' ? 'portrait' : 'landscape'
  const width = contentWidth(paper, orientation)
  const widths = ems.map((em) => Math.min(em * size, width * 0.7))
  const units = unitsOf(document.columns)
  const room = width - Math.min(labels * size, width * 0.3)
  let panels = panelsWithin(units, widths, room)
  for (;;) {
    const narrower = panelsWithin(units, widths, widestOf(panels) - 0.01)
    if (narrower.length > panels.length || widestOf(narrower) >= widestOf(panels)) break
    panels = narrower
  }
  return { paper, orientation, size, label: Math.min(width - widestOf(panels), WIDEST_LABEL * size), panels }
}

function widestOf(panels: readonly Panel[]): number {
  return Math.max(...panels.map((panel) => total(panel.widths)))
}

/** Panels filled one after the other, none wider than the room unless a single column is. */
function panelsWithin(units: readonly number[], widths: readonly number[], room: number): Panel[] {
  const panels: Panel[] = []
  let from = 0
  for (const columns of units) {
    const unit = widths.slice(from, from + columns)
    // A period too wide for any page is divided as if its columns had nothing to do with one another.
    for (const part of total(unit) <= room ? [unit] : unit.map((one) => [one])) {
      const panel = panels.at(-1)
      if (panel !== undefined && total(panel.widths) + total(part) <= room) panel.widths.push(...part)
      else panels.push({ from, widths: [...part] })
      from += part.length
    }
  }
  return panels
}

/** The width that the widest figure of a column needs. */
function columnEms(column: PrintColumn): number {
  const { widest } = column
  const figure =
    charsEms(widest.digits) +
    (widest.sign === '' ? 0 : PAPER_WIDTHS.parenthesis) +
    suffixEms(column) +
    (column.currency ? PAPER_WIDTHS.currency + AFTER_CURRENCY : 0)
  const words = longest(widest.words.split(/ +/)) * LETTER
  return Math.max(figure, words, NARROWEST) + GUTTER
}

/** Room to the right of the digits, where parentheses, percent signs and marks hang. */
export function suffixEms(column: PrintColumn): number {
  const { suffix, marks, comment } = column.widest
  const close = suffix.includes(')') ? PAPER_WIDTHS.parenthesis : 0
  const percent = suffix.includes('%') ? PAPER_WIDTHS.percent : 0
  const brackets = comment === '' ? 0 : (comment.length + 2) * MARK
  return close + percent + marks * MARK + brackets
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
