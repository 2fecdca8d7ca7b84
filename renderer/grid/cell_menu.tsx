/**
 * What can be done at a cell, on its context menu: the same actions as in the main menu.
 */
import { ContextMenu } from 'radix-ui'
import type { JSX, ReactNode } from 'react'
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { perform } from '../workbench/actions.ts'
import { session, useSession } from '../workbench/session.ts'
import { keyboardPlatform } from '../workbench/shortcuts.ts'

const SECTIONS: readonly (readonly ActionId[])[] = [
  ['goal_seek', 'spread', 'reclassify'],
  ['reset_cell', 'reset_line', 'reset_schedule', 'reset_scenario'],
]

/** Acts that a scenario alone knows. */
const OF_SCENARIO: ReadonlySet<ActionId> = new Set(['reset_cell', 'reset_line', 'reset_schedule', 'reset_scenario'])

export function CellMenu({ children }: { children: ReactNode }): JSX.Element {
  const isScenario = useSession((state) => state.place?.scenario !== null)
  const platform = keyboardPlatform()
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Content
        className="menu"
        aria-label="Cell"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          const { dialog, focus } = session.getState()
          if (!dialog) session.setState({ goal: focus })
        }}
      >
        {SECTIONS.map((ids, at) => (
          <ContextMenu.Group key={ids[0]}>
            {at > 0 ? <ContextMenu.Separator className="menu-line" /> : null}
            {ids.map((id) => {
              const action = ACTIONS.find((one) => one.id === id)!
              return (
                <ContextMenu.Item
                  key={id}
                  className="menu-item"
                  disabled={!isScenario && OF_SCENARIO.has(id)}
                  // The menu gives the focus back first, so that a dialog opened here keeps it.
                  onSelect={() => setTimeout(() => perform(id))}
                >
                  <span>{action.label}</span>
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
