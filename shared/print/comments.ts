/**
 * The comments on the figures of a schedule, as a workpaper copy prints them: a number at the cell, the words below.
 * Blocks of text only; a filing copy has none of it.
 */
import { isolated } from '../money/isolated.ts'
import type { CellComment } from '../model/changes/comment.ts'
import type { Column, Line, Schedule } from '../model/filing.ts'
import { cellTitle } from '../model/lookup.ts'
import { printedMoment } from '../calendar/moment.ts'
import type { PrintBlock, PrintRow } from './document.ts'
import { CONTINUED, paragraphItems, section } from './remarks.ts'
import { cellKey } from './rows.ts'

type Thread = { key: string; line: Line; column: Column; comments: CellComment[] }

/** The comments cell by cell, in the schedule's order of lines and columns; those of one cell the oldest first. */
function threads(schedule: Schedule, comments: readonly CellComment[]): Thread[] {
  const byCell = new Map<string, CellComment[]>()
  for (const comment of comments) {
    if (comment.schedule !== schedule.id) continue
    const key = cellKey(comment.line, comment.column)
    byCell.set(key, [...(byCell.get(key) ?? []), comment])
  }
  if (byCell.size === 0) return []
  return schedule.lines.flatMap((line) =>
    schedule.columns.flatMap((column) => {
      const key = cellKey(line.id, column.id)
      const own = byCell.get(key)
      if (own === undefined) return []
      const oldestFirst = own.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
      return [{ key, line, column, comments: oldestFirst }]
    }),
  )
}

/** The number of each commented cell, by its key. */
export function commentNumbers(schedule: Schedule, comments: readonly CellComment[]): Map<string, string> {
  return new Map(threads(schedule, comments).map(({ key }, index) => [key, `${index + 1}`]))
}

/** The rows with the number of its comments at each cell that has some. */
export function withComments(
  rows: readonly PrintRow[],
  columns: readonly Column[],
  numbers: ReadonlyMap<string, string>,
): PrintRow[] {
  if (numbers.size === 0) return [...rows]
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      const comment = numbers.get(cellKey(row.id, columns[at]!.id))
      return comment === undefined ? cell : { ...cell, comment }
    }),
  }))
}

/**
 * The list "Comments": each with its cell, author and time. The number stands at the first comment of a cell; what a
 * person wrote on several lines keeps them.
 */
export function commentBlocks(schedule: Schedule, comments: readonly CellComment[], zone?: string): PrintBlock[] {
  const items = threads(schedule, comments).flatMap(({ line, column, comments: own }, index) =>
    own.flatMap((comment, at) => {
      const cell = at === 0 ? `${cellTitle({ schedule, line, column })}. ` : ''
      const mark = at === 0 ? `[${index + 1}]` : CONTINUED
      return paragraphItems(mark, `${cell}${byline(comment, zone)}: ${isolated(comment.text.trim())}`)
    }),
  )
  return section('Comments', items)
}

function byline({ author, time }: CellComment, zone: string | undefined): string {
  const moment = printedMoment(time, zone)
  return author === '' ? moment : `${isolated(author)}, ${moment}`
}
