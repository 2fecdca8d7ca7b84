/**
 * The reference that pointing at cells writes into a formula. Pure.
 */
import { hasCell, isText } from '../../../shared/calc/layout.ts'
import type { Opening } from '../../../shared/formula/completion.ts'
import type { CellRef, Line, Schedule } from '../../../shared/model/filing.ts'

/** What is pointed at: a figure; a line by its label; a column by its head. */
export type Spot = { line?: string; column?: string }

type Shape = Pick<Schedule, 'id' | 'lines' | 'columns'>

/**
 * The text for pointing from `anchor` to `head` in a schedule, from a formula of the cell `own`; undefined where nothing can be
 * read there. Several cells make a range, or a range for each column of a block; within sum() where `ranges` is false.
 */
export function pointedText(
  schedule: Shape,
  own: CellRef,
  opening: Opening,
  { anchor, head, ranges }: { anchor: Spot; head: Spot; ranges: boolean },
): string | undefined {
  const from = { line: anchor.line ?? own.line, column: anchor.column ?? own.column }
  const to = { line: head.line ?? own.line, column: head.column ?? own.column }
  if (!isReadable(schedule, from) || !isReadable(schedule, to)) return undefined
  if (opening === 'column') return to.column
  if (opening === 'last_column') return `@${to.column}`
  if (opening === 'last_line') return to.line
  const written = range(schedule, own, from, to)
  return written.isRange && !ranges ? `sum(${written.text})` : written.text || undefined
}

function isReadable({ lines, columns }: Shape, cell: { line: string; column: string }): boolean {
  const line = lines.find(({ id }) => id === cell.line)
  const column = columns.find(({ id }) => id === cell.column)
  return line !== undefined && column !== undefined && hasCell(line, column) && !isText(line)
}

type Cell = { line: string; column: string }

type Written = { text: string; isRange: boolean }

/** Lines in one column, or columns of one line; of a block over both, its lines in each column that has them. */
function range(schedule: Shape, own: CellRef, from: Cell, to: Cell): Written {
  const { lines, columns } = schedule
  const [first, last] = inOrder(lines, ...ofOneParent(lines, from.line, to.line))
  if (from.column === to.column || from.line === to.line) return run(schedule, own, from, to)
  if (first === last) return run(schedule, own, { ...from, line: first }, { ...to, line: first })
  const ids = columns.map(({ id }) => id)
  const [left, right] = inOrder(columns, from.column, to.column)
  const across = ids.slice(ids.indexOf(left), ids.indexOf(right) + 1)
  const texts = across
    .filter((column) => [from.line, to.line].every((line) => isReadable(schedule, { line, column })))
    .map((column) => run(schedule, own, { line: from.line, column }, { line: to.line, column }).text)
  return { text: texts.join(', '), isRange: true }
}

/** Lines in the column where they began, or columns of one line. */
function run({ id, lines, columns }: Shape, own: CellRef, from: Cell, to: Cell): Written {
  const isOwn = id === own.schedule
  const place = isOwn ? '' : `${id}.`
  const inColumn = from.column === own.column ? '' : `@${from.column}`
  const line = isOwn && from.line === own.line ? '' : `${place}${from.line}`
  if (from.line === to.line) {
    if (from.column === to.column) return { text: `${line}${inColumn}`, isRange: false }
    const [first, last] = inOrder(columns, from.column, to.column)
    return { text: `${line}@${first}..@${last}`, isRange: true }
  }
  const [first, last] = inOrder(lines, ...ofOneParent(lines, from.line, to.line))
  if (first === last) return { text: `${place}${first}${inColumn}`, isRange: false }
  return { text: `${place}${first}..${last}${inColumn}`, isRange: true }
}

function inOrder(items: readonly { id: string }[], a: string, b: string): [string, string] {
  const at = (id: string): number => items.findIndex((item) => item.id === id)
  return at(a) <= at(b) ? [a, b] : [b, a]
}

/** The two lines, or the totals above them, that have the same parent: a range counts details through their total. */
function ofOneParent(lines: readonly Line[], a: string, b: string): [string, string] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const chain = (id: string): Line[] => {
    const found: Line[] = []
    for (let line = byId.get(id); line && !found.includes(line); line = byId.get(line.parent ?? '')) found.push(line)
    return found
  }
  const above = chain(b)
  for (const one of chain(a)) {
    const other = above.find(({ parent }) => parent === one.parent)
    if (other) return [one.id, other.id]
  }
  return [a, b]
}
