/**
 * Refuses a change set after which names lead nowhere that led somewhere before, or that it brings in: judged once all of its
 * changes are made, for inside a change set a name may come before what it names. What led nowhere before does not stand in
 * the way of other changes. Reads stored structure, no figures; runs inside the caller's transaction.
 */
import { nameFaults, newFaults, type NameFault } from '../shared/checks/names.ts'
import type { Column, Filing, FilingHead, Line, ScheduleHead } from '../shared/model/filing.ts'
import { refused } from './failure.ts'
import { readStored } from './stored_json.ts'
import type { Target } from './structure.ts'

/** Takes down which names lead nowhere before a change set; the function it gives throws `refused` where more do after it. */
export function watchNames(target: Target): () => void {
  const before = faultsNow(target)
  return () => {
    const [first, ...others] = newFaults(before, faultsNow(target))
    if (!first) return
    const more = others.length === 0 ? '' : ` So do ${others.length} other names.`
    throw refused(`${first.text}${others.length === 1 ? ' So does another name.' : more} The change was not stored.`)
  }
}

function faultsNow(target: Target): NameFault[] {
  const structure = storedStructure(target)
  return structure ? nameFaults(structure) : []
}

type Row = { schedule: string; definition: string }

/** The filing as it is stored, without figures and what is said of them. */
export function storedStructure({ db, records, filing }: Target): Filing | undefined {
  const head = records.get('filing', [filing])
  if (!head) return undefined
  const heads = db.prepare('SELECT definition FROM schedule WHERE filing = ? ORDER BY position').pluck()
  const read = <T>(table: 'line' | 'schedule_column'): Map<string, T[]> => {
    const found = new Map<string, T[]>()
    const rows = db.prepare(`SELECT schedule, definition FROM ${table} WHERE filing = ? ORDER BY position`)
    for (const { schedule, definition } of rows.all(filing) as Row[]) {
      const own = found.get(schedule)
      if (own) own.push(readStored(definition) as T)
      else found.set(schedule, [readStored(definition) as T])
    }
    return found
  }
  const [lines, columns] = [read<Line>('line'), read<Column>('schedule_column')]
  const schedules = (heads.all(filing) as string[]).map((text) => {
    const schedule = readStored(text) as ScheduleHead
    return { ...schedule, lines: lines.get(schedule.id) ?? [], columns: columns.get(schedule.id) ?? [], cells: [] }
  })
  return { ...(readStored(head[2] as string) as FilingHead), schedules }
}
