/**
 * Actions and places by name.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { GoTo } from './go_to_dialog.tsx'
import { Palette } from './palette_dialog.tsx'

const PALETTE: DialogDefinition<object> = { id: 'palette', Content: Palette }
const GO_TO: DialogDefinition<object> = { id: 'go_to', Content: GoTo }

export const palette = {
  actions: {
    palette: { run: (session) => openDialog(session, PALETTE, {}) },
    go_to: { run: (session) => openDialog(session, GO_TO, {}) },
  },
} satisfies Contribution
