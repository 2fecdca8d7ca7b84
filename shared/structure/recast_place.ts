/**
 * Where a recast to discontinued operations acts in an income schedule: the line of net earnings, the line for discontinued operations, and
 * the totals through which other lines come to count in net earnings. Reads structure alone.
 */
import type { Node } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import { referencesOf } from '../formula/rewrite.ts'
import type { Filing, Line, Schedule } from '../model/filing.ts'
import { lineOf, positionOf, readLineName } from '../model/lookup.ts'

const NET_EARNINGS = /^net_(?:earnings|income|loss)$/
const DISCONTINUED = /\bdiscontinued operations\b/i
/** What a label says that names discontinued operations and holds something else: `Earnings before discontinued operations`. */
const OTHERS = /\b(?:before|continuing|excluding)\b|\btax(?:es)? (?:expense|benefit|on|of)\b/i

/** The line of net earnings of a schedule: what the headline of that name reads there, else what its id says. */
export function netEarningsOf(filing: Filing, schedule: Schedule): Line | undefined {
  const named = filing.headlines?.find(({ id }) => id === 'net_earnings')?.lines.map(readLineName) ?? []
  const own = named.find((one) => one.schedule === schedule.id)
  const line = own ? lineOf(schedule, own.line) : schedule.lines.find(({ id }) => NET_EARNINGS.test(id))
  return line?.formula === undefined ? undefined : line
}

/** The line that holds discontinued operations in one sum; undefined where the schedule has none. */
export function discontinuedOf({ lines }: Schedule): Line | undefined {
  const able = lines.filter(
    ({ kind, parent, format = 'amount' }) =>
      (kind === 'input' || kind === 'formula') && parent === undefined && format === 'amount',
  )
  return (
    able.find(({ id }) => id === 'discontinued_operations') ??
    able.find(({ label }) => DISCONTINUED.test(label) && !OTHERS.test(label))
  )
}

/** The lines of the schedule that the formula of a line reads directly, ranges by every line of one parent in them. */
export function readBy(schedule: Schedule, { formula }: Line): Line[] {
  return referencesOf(formula ?? '').flatMap((one) => {
    if ((one.schedule ?? schedule.id) !== schedule.id) return []
    if (one.type === 'line_range') return membersOf(schedule, one.first, one.last)
    return one.line === undefined ? [] : (lineOf(schedule, one.line) ?? [])
  })
}

/** The lines that hold figures between two of the same parent. */
export function membersOf({ lines }: Schedule, first: string, last: string): Line[] {
  const [from, to] = [positionOf(lines, first), positionOf(lines, last)]
  if (from < 0 || to < from) return []
  return lines
    .slice(from, to + 1)
    .filter(({ parent, kind }) => parent === lines[from]!.parent && (kind === 'input' || kind === 'formula'))
}

/** The totals through which lines count in net earnings, that line among them: each reads one of them, and net earnings read it. */
export function totalsBetween(schedule: Schedule, lines: readonly Line[], net: Line): Line[] {
  const below = reachedFrom(net, (line) => readBy(schedule, line))
  const sought = new Set(lines)
  return [...below].filter((line) => {
    if (sought.has(line)) return false
    return [...reachedFrom(line, (one) => readBy(schedule, one))].some((one) => sought.has(one))
  })
}

function reachedFrom(start: Line, next: (line: Line) => readonly Line[]): Set<Line> {
  const found = new Set([start])
  for (const line of found) for (const one of next(line)) found.add(one)
  return found
}

/** How often, and with which sign, a line counts in net earnings through totals that are plain sums. */
export function weightIn(schedule: Schedule, line: Line, net: Line): number {
  const known = new Map<Line, number>([[line, 1]])
  const weigh = (one: Line): number => {
    const stood = known.get(one)
    if (stood !== undefined) return stood
    known.set(one, 0)
    const parsed = one.formula === undefined ? undefined : parseFormula(one.formula)
    const weight = parsed && 'formula' in parsed ? of(parsed.formula.root, 1) : 0
    known.set(one, weight)
    return weight
  }
  const of = (node: Node, sign: number): number => {
    switch (node.type) {
      case 'reference': {
        const own = (node.schedule ?? schedule.id) === schedule.id && node.column === undefined
        const read = own && node.line !== undefined ? lineOf(schedule, node.line) : undefined
        return read ? sign * weigh(read) : 0
      }
      case 'line_range':
        if ((node.schedule ?? schedule.id) !== schedule.id) return 0
        return membersOf(schedule, node.first, node.last).reduce((sum, one) => sum + sign * weigh(one), 0)
      case 'negate':
        return of(node.operand, -sign)
      case 'sum':
        return node.terms.reduce((sum, term) => sum + of(term.node, sign * term.sign), 0)
      case 'call':
        return node.name === 'sum' ? node.arguments.reduce((sum, one) => sum + of(one, sign), 0) : 0
      case 'number':
      case 'product':
      case 'power':
      case 'comparison':
      case 'column_range':
        return 0
    }
  }
  return weigh(net)
}
