/**
 * The least distribution for the year to date: 90% of taxable income before preferred dividends, not below nil, before net
 * operating losses (26 USC 857(a)(1)). Of the year as a whole, whatever columns hold it; blank with the reason where they do not.
 */
import { listed } from '../money/listed.ts'
import { isolated } from '../money/isolated.ts'
import type { Engine } from '../calc/engine.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { Column, Filing, Layer, MinimumDistribution, Schedule } from '../model/filing.ts'
import { cellText } from '../calc/cell_text.ts'
import { columnName, columnOf, findCell, type Found, readLineName, refOf, scheduleOf } from '../model/lookup.ts'
import { Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { dateInWords, readDate } from '../calendar/dates.ts'
import { monthsOfId } from '../calendar/periods.ts'
import { yearToDateAt, type YearToDate } from '../templates/roll/year_to_date.ts'

/** The share of taxable income that a REIT distributes at the least. */
const DISTRIBUTED = new Decimal('0.9')

/** The figure, and what is to be known of it; empty where that is nothing. */
export type Distribution = { value: Value; sentence: string }

type Reading = { engine: Engine; rule: MinimumDistribution; layer: Layer }
/** Where taxable income is read. */
type Income = { engine: Engine; rule: Pick<MinimumDistribution, 'taxableIncome'>; layer: Layer }

/** The minimum distribution for the period in focus (a column id), in one layer. */
export function minimumDistribution(filing: Filing, engine: Engine, focus: string, layer: Layer): Distribution {
  const tested = ofSchedule(filing, engine, focus, layer)
  if (tested) return tested
  const rule = filing.minimumDistribution
  const schedule = rule && scheduleOf(filing, readLineName(rule.taxableIncome).schedule)
  if (!rule || !schedule) return { value: null, sentence: '' }
  const reading = { engine, rule, layer }
  const year = ofFigures(filing, schedule, focus, reading)
  if (!year) return stated(filing, schedule, focus, reading)
  const to = `for the year to ${ending(year.end)}`
  const lack = lacking(schedule, year, reading)
  if (lack !== undefined) return unknown(`${to}, because ${lack}`)
  const value = required(reading, year.columns)
  const left = leftOut(filing, schedule, year, reading)
  const without = left.length === 0 ? '' : ` without ${periods(schedule, left)}, whose taxable income is blank`
  const isOwn = year.end === filing.periodEnd || filing.periodEnd === undefined
  return { value, sentence: without === '' && isOwn ? '' : `Minimum distribution: ${to}${without}.` }
}

/**
 * As the filing's distribution test has it: the headline names its line and column. Net operating losses that lower what is required are told beside
 * the figure before them, and so are quarters that its year to date leaves out. Of a period of another year it is not known.
 */
function ofSchedule(filing: Filing, engine: Engine, focus: string, layer: Layer): Distribution | undefined {
  const [name] = filing.headlines?.find(({ id }) => id === 'minimum_distribution')?.lines ?? []
  if (name === undefined) return undefined
  const { schedule, line, column } = readLineName(name)
  const found = column === undefined ? undefined : findCell(filing, { schedule, line, column })
  if (!found) return undefined
  const books = booksOf(filing, engine, found, layer)
  const year = books && ofFigures(filing, books.schedule, focus, books.reading)
  if (year && isOfAnotherYear(year.end, filing.periodEnd)) {
    return unknown(`for the year to ${ending(year.end)}, because the distribution test is of another year`)
  }
  const value = engine.value(refOf(found), layer)
  const to = year ? `for the year to ${ending(year.end)}` : ''
  const lack = year && value === null ? lacking(books.schedule, year, books.reading) : undefined
  if (lack !== undefined) return unknown(`${to}, because ${lack}`)
  // The line is a detail of what is required after losses.
  const after =
    found.line.parent === undefined ? null : engine.value({ ...refOf(found), line: found.line.parent }, layer)
  const isLowered = isAmount(value) && isAmount(after) && !value.eq(after)
  const left = year && isAmount(value) ? leftOut(filing, books.schedule, year, books.reading) : []
  const without =
    left.length === 0 ? '' : `${to} without ${periods(books!.schedule, left)}, whose taxable income is blank`
  const lowered = isLowered ? `${cellText(after, found.line, found.column)} after net operating losses` : ''
  const told = [lowered, without].filter((one) => one !== '').join(', ')
  return { value, sentence: told === '' ? '' : `Minimum distribution: ${told}.` }
}

type Books = { schedule: Schedule; reading: Income }

/** The schedule of quarters from which the test takes its taxable income, and how it is read there; undefined where it is typed. */
function booksOf(filing: Filing, engine: Engine, tested: Found, layer: Layer): Books | undefined {
  const income = engine
    .precedents(refOf(tested), layer)
    .flatMap((one) => (one.schedule === tested.schedule.id ? engine.precedents(one, layer) : []))
    .find((one) => scheduleOf(filing, one.schedule)?.kind === 'reconciliation')
  const schedule = income && scheduleOf(filing, income.schedule)
  if (!schedule) return undefined
  return { schedule, reading: { engine, layer, rule: { taxableIncome: `${income.schedule}.${income.line}` } } }
}

function isOfAnotherYear(end: string, periodEnd: string | undefined): boolean {
  const [one, other] = [readDate(end), periodEnd === undefined ? undefined : readDate(periodEnd)]
  return one !== undefined && other !== undefined && one.year !== other.year
}

/** Why the year to date has no taxable income: a quarter that no column holds, or one that is blank. Undefined where it has. */
function lacking(schedule: Schedule, { columns, missing }: YearToDate, reading: Income): string | undefined {
  if (missing.length > 0) return `no column holds ${quarters(missing)}`
  const blank = columns.filter(({ id }) => taxable(reading, id) === null)
  return blank.length > 0 ? `taxable income of ${periods(schedule, blank)} is blank` : undefined
}

/** The year to date whose columns hold figures: an empty year to date gives way to what makes it up. */
function ofFigures(filing: Filing, schedule: Schedule, focus: string, reading: Income): YearToDate | undefined {
  const whole = yearToDateAt(filing, schedule, focus)
  if (!whole) return undefined
  const empty = whole.columns.filter(({ id }) => taxable(reading, id) === null)
  return empty.length === 0 ? whole : yearToDateAt(filing, schedule, focus, new Set(empty.map(({ id }) => id)))
}

/** Where no id, head or date tells of which year a column is, what the filing itself says of it. */
function stated(filing: Filing, schedule: Schedule, focus: string, reading: Reading): Distribution {
  const columns = (reading.rule.yearToDate[focus] ?? []).map((id) => columnOf(schedule, id))
  const there = columns.filter((one) => one !== undefined)
  if (there.length > 0 && there.length === columns.length) return { value: required(reading, there), sentence: '' }
  const own = filing.schedules.find((one) => columnOf(one, focus) !== undefined)
  const name = own ? columnName(own, columnOf(own, focus)!) : ''
  return own ? unknown(`, because “${isolated(name)}” is not a period of a fiscal year`) : { value: null, sentence: '' }
}

function unknown(why: string): Distribution {
  return { value: null, sentence: `Minimum distribution: not disclosed${why.startsWith(',') ? '' : ' '}${why}.` }
}

/** The reconciliation shows preferred dividends as a deduction (negative), so they are taken out. */
function required({ engine, rule, layer }: Reading, columns: readonly Column[]): Value {
  let income: Decimal = ZERO
  for (const { id } of columns) {
    const own = engine.value({ ...readLineName(rule.taxableIncome), column: id }, layer)
    const preferred = engine.value({ ...readLineName(rule.preferredDividends), column: id }, layer)
    if (!isAmount(own)) return own
    if (preferred !== null && !isAmount(preferred)) return preferred
    income = withoutResidue(income.plus(own).minus(preferred ?? ZERO))
  }
  return income.isNegative() ? ZERO : income.times(DISTRIBUTED)
}

function taxable({ engine, rule, layer }: Income, column: string): Value {
  return engine.value({ ...readLineName(rule.taxableIncome), column }, layer)
}

/** The quarters that a year to date adds up but that are blank, as a roll leaves the new one. */
function leftOut(filing: Filing, schedule: Schedule, { columns }: YearToDate, reading: Income): Column[] {
  const sums = columns.filter(({ formula }) => formula !== undefined)
  if (sums.length === 0) return []
  const quartersThere = yearToDateAt(filing, schedule, sums.at(-1)!.id, new Set(sums.map(({ id }) => id)))
  return (quartersThere?.columns ?? []).filter(({ id }) => taxable(reading, id) === null)
}

function ending(day: string): string {
  return readDate(day) ? dateInWords(day) : day
}

function quarters(ends: readonly string[]): string {
  return `the ${ends.length === 1 ? 'quarter' : 'quarters'} ended ${listed(ends.map(ending))}`
}

/** Columns by the days on which they end where all are quarters, else by name. */
function periods(schedule: Schedule, columns: readonly Column[]): string {
  const ends = columns.map(({ end }) => end)
  const isQuarters = columns.every(({ id, end }) => monthsOfId(id) === 3 && end !== undefined)
  return isQuarters ? quarters(ends as string[]) : listed(columns.map((one) => `“${columnName(schedule, one)}”`))
}
