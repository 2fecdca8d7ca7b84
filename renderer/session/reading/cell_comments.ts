/**
 * The comments at cells, as the screen reads them: those of one cell at once, and in words.
 * Reads the book; changes nothing.
 */
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import type { Session } from '../session.ts'

const NONE: readonly StoredComment[] = []

/** The comments of a filing by cell; the book makes a new list with each change, so a list is sorted into cells once. */
const sorted = new WeakMap<readonly StoredComment[], Map<string, StoredComment[]>>()

function byCell(comments: readonly StoredComment[]): Map<string, StoredComment[]> {
  let cells = sorted.get(comments)
  if (!cells) sorted.set(comments, (cells = Map.groupBy(comments, cellName)))
  return cells
}

/** The comments at a cell, the oldest first. */
export function commentsAt(session: Session, filing: string, ref: CellRef): readonly StoredComment[] {
  return commentsAmong(session.workbook().book.comments(filing), ref)
}

/** Those at a cell among the comments of its filing. */
export function commentsAmong(all: readonly StoredComment[], ref: CellRef): readonly StoredComment[] {
  return all.length === 0 ? NONE : (byCell(all).get(cellName(ref)) ?? NONE)
}
