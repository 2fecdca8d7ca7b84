/**
 * The change log; undo and redo.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { ChangeLog } from './change_log.tsx'
import { reverse } from '../../session/reversing.ts'
import { togglePanel } from '../../session/view/view.ts'

export const history = {
  actions: {
    undo: {
      run: (session) => reverse(session, 'undo'),
      whyNot: (session) => (session.getState().undo ? null : 'Nothing to undo.'),
    },
    redo: {
      run: (session) => reverse(session, 'redo'),
      whyNot: (session) => (session.getState().redo ? null : 'Nothing to redo.'),
    },
    toggle_change_log: { run: (session) => togglePanel(session, 'log') },
  },
  panels: [{ id: 'log', label: 'Change log', order: 1, Content: ChangeLog }],
} satisfies Contribution
