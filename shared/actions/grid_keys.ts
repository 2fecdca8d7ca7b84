/**
 * Keys that are no actions of a menu: the grid's own, the window's and those of Find. Data only, for the sheet of keys and
 * for the test that no two keys clash; the modules that act on them are beside the grid.
 */

export type KeyGroup = { title: string; keys: readonly OwnKey[] }

export type OwnKey = {
  /** Electron accelerators, as actions have them; empty where no single key can be named. */
  shortcuts: readonly string[]
  /** Where macOS differs. */
  mac?: readonly string[]
  /** Stands in place of the keys, such as "Any character". */
  words?: string
  does: string
  /** Where the key means this, so that it clashes with nothing elsewhere. */
  only?: 'find' | 'scenarios'
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Moving',
    keys: [
      { shortcuts: ['Up', 'Down', 'Left', 'Right'], does: 'From cell to cell' },
      {
        shortcuts: ['CommandOrControl+Up', 'CommandOrControl+Down', 'CommandOrControl+Left', 'CommandOrControl+Right'],
        does: 'To the edge of the figures',
      },
      { shortcuts: ['Home', 'End'], does: 'To the first, last figure of the line' },
      {
        shortcuts: ['CommandOrControl+Home', 'CommandOrControl+End'],
        does: 'To the first, last figure of the schedule',
      },
      { shortcuts: ['PageUp', 'PageDown'], does: 'A screen up, down' },
      { shortcuts: ['Alt+Shift+Left', 'Alt+Shift+Right'], does: 'Fold, unfold the details of a line' },
      { shortcuts: ['F6', 'Shift+F6'], does: 'To the next, previous region of the window' },
      { shortcuts: ['F8'], does: 'To the newest message; Escape there dismisses it' },
      { shortcuts: ['Shift+F10'], does: 'Menu of the cell' },
    ],
  },
  {
    title: 'Typing',
    keys: [
      { shortcuts: [], words: 'Any character', does: 'Replace the cell by typing' },
      {
        shortcuts: ['F2'],
        words: 'double click',
        does: 'Edit the cell; press again to move between cells or in the text',
      },
      { shortcuts: ['Backspace'], does: 'Begin an empty edit' },
      {
        shortcuts: [],
        words: 'Left, from the first figure',
        does: 'In a draft: to the label, where typing or F2 names the line',
      },
      {
        shortcuts: ['Enter', 'Shift+Enter'],
        does: 'Enter what is typed and go down, up; after Tabs, down to the column where they began',
      },
      { shortcuts: ['Tab', 'Shift+Tab'], does: 'Enter what is typed and go right, left' },
      {
        shortcuts: [],
        words: 'Tab or Enter, with Shift back',
        does: 'In a selected block: from cell to cell, by lines or by columns, and round again',
      },
      { shortcuts: ['CommandOrControl+Enter'], does: 'Enter what is typed in every selected cell' },
      { shortcuts: [], words: '*=1.1, +=500, -=500', does: 'Change every selected cell' },
      {
        shortcuts: [],
        words: 'click, arrows',
        does: 'In a formula, after an operator: put in the reference of a cell',
      },
      { shortcuts: [], words: 'Down, then Enter or Tab', does: 'In a formula: choose and take a completion' },
      { shortcuts: ['Escape'], does: 'Leave the cell unchanged; drop a selection or a cut' },
      { shortcuts: ['Delete'], does: 'Clear inputs; restore overridden formulas' },
    ],
  },
  {
    title: 'Selecting, copying',
    keys: [
      {
        shortcuts: ['Shift+Up', 'Shift+Down', 'Shift+Left', 'Shift+Right'],
        does: 'Select cells; up, down at a label of a draft: whole lines',
      },
      {
        shortcuts: [
          'CommandOrControl+Shift+Up',
          'CommandOrControl+Shift+Down',
          'CommandOrControl+Shift+Left',
          'CommandOrControl+Shift+Right',
        ],
        does: 'Select to the edge of the figures',
      },
      {
        shortcuts: ['Shift+Home', 'Shift+End', 'CommandOrControl+Shift+Home', 'CommandOrControl+Shift+End'],
        does: 'Select to an end of the line, of the schedule',
      },
      { shortcuts: ['Shift+Space'], does: 'Select the line, also at its label in a draft' },
      { shortcuts: ['CommandOrControl+Space'], mac: ['Control+Space'], does: 'Select the column' },
      { shortcuts: ['Shift+PageUp', 'Shift+PageDown'], does: 'Select a screen up, down' },
      { shortcuts: ['Shift+F8'], words: 'then arrows', does: 'Begin a further area beside the selected ones' },
      {
        shortcuts: ['CommandOrControl+C', 'CommandOrControl+X', 'CommandOrControl+V'],
        does: 'Copy, cut, paste the selected cells',
      },
    ],
  },
  {
    title: 'In Find',
    keys: [
      { shortcuts: ['Enter', 'Shift+Enter'], does: 'Go to the next, previous place', only: 'find' },
      { shortcuts: ['Up', 'Down'], does: 'Mark a place without going there', only: 'find' },
      { shortcuts: ['Escape'], does: 'Close, back to the grid', only: 'find' },
    ],
  },
  {
    title: 'In the list of scenarios',
    keys: [{ shortcuts: ['Alt+Up', 'Alt+Down'], does: 'Move a scenario', only: 'scenarios' }],
  },
]
