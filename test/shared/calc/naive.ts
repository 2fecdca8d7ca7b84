/**
 * The reference that the engine is held against: every cell worked out from its inputs by plain recursion, each time anew,
 * written from design.md sections 3 to 5. No incrementality, no order, no indexes; sums are exact integers.
 * Must not import shared/calc; trees, single products and rounding are those of shared/formula and shared/money, rules of tax those of
 * shared/tax.
 */
import type { Node, Range, Reference } from '../../../shared/formula/ast.ts'
import { parseFormula } from '../../../shared/formula/parse.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { parseStored } from '../../../shared/money/parse.ts'
import type { CellInput, Column, Filing, Format, Layer, Line, Schedule } from '../../../shared/model/filing.ts'
import { TAX_FUNCTIONS, type TaxFunctionName } from '../../../shared/tax/functions.ts'
import type { TaxArgument } from '../../../shared/tax/tax_function.ts'
import { asText, fromUnits, half, unitsOf } from './exact_units.ts'

/** An error: its code, and for a cycle its members. */
export class Failure {
  readonly code: string
  readonly members: string[]
  constructor(code: string, members: string[] = []) {
    this.code = code
    this.members = members
  }
}

/** An amount in units of 10^-20, an error, text, or null for blank. */
export type Plain = bigint | Failure | string | null

type Cell = { schedule: Schedule; line: Line; column: Column }
/** A cell read in one layer. */
type Read = Cell & { layer: Layer }

const LIMIT = unitsOf('10000000000000000000')
const ONE = unitsOf('1')
/** Sums and differences below this are what quotients of 20 decimals leave over: nil. */
const RESIDUE = unitsOf('0.000000000000001')

const nameOf = ({ schedule, line, column }: Cell): string => `${schedule.id}.${line.id}@${column.id}`
const isText = (line: Line): boolean => line.kind === 'text' || line.format === 'text'
const stands = ({ line, column }: Cell): boolean =>
  line.kind !== 'heading' && (line.only === undefined || line.only.includes(column.id))
const limited = (x: bigint): Plain => (x < LIMIT && x > -LIMIT ? x : new Failure('#NUM!'))
const settled = (x: bigint): bigint => (x < RESIDUE && x > -RESIDUE ? 0n : x)
const exact = (x: Decimal): Plain =>
  x.isFinite() && x.abs().lt('1e19') ? unitsOf(x.toFixed(20)) : new Failure('#NUM!')

export class Naive {
  private readonly filing: Filing
  private readonly inputs: Record<Layer, Map<string, string>> = { base: new Map(), scenario: new Map() }
  /** Values of one reading of the whole filing; without it shared precedents would cost exponential time. */
  private readonly known = new Map<string, Plain>()
  private readonly reach = new Map<string, Map<string, Read>>()

  /** `base` are inputs over those of the filing; null takes one away. */
  constructor(filing: Filing, scenario: readonly CellInput[] = []) {
    this.filing = filing
    const enter = (layer: Layer, { input, ...ref }: CellInput): void => {
      const cell = this.find(ref.schedule, ref.line, ref.column)
      if (!cell || !stands(cell) || cell.column.all) return
      if (input === null) this.inputs[layer].delete(nameOf(cell))
      else this.inputs[layer].set(nameOf(cell), input)
    }
    for (const schedule of filing.schedules)
      for (const input of schedule.cells) enter('base', { ...input, schedule: schedule.id })
    for (const input of scenario) enter('scenario', input)
  }

  /** Every cell of a layer as exact text, by name, in the order of the filing. */
  snapshot(layer: Layer): Map<string, string> {
    const all = new Map<string, string>()
    for (const cell of this.cells()) all.set(nameOf(cell), plainText(this.value({ ...cell, layer })))
    return all
  }

  /** Names of the cells that a cell's formula names, in the order of the filing. */
  precedents(name: string, layer: Layer): string[] {
    const cell = this.cells().find((each) => nameOf(each) === name)!
    const named = new Set(this.reads({ ...cell, layer }).map(nameOf))
    return this.cells()
      .map(nameOf)
      .filter((each) => named.has(each))
  }

  private cells(): Cell[] {
    return this.filing.schedules.flatMap((schedule) =>
      schedule.lines.flatMap((line) => schedule.columns.map((column) => ({ schedule, line, column }))),
    )
  }

  private find(scheduleId: string, lineId: string, columnId: string): Cell | undefined {
    const schedule = this.filing.schedules.find(({ id }) => id === scheduleId)
    const line = schedule?.lines.find(({ id }) => id === lineId)
    const column = schedule?.columns.find(({ id }) => id === columnId)
    return schedule && line && column ? { schedule, line, column } : undefined
  }

  /** What serves a cell: text entered, or the formula of its line or column. */
  private served(read: Read): { input: string } | { formula: string } | null {
    if (!stands(read)) return null
    const { line, column } = read
    const name = nameOf(read)
    const over = read.layer === 'scenario' ? this.inputs.scenario.get(name) : undefined
    const input = over ?? this.inputs.base.get(name)
    if (input !== undefined) return input.trim().startsWith('=') && !isText(line) ? { formula: input } : { input }
    if (isText(line)) return null
    if (line.format === 'date' || line.format === 'choice') {
      const isServed = line.columns === undefined || line.columns.includes(column.id)
      return !column.all && line.formula !== undefined && isServed ? { formula: line.formula } : null
    }
    if (column.all) return column.formula !== undefined && line.format !== 'shares' ? { formula: column.formula } : null
    const serves = line.columns === undefined || line.columns.includes(column.id)
    if (line.formula !== undefined && serves) return { formula: line.formula }
    const passed = line.format === 'shares' || line.format === 'per_share'
    return column.formula !== undefined && !passed ? { formula: column.formula } : null
  }

  private tree(read: Read): { root: Node; references: (Reference | Range)[] } | null {
    const served = this.served(read)
    if (!served || !('formula' in served)) return null
    const parsed = parseFormula(served.formula)
    return 'formula' in parsed ? parsed.formula : null
  }

  /** The cells of one reference or range, in reading order; null where it names something that does not exist. */
  private cellsOf(node: Reference | Range, at: Read): Read[] | null {
    const layer: Layer = node.role === 'filed' ? 'base' : at.layer
    const scheduleId = node.schedule ?? at.schedule.id
    const schedule = this.filing.schedules.find(({ id }) => id === scheduleId)
    if (!schedule) return null
    if (node.type !== 'column_range' && node.column === 'previous') {
      const own = schedule.columns.findIndex(({ id }) => id === at.column.id)
      if (own < 0) return null
      const { kind, all = false } = schedule.columns[own]!
      const before = schedule.columns.slice(0, own).findLast((one) => one.kind === kind && (one.all ?? false) === all)
      if (before) return this.cellsOf({ ...node, column: before.id }, at)
      const { column: _before, ...here } = node
      return this.cellsOf(here, at) && []
    }
    if (node.type === 'reference') {
      const cell = this.find(scheduleId, node.line ?? at.line.id, node.column ?? at.column.id)
      return cell ? [{ ...cell, layer }] : null
    }
    if (node.type === 'column_range') {
      const line = schedule.lines.find(({ id }) => id === (node.line ?? at.line.id))
      const [from, to] = [node.first, node.last].map((id) => schedule.columns.findIndex((each) => each.id === id))
      if (!line || from! < 0 || to! < 0 || from! > to!) return null
      return schedule.columns
        .slice(from, to! + 1)
        .map((column) => ({ schedule, line, column, layer }))
        .filter(stands)
    }
    const column = schedule.columns.find(({ id }) => id === (node.column ?? at.column.id))
    const [from, to] = [node.first, node.last].map((id) => schedule.lines.findIndex((each) => each.id === id))
    if (!column || from! < 0 || to! < 0 || from! > to!) return null
    const { parent } = schedule.lines[from!]!
    if (schedule.lines[to!]!.parent !== parent) return null
    return schedule.lines
      .slice(from, to! + 1)
      .filter((line) => line.parent === parent && !isText(line) && line.kind !== 'heading')
      .map((line) => ({ schedule, line, column, layer }))
      .filter(stands)
  }

  private reads(read: Read): Read[] {
    return this.tree(read)?.references.flatMap((node) => this.cellsOf(node, read) ?? []) ?? []
  }

  /** Everything that a cell depends on by reference, however far. */
  private reached(read: Read): Map<string, Read> {
    const key = `${read.layer} ${nameOf(read)}`
    const known = this.reach.get(key)
    if (known) return known
    const found = new Map<string, Read>()
    const look = [read]
    for (let next = look.pop(); next; next = look.pop()) {
      for (const each of this.reads(next)) {
        const name = `${each.layer} ${nameOf(each)}`
        if (!found.has(name)) look.push(each)
        found.set(name, each)
      }
    }
    this.reach.set(key, found)
    return found
  }

  private value(read: Read): Plain {
    const key = `${read.layer} ${nameOf(read)}`
    if (!this.known.has(key)) this.known.set(key, this.fresh(read, key))
    return this.known.get(key)!
  }

  private fresh(read: Read, key: string): Plain {
    const served = this.served(read)
    if (!served) return null
    if ('input' in served) {
      if (served.input.trim() === '') return null
      if (isText(read.line)) return served.input
      const { line, column } = read
      const choices = (column.format === undefined ? line.choices : column.choices) ?? []
      const amount = parseStored(served.input, formatOf(read), choices)
      return amount ? exact(amount) : new Failure('#VALUE!')
    }
    const reached = this.reached(read)
    if (reached.has(key)) {
      const members = this.cells()
        .map((cell) => ({ ...cell, layer: read.layer }))
        .filter((cell) => reached.has(`${cell.layer} ${nameOf(cell)}`))
        .filter((cell) => this.reached(cell).has(key))
      return new Failure('#CYCLE!', members.map(nameOf))
    }
    const tree = this.tree(read)
    if (!tree) return new Failure('#NAME?')
    const named = tree.references.map((node) => this.cellsOf(node, read))
    const blank = named.every((cells) => cells?.every((cell) => this.value(cell) === null))
    if (named.length > 0 && blank) return null
    return this.node(tree.root, read)
  }

  private node(node: Node, at: Read): Plain {
    const of = (each: Node): Plain => this.node(each, at)
    switch (node.type) {
      case 'number':
        return exact(node.value)
      case 'reference': {
        const cells = this.cellsOf(node, at)
        if (cells?.length === 0) return null
        return cells ? this.value(cells[0]!) : new Failure('#REF!')
      }
      case 'line_range':
      case 'column_range':
        return new Failure('#VALUE!')
      case 'negate':
        return apply([of(node.operand)], ([x]) => -x!)
      case 'sum': {
        const [first, ...others] = node.terms
        let total = apply([of(first!.node)], ([x]) => (first!.sign === 1 ? x! : -x!))
        for (const { sign, node: term } of others) {
          total = apply([total, of(term)], ([a, b]) => limited(settled(sign === 1 ? a! + b! : a! - b!)))
        }
        return total
      }
      case 'product':
        return apply([of(node.left), of(node.right)], ([a, b]) => {
          if (node.operator === '*') return exact(fromUnits(a!).times(fromUnits(b!)))
          return b === 0n ? new Failure('#DIV/0!') : exact(fromUnits(a!).div(fromUnits(b!)))
        })
      case 'power':
        return apply([of(node.base), of(node.exponent)], ([a, b]) =>
          a === 0n && b! < 0n ? new Failure('#DIV/0!') : exact(fromUnits(a!).pow(fromUnits(b!))),
        )
      case 'comparison':
        return apply([of(node.left), of(node.right)], ([a, b]) => {
          const by = settled(a! - b!)
          const holds = { '=': by === 0n, '<>': by !== 0n, '<': by < 0n, '<=': by <= 0n, '>': by > 0n, '>=': by >= 0n }
          return holds[node.operator] ? ONE : 0n
        })
      case 'call':
        return this.call(node.name, node.arguments, at)
    }
  }

  /** The amounts of arguments and ranges, blanks passed over, or the first error. */
  private amounts(list: Node[], at: Read): bigint[] | Failure {
    const found: bigint[] = []
    for (const node of list) {
      const range = node.type === 'line_range' || node.type === 'column_range'
      const cells = range ? this.cellsOf(node, at) : null
      if (range && !cells) return new Failure('#REF!')
      for (const value of cells ? cells.map((cell) => this.value(cell)) : [this.node(node, at)]) {
        if (value instanceof Failure) return value
        if (typeof value === 'string') return new Failure('#VALUE!')
        if (value !== null) found.push(value)
      }
    }
    return found
  }

  private call(name: string, list: Node[], at: Read): Plain {
    const of = (i: number): Plain => (list[i] ? this.node(list[i], at) : null)
    if (['sum', 'average', 'count', 'min', 'max'].includes(name)) {
      const found = this.amounts(list, at)
      if (found instanceof Failure) return found
      const total = settled(found.reduce((a, b) => a + b, 0n))
      if (name === 'count') return BigInt(found.length) * ONE
      if (name === 'sum') return limited(total)
      if (found.length === 0) return null
      if (name === 'average') return half(total, BigInt(found.length))
      return found.reduce((a, b) => ((name === 'min' ? b < a : b > a) ? b : a))
    }
    switch (name) {
      case 'abs':
        return apply([of(0)], ([x]) => (x! < 0n ? -x! : x!))
      case 'not':
        return apply([of(0)], ([x]) => (x === 0n ? ONE : 0n))
      case 'round':
        return apply([of(0), of(1)], ([x, places]) => {
          if (places! % ONE !== 0n || places! > 20n * ONE || places! < -20n * ONE) return new Failure('#NUM!')
          const unit = 10n ** (20n - places! / ONE)
          return limited(half(x!, unit) * unit)
        })
      case 'if':
        return apply([of(0)], ([condition]) => (condition === 0n ? of(2) : of(1)))
      case 'and':
      case 'or':
        return apply(
          list.map((_, i) => of(i)),
          (all) => ((name === 'and' ? all.every((x) => x !== 0n) : all.some((x) => x !== 0n)) ? ONE : 0n),
        )
      case 'iferror': {
        const first = of(0)
        return first instanceof Failure ? of(1) : first
      }
      case 'is_blank': {
        const first = of(0)
        return first instanceof Failure ? first : first === null ? ONE : 0n
      }
      case 'needs': {
        const first = of(0)
        return first === null || first instanceof Failure ? first : of(1)
      }
      case 'tax_oldest_first':
        return this.tax(name, list, at)
      case 'printed':
        return this.printed(list[0]!, at)
      case 'percent_change':
        return apply([this.printed(list[0]!, at), this.printed(list[1]!, at)], ([a, b]) =>
          b === 0n ? 0n : limited(half(settled(a! - b!) * 100n, b! < 0n ? -b! : b!) * ONE),
        )
      default:
        return of(0) // as_filed: its reference is read in the base layer
    }
  }

  /** Each argument as a rule of tax takes it; before the first column a range holds as many blanks as it has cells here. */
  private tax(name: TaxFunctionName, list: Node[], at: Read): Plain {
    const taken: TaxArgument[] = []
    for (const node of list) {
      const isRange = node.type === 'line_range' || node.type === 'column_range'
      const cells = isRange ? this.cellsOf(node, at) : null
      if (isRange && !cells) return new Failure('#REF!')
      const isBefore = node.type === 'line_range' && node.column === 'previous' && cells?.length === 0
      const { column: _before, ...here } = isBefore ? node : { column: undefined }
      const blanks = isBefore ? this.cellsOf(here as Range, at)! : []
      const values = isRange
        ? [...cells!.map((cell) => this.value(cell)), ...blanks.map(() => null)]
        : [this.node(node, at)]
      for (const value of values) {
        if (value instanceof Failure) return value
        if (typeof value === 'string') return new Failure('#VALUE!')
      }
      taken.push(isRange ? (values as (bigint | null)[]) : (values[0] as bigint | null))
    }
    const { value } = TAX_FUNCTIONS[name].compute(taken)
    return value === 'value' ? new Failure('#VALUE!') : value === null ? null : limited(value)
  }

  /** A cell at its display scale; what is no cell or no amount as it is. */
  private printed(node: Node, at: Read): Plain {
    const value = this.node(node, at)
    const inner = node.type === 'call' && node.name === 'as_filed' ? node.arguments[0]! : node
    const cells = inner.type === 'reference' ? this.cellsOf(inner, at) : null
    if (typeof value !== 'bigint' || !cells?.length) return value
    const { line, column } = cells[0]!
    const format = formatOf(cells[0]!)
    if (format === 'text' || format === 'date' || format === 'choice') return value
    const decimals = column.format === undefined ? (line.decimals ?? column.decimals) : column.decimals
    const shown = decimals ?? (format === 'per_share' || format === 'rate' ? 2 : 0)
    const unit = 10n ** BigInt(20 - shown - (format === 'rate' ? 2 : 0))
    return limited(half(value, unit) * unit)
  }
}

function formatOf({ line, column }: Cell): Format {
  return isText(line) ? 'text' : (column.format ?? line.format ?? 'amount')
}

/** Blank counts as 0, text is no amount, and the first error in reading order stands for the whole. */
function apply(values: Plain[], compute: (amounts: bigint[]) => Plain): Plain {
  const amounts: bigint[] = []
  for (const value of values) {
    if (value instanceof Failure) return value
    if (typeof value === 'string') return new Failure('#VALUE!')
    amounts.push(value ?? 0n)
  }
  return compute(amounts)
}

/** The same text for the same value, whoever computed it. */
function plainText(value: Plain): string {
  if (value === null) return ''
  if (typeof value === 'string') return JSON.stringify(value)
  return value instanceof Failure ? [value.code, ...value.members].join(' ') : asText(value)
}
