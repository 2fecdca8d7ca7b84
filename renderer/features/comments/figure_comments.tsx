/**
 * The comments of the explained figure, as part of its explanation.
 */
import type { JSX } from 'react'
import type { CellRef } from '../../../shared/model/filing.ts'
import { perform } from '../../contrib/lookup.ts'
import { commentsAt } from '../../session/reading/cell_comments.ts'
import { CommentList } from './comment_list.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'

export function FigureComments({ filing, cell }: { filing: string; cell: CellRef }): JSX.Element {
  const session = useOpenSession()
  return (
    <section className="figure-comments" aria-labelledby="figure-comments-head">
      <h3 id="figure-comments-head">Comments</h3>
      <CommentList comments={commentsAt(session, filing, cell)} />
      <button type="button" className="quiet-button" onClick={() => perform(session, 'comment')}>
        Comment on this figure
      </button>
    </section>
  )
}
