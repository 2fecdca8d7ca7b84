/**
 * What is said and asked at a cell under edit.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { Complete } from '../../dialogs/complete.tsx'
import { Confirm } from '../../dialogs/confirm.tsx'
import { CellHint } from '../../grid/cell_hint.tsx'

export const entering = {
  questions: { choices: Confirm, complete: Complete },
  parts: [{ slot: 'overlay', order: 0, Content: CellHint }],
} satisfies Contribution
