/**
 * What is said and asked at a cell under edit.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { Complete } from './complete_dialog.tsx'
import { Confirm } from './choices_dialog.tsx'
import { CellHint } from './cell_hint.tsx'

export const entering = {
  questions: { choices: Confirm, complete: Complete },
  parts: [{ slot: 'overlay', order: 0, Content: CellHint }],
} satisfies Contribution
