/**
 * A schedule's lines, columns and heads as they stand after a roll forward, without figures. Titles and labels move to the
 * new period; formulas, types, notes and display stay. What is said of the old document's figures goes from the lines.
 */
import type { Column, ColumnGroup, Line, Schedule } from '../../model/filing.ts'
import { entityColumns } from '../../model/entities.ts'
import { headOfSchedule } from '../../model/lookup.ts'
import { addMonths, dateInWords, monthsBetween } from '../../calendar/dates.ts'
import { dateIn, movedWords, timesIn } from '../../calendar/period_words.ts'
import { HEAD_OF_SPAN, spanEnded } from '../../calendar/spans.ts'
import { periodOf, spanOf, type Period, type Roll } from '../../calendar/periods.ts'
import type { ColumnPlan, RolledColumn } from './rolled_column.ts'
import { mapColumns, mapToDate, type ColumnMap, type PlaceMaps } from './roll_formulas.ts'
import { rollforwards } from './roll_lines.ts'
import { isOfPerShare } from './roll_per_share.ts'
import { sumOfParts } from './roll_entities.ts'
import { taxYearFormula } from './roll_tax_year.ts'
import { runningFormula } from './roll_running.ts'
import { servedAfter, type Rolling } from './roll_served.ts'
import { rolledReturnOfCapital } from '../subsidiary_distribution.ts'

/** The schedule after the roll, without inputs and facts. */
export function rollStructure(schedule: Schedule, roll: Roll, maps: PlaceMaps, rolling: Rolling): Schedule {
  const plan = rolling.plans.get(schedule.id)!
  const head = headOfSchedule(schedule)
  const moved = (text: string): string => movedWords(text, roll)
  const groups = rolledGroups(schedule, plan)
  const ofLines: ColumnMap = (id, column) => (id === schedule.id ? maps.lines : maps.others)(id, column)
  const carried = (formula: string): string =>
    schedule.kind === 'reit_tests' || isOfPerShare(schedule)
      ? mapToDate(formula, schedule.id, maps)
      : mapColumns(formula, schedule.id, ofLines)
  const opened = plan.columns.every(({ period }) => !period) ? rollforwards(schedule).map(({ opening }) => opening) : []
  return {
    ...head,
    ...(head.title !== undefined && { title: moved(head.title) }),
    ...(head.short !== undefined && { short: moved(head.short) }),
    ...(head.caption !== undefined && { caption: moved(head.caption) }),
    ...(groups && { groups }),
    columns: plan.columns.map((column) => rolledColumn(schedule, column, roll, maps.columns)),
    lines: schedule.lines.map((line) => ({
      ...rolledLine(schedule, line, (formula) => taxYearFormula(schedule, line, roll) ?? carried(formula), rolling),
      label: lineLabel(line, opened.includes(line), roll),
    })),
    cells: [],
  }
}

function rolledColumn(schedule: Schedule, column: RolledColumn, roll: Roll, map: ColumnMap): Column {
  const { like, id } = column
  // Of an entity's column the period is that of the consolidated one.
  const { period } = column.part?.of ?? column
  const { formula: stood, origin, how, filingCopy, end: stoodEnd, label: stoodLabel, ...rest } = like
  const own = column.comparative ? schedule.columns.find((one) => one.id === id) : undefined
  // What is said of a period as a whole belongs to the period; of a computed column it belongs to the computation.
  const said = period ? own : { origin, how: cites(how) ? undefined : how }
  const prints = printing({ ...(column.part?.of ?? column), like }, filingCopy)
  // What the old document only did not print, the new one may: it is no mark on a column that stands there.
  const isMarked = said?.origin !== undefined && !(said.origin === 'derived' && prints.filingCopy !== false)
  const end = own?.end ?? movedEnd(stoodEnd, column.months, roll)
  const formula = formulaOf(schedule, column, stood, map)
  const label = movedLabel(stoodLabel, stoodEnd, end, column, roll)
  return {
    ...rest,
    id,
    label: column.label ?? entityLabel(schedule, column, end) ?? own?.label ?? addedLabel(schedule, column, label),
    ...(column.part && { entity: { name: column.part.name, of: column.part.of.id } }),
    ...(end !== undefined && { end }),
    ...(formula !== undefined && { formula }),
    ...(isMarked && said?.origin && { origin: said.origin }),
    ...(said?.how !== undefined && (isMarked || said.origin === undefined) && { how: said.how }),
    ...prints,
  }
}

/** What a column is called where its period is split by entity, or was: the head over it names the period. */
function entityLabel(schedule: Schedule, column: RolledColumn, end: string | undefined): string | undefined {
  const { part, parts, like, comparative, id } = column
  if (part || parts) return like.label
  const wasSplit = comparative && entityColumns(schedule, id).length > 0
  return wasSplit && end !== undefined ? dateInWords(end) : undefined
}

/** A year to date that was added says how long it is, where no head over the columns does. */
function addedLabel({ groups }: Schedule, { added, period }: RolledColumn, label: string): string {
  const span = period && spanOf(period)
  return added && !groups && span !== undefined ? `${spanEnded(span)} ${label}` : label
}

/** Kept quarters, and a year to date that is the first quarter over again, stay out of the filing copy. */
function printing({ supporting, period, like }: RolledColumn, stood: boolean | undefined): Pick<Column, 'filingCopy'> {
  if (supporting || isFirstQuarter(period)) return { filingCopy: false }
  return stood === undefined || isFirstQuarter(periodOf(like)) ? {} : { filingCopy: stood }
}

/** True for the year to date of a year's first quarter, which is that quarter over again. */
export function isFirstQuarter(period: Period | undefined): boolean {
  return period?.kind === 'to_date' && period.months === 3
}

function formulaOf(
  { id }: Schedule,
  column: RolledColumn,
  stood: string | undefined,
  map: ColumnMap,
): string | undefined {
  const { sums } = column
  if (sums) return sums.length === 0 ? undefined : `= ${sums.map((one) => `@${one}`).join(' + ')}`
  const across = sumOfParts(column)
  if (across !== undefined) return across
  return stood === undefined ? undefined : mapColumns(stood, id, map)
}

function movedEnd(end: string | undefined, months: number, roll: Roll): string | undefined {
  if (end === undefined || months === 0) return end
  const moved = addMonths(end, months)
  return monthsBetween(moved, roll.to) === 0 ? roll.to : moved
}

function movedLabel(
  label: string,
  from: string | undefined,
  to: string | undefined,
  { like, months, period }: RolledColumn,
  roll: Roll,
): string {
  if (!period) return movedWords(label, roll)
  if (months === 0) return label
  const moved = movedWords(label, { from: from ?? roll.from, to: to ?? roll.to, months })
  const before = periodOf(like)
  // Words of one's own for a span that is now another, as for a date that none of the ways of writing one tells.
  const astray = before !== undefined && spanOf(before) !== spanOf(period) && /year|month/i.test(label)
  return (moved === label || astray) && to !== undefined ? dateInWords(to) : moved
}

/** The heads over the columns: each follows its columns, and the words for a span follow the period. */
function rolledGroups({ groups }: Schedule, { columns }: ColumnPlan): ColumnGroup[] | undefined {
  if (!groups) return undefined
  const placed = (group: ColumnGroup, supporting: boolean): ColumnGroup[] => {
    const own = columns.filter(
      (column) => group.columns.includes(column.like.id) && (column.supporting === true) === supporting,
    )
    return spans(own).map((run) => ({
      ...group,
      label: groupLabel(group.label, run[0]!),
      columns: run.map(({ id }) => id),
    }))
  }
  const at = ({ columns: [first] }: ColumnGroup): number => columns.findIndex(({ id }) => id === first)
  const order = columns.map(({ id }) => id)
  const all = [
    ...groups.flatMap((group) => placed(group, false)),
    ...groups.flatMap((group) => placed(group, true)),
  ].flatMap((group) => neighbours(group, order))
  const joined: ColumnGroup[] = []
  for (const group of all.toSorted((a, b) => at(a) - at(b))) {
    const before = joined.at(-1)
    const same = before?.label === group.label && marksOf(before) === marksOf(group)
    if (before && same && at(group) === at(before) + before.columns.length) {
      joined[joined.length - 1] = { ...before, columns: [...before.columns, ...group.columns] }
    } else joined.push(group)
  }
  return joined
}

/** A head over columns that do not stand together is one over each run of them. */
function neighbours(group: ColumnGroup, order: readonly string[]): ColumnGroup[] {
  const runs: string[][] = []
  for (const id of order) {
    if (!group.columns.includes(id)) continue
    const last = runs.at(-1)
    if (last && order.indexOf(id) === order.indexOf(last.at(-1)!) + 1) last.push(id)
    else runs.push([id])
  }
  return runs.map((columns) => ({ ...group, columns }))
}

/**
 * Columns by how long their periods are: a year to date that was added stands under a head of its own, and so does a period that is split
 * by entity.
 */
function spans(columns: readonly RolledColumn[]): RolledColumn[][] {
  return [...Map.groupBy(columns, headedBy).values()]
}

function headedBy({ id, part, parts, added }: RolledColumn): string {
  if (part || parts) return part?.of.id ?? id
  return added ? 'added' : ''
}

function marksOf({ notes = [] }: ColumnGroup): string {
  return notes.join(' ')
}

function groupLabel(label: string, column: RolledColumn): string {
  const { like, period, months } = column.part?.of ?? column
  const before = periodOf(like)
  const [stood, span] = [before && spanOf(before), period && spanOf(period)]
  // A head that names a year or a day goes with its columns; one that names a span alone stays.
  const end = months === 0 || like.end === undefined ? undefined : addMonths(like.end, months)
  const moved = end === undefined ? label : movedWords(label, { from: like.end!, to: end, months })
  if (span === undefined || stood === span) return moved
  const words = isFirstQuarter(period) ? 'Year to Date' : spanEnded(span)
  return moved.replace(HEAD_OF_SPAN, words)
}

function rolledLine(schedule: Schedule, line: Line, carried: (formula: string) => string, rolling: Rolling): Line {
  const { formula, columns: _columns, only, origin, how, reasons, ...rest } = line
  const plan = rolling.plans.get(schedule.id)!
  const anew = rolledReturnOfCapital(schedule, line, plan)
  const served = anew?.columns ?? servedAfter(schedule, line, plan, rolling)
  const across = (ids: readonly string[]): string[] =>
    plan.columns.filter(({ like }) => ids.includes(like.id)).map(({ id }) => id)
  // A clause that names a time speaks of the old period. A quarter in which the line runs on from the one before has a formula of its own.
  const runsOn = new Set(plan.columns.flatMap(({ id }, at) => (runningFormula(schedule, line, plan, at) ? [id] : [])))
  return {
    ...rest,
    ...(formula !== undefined && { formula: anew?.formula ?? carried(formula) }),
    ...(served && { columns: served.filter((id) => !runsOn.has(id)) }),
    ...(only && { only: across(only) }),
    ...(reasons && { reasons: reasons.filter(({ text }) => timesIn(text).length === 0) }),
    ...keptOrigin(line, origin, how),
  }
}

/** The opening balance of a schedule without periods stands at the end of the old period; other dates move. */
function lineLabel({ label }: Line, isOpening: boolean, roll: Roll): string {
  const date = isOpening ? dateIn(label) : undefined
  if (date === undefined) return movedWords(label, roll)
  return movedWords(label, { from: date, to: roll.from, months: monthsBetween(date, roll.from) })
}

/**
 * How a formula comes about goes on holding, and what it assumes; where figures came from was said of the old document. A
 * line outside the filing copy keeps its mark.
 */
function keptOrigin(
  { kind, filingCopy }: Line,
  origin: Line['origin'],
  how: string | undefined,
): Pick<Line, 'origin' | 'how'> {
  if (kind !== 'formula') return {}
  const holds = origin === 'assumed' || (filingCopy === false && (origin === 'derived' || origin === 'balancing'))
  return { ...(origin && holds && { origin }), ...(how !== undefined && !cites(how) && { how }) }
}

/** True where words cite an amount, which is then one of the old period. */
function cites(words: string | undefined): boolean {
  return words !== undefined && /\d,\d{3}|\d\.\d/.test(words)
}
