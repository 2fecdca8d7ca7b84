/**
 * Which rows of a pasted table head its columns, and which years could be amounts. Judges by what stands in a row and
 * above it; must not drop anything.
 */
import { isPeriodText, isYear } from '../calendar/period_heads.ts'
import { hasWords, isCaption, isFigureText } from './figure_text.ts'

/** `head`: a head or a title; `years`: years that could be amounts; `line`: anything that has a place of its own. */
export type RowRole = 'head' | 'years' | 'line'

/** A row parted into its label and the cells beside it. */
export type PartedRow = { label: string; cells: readonly string[] }

function isFigure(text: string): boolean {
  return isFigureText(text) && !isYear(text)
}

/** The number of rows before the first that holds a figure; undefined where none does. */
export function rowsBeforeFigures(rows: readonly (readonly string[])[]): number | undefined {
  const first = rows.findIndex((row) => row.some(isFigure))
  return first < 0 ? undefined : first
}

function isHeadCell(text: string): boolean {
  return hasWords(text) || isPeriodText(text)
}

function roleOf({ label, cells }: PartedRow, isLeading: boolean, isLabelled: boolean): RowRole {
  const written = cells.filter((text) => text !== '')
  if (written.length === 0 || written.some(isFigure)) return 'line'
  const isCaptioned = isLabelled && isCaption(label)
  if (written.every(isYear)) return isLeading || isCaptioned ? 'head' : 'years'
  return written.every(isHeadCell) && (isLeading || isCaptioned) ? 'head' : 'line'
}

/**
 * The role of each row. Above the first figure a row of words or years is a head, and so is what stands over it: titles,
 * units. Further down only a row without a label of its own is one. Without any figure nothing is a head.
 */
export function rowRoles(rows: readonly PartedRow[], isLabelled: boolean): RowRole[] {
  const leading = rowsBeforeFigures(rows.map(({ cells }) => cells)) ?? 0
  const roles = rows.map((row, at) => roleOf(row, at < leading, isLabelled))
  const last = roles.slice(0, leading).lastIndexOf('head')
  return roles.map((role, at) => {
    const { label, cells } = rows[at]!
    const isAlone = cells.every((text) => text === '')
    if (at < last) return 'head'
    return isAlone && at < leading && label !== '' && isCaption(label) ? 'head' : role
  })
}
