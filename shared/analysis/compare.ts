/**
 * The base and up to four scenarios side by side, line by line, for one period: figure, difference and percent.
 * Reads engines; must hold no figure of its own.
 */
import { formatOf, asPrinted } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellFormat, hasCell, isText } from '../calc/layout.ts'
import { isAmount, sameValue, type Value } from '../calc/value.ts'
import type { CellRef, Column, Filing, HeadlineMap, Line, Schedule } from '../model/filing.ts'
import { columnName, factOf, findCell, type Found } from '../model/lookup.ts'
import { Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { percentChange, type FormatOptions, isMeasured } from '../money/format.ts'
import { headlineCell, headlineValue, periodColumn } from './headlines.ts'
import { upFrom } from '../structure/outline.ts'

/** The most scenarios that stand beside the base. */
export const MOST_COMPARED = 4

/** A scenario by its id and name, with the engine that it stands in. */
export type ComparedScenario = { id: string; name: string; engine: Engine }

/**
 * `difference` is the figure less the base, exact, or as printed for per-share amounts; null where it is not known.
 * `percent` is in percentage points on printed amounts, nil where the base is nil; null where the difference is.
 */
export type ComparedFigure = { value: Value; difference: Decimal | null; percent: Decimal | null }

export type CompareRow = {
  /** `schedule.line`; `headline:<id>` for a headline figure; `heading:<schedule or headlines>` for the heads between. */
  id: string
  kind: 'heading' | 'headline' | 'line'
  label: string
  /** The schedule that it belongs to; null for headline figures. */
  schedule: string | null
  /** The line of the filing; null for headline figures and heads between. */
  line: Line | null
  /** The cell that the row shows and opens; null for heads and for figures of no single cell. */
  ref: CellRef | null
  /** Steps of indentation: details under their line. */
  depth: number
  format: FormatOptions
  /** True where a scenario's figure differs from the base. */
  changed: boolean
  base: Value
  /** By scenario id; empty for heads. */
  scenarios: Record<string, ComparedFigure>
}

export type CompareRequest = {
  filing: Filing
  /** The period in focus: a column id of any schedule. */
  column: string
  /** The engine whose figures in force are the base: without inputs of its own it is as filed, or the draft. */
  base: Engine
  /** At most four; their ids are unlike one another. */
  scenarios: readonly ComparedScenario[]
  /** Leaves out lines that no scenario changes; headline figures stay. */
  changedOnly?: boolean
  /** The column shown of a schedule, where it is not that of the period. */
  columns?: Readonly<Record<string, string>>
}

/**
 * The rows: headline figures on top, then each schedule that has a column for the period. A schedule of components
 * without periods (a rollforward) is shown by the column that totals it last. Throws a RangeError for more than four
 * scenarios or for one id twice.
 */
export function compareRows(request: CompareRequest): CompareRow[] {
  const { filing, scenarios, changedOnly = false } = request
  if (scenarios.length > MOST_COMPARED) throw new RangeError(`At most ${MOST_COMPARED} scenarios can be compared.`)
  if (new Set(scenarios.map(({ id }) => id)).size < scenarios.length)
    throw new RangeError('A scenario is listed twice.')
  const rows = headlineRows(request)
  for (const schedule of filing.schedules) {
    const column = columnOf(request, schedule)
    if (!column) continue
    const byId = new Map(schedule.lines.map((line) => [line.id, line]))
    const all = schedule.lines
      .filter((line) => line.kind === 'heading' || hasCell(line, column))
      .map((line) => lineRow(request, { filing, schedule, line, column }, upFrom(byId, line.id).length - 1))
    const kept = changedOnly ? changedRows(all) : all
    if (kept.every(({ kind }) => kind === 'heading')) continue
    const label = `${schedule.title ?? schedule.id}: ${columnName(schedule, column)}`
    rows.push(headRow(`heading:${schedule.id}`, label, schedule.id), ...kept)
  }
  return rows
}

/** The column of a schedule that the comparison shows; undefined where it has none for the period. */
function columnOf({ filing, column, columns }: CompareRequest, schedule: Schedule): Column | undefined {
  const wanted = columns?.[schedule.id]
  const found = schedule.columns.find(({ id }) => id === wanted) ?? periodColumn(filing, schedule, column)
  if (found) return found
  const periods = schedule.columns.some(({ kind }) => kind === 'duration' || kind === 'instant')
  return periods ? undefined : schedule.columns.findLast(({ kind, all }) => kind === 'computed' && !all)
}

function headlineRows(request: CompareRequest): CompareRow[] {
  const told = (request.filing.headlines ?? []).filter(({ id }) => id !== 'open_tie_outs')
  const rows = told.flatMap((headline) => headlineRow(request, headline))
  return rows.length === 0 ? [] : [headRow('heading:headlines', 'Headline figures', null), ...rows]
}

function headlineRow({ filing, column, base, scenarios }: CompareRequest, headline: HeadlineMap[number]): CompareRow[] {
  const ref = headlineCell(filing, headline, column)
  if (!ref && headline.id !== 'minimum_distribution') return []
  const found = ref ? findCell(filing, ref) : undefined
  const read = (engine: Engine): Value => headlineValue(filing, engine, column, headline, 'scenario')
  const row: CompareRow = {
    id: `headline:${headline.id}`,
    kind: 'headline',
    label: headline.label,
    schedule: null,
    line: null,
    ref,
    depth: 0,
    format: found ? formatOf(found.line, found.column) : { format: 'amount' },
    changed: false,
    base: read(base),
    scenarios: {},
  }
  return [withFigures(row, found, scenarios, read)]
}

function lineRow({ base, scenarios }: CompareRequest, found: Found, depth: number): CompareRow {
  const { schedule, line, column } = found
  const head = line.kind === 'heading'
  const ref = head ? null : { schedule: schedule.id, line: line.id, column: column.id }
  const row: CompareRow = {
    ...headRow(`${schedule.id}.${line.id}`, line.label, schedule.id),
    kind: head ? 'heading' : 'line',
    line,
    ref,
    depth,
  }
  if (!ref) return row
  const shown = { ...row, format: formatOf(line, column), base: base.value(ref) }
  return withFigures(shown, found, scenarios, (engine) => engine.value(ref))
}

function headRow(id: string, label: string, schedule: string | null): CompareRow {
  const blank = { line: null, ref: null, depth: 0, changed: false, base: null, scenarios: {} }
  return { id, kind: 'heading', label, schedule, format: { format: 'text' }, ...blank }
}

function withFigures(
  row: CompareRow,
  found: Found | undefined,
  scenarios: readonly ComparedScenario[],
  read: (engine: Engine) => Value,
): CompareRow {
  const figures = scenarios.map(({ id, engine }) => [id, comparedFigure(row.base, read(engine), found)] as const)
  const changed = figures.some(([, { value }]) => !sameValue(value, row.base))
  return { ...row, changed, scenarios: Object.fromEntries(figures) }
}

/** A figure beside what it is compared with. */
export function comparedFigure(base: Value, value: Value, found: Found | undefined): ComparedFigure {
  const [from, to] = [amountOf(base, value, found), amountOf(value, base, found)]
  // Between two dates, or two choices, there is no amount.
  if (found && !isMeasured(cellFormat(found.line, found.column))) return { value, difference: null, percent: null }
  if (from === null || to === null) return { value, difference: null, percent: null }
  const printed = (x: Decimal): Decimal => (found ? asPrinted(found, x) : x.toDecimalPlaces(0, Decimal.ROUND_HALF_UP))
  const [before, after] = [printed(from), printed(to)]
  const perShare = found && cellFormat(found.line, found.column) === 'per_share'
  return {
    value,
    difference: withoutResidue(perShare ? after.minus(before) : to.minus(from)),
    percent: percentChange(after, before),
  }
}

/**
 * The amount that a figure counts for in a difference. A blank beside an amount counts as nil in a line that takes
 * changes; a level that was not disclosed, or a computed blank, stays unknown.
 */
function amountOf(value: Value, other: Value, found: Found | undefined): Decimal | null {
  if (isAmount(value)) return value
  if (value !== null || !isAmount(other) || !found || found.line.kind !== 'input' || isText(found.line)) return null
  return factOf(found.schedule, found.line.id, found.column.id)?.completable ? null : ZERO
}

/** Changed lines, with the headings that still head one of them. */
function changedRows(rows: readonly CompareRow[]): CompareRow[] {
  const kept: CompareRow[] = []
  for (const [at, row] of rows.entries()) {
    if (row.kind !== 'heading') {
      if (row.changed) kept.push(row)
      continue
    }
    const next = rows.findIndex(({ kind }, i) => i > at && kind === 'heading')
    if (rows.slice(at + 1, next < 0 ? rows.length : next).some(({ changed }) => changed)) kept.push(row)
  }
  return kept
}
