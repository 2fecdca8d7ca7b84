/**
 * The comments of one cell, to be read: their words, author and time.
 */
import type { JSX, ReactNode } from 'react'
import type { StoredComment } from '../../shared/model/stored_filing.ts'
import { localTime } from '../ui/local_time.ts'
import { authorName } from '../session/notes/comment_text.ts'

/** One comment; `children` are what can be done with it. */
export function CommentText({ comment, children }: { comment: StoredComment; children?: ReactNode }): JSX.Element {
  return (
    <>
      <p className="comment-text">{comment.text}</p>
      <div className="comment-by">
        <small>
          {authorName(comment)} · <time dateTime={comment.time}>{localTime(comment.time)}</time>
        </small>
        {children}
      </div>
    </>
  )
}

export function CommentList({ comments }: { comments: readonly StoredComment[] }): JSX.Element | null {
  if (comments.length === 0) return null
  return (
    <ul className="comment-list">
      {comments.map((comment) => (
        <li key={comment.id}>
          <CommentText comment={comment} />
        </li>
      ))}
    </ul>
  )
}
