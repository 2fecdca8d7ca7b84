/**
 * Refuses a change set after which names lead nowhere that led somewhere before, or that it brings in: judged once all of its
 * changes are made, for inside a change set a name may come before what it names. What led nowhere before does not stand in
 * the way of other changes. Reads stored structure, no figures; runs inside the caller's transaction.
 *
 * Lines and columns that stand after the change and bear no new name but that of a parent are judged by what they name. Everything else
 * is judged by the whole structure as it stands then, and as it stood where names lead nowhere in it.
 */
import { nameFaults, newFaults, type NameFault } from '../shared/checks/names.ts'
import { inverse } from '../shared/model/change_set.ts'
import { holdWorkbook } from '../shared/model/changes/held.ts'
import { applyChanges, reshapes, type Change } from '../shared/model/changes/kinds.ts'
import type { LineEdit } from '../shared/model/changes/line.ts'
import { columnSchema, filingHeadSchema, lineSchema, scheduleHeadSchema, type Filing } from '../shared/model/filing.ts'
import { refused } from './failure.ts'
import { bySchedule } from './reading.ts'
import { rowOf, rowsOf, text } from './row_reader.ts'
import { readProven } from './stored_json.ts'
import type { Target } from './changes/writing.ts'

/** Throws `refused` where names lead nowhere after these changes, which are made, and not before them. */
export function checkNames(target: Target, changes: readonly Change[]): void {
  const made = changes.filter(reshapes)
  if (made.every((change) => leadsOn(target, change))) return
  const structure = storedStructure(target)
  const faults = structure ? nameFaults(structure) : []
  if (!structure || faults.length === 0) return
  const [first, ...others] = newFaults(faultsBefore(structure, made), faults)
  if (!first) return
  const more = others.length === 0 ? '' : ` So do ${others.length} other names.`
  throw refused(`${first.text}${others.length === 1 ? ' So does another name.' : more} The change was not stored.`)
}

/** True where it is plain that the change neither brings in a name that leads nowhere nor takes away what others name. */
function leadsOn(target: Target, change: Change): boolean {
  if (change.kind !== 'line' && change.kind !== 'column') return false
  if (change.after === null) return false
  return change.kind === 'column' || isLineLedOn(target, change)
}

function isLineLedOn(target: Target, { schedule, line: id, before, after }: LineEdit): boolean {
  const [was, now] = [before?.definition, after!.definition]
  const bears = ({ source, notes }: Pick<typeof now, 'source' | 'notes'>): string => JSON.stringify([source, notes])
  if (bears(now) !== bears(was ?? {})) return false
  if (now.parent === was?.parent) return true
  // The way up ends where a line stands under none; one that comes back to itself passes more lines than a way up has.
  let at: string | undefined = now.parent
  for (let passed = 0; at !== undefined && passed < LONGEST_WAY; passed++) {
    const record = at === id ? undefined : target.records.get('line', [target.filing, schedule, at])
    if (!record) return false
    at = readProven(lineSchema, record[4]).parent
  }
  return at === undefined
}

/** More lines above one another are left to the judgement of the whole. */
const LONGEST_WAY = 50

/** The faults of the structure as it stood before these changes were made; none of a filing that was not there. */
function faultsBefore(filing: Filing, made: readonly Change[]): NameFault[] {
  const workbook = holdWorkbook([{ filing, scenarios: [], comments: [] }])
  applyChanges(workbook, filing.id, inverse(made))
  const held = workbook.filings.get(filing.id)
  return held ? nameFaults(held.filing) : []
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
