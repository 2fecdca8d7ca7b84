/**
 * "Undo from here": whether a change in the middle of the log can be taken back by a new edit, and by which one.
 * Reads only; the new edit is stored like any other.
 */
import { listed, listedOr } from '../shared/money/listed.ts'
import { isolated } from '../shared/money/isolated.ts'
import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { inverse, type ChangeSet } from '../shared/model/change_set.ts'
import type { Touched } from '../shared/model/changes/change_kind.ts'
import { filingHeadSchema } from '../shared/model/filing.ts'
import type { LogEntry } from '../shared/model/log_entry.ts'
import { cutText } from '../shared/money/cut_text.ts'
import { storedChangeSet } from './change_log.ts'
import { damaged, refused } from './failure.ts'
import { Footprint } from './footprint.ts'
import { eachRow, number, optional, rowOf, text } from './row_reader.ts'
import { readAs, readChanges } from './stored_json.ts'
import type { Stacks } from './undo.ts'

const TITLE_LENGTH = 1_000

/** A later edit that stands, with the number of the edit that it reverted, if it did. */
const laterRow = rowOf({ number, reverses: optional(number), changes: text })

/**
 * The edit that takes change `at` back and leaves what came after it. Throws `refused`: where it is no edit, or does not
 * stand any more, or where a later edit that stands touched the same cell or scenario.
 */
export function revertingEdit(db: Database.Database, stacks: Stacks, at: number): ChangeSet {
  const stored = storedChangeSet(db, 'number', at)
  if (!stored) throw refused(`There is no change ${at} in this workbook. Nothing was changed.`)
  checkIsEdit(stored.kind, at)
  if (!stacks.undo.includes(at)) {
    const again = stacks.redo.includes(at) ? ' Redo repeats it.' : ''
    throw refused(`Change ${at} is undone already. Nothing was changed.${again}`)
  }
  if (stacks.undo.indexOf(at) < stacks.closed) {
    throw refused(
      `Change ${at} was made before ids were renamed that formulas now reserve, and cannot be reverted. Nothing was changed.`,
    )
  }
  const { changeSet } = stored
  const inTheWay = conflicts(db, stacks, at, changeSet)
  if (inTheWay.size > 0) throw conflictFound(at, inTheWay)
  const title = `Reverted change ${at}: ${isolated(changeSet.title)}`
  return {
    ...changeSet,
    id: randomUUID(),
    title: cutText(title, TITLE_LENGTH, { ellipsis: true }),
    changes: inverse(changeSet.changes),
  }
}

function checkIsEdit(kind: LogEntry['kind'], number: number): void {
  if (kind === 'created' && number > 1) {
    throw refused(`Change ${number} renamed ids that formulas now reserve and cannot be reverted. Nothing was changed.`)
  }
  if (kind === 'created') {
    throw refused(`Change ${number} is the beginning of the workbook and cannot be reverted. Nothing was changed.`)
  }
  if (kind !== 'edit') {
    throw refused(
      `Change ${number} is itself ${kind === 'undo' ? 'an undo' : 'a redo'}. Revert the change that it names. Nothing was changed.`,
    )
  }
}

/** The standing edits after `at` that touched what it touched, by number, oldest first. */
function conflicts(db: Database.Database, stacks: Stacks, at: number, changeSet: ChangeSet): Map<number, Touched> {
  const standing = new Set(stacks.undo)
  const rows = db
    .prepare(
      `SELECT number, reverses, changes FROM change_set
       WHERE number > ? AND kind = 'edit' AND filing = ? ORDER BY number DESC`,
    )
    .iterate(at, changeSet.filing)
  const own = new Footprint(changeSet.changes)
  const head = db.prepare('SELECT definition FROM filing WHERE id = ?').pluck().get(changeSet.filing)
  const isFiled = head !== undefined && readAs(filingHeadSchema, head).status !== 'draft'
  // An edit and the edit that reverted it leave things as they were: neither is in the way. The newest decides first, for a
  // revert may itself have been reverted.
  const reverted = new Set<number>()
  const found: [number, Touched][] = []
  for (const later of eachRow(laterRow, rows)) {
    if (!standing.has(later.number) || reverted.has(later.number)) continue
    if (later.reverses === at) {
      throw refused(`Change ${at} was reverted by change ${later.number} already. Nothing was changed.`)
    }
    if (later.reverses !== null) {
      if (!standing.has(later.reverses))
        throw damaged(`entry ${later.number} of the change log reverts what does not stand`)
      if (later.reverses > at) {
        reverted.add(later.reverses)
        continue
      }
    }
    const touched = own.touchedBy(readChanges(later.changes), isFiled)
    if (touched) found.push([later.number, touched])
  }
  return new Map(found.reverse())
}

const WORDS: Record<Touched, string> = {
  cell: 'the same cell',
  scenario: 'the same scenario',
  structure: 'the structure of the same schedule',
  comment: 'the same comment',
  filing: 'the filing itself',
  registrant: 'the same registrant',
}

const NAMED = 8

function conflictFound(number: number, inTheWay: ReadonlyMap<number, Touched>): Error {
  const kinds = [...new Set(inTheWay.values())].map((kind) => WORDS[kind])
  const what = listedOr(kinds)
  const numbers = [...inTheWay.keys()].map(String)
  const shown = numbers.length > NAMED ? [...numbers.slice(0, NAMED), `${numbers.length - NAMED} more`] : numbers
  const [changes, them] = numbers.length === 1 ? ['change', 'it'] : ['changes', 'them']
  return refused(
    `Change ${number} cannot be reverted, because ${what} was changed later, by ${changes} ${listed(shown)}. Revert ${them} first. Nothing was changed.`,
  )
}
