/**
 * The change log as a table for other programs: CSV as spreadsheets read it, in pieces, so that a long one is never held whole.
 * Reads only.
 */
import type Database from 'better-sqlite3'
import { FIELDS } from '../shared/analysis/changes/fields.ts'
import { fieldsOf } from '../shared/analysis/changes/kinds.ts'
import { entriesBetween, readHead, type LoggedEntry } from './change_log.ts'
import { csvField } from './csv_field.ts'
import { ZERO } from './digest.ts'
import { damaged, refused } from './failure.ts'

const HEADS = ['number', 'time_utc', 'author', 'kind', 'reverses', 'filing', 'title', ...FIELDS, 'id', 'hash']

const OTHER_LOG =
  'Another workbook, or another state of this one, was opened while the change log was exported. Nothing in the workbook was changed. Export the change log again.'

/** Where an export stands: the last entry exported, and the last that it is to have. */
export type ExportMark = { number: number; hash: string; until: number }

/** A piece of an export; `next` asks for the piece after it, null at the end. */
export type ExportPiece = { text: string; next: ExportMark | null }

/** A piece ends with the entry that takes it to either: so small that an edit hardly waits, a single act of any size apart. */
const PIECE = { entries: 300, characters: 500_000 }

function* rowsOf(entry: LoggedEntry): Generator<string> {
  const act = [entry.number, entry.time, entry.author, entry.kind, entry.reverses, entry.filing, entry.title]
  const told = entry.changes.length > 0 ? entry.changes.map(fieldsOf) : [FIELDS.map(() => '')]
  for (const fields of told) {
    yield `${[...act, ...fields, entry.id, entry.hash].map(csvField).join(',')}\r\n`
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
