/**
 * Whether everything ties.
 */
import './tie_outs.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { TieOuts } from './tie_outs_panel.tsx'
import { togglePanel } from '../../session/view/view.ts'
import { TieOutLight } from './light_button.tsx'

export const tieOuts = {
  actions: { toggle_tie_outs: { run: (session) => togglePanel(session, 'tie_outs') } },
  parts: [{ slot: 'tied', order: 1, Content: TieOutLight }],
  panels: [{ id: 'tie_outs', label: 'Tie-outs', order: 4, Content: TieOuts }],
} satisfies Contribution
