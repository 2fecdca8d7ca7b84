/**
 * Formulas: the bar above the grid, help at what is written, the list of functions.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { openDialog, type DialogDefinition } from '../../contrib/dialogs.ts'
import { FormulaBar } from '../entering/formula_bar.tsx'
import { FormulaHelp } from '../formula_help/formula_help.tsx'

const HELP: DialogDefinition<object> = { id: 'formula_help', Content: FormulaHelp }

export const formula = {
  actions: { formula_help: { run: (session) => openDialog(session, HELP, {}) } },
  parts: [{ slot: 'above_grid', order: 0, Content: FormulaBar }],
} satisfies Contribution
