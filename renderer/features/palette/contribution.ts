/**
 * Actions and places by name.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { GoTo } from './go_to_dialog.tsx'
import { Palette } from './palette_dialog.tsx'

export const palette = {
  actions: { palette: { run: opens('palette', Palette) }, go_to: { run: opens('go_to', GoTo) } },
} satisfies Contribution
