/**
 * The notes of a schedule.
 */
import './notes.css'
import type { Contribution } from '../../contrib/contribution.ts'
import { Notes } from './notes_panel.tsx'
import { togglePanel } from '../../session/view/view.ts'

export const notes = {
  actions: { toggle_notes: { run: (session) => togglePanel(session, 'notes') } },
  panels: [{ id: 'notes', label: 'Notes', order: 5, Content: Notes }],
} satisfies Contribution
