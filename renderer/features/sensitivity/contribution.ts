/**
 * How much the headline figures move with an input.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { Sensitivity } from './sensitivity_dialog.tsx'

const DIALOG: DialogDefinition<object> = { id: 'sensitivity', Content: Sensitivity }

export const sensitivity = {
  actions: { sensitivity: { run: (session) => openDialog(session, DIALOG, {}), enters: true } },
} satisfies Contribution
