/**
 * What each action of the shared list does. Menu, keyboard, palette and buttons all come here.
 */
import { isActionId, type ActionId } from '../../shared/actions/actions.ts'
import { STRUCTURE_ACTS } from '../structure/structure_actions.ts'
import { workbenchClient } from '../workbench_client.ts'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import {
  deleteAfterEdit,
  dropSourceFigures,
  ofFilingShown,
  openFilingDialog,
  openNewFiling,
} from '../filings/filing_acts.ts'
import { openFind, stepFind } from '../find/find.ts'
import { changeWidth } from '../grid/column_widths.ts'
import { copyAs } from '../range/clipboard.ts'
import { openComments } from '../notes/comment_acts.ts'
import { fill, fillSelection } from '../range/fill.ts'
import { turnSelected } from '../range/many_acts.ts'
import { repeatEdit } from '../range/repeat.ts'
import { selectEverything, selectTyped } from '../range/select_all.ts'
import { switchDensity, zoomBy, zoomReset } from './comfort.ts'
import { saveCopy, whenSaved } from './copies.ts'
import { go, workbook } from './opened.ts'
import { reverse } from './reversing.ts'
import { chooseScenario } from './scenarios.ts'
import { session, type Dialog } from './session.ts'
import { settleTexts } from './typed_texts.ts'
import { say } from './toasts.ts'
import { switchTheme, togglePanel } from './view.ts'
import { openReclassify, openSpread, resetEdits } from './what_if.ts'

function show(dialog: Dialog): () => void {
  return () => session.setState({ dialog })
}

function saySaved(): void {
  const { status } = session.getState()
  if (status === 'saved') say('Saved already: every edit is written to disk at once.')
  else if (status === 'saving') void workbook().queue.idle().then(saySaved)
  else
    say('The last edits could not be saved. The message beside them says what is safe.', {
      tone: 'warned',
      lasts: true,
    })
}

function goToComparison(): void {
  const { place } = session.getState()
  if (place) go({ ...place, schedule: COMPARE })
}

/** The edits that explain the scenario shown, in the panel beside the grid. */
function showWhatMoved(): void {
  session.setState({ explained: 'scenario', panel: 'explain', panelOpen: true })
}

const DOES: Record<ActionId, () => void> = {
  new_workbook: () => void whenSaved(() => workbenchClient().new_workbook({})),
  open_workbook: () => void whenSaved(() => workbenchClient().open_workbook({})),
  recent: show({ kind: 'recent' }),
  save: saySaved,
  save_copy: () => void saveCopy(),
  restore_backup: show({ kind: 'backups' }),
  print: () =>
    void workbook()
      .queue.idle()
      .then(show({ kind: 'print' })),
  undo: () => reverse('undo'),
  redo: () => reverse('redo'),
  copy_exact: () => copyAs('exact'),
  copy_formulas: () => copyAs('formulas'),
  select_all: selectEverything,
  fill_down: () => fill('down'),
  fill_right: () => fill('right'),
  fill_selection: fillSelection,
  repeat_edit: repeatEdit,
  step_up: () => turnSelected('step_up'),
  step_down: () => turnSelected('step_down'),
  flip_sign: () => turnSelected('flip_sign'),
  find: openFind,
  find_next: () => stepFind(1),
  find_previous: () => stepFind(-1),
  go_to: show({ kind: 'go_to' }),
  new_filing: openNewFiling,
  roll_forward: ofFilingShown((filing) => openFilingDialog('roll_forward', filing)),
  duplicate_filing: ofFilingShown((filing) => openFilingDialog('duplicate', filing)),
  filing_details: ofFilingShown((filing) => openFilingDialog('details', filing)),
  file_filing: ofFilingShown((filing) => openFilingDialog('file', filing)),
  reopen_filing: ofFilingShown((filing) => openFilingDialog('reopen', filing)),
  drop_source_figures: ofFilingShown(dropSourceFigures),
  delete_filing: ofFilingShown(deleteAfterEdit),
  go_as_filed: () => chooseScenario(null),
  new_scenario: show({ kind: 'new_scenario' }),
  compare: goToComparison,
  what_moved: showWhatMoved,
  sensitivity: show({ kind: 'sensitivity' }),
  bridges: show({ kind: 'bridges' }),
  scenarios: show({ kind: 'scenarios' }),
  goal_seek: show({ kind: 'goal_seek' }),
  spread: openSpread,
  reclassify: openReclassify,
  reset_cell: () => resetEdits('cell'),
  reset_line: () => resetEdits('line'),
  reset_schedule: () => resetEdits('schedule'),
  reset_scenario: () => resetEdits('scenario'),
  palette: show({ kind: 'palette' }),
  toggle_explain: () => togglePanel('explain'),
  toggle_change_log: () => togglePanel('log'),
  toggle_tie_outs: () => togglePanel('tie_outs'),
  toggle_notes: () => togglePanel('notes'),
  toggle_comments: () => togglePanel('comments'),
  comment: openComments,
  ...STRUCTURE_ACTS,
  zoom_in: () => zoomBy(1),
  zoom_out: () => zoomBy(-1),
  zoom_reset: zoomReset,
  density: switchDensity,
  widen_column: () => changeWidth('wider'),
  narrow_column: () => changeWidth('narrower'),
  fit_column: () => changeWidth('fit'),
  theme: switchTheme,
  keyboard_help: show({ kind: 'keyboard' }),
  formula_help: show({ kind: 'formula_help' }),
  about: show({ kind: 'about' }),
}

/**
 * Actions before which what is typed in a cell is entered: they would leave it out, or take its place. The others let it go on, use
 * it, or enter it once it is known that they can be done.
 */
const ENTERS: ReadonlySet<ActionId> = new Set<ActionId>([
  'new_workbook',
  'open_workbook',
  'recent',
  'save',
  'save_copy',
  'restore_backup',
  'print',
  'copy_exact',
  'copy_formulas',
  'fill_down',
  'fill_right',
  'fill_selection',
  'repeat_edit',
  'step_up',
  'step_down',
  'flip_sign',
  'go_as_filed',
  'new_scenario',
  'scenarios',
  'compare',
  'sensitivity',
  'bridges',
  'goal_seek',
  'reset_cell',
  'reset_line',
  'reset_schedule',
  'reset_scenario',
])

const OPENS: ReadonlySet<ActionId> = new Set<ActionId>(['new_workbook', 'open_workbook'])

/** Does what an action names; anything unknown, or while no workbook is open or a dialog is, does nothing. */
export function perform(id: string): void {
  if (!isActionId(id)) return
  const { phase, dialog } = session.getState()
  // The native menu means the text where text is typed, in a dialog too.
  if (id === 'select_all' && selectTyped()) return
  // Another workbook can be opened where one could not be.
  if (phase === 'failed' && OPENS.has(id)) return DOES[id]()
  // A dialog is answered or closed first.
  if (phase !== 'open' || dialog) return
  if (ENTERS.has(id) && settleTexts() === 'kept') return
  DOES[id]()
}
