/**
 * Why a figure is what it is, and what a scenario moved.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { Explain } from './explain_panel.tsx'
import { showWhatMoved, togglePanel } from '../../session/view/view.ts'

export const explain = {
  actions: {
    toggle_explain: { run: (session) => togglePanel(session, 'explain') },
    what_moved: { run: showWhatMoved },
  },
  panels: [{ id: 'explain', label: 'Explain', order: 0, Content: Explain }],
} satisfies Contribution
