/**
 * What can be done at a cell, on its context menu: the same actions as in the main menu.
 */
import { ContextMenu } from 'radix-ui'
import { useState, type JSX, type ReactNode } from 'react'
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { isFieldInUse } from '../dialogs/focus_kept.ts'
import { chosen } from '../structure/chosen.ts'
import { takeHold } from '../structure/menu_spot.ts'
import { perform } from '../contrib/lookup.ts'

import { keyboardPlatform } from '../shell/keyboard.ts'
import { ClipboardItems } from './clipboard_items.tsx'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { isAsked } from '../workbench/state.ts'

type Under = 'cell' | 'line' | 'column'

/** What can be done, by what lies under the pointer. */
const SECTIONS: Record<Under, readonly (readonly ActionId[])[]> = {
  cell: [
    ['comment'],
    ['copy_exact', 'copy_formulas'],
    ['fill_down', 'fill_right', 'fill_selection', 'flip_sign', 'repeat_edit'],
    ['goal_seek', 'spread', 'reclassify'],
    ['reset_cell', 'reset_line', 'reset_schedule', 'reset_scenario'],
    ['insert_line', 'insert_column', 'line_details', 'column_details'],
  ],
  line: [
    ['insert_line', 'duplicate_line'],
    ['name_line', 'line_details'],
    ['move_line_up', 'move_line_down', 'indent_line', 'outdent_line'],
    ['delete_rows'],
  ],
  column: [
    ['insert_column', 'duplicate_line'],
    ['name_column', 'column_details'],
    ['move_column_left', 'move_column_right'],
    ['delete_columns'],
  ],
}

/** What an act on lines or columns is called where it is known which. */
const LABELS: Record<Under, Partial<Record<ActionId, [one: string, many: string]>>> = {
  cell: {},
  line: { duplicate_line: ['Duplicate line', 'Duplicate lines'], delete_rows: ['Delete line', 'Delete lines'] },
  column: {
    duplicate_line: ['Duplicate column', 'Duplicate column'],
    delete_columns: ['Delete column', 'Delete columns'],
  },
}

const NAMES: Record<Under, string> = { cell: 'Cell', line: 'Line', column: 'Column' }

/** Acts that a scenario alone knows. */
const OF_SCENARIO: ReadonlySet<ActionId> = new Set(['reset_cell', 'reset_line', 'reset_schedule', 'reset_scenario'])

export function CellMenu({ children }: { children: ReactNode }): JSX.Element {
  const session = useOpenSession()
  const isScenario = useSession((state) => state.place?.scenario !== null)
  const platform = keyboardPlatform()
  const [under, setUnder] = useState<Under>('cell')
  const [isMany, setMany] = useState(false)
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={({ target }) => {
          const what = takeHold(session, target)
          const { lines, columns } = chosen(session)
          setUnder(what)
          setMany((what === 'column' ? columns : lines).length > 1)
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Content
        className="menu"
        aria-label={NAMES[under]}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          const state = session.getState()
          if (!isAsked(state) && !isFieldInUse()) session.setState({ goal: state.focus })
        }}
      >
        {under === 'cell' ? <ClipboardItems /> : null}
        {SECTIONS[under].map((ids, at) => (
          <ContextMenu.Group key={ids[0]}>
            {at > 0 || under === 'cell' ? <ContextMenu.Separator className="menu-line" /> : null}
            {ids.map((id) => {
              const action = ACTIONS.find((one) => one.id === id)!
              return (
                <ContextMenu.Item
                  key={id}
                  className="menu-item"
                  disabled={!isScenario && OF_SCENARIO.has(id)}
                  // The menu gives the focus back first, so that a dialog opened here keeps it.
                  onSelect={() => setTimeout(() => perform(session, id))}
                >
                  <span>{LABELS[under][id]?.[isMany ? 1 : 0] ?? action.label}</span>
                  <kbd>{action.shortcuts[0] ? spellShortcut(action.shortcuts[0], platform) : ''}</kbd>
                </ContextMenu.Item>
              )
            })}
          </ContextMenu.Group>
        ))}
      </ContextMenu.Content>
    </ContextMenu.Root>
  )
}
