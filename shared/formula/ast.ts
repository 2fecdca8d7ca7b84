/**
 * The tree of a formula. Positions are offsets into the formula's text, so that an error can point at its character.
 * Holds shapes only.
 */
import type { Fixed } from '../money/fixed_point.ts'
import type { Decimal } from '../money/decimal.ts'
import { PREVIOUS } from '../model/column_before.ts'
import { TAX_FUNCTIONS } from '../tax/functions.ts'
import type { TaxFunction } from '../tax/tax_function.ts'

/** Offsets into the text: from `at` up to, not including, `end`. */
export type Span = { at: number; end: number }

/**
 * How a reference is read: `filed` in the base layer (inside as_filed), `members` cell by cell (min and max need each), `list` cell by
 * cell where the place of each counts (in rules of tax).
 */
type Role = 'filed' | 'members' | 'list'

/** A cell: line of a schedule (own schedule when absent) in a column (own column when absent; own line when absent). */
export type Reference = Span & {
  type: 'reference'
  slot: number
  role?: Role
  schedule?: string
  line?: string
  column?: string
}

/** Lines first to last of one parent, in one column. */
type LineRange = Span & {
  type: 'line_range'
  slot: number
  role?: Role
  schedule?: string
  first: string
  last: string
  column?: string
}

/** Columns first to last, of one line. */
type ColumnRange = Span & {
  type: 'column_range'
  slot: number
  role?: Role
  schedule?: string
  line?: string
  first: string
  last: string
}

export type Range = LineRange | ColumnRange
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='

/** `around`: the outermost parentheses that hold the node and nothing else. */
export type Node = { around?: Span } &
  /** `units` is the value in units of 10^-20, as the engine holds it. */
  (
    | (Span & { type: 'number'; value: Decimal; units: Fixed })
    | Reference
    | Range
    | (Span & { type: 'negate'; operand: Node })
    | (Span & { type: 'sum'; terms: { sign: 1 | -1; node: Node }[] })
    | (Span & { type: 'product'; operator: '*' | '/'; left: Node; right: Node })
    | (Span & { type: 'power'; base: Node; exponent: Node })
    | (Span & { type: 'comparison'; operator: Comparison; left: Node; right: Node })
    | (Span & { type: 'call'; name: FunctionName; arguments: Node[] })
  )

/** Where a node stands in the text, with the parentheses around it. */
export function wholeSpan({ at, end, around }: Node): Span {
  return around ?? { at, end }
}

/** References and ranges in reading order; the slot of each is its index here. */
export type Formula = { text: string; root: Node; references: (Reference | Range)[] }

export type FormulaError = Span & { message: string }

export type FunctionName = keyof typeof FUNCTIONS

type FunctionRule = {
  /** Fewest and most arguments. */
  least: number
  most: number
  /** Whether an argument may be a range. */
  ranges: boolean
  /** The arguments by name; the last one repeats where there may be more, and is in brackets where it may be left out. */
  takes: readonly string[]
  help: string
}

/** The rules of tax as functions: each takes ranges, whose cells stand as a list in their order. */
function rulesOfTax<T extends Record<string, TaxFunction>>(rules: T): { [Name in keyof T]: FunctionRule } {
  const taken = Object.entries(rules).map(([name, { least, most, takes, help }]): [string, FunctionRule] => [
    name,
    { least, most, ranges: true, takes, help },
  ])
  return Object.fromEntries(taken) as { [Name in keyof T]: FunctionRule }
}

const MANY = ['amount or range', '…'] as const

/** The functions: their arguments, and what each does (help and completion read this). */
export const FUNCTIONS = {
  sum: { least: 1, most: 255, ranges: true, takes: MANY, help: 'Adds amounts; blanks count as nothing.' },
  average: { least: 1, most: 255, ranges: true, takes: MANY, help: 'The mean of the amounts; blanks are passed over.' },
  count: { least: 1, most: 255, ranges: true, takes: MANY, help: 'How many cells hold an amount.' },
  min: { least: 1, most: 255, ranges: true, takes: MANY, help: 'The smallest amount; blanks are passed over.' },
  max: { least: 1, most: 255, ranges: true, takes: MANY, help: 'The largest amount; blanks are passed over.' },
  abs: { least: 1, most: 1, ranges: false, takes: ['amount'], help: 'The amount without its sign.' },
  round: {
    least: 1,
    most: 2,
    ranges: false,
    takes: ['amount', '[places]'],
    help: 'Rounded half up, away from zero, to the decimal places given.',
  },
  if: {
    least: 2,
    most: 3,
    ranges: false,
    takes: ['condition', 'where it holds', '[otherwise]'],
    help: 'The second where the first holds, otherwise the third.',
  },
  and: { least: 1, most: 255, ranges: false, takes: ['condition', '…'], help: '1 where all hold, otherwise 0.' },
  or: { least: 1, most: 255, ranges: false, takes: ['condition', '…'], help: '1 where one holds, otherwise 0.' },
  not: { least: 1, most: 1, ranges: false, takes: ['condition'], help: '1 where it does not hold, otherwise 0.' },
  iferror: {
    least: 2,
    most: 2,
    ranges: false,
    takes: ['amount', 'where it is an error'],
    help: 'The first, or the second where the first is an error.',
  },
  is_blank: { least: 1, most: 1, ranges: false, takes: ['amount'], help: '1 where the cell is blank, otherwise 0.' },
  needs: {
    least: 2,
    most: 2,
    ranges: false,
    takes: ['what is needed', 'amount'],
    help: 'The second, blank while the first is blank.',
  },
  printed: {
    least: 1,
    most: 1,
    ranges: false,
    takes: ['line or @column'],
    help: 'The cell as printed: rounded to its display scale.',
  },
  as_filed: {
    least: 1,
    most: 1,
    ranges: false,
    takes: ['line or @column'],
    help: 'The cell in the base layer, untouched by the scenario.',
  },
  percent_change: {
    least: 2,
    most: 2,
    ranges: false,
    takes: ['now', 'before'],
    help: 'Change in percent of the second, on printed amounts.',
  },
  ...rulesOfTax(TAX_FUNCTIONS),
} as const satisfies Record<string, FunctionRule>

/** True for the name of a function, in lower case. */
export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name)
}

/** Names of rules of tax, those to come among them, begin so. */
export const TAX_PREFIX = 'tax_'

/** True for a name that means something in every formula: it is no id of a line, column or schedule. */
export function isReserved(name: string): boolean {
  return isFunctionName(name) || name === PREVIOUS || name.startsWith(TAX_PREFIX)
}

/** True for a reference that reads the same column wherever it stands, because it names it. */
export function namesColumn(reference: Reference | Range): boolean {
  return reference.type === 'column_range' || (reference.column !== undefined && reference.column !== PREVIOUS)
}
