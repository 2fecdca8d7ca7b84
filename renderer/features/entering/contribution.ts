/**
 * What is typed at a cell: the formula bar above the grid, help at formulas, what is said and asked beside the cell.
 */
import './formula_bar.css'
import './formula.css'
import './formula_help.css'
import amounts from '../../../shared/money/README.md?raw'
import differences from '../../../shared/formula/README.md?raw'
import manual from './manual.md?raw'
import type { Contribution } from '../../contrib/contribution.ts'
import { opens } from '../../contrib/dialogs.ts'
import { assistOn } from './assist.ts'
import { CellHint } from './cell_hint.tsx'
import { Complete, Confirm } from './asked_dialogs.tsx'
import { FormulaBar } from './formula_bar.tsx'
import { FormulaHelp } from './formula_help.tsx'
import { readMarks } from './read_marks.ts'

export const entering = {
  actions: { formula_help: { run: opens('formula_help', FormulaHelp) } },
  questions: { choices: Confirm, complete: Complete },
  parts: [
    { slot: 'above_grid', order: 0, Content: FormulaBar },
    { slot: 'overlay', order: 0, Content: CellHint },
  ],
  grid: [readMarks],
  fieldHelp: assistOn,
  manual: [
    { order: 0, text: amounts },
    { order: 2, text: manual },
    { order: 3, text: differences },
  ],
} satisfies Contribution
