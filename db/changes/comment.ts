/** How a change of a comment is stored. Runs inside the caller's transaction. */
import type { CommentEdit } from '../../shared/model/changes/comment.ts'
import { refused, stale } from '../failure.ts'
import type { ChangeWriter, Writing } from './writing.ts'

/** A comment that a person writes or rewrites bears the name under which the workbook is open. */
function writeComment({ records, filing, isEdit, author }: Writing, { comment: id, before, after }: CommentEdit): void {
  const stored = records.get('comment', [id])
  const fields = before && [
    id,
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
    records.put('comment', [id], null)
    return
  }
  const { schedule, line, column, text, time } = after
  const isCarried = before?.text === text && before.author === after.author && before.time === time
  if (isEdit && !isCarried && after.author !== author) {
    throw refused('A comment needs the name of its author. The change was not stored.')
  }
  if (!records.get('line', [filing, schedule, line]) || !records.get('schedule_column', [filing, schedule, column])) {
    throw refused(`The schedule ${schedule} has no cell ${line}, ${column}. The comment was not stored.`)
  }
  records.put('comment', [id], [filing, schedule, line, column, text, after.author, time])
}

export const comment: ChangeWriter<CommentEdit> = { write: writeComment }
