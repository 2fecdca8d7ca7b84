/**
 * Whether everything ties.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { TieOuts } from '../../panels/tie_outs.tsx'
import { togglePanel } from '../../workbench/view.ts'

export const tieOuts = {
  actions: { toggle_tie_outs: { run: (session) => togglePanel(session, 'tie_outs') } },
  panels: [{ id: 'tie_outs', label: 'Tie-outs', order: 2, Content: TieOuts }],
} satisfies Contribution
