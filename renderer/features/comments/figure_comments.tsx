/**
 * The comments of the explained figure, as part of its explanation.
 */
import type { JSX } from 'react'
import { perform } from '../../contrib/lookup.ts'
import { commentsAt } from '../../session/reading/cell_comments.ts'
import { CommentList } from '../../contrib/comment_list.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { explainedCell } from '../../session/reading/explained_cell.ts'
import { Button } from '../../ui/button.tsx'

export function FigureComments(): JSX.Element | null {
  const session = useOpenSession()
  const explained = explainedCell(session)
  if (!explained) return null
  return (
    <section className="figure-comments" aria-labelledby="figure-comments-head">
      <h3 id="figure-comments-head">Comments</h3>
      <CommentList comments={commentsAt(session, explained.filing.id, explained.ref)} />
      <Button look="quiet" onClick={() => perform(session, 'comment')}>
        Comment on this figure
      </Button>
    </section>
  )
}
