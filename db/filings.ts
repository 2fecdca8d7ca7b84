/**
 * A filing's own head: made, changed, filed, reopened, deleted and brought back; and the comments at its cells.
 * Judged against what is stored, then written, inside the caller's transaction.
 */
import { isolated } from '../shared/money/isolated.ts'
import { filingHeadSchema } from '../shared/contract/filing_schema.ts'
import type { CommentEdit, FilingEdit, Placed } from '../shared/model/change_set.ts'
import type { FilingHead } from '../shared/model/filing.ts'
import { refusalText } from '../shared/refusals/refusal.ts'
import { refused, stale } from './failure.ts'
import { checkStanding, place, standing, storedText } from './placing.ts'
import type { Listed } from './placing.ts'
import { readStored } from './stored_json.ts'
import type { Target } from './structure.ts'

/** The head of the filing as stored; undefined where there is none. */
export function storedHead({ records, filing }: Target): FilingHead | undefined {
  const record = records.get('filing', [filing])
  return record && (readStored(record[2] as string) as FilingHead)
}

/** The head as text, but for its status and its being deleted. */
function bare({ status: _status, deleted: _deleted, ...rest }: FilingHead): string {
  return storedText(filingHeadSchema, rest)
}

/** A head at its place, in the form in which it is stored. */
function headText(one: Placed<FilingHead> | null): Placed<string> | null {
  return one && { at: one.at, definition: storedText(filingHeadSchema, one.definition) }
}

/** True for what only its status, its being deleted or its place tells apart. */
function isSameButStatus(a: FilingHead, b: FilingHead): boolean {
  return bare(a) === bare(b)
}

/** A filed filing keeps its head; it is reopened with a reason, deleted or brought back. */
function checkFiled(before: FilingHead, { after, reason }: FilingEdit): void {
  if (before.status === 'draft' || after === null) return
  if (!isSameButStatus(before, after.definition)) {
    throw refused(refusalText({ code: 'filing_locked', filing: isolated(before.title) }))
  }
  if (after.definition.status === 'draft' && !reason?.trim()) {
    throw refused(`“${isolated(before.title)}” is filed. It is reopened with a reason. State why.`)
  }
}

/** Applies a change of the filing's head; throws `stale` where `before` is not what is stored, `refused` where a rule forbids it. */
export function applyFiling(target: Target, change: FilingEdit, isEdit: boolean): void {
  const { db, records, filing } = target
  const { before, after } = change
  if (after && after.definition.id !== filing) {
    throw refused('A filing keeps its id. The change was not stored.')
  }
  const listed: Listed = { table: 'filing', key: [filing] }
  const name = `The filing “${isolated((before ?? after)?.definition.title ?? filing)}”`
  checkStanding(standing(records, listed, filingHeadSchema), headText(before), name)
  if (isEdit && before) checkFiled(before.definition, change)
  if (after === null) {
    for (const table of ['schedule', 'scenario']) {
      if (db.prepare(`SELECT 1 FROM ${table} WHERE filing = ? LIMIT 1`).get(filing) === undefined) continue
      throw refused(`${name} still holds ${table}s. A filing in use is deleted, which keeps it in the file.`)
    }
  }
  place(db, records, listed, headText(before), headText(after))
}

/** Applies a change of a comment. One that a person writes or rewrites bears the name under which the workbook is open. */
export function applyComment(target: Target, change: CommentEdit, isEdit: boolean, author: string): void {
  const { records, filing } = target
  const { comment, before, after } = change
  const stored = records.get('comment', [comment])
  const fields = before && [
    comment,
    filing,
    before.schedule,
    before.line,
    before.column,
    before.text,
    before.author,
    before.time,
  ]
  if (JSON.stringify(stored ?? null) !== JSON.stringify(fields)) {
    throw stale('The comment is not what the change was to replace: it was changed in another window.')
  }
  if (after === null) {
    records.put('comment', [comment], null)
    return
  }
  const { schedule, line, column, text, time } = after
  const isCarried = before?.text === text && before.author === after.author && before.time === time
  if (isEdit && !isCarried && after.author !== author) {
    throw refused('A comment bears the name of the person who writes it. The change was not stored.')
  }
  if (!records.get('line', [filing, schedule, line]) || !records.get('schedule_column', [filing, schedule, column])) {
    throw refused(`The schedule ${schedule} has no cell ${line}, ${column}. The comment was not stored.`)
  }
  records.put('comment', [comment], [filing, schedule, line, column, text, after.author, time])
}
