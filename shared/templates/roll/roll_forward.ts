/**
 * A filing rolled forward to its next period, as a draft: what was current becomes comparative, opening balances take the
 * closing ones, inputs of the new period are empty, and formulas, notes, types and headlines stay. Scenarios and comments
 * do not go along, nor does any mark of review. Pure; what cannot be carried is said in remarks, never guessed.
 */
import { isolated } from '../../money/isolated.ts'
import { CellError } from '../../calc/cell_error.ts'
import { createEngine, type Engine } from '../../calc/engine.ts'
import type { Filing, HeadlineMap, MinimumDistribution, Schedule } from '../../model/filing.ts'
import { columnName, scheduleName } from '../../model/lookup.ts'
import { refused, type Refused } from '../../refusals/refusal.ts'
import { monthsBetween, readDate } from '../../calendar/dates.ts'
import { headDetails, type FilingDetails } from '../filing_details.ts'
import { detailsAt, periodRefusal } from './next_details.ts'
import { movedWords } from '../../calendar/period_words.ts'
import { fiscalYearEnd, type Roll } from '../../calendar/periods.ts'
import { rollColumns } from './roll_columns.ts'
import type { ColumnPlan } from './rolled_column.ts'
import { showing, type LineFiling } from './roll_elsewhere.ts'
import { rollFigures } from './roll_figures.ts'
import { isOtherYearToDate, placeMap, type PlaceMaps } from './roll_formulas.ts'
import { addedRemark } from './roll_added.ts'
import { rollforwards } from './roll_lines.ts'
import { dayBefore, isOpen } from './roll_openings.ts'
import { isFirstQuarter, rollStructure } from './roll_structure.ts'
import { reportOf } from './rolled_form.ts'
import { yearToDateAt } from './year_to_date.ts'

export { detailsAt, nextDetails, periodRefusal } from './next_details.ts'

export type RolledForward =
  | { kind: 'rolled'; filing: Filing; remarks: string[] }
  /** `at` is the detail that stands in the way. */
  | (Refused & { at: 'periodEnd' })

/**
 * Rolls a filing forward to the end of the period that the details give. `id` is the new filing's; `engine` computes the old
 * one, where one is at hand. `others` are the other filings of the registrant, the latest first: periods that the old one did not show
 * are taken from them.
 */
export function rollForward(
  filing: Filing,
  to: { id: string; details: FilingDetails },
  engine: Engine = createEngine(filing),
  others: readonly LineFiling[] = [],
): RolledForward {
  const periodEnd = to.details.periodEnd.trim()
  const refusal = periodRefusal(filing, periodEnd)
  if (refusal) return { ...refused(refusal), at: 'periodEnd' }
  const from = filing.periodEnd!
  const roll: Roll = { from, to: periodEnd, months: monthsBetween(from, periodEnd), yearEnd: fiscalYearEnd(filing) }
  const plans = new Map(filing.schedules.map((schedule) => [schedule.id, rollColumns(schedule, roll)]))
  const maps = placeMap(plans, roll)
  const structure: Filing = {
    id: to.id,
    ...headDetails(to.details),
    status: 'draft',
    predecessor: filing.id,
    ...(filing.headlines && { headlines: rolledHeadlines(filing.headlines, roll, maps) }),
    schedules: filing.schedules.map((one) => rollStructure(one, roll, maps, { schedules: filing.schedules, plans })),
  }
  const rule = filing.minimumDistribution
  const ruled = rule ? { ...structure, minimumDistribution: rolledMinimum(rule, structure, plans, maps) } : structure
  const said = `From “${isolated(filing.title)}”, ${filing.status === 'filed' ? 'as filed' : 'a draft'}.`
  const rolled = rollFigures({ filing, engine, roll, maps, said, others }, ruled, plans)
  return { kind: 'rolled', filing: rolled.filing, remarks: remarksOn(filing, rolled, plans, { roll, others }) }
}

function rolledHeadlines(headlines: HeadlineMap, roll: Roll, { columns }: PlaceMaps): HeadlineMap {
  return headlines.map((headline) => ({
    ...headline,
    label: movedWords(headline.label, roll),
    ...(headline.short !== undefined && { short: movedWords(headline.short, roll) }),
    lines: headline.lines.map((name) => {
      const [path = '', column] = name.split('@')
      return column === undefined ? name : `${path}@${columns(path.split('.')[0]!, column)}`
    }),
  }))
}

/**
 * The year to date of each period of the new year, as its columns hold it; none for the year before, nor where a quarter of the
 * year has no column. A column that is no period of a year goes on with what was said of it.
 */
function rolledMinimum(
  rule: MinimumDistribution,
  next: Filing,
  plans: ReadonlyMap<string, ColumnPlan>,
  { columns }: PlaceMaps,
): MinimumDistribution {
  const id = rule.taxableIncome.split('.')[0]!
  const schedule = next.schedules.find((one) => one.id === id)
  const yearToDate: Record<string, string[]> = {}
  if (!schedule) return { ...rule, yearToDate }
  for (const { id: column, like } of plans.get(id)?.columns ?? []) {
    const year = yearToDateAt(next, schedule, column)
    const stood = rule.yearToDate[like.id]
    if (!year && stood) yearToDate[column] = stood.map((one) => columns(id, one))
    if (year?.missing.length === 0 && year.end === next.periodEnd)
      yearToDate[column] = year.columns.map((one) => one.id)
  }
  return { ...rule, yearToDate }
}

const MOST_ERRORS = 5

/** What a person is told before the filing is made: what was left open, kept besides, or could not be carried. */
function remarksOn(
  old: Filing,
  { filing: next, engine, remarks: carried }: ReturnType<typeof rollFigures>,
  plans: ReadonlyMap<string, ColumnPlan>,
  { roll, others }: { roll: Roll; others: readonly LineFiling[] },
): string[] {
  const remarks: string[] = []
  for (const schedule of next.schedules) {
    const { columns, remarks: own } = plans.get(schedule.id)!
    const before = old.schedules.find(({ id }) => id === schedule.id)!
    const name = scheduleName(schedule)
    const say = (text: string): void => void remarks.push(`${name}: ${text}`)
    own.forEach(say)
    const added = new Set(columns.flatMap(({ sums = [] }) => sums))
    for (const [
      at,
      { comparative, supporting, added: isAdded, sums, period, part, like, months },
    ] of columns.entries()) {
      // What is said of a period is said of its entities.
      if (part) continue
      const column = schedule.columns[at]!
      const stood = comparative ? before.columns.find(({ id }) => id === column.id) : undefined
      if (isAdded) say(addedRemark(columnName(schedule, column)))
      else if (supporting)
        say(`“${columnName(schedule, column)}” stays outside the filing copy, because the year to date includes it.`)
      else if (period && !comparative && !sums && column.end !== undefined && column.end < roll.to) {
        const [other] = showing(old, others, schedule, column)
        const way = other ? `Its figures are from “${isolated(other.filing.title)}”.` : 'Enter its figures.'
        say(`“${columnName(schedule, column)}” was not in the prior filing. ${way}`)
      } else if (stood && stood.filingCopy !== false && column.filingCopy === false) {
        const ahead = schedule.columns[at - 1]
        const place = ahead ? `moves behind “${columnName(schedule, ahead)}”,` : 'goes'
        const why = added.has(column.id) ? ', because the year to date includes it' : ''
        say(`“${columnName(schedule, column)}” ${place} outside the filing copy${why}.`)
      }
      if (isFirstQuarter(period)) {
        say(`“${columnName(schedule, column)}” repeats the first quarter and is not in the filing copy.`)
      }
      if (months % 12 !== 0 && isOtherYearToDate(before, like.id)) {
        say(
          `the formula of “${columnName(schedule, column)}” is not a plain sum of quarters and was carried over unchanged. Check the formula.`,
        )
      }
    }
    carried.get(schedule.id)?.forEach(say)
    openRemarks(schedule, plans.get(schedule.id)!, roll).forEach(say)
    const dated = (schedule.notes ?? []).filter(({ text }) => isOfPeriod(schedule, text, roll))
    if (dated.length > 0) {
      const marks = dated.map(({ mark }) => mark).join(', ')
      const words =
        dated.length === 1
          ? `note ${marks} names a date or an amount of the old period and was carried over unchanged. Revise the note.`
          : `notes ${marks} name dates or amounts of the old period and were carried over unchanged. Revise the notes.`
      say(words)
    }
  }
  return [...formRemarks(old, next, roll), ...remarks, ...errorRemarks(next, engine)]
}

/** True for a note that names a date or an amount. Notes of tax schedules name years of law; of these only the years of the old filing count. */
function isOfPeriod({ kind }: Schedule, text: string, { from }: Roll): boolean {
  if (kind !== 'reit_tests') return /\b(?:19|20)\d{2}\b|\$ ?\d|\d,\d{3}/.test(text)
  const year = readDate(from)!.year
  return [year, year - 1].some((one) => text.includes(String(one))) || /\$ ?\d|\d,\d{3}/.test(text)
}

/** What follows for the form and the mark of the audit from the period's end; heads that say `unaudited` are a person's to revise. */
function formRemarks(old: Filing, next: Filing, { to }: Roll): string[] {
  const proposed = detailsAt(old, to).form
  const report = reportOf(proposed)
  if (report === undefined || report === reportOf(old.form ?? '')) return []
  if (report === 'quarterly') {
    return [
      `${proposed} is proposed, because the period does not end the fiscal year; its statements are marked “unaudited”.`,
    ]
  }
  const saying = next.schedules.filter(({ title = '', caption = '', unitLine = '', groups = [] }) =>
    [title, caption, unitLine, ...groups.map(({ label }) => label)].some((text) => /\bunaudited\b/i.test(text)),
  )
  return [
    `${proposed} is proposed, because the period ends the fiscal year; its statements are audited, so “unaudited” is not marked.`,
    ...saying.map(
      (one) => `${scheduleName(one)}: its heads say “unaudited” and were carried over unchanged. Revise the heads.`,
    ),
  ]
}

function openRemarks(schedule: Schedule, plan: ColumnPlan, roll: Roll): string[] {
  const found = rollforwards(schedule)
  if (found.length === 0) {
    const runs = schedule.kind === 'equity' || schedule.kind === 'trust_rollforward'
    const mixed = schedule.lines.find(({ kind, label }) => kind === 'input' && /\b(?:opening|beginning)\b/i.test(label))
    if (runs && mixed)
      return [`${isolated(mixed.label)} holds more than the opening balance, so it took no closing balance.`]
    return runs ? ['no line holds the opening balance, so no line took the closing balance of the old period.'] : []
  }
  return found.flatMap(({ opening }) => {
    const open = schedule.columns.filter((column, at) => {
      const rolled = plan.columns[at]!
      if (rolled.comparative || !isOpen(opening, column, rolled) || dayBefore(column, rolled, roll) === undefined)
        return false
      return !schedule.cells.some((cell) => cell.line === opening.id && cell.column === column.id)
    })
    if (open.length === 0) return []
    const where = open.map((column) => `“${columnName(schedule, column)}”`).join(', ')
    return [`${isolated(opening.label)} of ${where} is blank, because the prior filing shows no closing balance.`]
  })
}

function errorRemarks(filing: Filing, engine: Engine): string[] {
  const found: string[] = []
  for (const schedule of filing.schedules) {
    for (const line of schedule.lines) {
      for (const column of schedule.columns) {
        const value = engine.value({ schedule: schedule.id, line: line.id, column: column.id }, 'base')
        if (!(value instanceof CellError)) continue
        const why =
          value.code === '#DIV/0!'
            ? 'shows #DIV/0! until the divisor is entered.'
            : value.code === '#REF!'
              ? 'refers to a line or column that did not roll forward (#REF!).'
              : `shows ${value.code}.`
        found.push(`${scheduleName(schedule)}: ${isolated(line.label)}, “${columnName(schedule, column)}”, ${why}`)
      }
    }
  }
  const more = found.length - MOST_ERRORS
  return more > 0
    ? [...found.slice(0, MOST_ERRORS), `${more} more ${more === 1 ? 'cell shows' : 'cells show'} an error.`]
    : found
}
