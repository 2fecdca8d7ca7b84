/**
 * The input at which a figure comes to what is wanted.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openTool } from '../../session/view/tool.ts'
import { GoalSeek } from './goal_seek_tool.tsx'
import { beginAtFocus } from './goal_fields.ts'
import { ABOUT } from './wording.ts'

export const goalSeek = {
  actions: {
    goal_seek: {
      run(session) {
        beginAtFocus(session)
        openTool(session, 'goal_seek')
      },
      enters: true,
      cellMenu: [{ under: 'cell', group: 3, at: 0 }],
    },
  },
  tools: [{ id: 'goal_seek', label: 'Goal seek', order: 0, about: ABOUT, Content: GoalSeek }],
} satisfies Contribution
