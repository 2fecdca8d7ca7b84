/**
 * Totals of periods that leave a period out: one of the periods that they add up is blank while another is not, so that a year
 * to date of entered quarters reads like a whole one. What rests on such a total is told with it. Judges one cell; knows
 * of the others only what it is told. A blank component is none: an asset class may have nothing to show.
 */
import { listed } from '../money/listed.ts'
import type { Engine } from '../calc/engine.ts'
import { hasCell } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Column, Layer, Schedule } from '../model/filing.ts'
import { columnName, columnOf, findCell, type Found, lineName, refOf, cellTitle } from '../model/lookup.ts'
import { spanEnded } from '../calendar/spans.ts'
import { isBlank } from './blanks.ts'
import { cellRead, parsedOnce, type Terms, referencesIn } from './sum_terms.ts'
import type { CellCheck, TieOut } from './tie_out.ts'
import { headOver } from '../structure/column_groups.ts'

/** Whether a figure leaves a period out, as the cells are judged: in the scenario alone, or in the base too. */
export type LeftOutIn = 'scenario' | 'both'

/** Tells of another cell whether its figure leaves a period out; undefined where it does not. */
export type LeftOutAt = (ref: CellRef) => LeftOutIn | undefined

/** What a figure leaves out, and how it is said after the name of the cell. */
type LeftOut = { in: LeftOutIn; words: () => string }

const QUARTER = spanEnded(3)

/** Labels named before the rest is counted. */
const MOST_NAMED = 3

export const PERIODS: CellCheck = {
  kind: 'periods',
  find({ found, engine, formula, terms, leftOutAt }) {
    const left = formula === undefined ? undefined : leftOut(found, engine, formula, terms, leftOutAt)
    if (!left) return undefined
    const { words } = left
    return {
      scenario: { status: 'flagged', difference: null },
      filed: left.in === 'both' ? 'flagged' : 'pass',
      words: () => `${cellTitle(found)}: ${words()}.`,
    }
  },
}

/** Whether the checks of a cell tell that its figure leaves a period out. */
export function leftOutIn(checks: readonly TieOut[]): LeftOutIn | undefined {
  const told = checks.find(({ kind }) => kind === PERIODS.kind)
  return told && (told.filed === 'flagged' ? 'both' : 'scenario')
}

/**
 * What the figure of a computed cell leaves out in the scenario; undefined where it leaves out nothing, where nothing stands, and
 * where an input stands over the formula. `terms` are the cells that the formula adds up, where it is a plain sum.
 */
function leftOut(
  found: Found,
  engine: Engine,
  formula: string,
  terms: Terms | undefined,
  leftOutAt: LeftOutAt | undefined,
): LeftOut | undefined {
  // A column computed throughout compares figures, which are marked where they stand.
  if (found.column.all) return undefined
  const ref = refOf(found)
  if (engine.input(ref, 'scenario') !== null || engine.input(ref, 'base') !== null) return undefined
  if (!isAmount(engine.value(ref))) return undefined
  return missing(found, engine, terms) ?? (leftOutAt && resting(found, formula, terms, leftOutAt))
}

/** The periods that a total of periods adds up but that are blank. */
function missing(found: Found, engine: Engine, terms: Terms | undefined): LeftOut | undefined {
  const periods = terms && periodsAdded(found, terms)
  if (!periods) return undefined
  const { schedule, line } = found
  const blank = (layer: Layer): Column[] =>
    periods.filter(({ id }) => isBlank(engine, { schedule: schedule.id, line: line.id, column: id }, layer))
  const without = blank('scenario')
  if (without.length === 0 || without.length === periods.length) return undefined
  const filed = blank('base').length
  return {
    in: filed > 0 && filed < periods.length ? 'both' : 'scenario',
    words: () => {
      const isQuarters = periods.every((one) => headOver(schedule, one) === QUARTER)
      const names = without.map((one) => (isQuarters ? one.label : columnName(schedule, one)))
      const head = isQuarters ? `${QUARTER} ` : ''
      const counted = `${periods.length - without.length} of ${periods.length} ${isQuarters ? 'quarters' : 'periods'}`
      return `counts ${counted}; ${head}${someOf(names)} ${names.length === 1 ? 'is' : 'are'} blank`
    },
  }
}

/** The columns that a cell adds up where they are periods of its own line, each once; undefined where it is no such total. */
function periodsAdded({ schedule, line, column }: Found, terms: Terms): Column[] | undefined {
  if (terms.kind !== 'foots' || !terms.isAcross) return undefined
  const periods: Column[] = []
  for (const { sign, ref } of terms.cells) {
    if (sign !== 1 || ref.column === column.id) return undefined
    const one = columnOf(schedule, ref.column)
    if (!one || !isPeriod(schedule, one)) return undefined
    if (hasCell(line, one)) periods.push(one)
  }
  return periods
}

/** How deep totals of totals are followed. */
const DEEPEST = 4

/** True for a period, and for a computed column that adds up periods. */
function isPeriod(schedule: Schedule, { kind, all, formula, entity }: Column, depth = 0): boolean {
  // An entity may have nothing to show.
  if (kind !== 'computed') return kind === 'duration' && !entity
  const parsed = all || formula === undefined || depth === DEEPEST ? undefined : parsedOnce(formula)
  if (!parsed || 'error' in parsed) return false
  const named = parsed.formula.references.flatMap((one) =>
    one.type === 'column_range' ? [one.first, one.last] : one.type === 'reference' ? [one.column] : [undefined],
  )
  return named.every((id) => {
    const one = id === undefined ? undefined : columnOf(schedule, id)
    return one !== undefined && isPeriod(schedule, one, depth + 1)
  })
}

/** Figures that leave a period out and that the formula reads. */
function resting(found: Found, formula: string, terms: Terms | undefined, leftOutAt: LeftOutAt): LeftOut | undefined {
  let on: LeftOutIn | undefined
  const read: CellRef[] = []
  for (const ref of terms ? terms.cells.map((term) => term.ref) : readBy(found, formula)) {
    // A schedule of tax tests says it once, where it takes the figure in.
    if (found.schedule.kind === 'reit_tests' && ref.schedule === found.schedule.id) continue
    const one = leftOutAt(ref)
    if (!one) continue
    read.push(ref)
    if (on !== 'both') on = one
  }
  if (!on) return undefined
  return {
    in: on,
    words: () => {
      const names = new Map(read.map((ref) => [cellName(ref), nameFrom(found, ref)]))
      return `rests on ${read.length === 1 ? 'a figure that leaves' : 'figures that leave'} a period out: ${someOf([...names.values()])}`
    },
  }
}

/** The single cells that a formula reads in force; ranges outside of sums are passed over. */
function readBy(found: Found, formula: string): CellRef[] {
  return referencesIn(formula).flatMap((one) => {
    const ref = one.type === 'reference' && one.role !== 'filed' ? cellRead(found, one) : undefined
    return ref ? [ref] : []
  })
}

/** A cell as it is told from another: by its line, or by its column where the line is the same. */
function nameFrom({ filing, schedule, line }: Found, ref: CellRef): string {
  const other = findCell(filing, ref)
  if (!other) return ref.line
  return other.line.id === line.id && other.schedule.id === schedule.id
    ? columnName(other.schedule, other.column)
    : lineName(other)
}

/** `a`, `a and b`, `a, b, c and 4 more`. */
function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return listed(rest > 1 ? [...names.slice(0, MOST_NAMED), `${rest} more`] : names)
}
