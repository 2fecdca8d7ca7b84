/**
 * The input at which a figure comes to what is wanted.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { GoalSeek } from './goal_seek_dialog.tsx'

export const goalSeek = {
  actions: {
    goal_seek: {
      run: opens('goal_seek', GoalSeek),
      enters: true,
      cellMenu: [{ under: 'cell', group: 3, at: 0 }],
    },
  },
} satisfies Contribution
