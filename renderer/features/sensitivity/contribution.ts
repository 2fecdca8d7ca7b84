/**
 * How much the headline figures move with an input.
 */
import './sensitivity.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { openTool } from '../../session/view/tool.ts'
import { changeAtFocus } from './sensitivity_fields.ts'
import { Sensitivity } from './sensitivity_tool.tsx'
import { ABOUT } from './wording.ts'

export const sensitivity = {
  actions: {
    sensitivity: {
      run(session) {
        changeAtFocus(session)
        openTool(session, 'sensitivity')
      },
      enters: true,
    },
  },
  tools: [{ id: 'sensitivity', label: 'Sensitivity', order: 1, about: ABOUT, Content: Sensitivity }],
} satisfies Contribution
