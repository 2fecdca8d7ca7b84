/**
 * Refuses a change set after which names lead nowhere that led somewhere before, or that it brings in: judged once all of its
 * changes are made, for inside a change set a name may come before what it names. What led nowhere before does not stand in
 * the way of other changes. Reads stored structure, no figures; runs inside the caller's transaction.
 */
import { nameFaults, newFaults, type NameFault } from '../shared/checks/names.ts'
import { columnSchema, filingHeadSchema, lineSchema, scheduleHeadSchema, type Filing } from '../shared/model/filing.ts'
import { refused } from './failure.ts'
import { bySchedule } from './records.ts'
import { rowOf, rowsOf, text } from './row_reader.ts'
import { readProven } from './stored_json.ts'
import type { Target } from './changes/writing.ts'

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

const definitionRow = rowOf({ schedule: text, definition: text })

/** The filing as it is stored, without figures and what is said of them. */
export function storedStructure({ db, records, filing }: Target): Filing | undefined {
  const head = records.get('filing', [filing])
  if (!head) return undefined
  const heads = db.prepare('SELECT definition FROM schedule WHERE filing = ? ORDER BY position').pluck()
  const read = <T>(table: 'line' | 'schedule_column', form: { parse(value: unknown): T }): Map<string, T[]> => {
    const rows = db.prepare(`SELECT schedule, definition FROM ${table} WHERE filing = ? ORDER BY position`)
    return bySchedule(rowsOf(definitionRow, rows.all(filing)), ({ definition }) => readProven(form, definition))
  }
  const [lines, columns] = [read('line', lineSchema), read('schedule_column', columnSchema)]
  const schedules = heads.all(filing).map((definition) => {
    const schedule = readProven(scheduleHeadSchema, definition)
    return { ...schedule, lines: lines.get(schedule.id) ?? [], columns: columns.get(schedule.id) ?? [], cells: [] }
  })
  return { ...readProven(filingHeadSchema, head[2]), schedules }
}
