/**
 * What a person does with comments: opens those of a cell, writes, changes and deletes. Each act is one change set, on a
 * filed filing as on a draft; no figure changes by it.
 */
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import type { CellComment } from '../../../shared/model/changes/comment.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { commit } from '../committing.ts'
import { shownFiling } from '../reading/figures.ts'
import { go } from '../place/going.ts'
import { say } from '../messages.ts'
import { commentTitle } from './comment_text.ts'
import type { Session } from '../session.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { commentText } from './wording.ts'

/** Shows a cell of the filing shown, in the scenario shown. */
export function goToCell(session: Session, { schedule, line, column }: CellRef): void {
  const { place } = session.getState()
  if (place) go(session, { ...place, schedule }, { cell: { line, column } })
}

type At = { ref: CellRef; scenario: string | null }

/** One change of one comment, as one change set; answers why it was not made, undefined where it was. */
function put(
  session: Session,
  { ref, scenario }: At,
  act: 'added' | 'changed' | 'deleted',
  comment: string,
  before: CellComment | null,
  after: CellComment | null,
): Refusal | undefined {
  const filing = shownFiling(session)
  const found = findCell(filing, ref)
  if (!filing || !found) return { code: 'figure_not_there' }
  const title = commentTitle(found, act, (after ?? before)!.text)
  const { schedule, line, column } = ref
  const changes: Change[] = [{ kind: 'comment', comment, before, after }]
  const refusal = commit(session, {
    filing: filing.id,
    title,
    place: { schedule, line, column, scenario },
    changes,
    once: before && 'undo_before_comment',
  })
  if (!refusal) say(session, commentText(act))
  return refusal
}

function written(session: Session, { schedule, line, column }: CellRef, text: string): CellComment {
  const { author } = session.getState()
  return { schedule, line, column, text: text.trim(), author, time: new Date().toISOString() }
}

/** Writes a comment at a cell, under the name of whoever edits. */
export function addComment(session: Session, at: At, text: string): Refusal | undefined {
  return put(session, at, 'added', crypto.randomUUID(), null, written(session, at.ref, text))
}

/** Gives a comment another text, with the time at which it was changed. */
export function changeComment(
  session: Session,
  at: At,
  { id, ...before }: StoredComment,
  text: string,
): Refusal | undefined {
  if (text.trim() === '') return { code: 'comment_emptied' }
  return put(session, at, 'changed', id, before, written(session, at.ref, text))
}

export function deleteComment(session: Session, at: At, { id, ...before }: StoredComment): Refusal | undefined {
  return put(session, at, 'deleted', id, before, null)
}

/** True for a comment of whoever edits now: only its author changes its words. */
export function isOwn(session: Session, { author }: CellComment): boolean {
  return author === session.getState().author
}
