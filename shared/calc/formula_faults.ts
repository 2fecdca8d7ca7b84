/**
 * What is wrong with a formula in its place and at which characters: names that the filing does not have, ranges that are
 * none, and what the parser refuses; each with what would be right. Looks at structure alone, never at values.
 */
import { listed } from '../money/listed.ts'
import type { FormulaError } from '../formula/ast.ts'
import { nearest } from '../formula/nearest.ts'
import { parseFormula } from '../formula/parse.ts'
import { bodyStart, writtenReferences, type WrittenReference } from '../formula/written.ts'
import type { CellRef, Filing, Schedule } from '../model/filing.ts'
import { PREVIOUS } from '../model/column_before.ts'
import { columnReadIn } from '../model/entities.ts'
import { columnName, columnOf, lineOf, scheduleName, idsOf } from '../model/lookup.ts'
import { isColumnRange, isLineRange } from './layout.ts'

type Filed = Pick<Filing, 'schedules'>

/**
 * The first fault of a formula text that stands in the cell, or that would stand there. `passedOver` says of which faults
 * nothing is said, such as the one in the name being typed.
 */
export function formulaFault(
  filing: Filed,
  ref: CellRef,
  text: string,
  passedOver: (span: { at: number; end: number }) => boolean = () => false,
): FormulaError | undefined {
  const parsed = parseFormula(text)
  const error = 'error' in parsed ? parsed.error : undefined
  for (const reference of writtenReferences(text)) {
    if (error && error.at < reference.at) break
    const fault = nameFault(filing, ref, text, reference, passedOver)
    if (fault) return fault
  }
  if (!error || passedOver(error)) return undefined
  // Blanks at the end are no place to point at.
  const end = Math.max(text.trimEnd().length, bodyStart(text))
  return error.at >= text.length ? { ...error, at: end, end } : error
}

/** The first name of a reference that the filing does not have, or why its ends make no range. */
function nameFault(
  filing: Filed,
  own: CellRef,
  text: string,
  reference: WrittenReference,
  passedOver: (span: { at: number; end: number }) => boolean,
): FormulaError | undefined {
  const at = (name: { at: number; end: number }, say: () => string): FormulaError | undefined =>
    passedOver(name) ? undefined : { at: name.at, end: name.end, message: say() }
  const schedule = filing.schedules.find(({ id }) => id === (reference.schedule ?? own.schedule))
  for (const name of reference.names) {
    if (name.kind === 'schedule') {
      if (name.name !== reference.schedule) return at(name, () => 'A range stays within one schedule.')
      if (!schedule) return at(name, () => noSchedule(filing, name.name))
    } else if (name.kind === 'column' && name.name === PREVIOUS) continue
    else if (schedule && !indexOf(schedule, name.kind).has(name.name)) {
      return at(name, () => noName(filing, schedule, name.kind as 'line' | 'column', name.name, reference))
    }
  }
  if (!schedule) return undefined
  if ((reference.column === undefined || reference.column === PREVIOUS) && reference.type !== 'column_range') {
    const written = text.slice(reference.at, reference.end).replace(/@\w*$/, '')
    const fault = columnFault(filing, own, schedule, written)
    if (fault !== undefined) return at(reference, () => fault)
  }
  return rangeFault(schedule, reference, at)
}

/** Another schedule is read in the column of the cell's own id, or of the entity of its line: why that leads nowhere. */
function columnFault(filing: Filed, own: CellRef, schedule: Schedule, written: string): string | undefined {
  const name = scheduleName(schedule)
  const stands = filing.schedules.find(({ id }) => id === own.schedule)
  const [line, column] = [lineOf(stands, own.line), columnOf(stands, own.column)]
  const read = line && column ? columnReadIn(schedule, line, column) : own.column
  if (read === undefined) return `${name} has no column of ${line!.entity} for ${columnName(stands!, column!)}.`
  if (indexOf(schedule, 'column').has(read)) return undefined
  const example = schedule.columns[0]?.id
  const way = example === undefined ? 'it has no columns' : `name one, such as ${written}@${example}`
  return `${name} has no column ${read}: ${way}.`
}

function rangeFault(
  schedule: Schedule,
  { type, first = '', last = '', at, end, schedule: named }: WrittenReference,
  say: (span: { at: number; end: number }, words: () => string) => FormulaError | undefined,
): FormulaError | undefined {
  if (type === 'reference') return undefined
  const index = indexOf(schedule, type === 'line_range' ? 'line' : 'column')
  const [from, to] = [index.get(first), index.get(last)]
  // A name that does not stand is a fault of its own.
  if (from === undefined || to === undefined) return undefined
  if (from > to) {
    const mark = type === 'column_range' ? '@' : named === undefined ? '' : `${named}.`
    return say(
      { at, end },
      () => `The ends are reversed: ${mark}${last}..${type === 'column_range' ? '@' : ''}${first}.`,
    )
  }
  if (type === 'column_range') {
    if (isColumnRange(schedule.columns, from, to)) return undefined
    return say(
      { at, end },
      () => 'A range of columns needs two periods, or two entities of one period. These two are not alike.',
    )
  }
  if (isLineRange(schedule.lines, from, to)) return undefined
  return say({ at, end }, () => 'A range needs two lines of the same parent. These two have different parents.')
}

function noSchedule(filing: Filed, name: string): string {
  const ids = nearest(name, idsOf(filing.schedules))
  return `${name} is not a schedule of this filing${what(ids)}`
}

function noName(
  filing: Filed,
  schedule: Schedule,
  kind: 'line' | 'column',
  name: string,
  of: WrittenReference,
): string {
  const near = nearest(name, indexOf(schedule, kind).keys())
  const place = scheduleName(schedule)
  if (kind === 'line' && indexOf(schedule, 'column').has(name))
    return `${name} is a column of ${place}, not a line; its own line in it is @${name}.`
  if (kind === 'column' || near.length > 0) return `${name} is not a ${kind} of ${place}${what(near)}`
  // A line of another schedule, where the schedule was left out.
  const elsewhere = filing.schedules.find((one) => one !== schedule && indexOf(one, 'line').has(name))
  if (elsewhere && of.schedule === undefined)
    return `${name} is not a line of ${place}; ${elsewhere.id}.${name} is one of ${scheduleName(elsewhere)}.`
  return `${name} is not a line of ${place}.`
}

/** `; a is.`, `; a, b and c are.`, or a full stop where nothing is near. */
function what(ids: readonly string[]): string {
  if (ids.length === 0) return '.'
  return `; ${listed(ids)} ${ids.length === 1 ? 'is' : 'are'}.`
}

const indexes = new WeakMap<readonly object[], ReadonlyMap<string, number>>()

/** Where each id stands among the lines or columns; made once for each list. */
function indexOf(schedule: Schedule, kind: 'line' | 'column'): ReadonlyMap<string, number> {
  const items = kind === 'line' ? schedule.lines : schedule.columns
  let index = indexes.get(items)
  if (!index) indexes.set(items, (index = new Map(items.map(({ id }, at) => [id, at]))))
  return index
}
