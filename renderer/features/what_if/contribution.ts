/**
 * How an edit flows, and edits of several lines at once: a total spread over its lines, an amount moved between lines.
 */
import './what_if.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { FlowSwitch } from './flow_switch.tsx'
import { needsCell } from '../../session/edit/resetting.ts'
import { openReclassify, openSpread } from './open_what_if.ts'

export const whatIf = {
  actions: {
    spread: {
      run: (session) => openSpread(session),
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 3, at: 1 }],
    },
    reclassify: {
      run: (session) => openReclassify(session),
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 3, at: 2 }],
    },
  },
  parts: [{ slot: 'scenario', order: 1, Content: FlowSwitch }],
} satisfies Contribution
