/**
 * Bridges from one figure to another, as a chart: asked for in the panel What if, and by itself in the room beside the figures.
 */
import './bridges.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { openTool } from '../../session/view/tool.ts'
import { Bridges } from './bridges_tool.tsx'
import { SpareBridge } from './spare_bridge.tsx'
import { ABOUT } from './wording.ts'

export const bridges = {
  actions: { bridges: { run: (session) => openTool(session, 'bridges'), enters: true } },
  tools: [{ id: 'bridges', label: 'Bridges', order: 2, about: ABOUT, Content: Bridges }],
  parts: [{ slot: 'spare', order: 0, Content: SpareBridge }],
} satisfies Contribution
