/**
 * Finding words and amounts.
 */
import './find.css'
import manual from './manual.md?raw'
import type { Contribution } from '../../contrib/contribution.ts'
import { openFind, stepFind } from './finding.ts'
import { FindPanel } from './find_panel.tsx'

export const find = {
  actions: {
    find: { run: openFind },
    find_next: { run: (session) => stepFind(session, 1) },
    find_previous: { run: (session) => stepFind(session, -1) },
  },
  parts: [{ slot: 'above_sheet', order: 0, Content: FindPanel }],
  manual: [{ order: 7, text: manual }],
} satisfies Contribution
