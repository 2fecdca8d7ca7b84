/**
 * Comments at figures.
 */
import type { CellRef } from '../../../shared/model/filing.ts'
import type { Contribution } from '../../contrib/contribution.ts'
import { CommentHint } from './comment_hint.tsx'
import { Comments, FigureComments } from './comments_panel.tsx'
import { needsCell } from '../../session/edit/resetting.ts'
import { togglePanel } from '../../session/view/view.ts'
import { openComments, openCommentsAt } from './open_comments.ts'

export const comments = {
  actions: {
    toggle_comments: { run: (session) => togglePanel(session, 'comments') },
    comment: {
      run: (session, given) => (given ? openCommentsAt(session, given as CellRef) : openComments(session)),
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 0, at: 0 }],
    },
  },
  panels: [{ id: 'comments', label: 'Comments', order: 6, Content: Comments }],
  parts: [
    { slot: 'figure_facts', order: 0, Content: FigureComments },
    { slot: 'overlay', order: 1, Content: CommentHint },
  ],
} satisfies Contribution
