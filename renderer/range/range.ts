/**
 * What is selected in a grid: areas from one cell to another, by the ids of lines and columns, so that a selection stays
 * on its figures when rows come and go. Pure geometry over what is in sight; knows no screen.
 */

export type Cell = { line: string; column: string }

/** A rectangle between two of its corners; the head is the one that moves. */
export type Area = { anchor: Cell; head: Cell }

/** A selection: its areas, the last of which is being extended, and the cell that typing goes to. */
export type Range = { schedule: string; active: Cell; areas: readonly [Area, ...Area[]] }

/** What a grid shows, in order: all lines of the schedule, those in sight, and its columns. */
export type Sight = { all: readonly string[]; lines: readonly string[]; columns: readonly string[] }

/** A rectangle by its places among what is in sight, ends included. */
export type Block = { top: number; bottom: number; left: number; right: number }

export function sameSpot(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  return !!a && !!b && a.line === b.line && a.column === b.column
}

/** Where an area lies among the lines in sight; undefined where none of it is. Ends that are folded away still bound it. */
export function blockOf({ anchor, head }: Area, sight: Sight): Block | undefined {
  const order = new Map(sight.all.map((id, at) => [id, at]))
  const [a, b] = [order.get(anchor.line), order.get(head.line)]
  const [from, to] = [sight.columns.indexOf(anchor.column), sight.columns.indexOf(head.column)]
  if (a === undefined || b === undefined || from < 0 || to < 0) return undefined
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  const within = (id: string): boolean => order.get(id)! >= low && order.get(id)! <= high
  const top = sight.lines.findIndex(within)
  const bottom = sight.lines.findLastIndex(within)
  return top < 0 ? undefined : { top, bottom, left: Math.min(from, to), right: Math.max(from, to) }
}

export function isWithin({ top, bottom, left, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

/** The cells of a block, line by line. */
export function cellsOf({ top, bottom, left, right }: Block, { lines, columns }: Sight): Cell[][] {
  return lines
    .slice(top, bottom + 1)
    .map((line) => columns.slice(left, right + 1).map((column): Cell => ({ line, column })))
}

/**
 * The place that a leap from `at` leads to, as Ctrl with an arrow does in a spreadsheet: to the last cell before a gap, or
 * over a gap to the next figure; else to the edge.
 */
export function leap(at: number, count: number, by: 1 | -1, isFilled: (at: number) => boolean): number {
  const inside = (to: number): boolean => to >= 0 && to < count
  let to = at + by
  if (!inside(to)) return at
  if (isFilled(at) && isFilled(to)) {
    while (inside(to + by) && isFilled(to + by)) to += by
    return to
  }
  while (inside(to) && !isFilled(to)) to += by
  return inside(to) ? to : to - by
}
