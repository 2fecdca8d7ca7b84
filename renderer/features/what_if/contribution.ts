/**
 * How an edit flows; the panel of the tools that answer what if; and three of them, edits of several lines at once: a total spread over its
 * lines, an amount moved between lines, a difference realized.
 */
import './what_if.css'
import './tools.css'
import './figures_table.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { needsCell, spreadRefusalHere } from '../../session/edit/resetting.ts'
import { openTool, WHAT_IF } from '../../session/view/tool.ts'
import { togglePanel } from '../../session/view/view.ts'
import { chosenMarks } from './chosen_marks.ts'
import { FlowSwitch } from './flow_switch.tsx'
import { reclassifyAtHand } from './reclassify_fields.ts'
import { Reclassify } from './reclassify_tool.tsx'
import { spreadAtHand } from './spread_fields.ts'
import { SpreadTotal } from './spread_tool.tsx'
import { WhatIfPanel } from './what_if_panel.tsx'
import { realizeAtHand } from './realize_fields.ts'
import { Realize } from './realize_tool.tsx'
import { ABOUT_REALIZING, ABOUT_RECLASSIFYING, ABOUT_SPREADING } from './wording.ts'

export const whatIf = {
  actions: {
    toggle_what_if: { run: (session) => togglePanel(session, WHAT_IF) },
    spread: {
      run(session) {
        spreadAtHand(session)
        openTool(session, 'spread')
      },
      whyNot: spreadRefusalHere,
      cellMenu: [{ under: 'cell', group: 3, at: 1 }],
    },
    reclassify: {
      run(session) {
        if (reclassifyAtHand(session)) openTool(session, 'reclassify')
      },
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 3, at: 2 }],
    },
    realize: {
      run(session) {
        if (realizeAtHand(session)) openTool(session, 'realize')
      },
      whyNot: needsCell,
      cellMenu: [{ under: 'cell', group: 3, at: 3 }],
    },
  },
  panels: [{ id: WHAT_IF, label: 'What if', order: 2, Content: WhatIfPanel }],
  tools: [
    { id: 'spread', label: 'Spread a total', order: 3, about: ABOUT_SPREADING, Content: SpreadTotal },
    { id: 'reclassify', label: 'Reclassify', order: 4, about: ABOUT_RECLASSIFYING, Content: Reclassify },
    { id: 'realize', label: 'Realize a difference', order: 5, about: ABOUT_REALIZING, Content: Realize },
  ],
  grid: [chosenMarks],
  parts: [{ slot: 'scenario', order: 1, Content: FlowSwitch }],
} satisfies Contribution
