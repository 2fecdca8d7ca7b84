/**
 * Bridges from one figure to another, as a chart.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { Bridges } from './bridges_dialog.tsx'

const DIALOG: DialogDefinition<object> = { id: 'bridges', Content: Bridges }

export const bridges = {
  actions: { bridges: { run: (session) => openDialog(session, DIALOG, {}), enters: true } },
} satisfies Contribution
