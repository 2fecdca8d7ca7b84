/**
 * What is selected in a grid: areas from one cell to another, by the ids of lines and columns, so that a selection stays
 * on its figures when rows come and go. Pure geometry over what is in sight; knows no screen.
 */

export type Cell = { line: string; column: string }

/** A rectangle between two of its corners; the head is the one that moves. */
export type Area = { anchor: Cell; head: Cell }

/** A selection: its areas, the last of which is being extended, and the cell that typing goes to. */
export type Range = {
  schedule: string
  active: Cell
  areas: readonly [Area, ...Area[]]
  /** A line taken by its label: F2 then names it. */
  byLabel?: boolean
}

/** What a grid shows, in order: all lines of the schedule, those in sight, and its columns. */
export type Sight = { all: readonly string[]; lines: readonly string[]; columns: readonly string[] }

/** A rectangle by its places among what is in sight, ends included. */
export type Block = { top: number; bottom: number; left: number; right: number }

/** A place among what is in sight. */
export type Spot = { row: number; column: number }

export function sameSpot(a: Cell | null | undefined, b: Cell | null | undefined): boolean {
  return !!a && !!b && a.line === b.line && a.column === b.column
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** The places of ids in their list, looked up once for each list. */
export function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  let places = known.get(ids)
  if (!places) {
    places = new Map(ids.map((id, at) => [id, at]))
    known.set(ids, places)
  }
  return places
}

/** Where an area lies among the lines in sight; undefined where none of it is. Ends that are folded away still bound it. */
export function blockOf({ anchor, head }: Area, sight: Sight): Block | undefined {
  const order = placesOf(sight.all)
  const [a, b] = [order.get(anchor.line), order.get(head.line)]
  const [from, to] = [sight.columns.indexOf(anchor.column), sight.columns.indexOf(head.column)]
  if (a === undefined || b === undefined || from < 0 || to < 0) return undefined
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
  const columns = { left: Math.min(from, to), right: Math.max(from, to) }
  if (sight.lines.length === sight.all.length) return { top: low, bottom: high, ...columns }
  const within = (id: string): boolean => order.get(id)! >= low && order.get(id)! <= high
  const top = sight.lines.findIndex(within)
  const bottom = sight.lines.findLastIndex(within)
  return top < 0 ? undefined : { top, bottom, ...columns }
}

/** The place of a cell among what is in sight; undefined where it is not. */
export function spotIn({ lines, columns }: Sight, { line, column }: Cell): Spot | undefined {
  const [row, at] = [placesOf(lines).get(line), placesOf(columns).get(column)]
  return row === undefined || at === undefined ? undefined : { row, column: at }
}

/** The cell at a place in sight. */
export function cellIn({ lines, columns }: Sight, row: number, column: number): Cell {
  return { line: lines[row]!, column: columns[column]! }
}

export function isWithin({ top, bottom, left, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

export function cellsOf({ top, bottom, left, right }: Block, { lines, columns }: Sight): Cell[][] {
  return lines
    .slice(top, bottom + 1)
    .map((line) => columns.slice(left, right + 1).map((column): Cell => ({ line, column })))
}

/** How many cells a block spans, those that do not exist included. */
export function sizeOf({ top, bottom, left, right }: Block): number {
  return (bottom - top + 1) * (right - left + 1)
}

/** The places of lines and columns that blocks span, each once, ascending. */
function spanned(blocks: readonly Block[], from: 'top' | 'left', to: 'bottom' | 'right'): number[] {
  const places = new Set(
    blocks.flatMap((block) => Array.from({ length: block[to] - block[from] + 1 }, (_, i) => block[from] + i)),
  )
  return [...places].sort((a, b) => a - b)
}

/**
 * The lines and columns of several areas that line up, so that together they make one block without holes; undefined
 * where they do not.
 */
export function linedUp(blocks: readonly Block[]): { rows: number[]; columns: number[] } | undefined {
  const [rows, columns] = [spanned(blocks, 'top', 'bottom'), spanned(blocks, 'left', 'right')]
  const isWhole = rows.every((row) => columns.every((column) => blocks.some((block) => isWithin(block, row, column))))
  return isWhole ? { rows, columns } : undefined
}

/** Every cell of the blocks once, block by block, line by line. */
export function* spotsOf(blocks: readonly Block[]): Generator<Spot> {
  for (const [at, block] of blocks.entries()) {
    const before = blocks.slice(0, at)
    for (let row = block.top; row <= block.bottom; row += 1) {
      for (let column = block.left; column <= block.right; column += 1) {
        if (!before.some((one) => isWithin(one, row, column))) yield { row, column }
      }
    }
  }
}

/**
 * The place after another in a walk through blocks, as Tab (line by line) and Enter (column by column) go in a spreadsheet:
 * each block in its turn, each cell once, from the last to the first. Undefined where no block holds the place.
 */
export function walked(blocks: readonly Block[], from: Spot, along: 'lines' | 'columns', by: 1 | -1): Spot | undefined {
  let at = blocks.findIndex((block) => isWithin(block, from.row, from.column))
  if (at < 0) return undefined
  let spot = from
  const isBefore = (block: Block): boolean => isWithin(block, spot.row, spot.column)
  do {
    const { top, bottom, left, right } = blocks[at]!
    const [height, width] = [bottom - top + 1, right - left + 1]
    const down = spot.row - top
    const across = spot.column - left
    let next = (along === 'lines' ? down * width + across : across * height + down) + by
    if (next < 0 || next >= height * width) {
      at = (at + by + blocks.length) % blocks.length
      next = by > 0 ? 0 : sizeOf(blocks[at]!) - 1
    }
    const block = blocks[at]!
    const long = along === 'lines' ? block.right - block.left + 1 : block.bottom - block.top + 1
    const [whole, rest] = [Math.floor(next / long), next % long]
    spot =
      along === 'lines'
        ? { row: block.top + whole, column: block.left + rest }
        : { row: block.top + rest, column: block.left + whole }
    // Where areas overlap, the cell was passed in the earlier one.
  } while (blocks.slice(0, at).some(isBefore))
  return spot
}

/**
 * Where a fill leads that is drawn from a block to a spot: the cells beyond the block, in the direction in which the spot
 * lies farther away; undefined within the block.
 */
export function fillTarget(
  from: Block,
  row: number,
  column: number,
): { to: Block; way: 'down' | 'up' | 'right' | 'left' } | undefined {
  const down = row > from.bottom ? row - from.bottom : Math.min(row - from.top, 0)
  const across = column > from.right ? column - from.right : Math.min(column - from.left, 0)
  if (down === 0 && across === 0) return undefined
  if (Math.abs(down) >= Math.abs(across)) {
    return down > 0
      ? { way: 'down', to: { ...from, top: from.bottom + 1, bottom: row } }
      : { way: 'up', to: { ...from, top: row, bottom: from.top - 1 } }
  }
  return across > 0
    ? { way: 'right', to: { ...from, left: from.right + 1, right: column } }
    : { way: 'left', to: { ...from, left: column, right: from.left - 1 } }
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
