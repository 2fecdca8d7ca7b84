/**
 * What a template is: a schedule made for the periods of a new filing, empty but for its lines and formulas.
 * One file per template holds the lines; templates.ts lists them. Templates know which others are chosen, so that what
 * mirrors another schedule is a link where that schedule stands and an input where it does not.
 */
import type { Column, ColumnGroup, HeadlineMap, Line, MinimumDistribution, Schedule } from '../model/filing.ts'
import { addMonths, dateInWords, quarterOf } from '../calendar/dates.ts'
import { idOfPeriod, periodEnding } from '../calendar/periods.ts'
import { spanEnded } from '../calendar/spans.ts'
import type { TemplateGroup } from './template_groups.ts'

/** The id of a template of the list. */
export type TemplateId = string

/** The periods that a new filing shows. */
export type Covers = {
  periodEnd: string
  covers: 'quarter' | 'year'
  /** What the current period stands against: the period just before, or the same one a year before. */
  against: 'before' | 'year_before'
  chosen: ReadonlySet<TemplateId>
}

export type Template = {
  id: TemplateId
  title: string
  /** Under which heading it is offered. */
  group: TemplateGroup
  /** What it holds, for whoever chooses. */
  about: string
  schedule: (covers: Covers) => Schedule
  headlines: (covers: Covers) => HeadlineMap
  /** Where the filing's minimum distribution is read, which has a headline of its own. */
  minimumDistribution?: (covers: Covers) => MinimumDistribution
  /** The line (`schedule.line@column`) that shows it, where a schedule of its own computes it. */
  distributionTest?: (covers: Covers) => string
}

/** A line as it is written here: one with a formula computes, any other takes inputs unless it says what it is. */
export type WrittenLine = Omit<Line, 'kind'> & { kind?: 'heading' | 'text' }

export function asLine({ id, label, ...rest }: WrittenLine): Line {
  return { id, label, kind: rest.formula === undefined ? 'input' : 'formula', ...rest }
}

function column(end: string, months: number): Column {
  return { id: idOfPeriod(periodEnding(end, months)), label: dateInWords(end), kind: 'duration', end }
}

/** The column of the period that ends on the day, a quarter or a year as the filing covers. */
export function periodColumn(end: string, covers: Covers['covers']): Column {
  return column(end, covers === 'quarter' ? 3 : 12)
}

/** The current period and the one it is compared with. */
export function comparedColumns({ periodEnd, covers, against }: Covers): [Column, Column] {
  const months = covers === 'year' || against === 'year_before' ? 12 : 3
  return [periodColumn(periodEnd, covers), periodColumn(addMonths(periodEnd, -months), covers)]
}

/** The quarters of the year up to the period's end, the first one first; the year alone where the filing covers years. */
export function yearSoFar({ periodEnd, covers }: Covers): Column[] {
  if (covers === 'year') return [periodColumn(periodEnd, 'year')]
  const count = quarterOf(periodEnd)
  return Array.from({ length: count }, (_, at) => column(addMonths(periodEnd, (at + 1 - count) * 3), 3))
}

/** The year to date as the sum of its quarters; undefined where it is the current period itself. */
export function yearToDate(covers: Covers): Column | undefined {
  const quarters = yearSoFar(covers)
  if (quarters.length < 2) return undefined
  return {
    ...column(covers.periodEnd, quarters.length * 3),
    formula: `= ${quarters.map((one) => `@${one.id}`).join(' + ')}`,
  }
}

/** The head over columns of one span. */
export function spanGroup(months: number, columns: readonly Column[]): ColumnGroup {
  return { label: spanEnded(months), columns: columns.map(({ id }) => id) }
}
