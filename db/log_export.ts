/**
 * The change log as a table for other programs: CSV as spreadsheets read it, in pieces, so that a long one is never held whole.
 * Reads only.
 */
import type Database from 'better-sqlite3'
import type { Change, ScenarioDefinition } from '../shared/model/change_set.ts'
import { entriesBetween, readHead, type LoggedEntry } from './change_log.ts'
import { csvField } from './csv_field.ts'
import { ZERO } from './digest.ts'
import { damaged, refused } from './failure.ts'

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

const OTHER_LOG =
  'Another workbook, or another state of it, was opened while the change log was exported. Nothing in the workbook was changed. Export the change log again.'

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

/** Where an export stands: the last entry exported, and the last that it is to have. */
export type ExportMark = { number: number; hash: string; until: number }

/** A piece of an export; `next` asks for the piece after it, null at the end. */
export type ExportPiece = { text: string; next: ExportMark | null }

/** A piece ends with the entry that takes it to either: so small that an edit hardly waits, a single act of any size apart. */
const PIECE = { entries: 300, characters: 500_000 }

function* rowsOf(entry: LoggedEntry): Generator<string> {
  const act = [entry.number, entry.time, entry.author, entry.kind, entry.reverses, entry.filing, entry.title]
  for (const change of entry.changes.length > 0 ? entry.changes : [undefined]) {
    yield `${[...act, ...changeFields(change), entry.id, entry.hash].map(csvField).join(',')}\r\n`
  }
}

/**
 * The log in pieces, oldest first, one row for each change of an entry; UTF-8 with byte order mark and CR LF, as Excel expects.
 * Without a mark it begins, and ends at the entry that is the last by then. Throws `refused` where another log stands in the
 * file by now, and `damaged` where an entry is missing.
 */
export function exportPiece(db: Database.Database, mark?: ExportMark): ExportPiece {
  const until = mark?.until ?? readHead(db)?.number ?? 0
  const rows = mark ? [] : [`\uFEFF${HEADS.join(',')}\r\n`]
  let last = { number: mark?.number ?? 0, hash: mark?.hash ?? ZERO }
  let [entries, characters] = [0, 0]
  for (const entry of entriesBetween(db, last.number, until)) {
    if (entry.previous_hash !== last.hash) {
      if (mark && entries === 0) throw refused(OTHER_LOG)
      throw damaged(`entry ${entry.number} of the change log does not follow the one before`)
    }
    for (const row of rowsOf(entry)) {
      rows.push(row)
      characters += row.length
    }
    last = { number: entry.number, hash: entry.hash }
    entries += 1
    if (entries >= PIECE.entries || characters >= PIECE.characters) break
  }
  if (entries === 0 && mark) throw refused(OTHER_LOG)
  return { text: rows.join(''), next: last.number < until ? { ...last, until } : null }
}
