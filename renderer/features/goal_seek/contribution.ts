/**
 * The input at which a figure comes to what is wanted.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { GoalSeek } from './goal_seek_dialog.tsx'

const DIALOG: DialogDefinition<object> = { id: 'goal_seek', Content: GoalSeek }

export const goalSeek = {
  actions: {
    goal_seek: {
      run: (session) => openDialog(session, DIALOG, {}),
      enters: true,
      cellMenu: [{ under: 'cell', group: 3, at: 0 }],
    },
  },
} satisfies Contribution
