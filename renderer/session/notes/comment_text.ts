/**
 * The words around comments: titles in the change log, what a screen reader says of a commented cell. Pure.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { CellComment } from '../../../shared/model/changes/comment.ts'
import { type Found, cellTitle } from '../../../shared/model/lookup.ts'
import { cutText } from '../../../shared/money/cut_text.ts'

/** A title in the change log names at most this much of a text. */
const LONGEST_QUOTE = 120

/** A text on one line within quotation marks, shortened between words where it is long. */
export function quoted(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= LONGEST_QUOTE) return `“${isolated(line)}”`
  const room = cutText(line, LONGEST_QUOTE)
  const space = room.lastIndexOf(' ')
  return `“${isolated((space > LONGEST_QUOTE / 2 ? room.slice(0, space) : room).trimEnd())}…”`
}

/** What was done to a comment, for the change log: `Comment on Provision for loan losses, ...: “...”`. */
export function commentTitle(found: Found, act: 'added' | 'changed' | 'deleted', text: string): string {
  const verb = act === 'added' ? '' : ` ${act}`
  return `Comment on ${cellTitle(found)}${verb}: ${quoted(text)}`
}

export function authorName({ author }: Pick<CellComment, 'author'>): string {
  return author.trim() === '' ? 'Unnamed' : isolated(author)
}

export function markWords(count: number): string {
  return count === 1 ? 'has a comment' : `has ${count} comments`
}

/** The comments of a cell as they are read out with it. */
export function spokenComments(comments: readonly CellComment[]): string {
  return comments
    .map((one) => `Comment by ${authorName(one)}: ${isolated(one.text.trim().replace(/\.$/, ''))}`)
    .join('. ')
}
