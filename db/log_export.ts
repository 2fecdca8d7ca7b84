/**
 * The change log as a table for other programs: CSV as spreadsheets read it.
 * Reads only.
 */
import type Database from 'better-sqlite3'
import type { Change } from '../shared/model/change_set.ts'
import { everyEntry } from './change_log.ts'

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

const PLAIN_NUMBER = /^-[\d.,]+$/

/** A spreadsheet would run a text that starts like a formula; an apostrophe in front makes it text. Negative amounts stay. */
function field(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function changeFields(change: Change | undefined): (string | null)[] {
  if (!change) return ['', '', '', '', '', '', '']
  if (change.kind === 'scenario') {
    return [change.scenario, '', '', '', change.before?.name ?? null, change.after?.name ?? null, '']
  }
  const { scenario, schedule, line, column, before, after, source } = change
  return [scenario ?? 'as_filed', schedule, line, column, before, after, source ?? '']
}

/** The whole log, oldest first, one row for each change of an entry; UTF-8 with byte order mark and CR LF, as Excel expects. */
export function exportCsv(db: Database.Database): string {
  const rows = [HEADS.join(',')]
  for (const entry of everyEntry(db)) {
    const changes = entry.changes.length > 0 ? entry.changes : [undefined]
    for (const change of changes) {
      const act = [entry.number, entry.time, entry.author, entry.kind, entry.reverses, entry.filing, entry.title]
      rows.push([...act, ...changeFields(change), entry.id, entry.hash].map(field).join(','))
    }
  }
  return `\uFEFF${rows.join('\r\n')}\r\n`
}
