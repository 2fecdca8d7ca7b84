/**
 * What the inputs of a scenario change, one line each, with the figure as filed, the scenario's and the difference in columns.
 * Blocks only; the change log has all of it.
 */
import { comparedFigure } from '../analysis/compare.ts'
import { cellText, formatOf } from '../calc/cell_text.ts'
import { isolated } from '../money/isolated.ts'
import { formatAmount } from '../money/format.ts'
import type { CellInput, Filing } from '../model/filing.ts'
import { cellTitle, findCell } from '../model/lookup.ts'
import type { PrintBlock, ValueSource } from './document.ts'

/** A workpaper names at most this many changed inputs; the change log has them all. */
const MOST_CHANGES = 60

/** Width of a figure in ems: so much for each character, and no column narrower than its head. */
const [CHARACTER, NARROWEST, GUTTER] = [0.53, 5.2, 1.4]

type Changed = { text: string; figures: string[] }

/** What a scenario's inputs change, under a heading; `own` is the schedule that need not be named. */
export function changedBlocks(
  filing: Filing,
  values: ValueSource,
  cells: readonly CellInput[],
  heading: string,
  own?: string,
): PrintBlock[] {
  const rows = cells.flatMap((cell) => changedRow(filing, values, cell, own))
  if (rows.length === 0) return []
  const shown = rows.slice(0, MOST_CHANGES)
  const longest = Math.max(...shown.flatMap(({ figures }) => figures.map((figure) => figure.length)))
  const width = Math.max(longest * CHARACTER, NARROWEST) + GUTTER
  const row = ({ text, figures }: Changed, isHead = false): PrintBlock => ({
    kind: 'row',
    text,
    figures,
    width,
    isHead,
  })
  const more = rows.length - shown.length
  return [
    { kind: 'heading', text: heading },
    row({ text: '', figures: [filing.status === 'draft' ? 'Draft' : 'As filed', 'Scenario', 'Difference'] }, true),
    ...shown.map((one) => row(one)),
    ...(more > 0
      ? [{ kind: 'item' as const, mark: '\u2013', text: `And ${more} more, listed in the change log.` }]
      : []),
  ]
}

function changedRow(filing: Filing, values: ValueSource, cell: CellInput, own: string | undefined): Changed[] {
  const found = findCell(filing, cell)
  if (!found || cell.input === null) return []
  const { schedule, line, column } = found
  const place = schedule.id === own ? '' : `${isolated(schedule.title ?? schedule.id)}: `
  const formula = cell.input.startsWith('=') ? `, by ${cell.input}` : ''
  const [before, after] = [values(cell, 'base'), values(cell)]
  const { difference } = comparedFigure(before, after, found)
  const figures = [
    cellText(before, line, column) || 'blank',
    cellText(after, line, column) || 'blank',
    difference === null ? '' : formatAmount(difference, formatOf(line, column)),
  ]
  return [{ text: `${place}${cellTitle(found)}${formula}`, figures }]
}
