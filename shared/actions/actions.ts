/**
 * Every action a person can start by name: the one list behind the native menu, the keyboard and a palette.
 * Data only. What an action does belongs to the screen; the native menu merely names it in the event `action`.
 */

export type ShellName = 'electron' | 'browser'

/** Menus from left to right; an action stands in exactly one, and the list of actions follows the same order. */
export const MENU_GROUPS = [
  { id: 'file', label: '&File' },
  { id: 'edit', label: '&Edit' },
  { id: 'insert', label: '&Insert' },
  { id: 'filing', label: 'Fi&ling' },
  { id: 'what_if', label: '&What if' },
  { id: 'view', label: '&View' },
  { id: 'help', label: '&Help' },
] as const

export type MenuGroup = (typeof MENU_GROUPS)[number]['id']

export type Action = {
  id: string
  /** As shown in a menu; ends in an ellipsis where a further choice follows. */
  label: string
  group: MenuGroup
  /** Electron accelerators; the first is the one that menus show. */
  shortcuts: readonly string[]
  shells: readonly ShellName[]
  /** Draws a separator above the action in its menu. */
  separated?: boolean
}

const BOTH: readonly ShellName[] = ['electron', 'browser']
const DESKTOP: readonly ShellName[] = ['electron']

export const ACTIONS = [
  // file: the workbook as a whole
  { id: 'new_workbook', label: 'New workbook…', group: 'file', shortcuts: ['CommandOrControl+N'], shells: DESKTOP },
  { id: 'open_workbook', label: 'Open workbook…', group: 'file', shortcuts: ['CommandOrControl+O'], shells: DESKTOP },
  { id: 'recent', label: 'Recent workbooks', group: 'file', shortcuts: [], shells: DESKTOP },
  { id: 'save', label: 'Save', group: 'file', shortcuts: ['CommandOrControl+S'], shells: BOTH, separated: true },
  { id: 'save_copy', label: 'Save a copy…', group: 'file', shortcuts: ['CommandOrControl+Shift+S'], shells: BOTH },
  { id: 'verify_workbook', label: 'Verify workbook', group: 'file', shortcuts: [], shells: BOTH },
  { id: 'restore_backup', label: 'Restore a backup…', group: 'file', shortcuts: [], shells: BOTH },
  { id: 'print', label: 'Print…', group: 'file', shortcuts: ['CommandOrControl+P'], shells: BOTH, separated: true },

  // edit: figures as they are typed, copied, filled and found
  { id: 'undo', label: 'Undo', group: 'edit', shortcuts: ['CommandOrControl+Z'], shells: BOTH },
  {
    id: 'redo',
    label: 'Redo',
    group: 'edit',
    shortcuts: ['CommandOrControl+Y', 'CommandOrControl+Shift+Z'],
    shells: BOTH,
  },
  {
    id: 'copy_exact',
    label: 'Copy in full precision',
    group: 'edit',
    shortcuts: ['CommandOrControl+Shift+C'],
    shells: BOTH,
    separated: true,
  },
  { id: 'copy_formulas', label: 'Copy as formulas', group: 'edit', shortcuts: ['Alt+Shift+X'], shells: BOTH },
  { id: 'select_all', label: 'Select all', group: 'edit', shortcuts: ['CommandOrControl+A'], shells: BOTH },
  {
    id: 'fill_down',
    label: 'Fill down',
    group: 'edit',
    shortcuts: ['CommandOrControl+D'],
    shells: BOTH,
    separated: true,
  },
  { id: 'fill_right', label: 'Fill right', group: 'edit', shortcuts: ['CommandOrControl+R'], shells: BOTH },
  { id: 'fill_selection', label: 'Fill the selection', group: 'edit', shortcuts: [], shells: BOTH },
  { id: 'repeat_edit', label: 'Repeat the last edit', group: 'edit', shortcuts: ['F4'], shells: BOTH },
  { id: 'step_up', label: 'Raise by a step', group: 'edit', shortcuts: ['Alt+Shift+Up'], shells: BOTH },
  { id: 'step_down', label: 'Lower by a step', group: 'edit', shortcuts: ['Alt+Shift+Down'], shells: BOTH },
  { id: 'flip_sign', label: 'Flip the sign', group: 'edit', shortcuts: ['Alt+Shift+H'], shells: BOTH },
  { id: 'find', label: 'Find…', group: 'edit', shortcuts: ['CommandOrControl+F'], shells: BOTH, separated: true },
  { id: 'find_next', label: 'Find next', group: 'edit', shortcuts: ['F3'], shells: BOTH },
  { id: 'find_previous', label: 'Find previous', group: 'edit', shortcuts: ['Shift+F3'], shells: BOTH },
  { id: 'go_to', label: 'Go to…', group: 'edit', shortcuts: ['CommandOrControl+G'], shells: BOTH },

  // insert: lines, columns, comments; what is done to those that stand
  { id: 'comment', label: 'Comment on the figure…', group: 'insert', shortcuts: ['Shift+F2'], shells: BOTH },
  {
    id: 'insert_line',
    label: 'Insert line',
    group: 'insert',
    shortcuts: ['Alt+Shift+I'],
    shells: BOTH,
    separated: true,
  },
  { id: 'insert_column', label: 'Insert column…', group: 'insert', shortcuts: ['Alt+Shift+V'], shells: BOTH },
  { id: 'split_by_entity', label: 'Columns by entity…', group: 'insert', shortcuts: [], shells: BOTH },
  {
    id: 'duplicate_line',
    label: 'Duplicate line or column',
    group: 'insert',
    shortcuts: ['Alt+Shift+U'],
    shells: BOTH,
  },
  {
    id: 'name_line',
    label: 'Rename line',
    group: 'insert',
    shortcuts: [],
    shells: BOTH,
    separated: true,
  },
  { id: 'name_column', label: 'Rename column', group: 'insert', shortcuts: [], shells: BOTH },
  { id: 'line_details', label: 'Line details…', group: 'insert', shortcuts: ['Alt+Enter'], shells: BOTH },
  { id: 'column_details', label: 'Column details…', group: 'insert', shortcuts: ['Alt+Shift+Enter'], shells: BOTH },
  { id: 'move_line_up', label: 'Move line up', group: 'insert', shortcuts: ['Alt+Up'], shells: BOTH, separated: true },
  { id: 'move_line_down', label: 'Move line down', group: 'insert', shortcuts: ['Alt+Down'], shells: BOTH },
  {
    id: 'indent_line',
    label: 'Make a detail of the line above',
    group: 'insert',
    shortcuts: ['Alt+Shift+K'],
    shells: BOTH,
  },
  {
    id: 'outdent_line',
    label: 'Remove from the details',
    group: 'insert',
    shortcuts: ['Alt+Shift+J'],
    shells: BOTH,
  },
  {
    id: 'recast_discontinued',
    label: 'Move to discontinued operations',
    group: 'insert',
    shortcuts: [],
    shells: BOTH,
  },
  { id: 'move_column_left', label: 'Move column left', group: 'insert', shortcuts: [], shells: BOTH },
  { id: 'move_column_right', label: 'Move column right', group: 'insert', shortcuts: [], shells: BOTH },
  {
    id: 'delete_rows',
    label: 'Delete lines or columns',
    group: 'insert',
    shortcuts: ['CommandOrControl+Delete'],
    shells: BOTH,
    separated: true,
  },
  { id: 'delete_columns', label: 'Delete columns', group: 'insert', shortcuts: [], shells: BOTH },

  // filing: filings as a whole, and their schedules
  { id: 'new_filing', label: 'New filing…', group: 'filing', shortcuts: ['Alt+Shift+F'], shells: BOTH },
  { id: 'roll_forward', label: 'Roll forward…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'duplicate_filing', label: 'Duplicate filing…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'filing_details', label: 'Filing details…', group: 'filing', shortcuts: [], shells: BOTH, separated: true },
  { id: 'registrant', label: 'Names of the registrant…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'compare_documents', label: 'Compare documents…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'file_filing', label: 'File and lock…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'reopen_filing', label: 'Reopen with a reason…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'record_item', label: 'Record an earlier period’s item…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'take_corrected', label: 'Take corrected figures', group: 'filing', shortcuts: [], shells: BOTH },
  {
    id: 'drop_source_figures',
    label: 'Drop printed figures that differ',
    group: 'filing',
    shortcuts: [],
    shells: BOTH,
  },
  { id: 'new_schedule', label: 'New schedule…', group: 'filing', shortcuts: [], shells: BOTH, separated: true },
  { id: 'schedule_details', label: 'Schedule details…', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'duplicate_schedule', label: 'Duplicate schedule', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'move_schedule_up', label: 'Move schedule up', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'move_schedule_down', label: 'Move schedule down', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'delete_schedule', label: 'Delete schedule', group: 'filing', shortcuts: [], shells: BOTH },
  { id: 'delete_filing', label: 'Delete filing…', group: 'filing', shortcuts: [], shells: BOTH, separated: true },

  // what_if: scenarios, and what follows from an edit
  { id: 'new_scenario', label: 'New scenario…', group: 'what_if', shortcuts: ['Alt+Shift+N'], shells: BOTH },
  { id: 'scenarios', label: 'Scenarios…', group: 'what_if', shortcuts: ['Alt+Shift+M'], shells: BOTH },
  {
    id: 'go_as_filed',
    label: 'Show as filed or the draft',
    group: 'what_if',
    shortcuts: ['Alt+Shift+A'],
    shells: BOTH,
  },
  {
    id: 'goal_seek',
    label: 'Goal seek…',
    group: 'what_if',
    shortcuts: ['Alt+Shift+G'],
    shells: BOTH,
    separated: true,
  },
  { id: 'spread', label: 'Spread over lines…', group: 'what_if', shortcuts: ['Alt+Shift+P'], shells: BOTH },
  {
    id: 'reclassify',
    label: 'Reclassify from the balancing line…',
    group: 'what_if',
    shortcuts: ['Alt+Shift+R'],
    shells: BOTH,
  },
  { id: 'realize', label: 'Realize a difference…', group: 'what_if', shortcuts: ['Alt+Shift+Z'], shells: BOTH },
  { id: 'reset_cell', label: 'Reset the cell', group: 'what_if', shortcuts: [], shells: BOTH, separated: true },
  { id: 'reset_line', label: 'Reset the line', group: 'what_if', shortcuts: [], shells: BOTH },
  { id: 'reset_schedule', label: 'Reset the schedule', group: 'what_if', shortcuts: [], shells: BOTH },
  { id: 'reset_scenario', label: 'Reset the whole scenario', group: 'what_if', shortcuts: [], shells: BOTH },
  {
    id: 'compare',
    label: 'Compare scenarios',
    group: 'what_if',
    shortcuts: ['Alt+Shift+C'],
    shells: BOTH,
    separated: true,
  },
  { id: 'what_moved', label: 'What moved', group: 'what_if', shortcuts: ['Alt+Shift+W'], shells: BOTH },
  { id: 'sensitivity', label: 'Sensitivity…', group: 'what_if', shortcuts: ['Alt+Shift+S'], shells: BOTH },
  { id: 'bridges', label: 'Bridges…', group: 'what_if', shortcuts: ['Alt+Shift+B'], shells: BOTH },

  // view: what is on the screen
  { id: 'palette', label: 'Actions and places…', group: 'view', shortcuts: ['CommandOrControl+K'], shells: BOTH },
  {
    id: 'toggle_explain',
    label: 'Explain the figure',
    group: 'view',
    shortcuts: ['Alt+Shift+E'],
    shells: BOTH,
    separated: true,
  },
  { id: 'toggle_what_if', label: 'What if', group: 'view', shortcuts: ['Alt+Shift+Y'], shells: BOTH },
  { id: 'toggle_change_log', label: 'Change log', group: 'view', shortcuts: ['Alt+Shift+L'], shells: BOTH },
  { id: 'toggle_tie_outs', label: 'Tie-outs', group: 'view', shortcuts: ['Alt+Shift+T'], shells: BOTH },
  { id: 'toggle_notes', label: 'Notes', group: 'view', shortcuts: ['Alt+Shift+O'], shells: BOTH },
  { id: 'toggle_comments', label: 'Comments', group: 'view', shortcuts: [], shells: BOTH },
  {
    id: 'zoom_in',
    label: 'Larger',
    group: 'view',
    shortcuts: ['CommandOrControl+=', 'CommandOrControl+Plus'],
    shells: BOTH,
    separated: true,
  },
  { id: 'zoom_out', label: 'Smaller', group: 'view', shortcuts: ['CommandOrControl+-'], shells: BOTH },
  { id: 'zoom_reset', label: 'Actual size', group: 'view', shortcuts: ['CommandOrControl+0'], shells: BOTH },
  { id: 'density', label: 'Compact or comfortable rows', group: 'view', shortcuts: [], shells: BOTH },
  { id: 'widen_column', label: 'Widen the column', group: 'view', shortcuts: [], shells: BOTH },
  { id: 'narrow_column', label: 'Narrow the column', group: 'view', shortcuts: [], shells: BOTH },
  { id: 'fit_column', label: 'Fit the column to its figures', group: 'view', shortcuts: [], shells: BOTH },
  { id: 'pin_column', label: 'Pin column', group: 'view', shortcuts: [], shells: BOTH },
  { id: 'unpin_column', label: 'Unpin column', group: 'view', shortcuts: [], shells: BOTH },
  { id: 'theme', label: 'Light or dark', group: 'view', shortcuts: ['Alt+Shift+D'], shells: BOTH, separated: true },

  // help
  { id: 'help', label: 'Help', group: 'help', shortcuts: ['F1'], shells: BOTH },
  { id: 'formula_help', label: 'Formulas', group: 'help', shortcuts: ['Shift+F1'], shells: BOTH },
  { id: 'about', label: 'About Tieout', group: 'help', shortcuts: [], shells: BOTH, separated: true },
] as const satisfies readonly Action[]

export type ActionId = (typeof ACTIONS)[number]['id']

/** The actions of one shell, in menu order. */
export function actionsOf(shell: ShellName): readonly Action[] {
  return ACTIONS.filter((action: Action) => action.shells.includes(shell))
}

/** True for the id of an action. */
export function isActionId(id: string): id is ActionId {
  return ACTIONS.some((action) => action.id === id)
}
