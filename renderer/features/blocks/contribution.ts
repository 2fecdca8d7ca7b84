/**
 * Blocks of cells: selected, copied, filled, changed at once.
 */
import './range.css'
import manual from './manual.md?raw'
import type { Act, Contribution } from '../../contrib/contribution.ts'
import { copyAs } from './clipboard.ts'
import { fill, fillSelection } from '../../session/selection/fill.ts'
import { ManyDialog } from './many_dialog.tsx'
import { turnSelected } from '../../session/selection/many_acts.ts'
import { repeatEdit, repeatRefusal } from '../../session/selection/repeat.ts'
import { selectEverything, selectTyped } from './select_all.ts'
import { SelectionSummary } from './selection_summary.tsx'
import { WorkSign } from './work_sign.tsx'
import { cutEndsByEscape } from './cut_escape.ts'
import { needsCell } from '../../session/edit/resetting.ts'
import { ClipboardItems } from './clipboard_items.tsx'
import { selecting } from './selecting.ts'

/** An act on the cells selected, which need be chosen; at a place among those of its kind in the menu of a cell. */
function ofCells(run: Act['run'], group?: number, at = 0): Act {
  return {
    run,
    whyNot: needsCell,
    enters: true,
    ...(group !== undefined && { cellMenu: [{ under: 'cell', group, at }] }),
  }
}

export const blocks = {
  actions: {
    copy_exact: ofCells((session) => copyAs(session, 'exact'), 1, 0),
    copy_formulas: ofCells((session) => copyAs(session, 'formulas'), 1, 1),
    // The native menu means the text where text is typed, in a dialog too.
    select_all: { run: selectEverything, first: selectTyped },
    fill_down: ofCells((session) => fill(session, 'down'), 2, 0),
    fill_right: ofCells((session) => fill(session, 'right'), 2, 1),
    fill_selection: ofCells(fillSelection, 2, 2),
    repeat_edit: {
      run: repeatEdit,
      whyNot: repeatRefusal,
      enters: true,
      cellMenu: [{ under: 'cell', group: 2, at: 4 }],
    },
    step_up: ofCells((session) => turnSelected(session, 'step_up')),
    step_down: ofCells((session) => turnSelected(session, 'step_down')),
    flip_sign: ofCells((session) => turnSelected(session, 'flip_sign'), 2, 3),
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
