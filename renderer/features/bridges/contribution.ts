/**
 * Bridges from one figure to another, as a chart.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { Bridges } from './bridges_dialog.tsx'

export const bridges = {
  actions: { bridges: { run: opens('bridges', Bridges), enters: true } },
} satisfies Contribution
