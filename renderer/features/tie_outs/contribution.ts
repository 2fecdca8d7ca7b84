/**
 * Whether everything ties.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { TieOuts } from './tie_outs_panel.tsx'
import { togglePanel } from '../../session/view/view.ts'

export const tieOuts = {
  actions: { toggle_tie_outs: { run: (session) => togglePanel(session, 'tie_outs') } },
  panels: [{ id: 'tie_outs', label: 'Tie-outs', order: 2, Content: TieOuts }],
} satisfies Contribution
