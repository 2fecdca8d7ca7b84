/**
 * A draft without what goes: its lines, columns or schedule with all that stands on them, and without the names of them outside
 * formulas. Says who named them; formulas are left as they are.
 */
import { isolated } from '../money/isolated.ts'
import type { CellRef, Filing, Line, Schedule } from '../model/filing.ts'
import { lineName, lineOf, readLineName, scheduleName, scheduleOf } from '../model/lookup.ts'
import { groupsInStep } from './column_groups.ts'
import { withoutInputs } from './figures.ts'
import { mapped } from './formulas.ts'
import { isGone, type Gone } from './gone.ts'
import type { Draft } from './plan.ts'

/** Someone who names what goes: in words, and at which cells. */
export type Namer = { words: string; cells: CellRef[] }

/** The draft without what goes, and who named it outside formulas. */
export function takenOut(draft: Draft, gone: Gone): { draft: Draft; namers: Namer[] } {
  const namers: Namer[] = []
  const bare = withoutInputs(draft, (cell) => isGone(gone, cell))
  const isWhole = !gone.lines && !gone.columns
  const kept = bare.filing.schedules.filter(({ id }) => !isWhole || id !== gone.schedule)
  const schedules = kept.map((schedule) => withoutNames(reduced(schedule, gone), gone, namers))
  const filing = withoutHeadNames({ ...bare.filing, schedules }, gone, namers)
  const comments = draft.comments.filter((comment) => !isGone(gone, comment))
  const same = comments.length === draft.comments.length
  return { draft: { ...bare, filing, comments: same ? draft.comments : comments }, namers }
}

function reduced(schedule: Schedule, gone: Gone): Schedule {
  if (schedule.id !== gone.schedule) return schedule
  const has = (columns: string[] | undefined): boolean => columns?.some((id) => gone.columns?.has(id)) ?? false
  const left = (columns: string[]): string[] => columns.filter((id) => !gone.columns?.has(id))
  const lines = schedule.lines
    .filter(({ id }) => !gone.lines?.has(id))
    .map((line): Line => {
      let next = line
      if (has(line.columns)) next = { ...next, columns: left(line.columns!) }
      if (has(line.only)) next = { ...next, only: left(line.only!) }
      return next
    })
  const columns = schedule.columns.filter(({ id }) => !gone.columns?.has(id))
  const facts = schedule.facts?.filter((fact) => !isGone(gone, { ...fact, schedule: schedule.id }))
  return groupsInStep({ ...schedule, lines, columns, ...(facts && { facts }) })
}

/** True where `schedule.line` or `schedule.line@column` names what goes. */
const names = (gone: Gone, name: string): boolean => isGone(gone, readLineName(name))

function withoutNames(schedule: Schedule, gone: Gone, namers: Namer[]): Schedule {
  const lines = mapped(schedule.lines, (line) => {
    let next = line
    if (line.source && names(gone, line.source.line)) {
      const cells = schedule.columns.slice(0, 1).map(({ id }) => ({ schedule: schedule.id, line: line.id, column: id }))
      namers.push({ words: `${lineName({ schedule, line })} mirrors it`, cells })
      const { source: _gone, ...rest } = next
      next = rest
    }
    // A clause that holds only alongside what goes never holds again.
    const reasons = next.reasons?.filter(({ alongside }) => alongside === undefined || !names(gone, alongside))
    return reasons && reasons.length < next.reasons!.length ? { ...next, reasons } : next
  })
  const next = lines === schedule.lines ? schedule : { ...schedule, lines }
  if (next.start === undefined || next.id !== gone.schedule || !gone.lines?.has(next.start)) return next
  namers.push({ words: `the sum of ${scheduleName(schedule)} starts from it`, cells: [] })
  const { start: _gone, ...rest } = next
  return rest
}

function withoutHeadNames(filing: Filing, gone: Gone, namers: Namer[]): Filing {
  const isThere = (name: string): boolean => {
    const { schedule, line } = readLineName(name)
    return lineOf(scheduleOf(filing, schedule), line) !== undefined
  }
  let next = filing
  if (next.headlines) {
    const headlines = mapped(next.headlines, (headline) => {
      const lines = headline.lines.filter((name) => !names(gone, name))
      if (lines.length === headline.lines.length) return headline
      namers.push({ words: `the headline ${isolated(headline.short ?? headline.label)} shows it`, cells: [] })
      // What was to stand in where the line is not there, and is not there either, shows nothing.
      return { ...headline, lines: lines.some(isThere) ? lines : [] }
    })
    if (headlines !== next.headlines) next = { ...next, headlines }
  }
  const rule = next.minimumDistribution
  if (!rule) return next
  if (names(gone, rule.taxableIncome) || names(gone, rule.preferredDividends)) {
    namers.push({ words: 'the minimum distribution is formed from it', cells: [] })
    const { minimumDistribution: _gone, ...rest } = next
    return rest
  }
  if (gone.lines && !gone.columns) return next
  // A schedule that goes whole takes its columns along: they are counted where another has them.
  const has = (id: string): boolean =>
    (gone.columns && !gone.columns.has(id)) ||
    next.schedules.some(({ columns }) => columns.some((column) => column.id === id))
  const entries = Object.entries(rule.yearToDate)
  if (entries.every(([key, columns]) => has(key) && columns.every(has))) return next
  const left = entries.filter(([key]) => has(key)).map(([key, columns]) => [key, columns.filter(has)])
  return { ...next, minimumDistribution: { ...rule, yearToDate: Object.fromEntries(left) } }
}
