/**
 * A column about to be inserted, as a form states it, with the defaults that follow from the column in focus. Pure; makes no change.
 */
import { addMonths, readDate } from '../../../shared/calendar/dates.ts'
import { MONTHS_OF, spanEnded, spanOfColumn, type PeriodSpan } from '../../../shared/calendar/spans.ts'
import type { Column, Filing, Schedule } from '../../../shared/model/filing.ts'
import { headOver } from '../../../shared/structure/column_groups.ts'
import {
  componentColumn,
  noDate,
  percentColumn,
  periodColumn,
  totalColumn,
  varianceColumn,
  type Span,
} from '../../../shared/structure/computed_columns.ts'
import { columnName, positionOf } from '../../../shared/model/lookup.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import type { Misstated } from './form_judgement.ts'
import { runAround } from './total_run.ts'

export type NewColumnKind = 'period' | 'date' | 'component' | 'variance' | 'percent' | 'total'

export type NewColumnForm = {
  kind: NewColumnKind
  /** The head; blank where the kind gives one. */
  label: string
  end: string
  span: PeriodSpan
  current: string
  prior: string
  first: string
  last: string
  /** The column behind which it stands; blank: first of all. */
  behind: string
}

export type ReadyColumn = { column: Column; behind: string | undefined; group?: string; like?: string }

const isPlain = ({ kind }: Column): boolean => kind !== 'computed'

/** The ISO date that lies this many months later; blank for what is no date. */
export function monthsLater(end: string, months: number): string {
  return readDate(end) ? addMonths(end, months) : ''
}

function spanOf(schedule: Schedule, column: Column | undefined): PeriodSpan {
  return spanOfColumn(column, column ? headOver(schedule, column) : '')
}

/** What a new column would most likely be, from the column in focus. */
export function newColumnForm(filing: Filing, schedule: Schedule, focus: string | undefined): NewColumnForm {
  const { columns } = schedule
  const plain = columns.filter(isPlain)
  const own = columns.find(({ id }) => id === focus)
  const base = own && isPlain(own) ? own : plain[0]
  const at = base ? columns.indexOf(base) : -1
  const prior = columns.slice(at + 1).find(isPlain) ?? plain.find((one) => one !== base)
  const [first, last] = runAround(schedule, at)
  const span = spanOf(schedule, base)
  const known = base?.end ?? filing.periodEnd ?? ''
  const isDate = base?.kind === 'instant'
  const end = base?.end ? monthsLater(known, MONTHS_OF[span]) : known
  return {
    kind: isDate ? 'date' : base?.kind === 'component' ? 'component' : 'period',
    label: '',
    end: freeEnd(schedule, { end, span: isDate ? 'instant' : span }, MONTHS_OF[span]),
    span,
    current: base?.id ?? '',
    prior: prior?.id ?? '',
    first,
    last,
    behind: own?.id ?? columns.at(-1)?.id ?? '',
  }
}

const COMPARISONS: ReadonlySet<NewColumnKind> = new Set(['variance', 'percent'])

/** The place of a comparison: behind the two columns compared and what compares them already. */
function afterCompared({ current, prior }: NewColumnForm, columns: readonly Column[]): string {
  let at = Math.max(...[current, prior].map((id) => columns.findIndex((one) => one.id === id)))
  while (columns[at + 1]?.all) at += 1
  return columns[at]?.id ?? ''
}

/** The form with another kind, and with the place that such a column usually takes. */
export function withKind(
  form: NewColumnForm,
  kind: NewColumnKind,
  { columns }: Schedule,
  focus: string | undefined,
): NewColumnForm {
  const behind = COMPARISONS.has(kind)
    ? afterCompared(form, columns)
    : kind === 'total'
      ? form.last
      : (focus ?? columns.at(-1)?.id ?? '')
  return { ...form, kind, behind }
}

/** The form with other ends of the sum; a total that stood right behind it goes on doing so. */
export function withRun(form: NewColumnForm, ends: Partial<Pick<NewColumnForm, 'first' | 'last'>>): NewColumnForm {
  const next = { ...form, ...ends }
  return form.behind === form.last ? { ...next, behind: next.last } : next
}

type Period = { end: string; span: Span }

/** The column in which a period stands already: one of its id, or of its end and length. */
function standingPeriod(schedule: Schedule, { end, span }: Period): Column | undefined {
  const made = periodColumn({ end, span }, [])
  return schedule.columns.find((one) => {
    if (one.id === made?.id) return true
    if (made === undefined || one.end !== made.end || (one.kind === 'instant') !== (span === 'instant')) return false
    return span === 'instant' || spanOf(schedule, one) === span
  })
}

/** The end of the next period of that length that does not stand yet. */
function freeEnd(schedule: Schedule, { end, span }: Period, months: number): string {
  let next = end
  for (let count = 0; count < schedule.columns.length && standingPeriod(schedule, { end: next, span }); count += 1) {
    next = monthsLater(next, months)
  }
  return next
}

function misstated(at: keyof NewColumnForm, refusal: Refusal): Misstated<NewColumnForm> {
  return { at, refusal }
}

function made(form: NewColumnForm, schedule: Schedule): Column | Misstated<NewColumnForm> {
  const taken = schedule.columns.map(({ id }) => id)
  const { kind, current, prior, first, last } = form
  const label = form.label.trim()
  if (kind === 'component') {
    return label === '' ? misstated('label', { code: 'component_without_name' }) : componentColumn(label, taken)
  }
  if (kind === 'period' || kind === 'date') {
    const period = { end: form.end.trim(), span: kind === 'date' ? 'instant' : form.span } as const
    const column = periodColumn(period, taken)
    if (!column) return misstated('end', noDate(form.end))
    const standing = standingPeriod(schedule, period)
    return standing ? misstated('end', { code: 'period_stands', column: columnName(schedule, standing) }) : column
  }
  if (kind === 'total') {
    const placeOf = (id: string): number => positionOf(schedule.columns, id)
    const [from, to, place] = [placeOf(first), placeOf(last), placeOf(form.behind)]
    if (from < 0 || to < 0) return misstated('first', { code: 'total_without_columns' })
    if (first === last) return misstated('last', { code: 'total_of_one' })
    const computed = [from, to].find((at) => schedule.columns[at]!.kind === 'computed')
    if (computed !== undefined) return misstated(computed === from ? 'first' : 'last', { code: 'total_of_computed' })
    if (from > to) return misstated('last', { code: 'total_backwards' })
    if (place >= from && place < to) return misstated('behind', { code: 'total_among' })
    return totalColumn({ first, last }, taken, label === '' ? 'Total' : label)
  }
  if (current === '' || prior === '') return misstated('prior', { code: 'comparison_of_one' })
  if (current === prior) return misstated('prior', { code: 'comparison_with_itself' })
  return kind === 'variance' ? varianceColumn({ current, prior }, taken) : percentColumn({ current, prior }, taken)
}

/** The column that a form states, with its place and the head above it. */
export function readyColumn(form: NewColumnForm, schedule: Schedule): ReadyColumn | Misstated<NewColumnForm> {
  const column = made(form, schedule)
  if ('at' in column) return column
  const label = form.label.trim()
  const like = COMPARISONS.has(form.kind) ? form.current : form.kind === 'total' ? form.last : alike(form, schedule)
  const isPeriod = form.kind === 'period'
  // A schedule without heads gets none by a new column.
  const group = isPeriod && schedule.groups ? spanEnded(MONTHS_OF[form.span]) : undefined
  return {
    column: label === '' ? column : { ...column, label },
    behind: form.behind === '' ? undefined : form.behind,
    ...(like && { like }),
    ...(group !== undefined && { group }),
  }
}

/** The column whose part in the lines a plain column takes: that behind which it stands, or the first plain one. */
function alike({ behind }: NewColumnForm, { columns }: Schedule): string | undefined {
  const own = columns.find(({ id }) => id === behind)
  return (own && isPlain(own) ? own : columns.find(isPlain))?.id
}
