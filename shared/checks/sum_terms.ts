/**
 * The cells that a total adds up, read from its formula: only sums and differences of cells of its own column or line.
 * A link to another schedule is no footing; a lone reference to one is a tie.
 */
import { columnsInRange, isColumnRange, isLineRange, linesInRange } from '../calc/layout.ts'
import type { Node, Reference, Range } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import type { CellRef } from '../model/filing.ts'
import { columnMeant } from '../model/column_before.ts'
import { columnOf, findCell, lineOf, positionOf, scheduleOf, type Found } from '../model/lookup.ts'

export type Term = { sign: 1 | -1; ref: CellRef }

/** `foots`: the cell is the signed sum of cells of its schedule. `ties`: it repeats a cell of another schedule, or that with its sign turned. */
export type Terms = {
  kind: 'foots' | 'ties'
  readonly cells: readonly Term[]
  /** True where all of them stand on the cell's own line. */
  isAcross: boolean
}

/** Formulas read before: a line's formula serves many cells. Cut off where it would grow without end. */
const known = new Map<string, ReturnType<typeof parseFormula>>()
const MOST_KNOWN = 4_000

/** Reads a formula, or remembers what it read. */
export function parsedOnce(text: string): ReturnType<typeof parseFormula> {
  const read = known.get(text) ?? parseFormula(text)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, read)
  return read
}

/** The references and ranges of a formula that may be absent; none where it cannot be read. */
export function referencesIn(text: string | undefined): readonly (Reference | Range)[] {
  const parsed = text === undefined ? undefined : parsedOnce(text)
  return parsed && 'formula' in parsed ? parsed.formula.references : []
}

/** The terms of a cell's formula; undefined where it is no plain sum, or is an adjustment's link to its source. */
export function sumTerms(found: Found, text: string): Terms | undefined {
  if (text === '') return undefined
  const parsed = parsedOnce(text)
  if ('error' in parsed) return undefined
  const cells = termsOf(parsed.formula.root, 1, found)
  if (!cells || cells.length === 0) return undefined
  const own = cells.every(({ ref }) => ref.schedule === found.schedule.id)
  const isAcross = own && cells.every(({ ref }) => ref.line === found.line.id)
  if (own && cells.length > 1) return { kind: 'foots', cells, isAcross }
  if (!own && cells.length === 1 && !found.line.source) return { kind: 'ties', cells, isAcross }
  return undefined
}

/** What a per-share formula divides: the cells of its numerator, added up, by one of share counts. */
export type Quotient = { numerator: Term[]; shares: CellRef }

/**
 * The quotient of a per-share cell's formula: `a / shares`, `(a - b) / shares`, rounded or not, also as `needs(shares, ...)`;
 * undefined where it is anything else.
 */
export function quotientOf(found: Found, text: string): Quotient | undefined {
  const parsed = parsedOnce(text)
  if ('error' in parsed) return undefined
  let node = parsed.formula.root
  while (node.type === 'call' && (node.name === 'needs' || node.name === 'round')) {
    node = node.arguments[node.name === 'needs' ? 1 : 0]!
  }
  if (node.type !== 'product' || node.operator !== '/' || node.right.type !== 'reference') return undefined
  const numerator = termsOf(node.left, 1, found)
  const shares = termsOf(node.right, 1, found)?.[0]?.ref
  if (!numerator || !shares || findCell(found.filing, shares)?.line.format !== 'shares') return undefined
  return { numerator, shares }
}

/** The cell that a reference of a formula names from the cell in which it stands; undefined where it leads to no column. */
export function cellRead(found: Found, { schedule, line, column }: Reference): CellRef | undefined {
  const id = schedule ?? found.schedule.id
  const read = columnMeant(found.filing, id, found, column)
  return read === undefined ? undefined : { schedule: id, line: line ?? found.line.id, column: read }
}

function termsOf(node: Node, sign: 1 | -1, found: Found): Term[] | undefined {
  const { filing, schedule, line } = found
  switch (node.type) {
    case 'reference': {
      if (node.role === 'filed') return undefined
      const ref = cellRead(found, node)
      return ref && findCell(filing, ref) ? [{ sign, ref }] : undefined
    }
    case 'negate':
      return termsOf(node.operand, flip(sign), found)
    case 'sum':
      return all(node.terms.map((term) => termsOf(term.node, term.sign === 1 ? sign : flip(sign), found)))
    case 'call':
      if (node.name === 'sum') return all(node.arguments.map((argument) => termsOf(argument, sign, found)))
      return node.name === 'needs' ? termsOf(node.arguments[1]!, sign, found) : undefined
    case 'line_range': {
      const sheet = scheduleOf(filing, node.schedule ?? schedule.id)
      const read = columnMeant(filing, node.schedule ?? schedule.id, found, node.column)
      const own = read === undefined ? undefined : columnOf(sheet, read)
      if (!sheet || !own) return undefined
      const [from, to] = ends(sheet.lines, node)
      if (!isLineRange(sheet.lines, from, to)) return undefined
      return linesInRange(sheet.lines, from, to, own).map((at) => ({
        sign,
        ref: { schedule: sheet.id, line: sheet.lines[at]!.id, column: own.id },
      }))
    }
    case 'column_range': {
      const sheet = scheduleOf(filing, node.schedule ?? schedule.id)
      const own = lineOf(sheet, node.line ?? line.id)
      if (!sheet || !own) return undefined
      const [from, to] = ends(sheet.columns, node)
      if (!isColumnRange(sheet.columns, from, to)) return undefined
      return columnsInRange(own, sheet.columns, from, to).map((at) => ({
        sign,
        ref: { schedule: sheet.id, line: own.id, column: sheet.columns[at]!.id },
      }))
    }
    case 'number':
    case 'product':
    case 'power':
    case 'comparison':
      return undefined
  }
}

/** Where the ends of a range stand among lines or columns; -1 for one that does not exist. */
function ends(items: readonly { id: string }[], { first, last }: { first: string; last: string }): [number, number] {
  return [positionOf(items, first), positionOf(items, last)]
}

function all(parts: (Term[] | undefined)[]): Term[] | undefined {
  return parts.includes(undefined) ? undefined : (parts as Term[][]).flat()
}

function flip(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1
}
