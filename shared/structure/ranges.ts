/**
 * What becomes of the ranges in formulas when lines or columns stand elsewhere: which lose their members, and which take others in or
 * leave some out. Reads structure only.
 */
import { listed } from '../money/listed.ts'
import { hasCell, isColumnRange, isLineRange, structureFormula } from '../calc/layout.ts'
import type { Range } from '../formula/ast.ts'
import { referencesOf } from '../formula/rewrite.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { columnNameOf, columnOf, lineNameOf, lineOf, positionOf, scheduleName, scheduleOf } from '../model/lookup.ts'
import { eachFormula, type FormulaPlace } from './formulas.ts'
import { type Draft, type StructureRefusal, refusedBy } from './plan.ts'

/** A range whose meaning changes: its members go, come, or it has none any more (broken). */
export type RangeChange = {
  place: FormulaPlace
  /** The range as written. */
  text: string
  broken: boolean
  added: string[]
  removed: string[]
}

/** The ranges that change between two states of a draft in which the same formulas stand, some with other ends. */
export function rangeChanges(before: Draft, after: Draft): RangeChange[] {
  const changes: RangeChange[] = []
  const later = new Map<string, string>()
  eachFormula(after, (text, place) => {
    if (text.includes('..')) later.set(JSON.stringify(place), text)
  })
  eachFormula(before, (text, place) => {
    if (!text.includes('..')) return
    const next = referencesOf(later.get(JSON.stringify(place)) ?? text)
    for (const [at, reference] of referencesOf(text).entries()) {
      if (reference.type === 'reference') continue
      const was = membersOf(before.filing, place.schedule, reference)
      if (!was) continue
      const same = next[at]
      const range = same && same.type !== 'reference' ? same : reference
      const now = membersOf(after.filing, place.schedule, range)
      const written = text.slice(reference.at, reference.end)
      if (!now) {
        changes.push({ place, text: written, broken: true, added: [], removed: [] })
        continue
      }
      const added = now.filter((id) => !was.includes(id))
      const removed = was.filter((id) => !now.includes(id))
      if (added.length + removed.length > 0) changes.push({ place, text: written, broken: false, added, removed })
    }
  })
  return changes
}

/** The ids of lines or columns that a range covers; undefined where it is none. */
function membersOf(filing: Filing, own: string, range: Range): string[] | undefined {
  const schedule = scheduleOf(filing, range.schedule ?? own)
  if (!schedule) return undefined
  const list = range.type === 'line_range' ? schedule.lines : schedule.columns
  const [from, to] = [positionOf(list, range.first), positionOf(list, range.last)]
  if (from < 0 || to < from) return undefined
  if (range.type === 'column_range') {
    const { columns } = schedule
    if (!isColumnRange(columns, from, to)) return undefined
    const of = columns[from]!.entity?.of
    return columns.slice(from, to + 1).flatMap(({ id, entity }) => (entity?.of === of ? [id] : []))
  }
  if (!isLineRange(schedule.lines, from, to)) return undefined
  const { parent } = schedule.lines[from]!
  const members = schedule.lines.slice(from, to + 1)
  return members
    .filter((line) => line.parent === parent && line.kind !== 'heading' && line.kind !== 'text')
    .map(({ id }) => id)
}

/** Where a formula stands, in words: the name of its line or column. */
export function placeWords(filing: Filing, place: FormulaPlace): string {
  const schedule = scheduleOf(filing, place.schedule)
  if (!schedule) return place.schedule
  const line = place.kind === 'column' ? undefined : lineNameOf(schedule, place.line)
  const column = place.kind === 'line' ? undefined : columnNameOf(schedule, place.column)
  return [line, column].filter((part) => part !== undefined).join(', ')
}

/** The cells that a formula serves. */
export function cellsServed(filing: Filing, place: FormulaPlace): CellRef[] {
  const schedule = scheduleOf(filing, place.schedule)
  if (!schedule) return []
  if (place.kind === 'cell') return [{ schedule: place.schedule, line: place.line, column: place.column }]
  const lines = place.kind === 'line' ? schedule.lines.filter(({ id }) => id === place.line) : schedule.lines
  const columns = place.kind === 'column' ? schedule.columns.filter(({ id }) => id === place.column) : schedule.columns
  return lines.flatMap((line) =>
    columns
      .filter((column) => hasCell(line, column) && structureFormula(line, column)?.by === place.kind)
      .map((column) => ({ schedule: schedule.id, line: line.id, column: column.id })),
  )
}

/** Why an act is refused that would break ranges, with the cells that they stand in; undefined where it breaks none. */
export function brokenRanges(filing: Filing, changes: readonly RangeChange[]): StructureRefusal | undefined {
  const broken = changes.filter((change) => change.broken)
  const [first] = broken
  if (!first) return undefined
  const refusal = { formula: placeWords(filing, first.place), text: first.text, more: broken.length - 1 }
  return refusedBy(
    { code: 'ranges_broken', ...refusal },
    broken.flatMap(({ place }) => cellsServed(filing, place)),
  )
}

/** What changes in the sums, as an end of a title: `; Total adjustments now counts Servicing fees`. */
export function rangeWords(filing: Filing, changes: readonly RangeChange[]): string {
  const words = new Set<string>()
  for (const { place, added, removed } of changes) {
    const where = placeWords(filing, place)
    if (added.length > 0) words.add(`${where} now counts ${labels(filing, added)}`)
    if (removed.length > 0) words.add(`${where} no longer counts ${labels(filing, removed)}`)
  }
  const [first, second, ...rest] = words
  if (first === undefined) return ''
  return `; ${[first, second].filter((part) => part !== undefined).join('; ')}${rest.length > 0 ? `; ${rest.length} more changes of ranges` : ''}`
}

/** Which formulas come to count what an act puts in, as an end of a title: `, counted in Total`. */
export function countedWords(filing: Filing, changes: readonly RangeChange[]): string {
  const where = [
    ...new Set(changes.filter(({ added }) => added.length > 0).map(({ place }) => placeWords(filing, place))),
  ]
  if (where.length === 0) return ''
  return `, counted in ${where.length > 3 ? `${where.length} sums` : where.join(' and ')}`
}

function labels(filing: Filing, ids: readonly string[]): string {
  const name = (id: string): string => {
    for (const schedule of filing.schedules) {
      if (lineOf(schedule, id)) return lineNameOf(schedule, id)
      if (columnOf(schedule, id)) return columnNameOf(schedule, id)
    }
    return id
  }
  return ids.length > 2 ? `${ids.length} others` : listed(ids.map(name))
}

/** `Servicing fees in Reconciliation`, `3 lines in Reconciliation`. */
export function linesWords(
  filing: Filing,
  schedule: string,
  ids: readonly string[],
  what: 'line' | 'column' = 'line',
): string {
  const found = scheduleOf(filing, schedule)
  const [first = ''] = ids
  const label = found ? (what === 'line' ? lineNameOf(found, first) : columnNameOf(found, first)) : first
  const named = ids.length === 1 ? `${what} ${label}` : `${ids.length} ${what}s`
  return `${named} in ${found ? scheduleName(found) : schedule}`
}
