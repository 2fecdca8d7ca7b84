/**
 * Blocks of cells: selected, copied, filled, changed at once.
 */
import './range.css'
import manual from './manual.md?raw'
import type { Contribution } from '../../contrib/contribution.ts'
import { copyAs } from './clipboard.ts'
import { fill, fillSelection } from '../../session/selection/fill.ts'
import { ManyDialog } from './many_dialog.tsx'
import { turnSelected } from '../../session/selection/many_acts.ts'
import { repeatEdit } from '../../session/selection/repeat.ts'
import { selectEverything, selectTyped } from './select_all.ts'
import { SelectionSummary } from './selection_summary.tsx'
import { WorkSign } from './work_sign.tsx'
import { cutEndsByEscape } from './cut_escape.ts'
import { needsCell } from '../../session/edit/resetting.ts'
import { ClipboardItems } from './clipboard_items.tsx'
import { selecting } from './selecting.ts'

export const blocks = {
  actions: {
    copy_exact: {
      run: (session) => copyAs(session, 'exact'),
      whyNot: needsCell,
      enters: true,
      cellMenu: [{ under: 'cell', group: 1, at: 0 }],
    },
    copy_formulas: {
      run: (session) => copyAs(session, 'formulas'),
      whyNot: needsCell,
      enters: true,
      cellMenu: [{ under: 'cell', group: 1, at: 1 }],
    },
    // The native menu means the text where text is typed, in a dialog too.
    select_all: { run: selectEverything, first: selectTyped },
    fill_down: {
      run: (session) => fill(session, 'down'),
      whyNot: needsCell,
      enters: true,
      cellMenu: [{ under: 'cell', group: 2, at: 0 }],
    },
    fill_right: {
      run: (session) => fill(session, 'right'),
      whyNot: needsCell,
      enters: true,
      cellMenu: [{ under: 'cell', group: 2, at: 1 }],
    },
    fill_selection: {
      run: fillSelection,
      whyNot: needsCell,
      enters: true,
      cellMenu: [{ under: 'cell', group: 2, at: 2 }],
    },
    repeat_edit: { run: repeatEdit, enters: true, cellMenu: [{ under: 'cell', group: 2, at: 4 }] },
    step_up: { run: (session) => turnSelected(session, 'step_up'), whyNot: needsCell, enters: true },
    step_down: { run: (session) => turnSelected(session, 'step_down'), whyNot: needsCell, enters: true },
    flip_sign: {
      run: (session) => turnSelected(session, 'flip_sign'),
      whyNot: needsCell,
      enters: true,
      cellMenu: [{ under: 'cell', group: 2, at: 3 }],
    },
  },
  questions: { many: ManyDialog },
  start: cutEndsByEscape,
  parts: [
    { slot: 'status', order: 0, Content: SelectionSummary },
    { slot: 'page', order: 0, Content: WorkSign },
    { slot: 'cell_menu', order: 0, Content: ClipboardItems },
  ],
  grid: [selecting],
  manual: [{ order: 1, text: manual }],
} satisfies Contribution
