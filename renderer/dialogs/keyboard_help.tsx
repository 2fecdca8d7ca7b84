/**
 * Every key, in one list.
 */
import type { JSX } from 'react'
import { actionsOf } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { useSession } from '../workbench/session.ts'
import { keyboardPlatform } from '../workbench/shortcuts.ts'
import { DialogFrame } from './frame.tsx'

const GRID_KEYS: [string, string][] = [
  ['Arrows', 'From cell to cell; while typing, enter and step on'],
  ['Any character', 'Begin an edit in place of what stands'],
  ['F2, double click', 'Edit the text as entered'],
  ['Enter, Shift+Enter', 'Enter what is typed and go down, up'],
  ['Tab, Shift+Tab', 'Enter what is typed and go right, left'],
  ['Home, End, with Ctrl', 'To the first or last figure of the line, of the schedule'],
  ['Escape', 'Leave the cell as it stood'],
  ['Delete', 'Clear an input; bring back an overridden formula'],
  ['Shift+Arrows, with Ctrl', 'Select cells; to the edge of the figures'],
  ['Shift+Space, Ctrl+Space, Ctrl+A', 'Select the line, the column, the schedule'],
  ['Ctrl+Arrows', 'To the edge of the figures'],
  ['*=1.1, +=500, -=500, Enter', 'Change every selected cell'],
  ['Ctrl+Enter', 'Enter what is typed in every selected cell'],
  ['Ctrl+C, Ctrl+X, Ctrl+V', 'Copy, cut, paste the selected cells'],
  ['Alt+Shift+Left, Right', 'Fold, unfold the details of a line'],
  ['Shift+F10', 'What can be done at the cell'],
  ['Alt+Up, Down', 'Move a scenario within the list of scenarios'],
  ['F6, Shift+F6', 'Next, previous region of the window'],
  ['Ctrl+K', 'Find an action by name'],
]

export function KeyboardHelp(): JSX.Element {
  const shell = useSession((state) => state.shell)
  const platform = keyboardPlatform()
  const actions = actionsOf(shell).filter(({ shortcuts }) => shortcuts.length > 0)
  return (
    <DialogFrame title="Keyboard" className="keyboard">
      <div className="key-columns">
        <dl>
          {GRID_KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <dl>
          {actions.map(({ id, label, shortcuts }) => (
            <div key={id}>
              <dt>
                <kbd>{shortcuts.map((shortcut) => spellShortcut(shortcut, platform)).join(', ')}</kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
      </div>
    </DialogFrame>
  )
}
