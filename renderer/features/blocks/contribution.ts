/**
 * Blocks of cells: selected, copied, filled, changed at once.
 */
import './range.css'
import manual from './manual.md?raw'
import type { Turn } from '../../../shared/analysis/step.ts'
import type { Act, Contribution } from '../../contrib/contribution.ts'
import { copyAs } from './clipboard.ts'
import { fill, fillRefusal, fillSelection, fillSelectionRefusal } from '../../session/selection/fill.ts'
import { ManyDialog } from './many_dialog.tsx'
import { turnSelected } from '../../session/selection/many_acts.ts'
import { turnRefusal } from '../../session/selection/selection_refusals.ts'
import { repeatEdit, repeatRefusal } from '../../session/selection/repeat.ts'
import { selectEverything, selectTyped } from './select_all.ts'
import { SelectionSummary } from './selection_summary.tsx'
import { WorkSign } from './work_sign.tsx'
import { cutEndsByEscape } from './cut_escape.ts'
import { needsCell } from '../../session/edit/resetting.ts'
import { ClipboardItems } from './clipboard_items.tsx'
import { selecting } from './selecting.ts'

type WhyNot = NonNullable<Act['whyNot']>

/** An act on the cells selected; at a place among those of its kind in the menu of a cell. */
function ofCells(run: Act['run'], whyNot: WhyNot, group?: number, at = 0): Act {
  return {
    run,
    whyNot,
    enters: true,
    ...(group !== undefined && { cellMenu: [{ under: 'cell', group, at }] }),
  }
}

function filling(way: 'down' | 'right', at: number): Act {
  return ofCells(
    (session) => fill(session, way),
    (session) => fillRefusal(session, way),
    2,
    at,
  )
}

function turning(turn: Turn, group?: number, at?: number): Act {
  return ofCells(
    (session) => turnSelected(session, turn),
    (session) => turnRefusal(session, turn),
    group,
    at,
  )
}

export const blocks = {
  actions: {
    copy_exact: ofCells((session) => copyAs(session, 'exact'), needsCell, 1, 0),
    copy_formulas: ofCells((session) => copyAs(session, 'formulas'), needsCell, 1, 1),
    // The native menu means the text where text is typed, in a dialog too.
    select_all: { run: selectEverything, first: selectTyped },
    fill_down: filling('down', 0),
    fill_right: filling('right', 1),
    fill_selection: ofCells(fillSelection, fillSelectionRefusal, 2, 2),
    repeat_edit: {
      run: repeatEdit,
      whyNot: repeatRefusal,
      enters: true,
      cellMenu: [{ under: 'cell', group: 2, at: 4 }],
    },
    step_up: turning('step_up'),
    step_down: turning('step_down'),
    flip_sign: turning('flip_sign', 2, 3),
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
