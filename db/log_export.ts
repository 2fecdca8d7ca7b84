/**
 * The change log as a table for other programs: CSV as spreadsheets read it.
 * Reads only.
 */
import type Database from 'better-sqlite3'
import type { Change, ScenarioDefinition } from '../shared/model/change_set.ts'
import { everyEntry } from './change_log.ts'
import { csvField } from './csv_field.ts'

const HEADS = [
  'number',
  'time_utc',
  'author',
  'kind',
  'reverses',
  'filing',
  'title',
  'scenario',
  'schedule',
  'line',
  'column',
  'before',
  'after',
  'source',
  'id',
  'hash',
]

/** A scenario in words: its name, and of the rest what the change set or replaced. */
function scenarioField(one: ScenarioDefinition | null, other: ScenarioDefinition | null): string | null {
  if (!one) return null
  const parts = [one.name]
  if (one.description !== (other?.description ?? '')) parts.push(`description ${one.description || 'none'}`)
  if (other && one.position !== other.position) parts.push(`position ${one.position}`)
  if ((one.standsOn ?? null) !== (other?.standsOn ?? null)) parts.push(`stands on ${one.standsOn ?? 'the base'}`)
  if ((one.locked ?? false) !== (other?.locked ?? false)) parts.push(one.locked ? 'locked' : 'not locked')
  return parts.join('; ')
}

function changeFields(change: Change | undefined): (string | null)[] {
  if (!change) return ['', '', '', '', '', '', '']
  if (change.kind === 'scenario') {
    const { scenario, before, after } = change
    return [scenario, '', '', '', scenarioField(before, after), scenarioField(after, before), '']
  }
  if (change.kind === 'cell') {
    const { scenario, schedule, line, column, before, after, source } = change
    return [scenario ?? 'as_filed', schedule, line, column, before, after, source ?? '']
  }
  if (change.kind === 'comment') {
    const { schedule, line, column } = (change.after ?? change.before)!
    return ['', schedule, line, column, change.before?.text ?? null, change.after?.text ?? null, '']
  }
  const { before, after } = change
  const where = change.kind === 'filing' ? '' : change.schedule
  const line = change.kind === 'line' || change.kind === 'fact' ? change.line : ''
  const column = change.kind === 'column' || change.kind === 'fact' ? change.column : ''
  const reason = change.kind === 'filing' ? (change.reason ?? '') : ''
  return ['', where, line, column, before && JSON.stringify(before), after && JSON.stringify(after), reason]
}

/** The whole log, oldest first, one row for each change of an entry; UTF-8 with byte order mark and CR LF, as Excel expects. */
export function exportCsv(db: Database.Database): string {
  const rows = [HEADS.join(',')]
  for (const entry of everyEntry(db)) {
    const changes = entry.changes.length > 0 ? entry.changes : [undefined]
    for (const change of changes) {
      const act = [entry.number, entry.time, entry.author, entry.kind, entry.reverses, entry.filing, entry.title]
      rows.push([...act, ...changeFields(change), entry.id, entry.hash].map(csvField).join(','))
    }
  }
  return `\uFEFF${rows.join('\r\n')}\r\n`
}
