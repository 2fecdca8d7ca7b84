/**
 * Names in a filing's structure that lead nowhere: of parents, links, notes, heads and headlines. What formulas name is not
 * looked at: a formula says by its error what it does not find. Reads structure; changes nothing.
 */
import { isolated } from '../money/isolated.ts'
import type { Filing, Schedule } from '../model/filing.ts'
import { columnOf, lineName, lineOf, readLineName, scheduleName, scheduleOf } from '../model/lookup.ts'
import { refusalText } from '../refusals/refusal.ts'
import { parentFault } from '../structure/faults.ts'

/** A name that leads nowhere: `kind` and `name` tell what is missing, whoever names it and where; `text` is the sentence. */
export type NameFault = { kind: string; name: string; text: string }

/** Every name that leads nowhere, in the order of the filing. */
export function nameFaults(filing: Filing): NameFault[] {
  return [...filing.schedules.flatMap((schedule) => scheduleFaults(filing, schedule)), ...headFaults(filing)]
}

/**
 * The faults after a change whose names led somewhere before it, or were not there. A name that is missing already may be borne by
 * others: what bears it can be renamed and copied.
 */
export function newFaults(before: readonly NameFault[], after: readonly NameFault[]): NameFault[] {
  const known = new Set(before.map(({ kind, name }) => `${kind} ${name}`))
  return after.filter(({ kind, name }) => !known.has(`${kind} ${name}`))
}

/** True where `schedule.line` leads to a line, and to a column of its schedule where it names one. */
function leads(filing: Filing, name: string): boolean {
  const { schedule: id, line, column } = readLineName(name)
  const schedule = scheduleOf(filing, id)
  return lineOf(schedule, line) !== undefined && (column === undefined || columnOf(schedule, column) !== undefined)
}

function scheduleFaults(filing: Filing, schedule: Schedule): NameFault[] {
  const where = scheduleName(schedule)
  const { lines, groups = [], notes = [], start } = schedule
  const marks = new Set(notes.map(({ mark }) => mark))
  const faults: NameFault[] = []
  const add = (kind: string, name: string, text: string): void => void faults.push({ kind, name, text })
  const cited = (label: () => string, part: { notes?: string[] }): void => {
    for (const mark of part.notes ?? []) {
      if (!marks.has(mark))
        add('note', mark, `${label()} in ${where} has the mark of note ${mark}, which the schedule does not have.`)
    }
  }
  for (const line of lines) {
    const fault = line.parent === undefined ? undefined : parentFault(lines, line)
    if (fault) {
      const isRing = fault.code === 'under_itself'
      add(isRing ? 'ring' : 'parent', isRing ? '' : line.parent!, `${where}: ${refusalText(fault)}`)
    }
    const source = line.source?.line
    if (source !== undefined && !leads(filing, source)) {
      add(
        'source',
        readLineName(source).line,
        `${lineName({ schedule, line })} in ${where} mirrors ${source}, which is not a line of the filing.`,
      )
    }
    cited(() => lineName({ schedule, line }), line)
  }
  for (const group of groups) {
    for (const column of group.columns) {
      if (columnOf(schedule, column)) continue
      add(
        'head',
        column,
        `The head “${isolated(group.label)}” of ${where} spans ${column}, which is not a column of the schedule.`,
      )
    }
    cited(() => `The head “${isolated(group.label)}”`, group)
  }
  if (start !== undefined && !lineOf(schedule, start)) {
    add('start', start, `The sum of ${where} starts from ${start}, which is not a line of the schedule.`)
  }
  return faults
}

function headFaults(filing: Filing): NameFault[] {
  const { headlines = [], minimumDistribution: rule } = filing
  const faults = headlines.flatMap(({ id, label, lines }): NameFault[] => {
    // They stand in order of preference: those after the first that is there may wait for their schedules.
    if (lines.length === 0 || lines.some((name) => leads(filing, name))) return []
    const text = `The headline “${isolated(label)}” shows ${lines.join(' or ')}, which is not a line of the filing.`
    return [{ kind: 'headline', name: id, text }]
  })
  if (!rule) return faults
  for (const name of [rule.taxableIncome, rule.preferredDividends]) {
    if (leads(filing, name)) continue
    const text = `The minimum distribution is formed from ${name}, which is not a line of the filing.`
    faults.push({ kind: 'minimum distribution', name: readLineName(name).line, text })
  }
  const columns = new Set(filing.schedules.flatMap((one) => one.columns.map(({ id }) => id)))
  for (const name of new Set(Object.entries(rule.yearToDate).flatMap(([period, own]) => [period, ...own]))) {
    if (columns.has(name)) continue
    const text = `The minimum distribution counts ${name}, which is not a column of the filing.`
    faults.push({ kind: 'year to date', name, text })
  }
  return faults
}
