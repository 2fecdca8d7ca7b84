/** How the log tells of a comment: its cell, and its text. */
import type { CommentEdit } from '../../model/changes/comment.ts'
import type { Fields } from './fields.ts'

export function comment({ before, after }: CommentEdit): Fields {
  const { schedule, line, column } = (after ?? before)!
  return { schedule, line, column, before: before?.text, after: after?.text }
}
