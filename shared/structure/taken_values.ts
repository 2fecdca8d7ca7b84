/**
 * A formula in which what goes is replaced by its present values: a reference by its amount, a range by what is left of it and the
 * amounts of the rest. Works on text; whether the outcome computes the same is for its caller to see.
 */
import { isAmount, type Value } from '../calc/value.ts'
import type { Node, Range, Reference } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import { namesIn, swapped } from '../formula/rewrite.ts'
import type { CellRef, Filing, Layer } from '../model/filing.ts'
import { plain, type Decimal } from '../money/decimal.ts'
import { columnReadFrom, endsLeft, reachOf, type Gone } from './gone.ts'
import { withoutNoughts, type Nought } from './terms_left.ts'
import { asPrinted } from '../calc/cell_text.ts'
import { findCell } from '../model/lookup.ts'

/** Where the values come from, and of what. */
export type Around = { filing: Filing; gone: Gone; value(ref: CellRef, layer: Layer): Value }

/** Other text for a part of the formula; `noughts` are those in it, by their offsets there. */
type Swap = { at: number; end: number; text: string; noughts?: Nought[] }

/**
 * The formula of a cell without what goes; undefined where an amount cannot stand for it (an error,
 * text). `kept`: it still reads something, or read nothing of it.
 */
export function withValues(around: Around, at: CellRef, text: string): { text: string; kept: boolean } | undefined {
  const parsed = parseFormula(text)
  if ('error' in parsed) return { text, kept: true }
  const { root, references } = parsed.formula
  const swaps: Swap[] = []
  const done = new Set<number>()
  let left = 0
  const shown = (node: Reference, isPrinted: boolean, span: { at: number; end: number }): boolean => {
    const reach = reachOf(around.filing, around.gone, at, node)
    if (!reach) return true
    const [ref] = reach.cells
    done.add(node.slot)
    // What does not exist stays as it is written: it is an error before and after.
    if (!ref) return true
    const value = around.value(ref, node.role === 'filed' ? 'base' : 'scenario')
    if (value !== null && !isAmount(value)) return false
    const amount = value !== null && isPrinted ? asPrinted(findCell(around.filing, ref)!, value) : value
    swaps.push({ ...span, ...literals([amount]) })
    return true
  }
  if (!eachSpecial(root, shown)) return undefined
  for (const node of references) {
    if (done.has(node.slot)) continue
    const reach = reachOf(around.filing, around.gone, at, node)
    if (!reach) left++
    else if (node.type === 'reference') {
      if (!shown(node, false, node)) return undefined
    } else {
      const swap = rangeSwap(around, at, text, node, reach.cells)
      if (!swap) return undefined
      swaps.push(...swap.swaps)
      if (swap.kept) left++
    }
  }
  const isKept = left > 0 || swaps.length === 0
  return { text: withoutNoughts(swapped(text, inOrder(swaps)), noughtsIn(swaps)), kept: isKept }
}

/** The formula with ranges drawn in to the members that are left, all else as written. */
export function withRangesDrawnIn(
  { filing, gone }: Pick<Around, 'filing' | 'gone'>,
  own: string,
  text: string,
): string {
  const parsed = parseFormula(text)
  if ('error' in parsed) return text
  const swaps = parsed.formula.references.flatMap((node) => {
    const isHere = node.type !== 'reference' && (node.schedule ?? own) === gone.schedule
    const ends = isHere ? endsLeft(filing, gone, own, node) : undefined
    return isHere && ends ? endSwaps(text, node, ends) : []
  })
  return swapped(text, swaps)
}

/** Visits references inside printed, as_filed and percent_change, which take no amount or round it. */
function eachSpecial(
  node: Node,
  visit: (node: Reference, printed: boolean, span: { at: number; end: number }) => boolean,
): boolean {
  switch (node.type) {
    case 'negate':
      return eachSpecial(node.operand, visit)
    case 'sum':
      return node.terms.every((term) => eachSpecial(term.node, visit))
    case 'product':
    case 'comparison':
      return eachSpecial(node.left, visit) && eachSpecial(node.right, visit)
    case 'power':
      return eachSpecial(node.base, visit) && eachSpecial(node.exponent, visit)
    case 'call': {
      const isRounded = node.name === 'printed' || node.name === 'percent_change'
      return node.arguments.every((argument) => {
        const inner = argument.type === 'call' && argument.name === 'as_filed' ? argument.arguments[0]! : argument
        const isWhole = node.name === 'printed' || node.name === 'as_filed'
        if (inner.type !== 'reference' || !(isWhole || isRounded || inner !== argument))
          return eachSpecial(argument, visit)
        return visit(inner, isRounded, isWhole ? node : argument)
      })
    }
    case 'number':
    case 'reference':
    case 'line_range':
    case 'column_range':
      return true
  }
}

/** Amounts as they stand in a formula: a negative one in parentheses, a blank and a nil as a nought that may go. */
function literals(values: readonly (Decimal | null)[], before = ''): { text: string; noughts: Nought[] } {
  const noughts: Nought[] = []
  let text = before
  for (const [i, value] of values.entries()) {
    if (i > 0) text += ', '
    const isNought = value === null || value.isZero()
    if (isNought) noughts.push({ at: text.length, blank: value === null })
    text += isNought ? '0' : value.isNeg() ? `(${plain(value)})` : plain(value)
  }
  return { text, noughts }
}

/** The noughts of all swaps by where they stand once all are done. */
function noughtsIn(swaps: readonly Swap[]): Nought[] {
  let moved = 0
  return inOrder(swaps).flatMap(({ at, end, text, noughts = [] }) => {
    const from = at + moved
    moved += text.length - (end - at)
    return noughts.map((one) => ({ ...one, at: from + one.at }))
  })
}

function inOrder(swaps: readonly Swap[]): Swap[] {
  return swaps.toSorted((a, b) => a.at - b.at)
}

function rangeSwap(
  around: Around,
  at: CellRef,
  text: string,
  node: Range,
  lost: readonly CellRef[],
): { swaps: Swap[]; kept: boolean } | undefined {
  // In a rule of tax the place of each cell in the range counts: nothing stands for one that goes.
  if (node.role === 'list') return undefined
  const values = lost.map((ref) => around.value(ref, 'scenario'))
  if (values.some((value) => value !== null && !isAmount(value))) return undefined
  const amounts = values.filter(isAmount)
  const crossing = node.type === 'line_range' ? around.gone.columns : around.gone.lines
  const across =
    node.type === 'line_range'
      ? (node.column ?? columnReadFrom(around.filing, around.gone.schedule, at))
      : (node.line ?? at.line)
  const ends = crossing?.has(across) ? undefined : endsLeft(around.filing, around.gone, at.schedule, node)
  if (!ends) {
    const stand = literals(amounts.length > 0 ? amounts : [null])
    return { swaps: [{ at: node.at, end: node.end, ...stand }], kept: false }
  }
  const more = amounts.length > 0 ? [{ at: node.end, end: node.end, ...literals(amounts, ', ') }] : []
  return { swaps: [...endSwaps(text, node, ends), ...more], kept: true }
}

/** The ends of a range under other names. */
function endSwaps(text: string, node: Range, ends: readonly [string, string]): Swap[] {
  const kind = node.type === 'line_range' ? 'line' : 'column'
  const parts = namesIn(text, node).filter((part) => part.kind === kind)
  // The ends are the first two lines of a range of lines, and the last two columns of a range of columns.
  const [first, last] = kind === 'line' ? parts : parts.slice(-2)
  return [first, last].flatMap((part, i) => {
    const to = ends[i]!
    return part && part.name !== to ? [{ at: part.at, end: part.end, text: to }] : []
  })
}
