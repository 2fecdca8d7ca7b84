/**
 * Every action a person can start by name: the one list behind the native menu, the keyboard and a palette.
 * Data only. What an action does belongs to the screen; the native menu merely names it in the event `action`.
 */

export type ShellName = 'electron' | 'browser'

/** Menus from left to right; an action stands in exactly one. */
export const MENU_GROUPS = [
  { id: 'file', label: '&File' },
  { id: 'edit', label: '&Edit' },
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
  {
    id: 'new_workbook',
    label: 'New workbook…',
    group: 'file',
    shortcuts: ['CommandOrControl+N'],
    shells: DESKTOP,
  },
  {
    id: 'open_workbook',
    label: 'Open workbook…',
    group: 'file',
    shortcuts: ['CommandOrControl+O'],
    shells: DESKTOP,
  },
  { id: 'recent', label: 'Recent workbooks', group: 'file', shortcuts: [], shells: DESKTOP },
  {
    id: 'save',
    label: 'Save',
    group: 'file',
    shortcuts: ['CommandOrControl+S'],
    shells: BOTH,
    separated: true,
  },
  {
    id: 'save_copy',
    label: 'Save a copy…',
    group: 'file',
    shortcuts: ['CommandOrControl+Shift+S'],
    shells: BOTH,
  },
  { id: 'restore_backup', label: 'Restore a backup…', group: 'file', shortcuts: [], shells: BOTH },
  {
    id: 'print',
    label: 'Print…',
    group: 'file',
    shortcuts: ['CommandOrControl+P'],
    shells: BOTH,
    separated: true,
  },
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
  { id: 'fill_down', label: 'Fill down', group: 'edit', shortcuts: ['CommandOrControl+D'], shells: BOTH },
  { id: 'fill_right', label: 'Fill right', group: 'edit', shortcuts: ['CommandOrControl+R'], shells: BOTH },
  {
    id: 'goal_seek',
    label: 'Goal seek…',
    group: 'edit',
    shortcuts: ['Alt+Shift+G'],
    shells: BOTH,
    separated: true,
  },
  { id: 'spread', label: 'Spread over its lines…', group: 'edit', shortcuts: ['Alt+Shift+P'], shells: BOTH },
  {
    id: 'reclassify',
    label: 'Reclassify from the balancing line…',
    group: 'edit',
    shortcuts: ['Alt+Shift+R'],
    shells: BOTH,
  },
  { id: 'reset_cell', label: 'Reset the cell', group: 'edit', shortcuts: [], shells: BOTH, separated: true },
  { id: 'reset_line', label: 'Reset the line', group: 'edit', shortcuts: [], shells: BOTH },
  { id: 'reset_schedule', label: 'Reset the schedule', group: 'edit', shortcuts: [], shells: BOTH },
  { id: 'reset_scenario', label: 'Reset the whole scenario', group: 'edit', shortcuts: [], shells: BOTH },
  {
    id: 'go_as_filed',
    label: 'Show as filed',
    group: 'view',
    shortcuts: ['Alt+Shift+A'],
    shells: BOTH,
  },
  { id: 'new_scenario', label: 'New scenario…', group: 'view', shortcuts: ['Alt+Shift+N'], shells: BOTH },
  { id: 'scenarios', label: 'Scenarios…', group: 'view', shortcuts: ['Alt+Shift+M'], shells: BOTH },
  {
    id: 'compare',
    label: 'Compare scenarios',
    group: 'view',
    shortcuts: ['Alt+Shift+C'],
    shells: BOTH,
    separated: true,
  },
  { id: 'what_moved', label: 'What moved', group: 'view', shortcuts: ['Alt+Shift+W'], shells: BOTH },
  { id: 'sensitivity', label: 'Sensitivity…', group: 'view', shortcuts: ['Alt+Shift+S'], shells: BOTH },
  { id: 'bridges', label: 'Bridges…', group: 'view', shortcuts: ['Alt+Shift+B'], shells: BOTH },
  {
    id: 'toggle_explain',
    label: 'Explain the figure',
    group: 'view',
    shortcuts: ['Alt+Shift+E'],
    shells: BOTH,
    separated: true,
  },
  { id: 'toggle_change_log', label: 'Change log', group: 'view', shortcuts: ['Alt+Shift+L'], shells: BOTH },
  { id: 'toggle_tie_outs', label: 'Tie-outs', group: 'view', shortcuts: ['Alt+Shift+T'], shells: BOTH },
  { id: 'toggle_notes', label: 'Notes', group: 'view', shortcuts: ['Alt+Shift+O'], shells: BOTH },
  { id: 'theme', label: 'Light or dark', group: 'view', shortcuts: ['Alt+Shift+D'], shells: BOTH, separated: true },
  { id: 'keyboard_help', label: 'Keyboard', group: 'help', shortcuts: ['F1'], shells: BOTH },
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
