/**
 * How much the headline figures move with an input.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { Sensitivity } from './sensitivity_dialog.tsx'

export const sensitivity = {
  actions: { sensitivity: { run: opens('sensitivity', Sensitivity), enters: true } },
} satisfies Contribution
