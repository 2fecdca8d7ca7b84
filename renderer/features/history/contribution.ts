/**
 * The change log; undo and redo.
 */
import './history.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { ChangeLog, ChangeNumber } from './change_log.tsx'
import { reverse } from '../../session/committing.ts'
import { togglePanel } from '../../session/view/view.ts'
import { CellHistory } from './cell_history.tsx'

export const history = {
  actions: {
    undo: {
      run: (session) => reverse(session, 'undo'),
      whyNot: (session) => (session.getState().undo ? undefined : { code: 'nothing_to_undo' }),
    },
    redo: {
      run: (session) => reverse(session, 'redo'),
      whyNot: (session) => (session.getState().redo ? undefined : { code: 'nothing_to_redo' }),
    },
    toggle_change_log: { run: (session) => togglePanel(session, 'log') },
  },
  parts: [
    { slot: 'tied', order: 0, Content: ChangeNumber },
    { slot: 'figure_history', order: 0, Content: CellHistory },
  ],
  panels: [{ id: 'log', label: 'Change log', order: 3, Content: ChangeLog }],
} satisfies Contribution
