/**
 * The list of actions as a menu inside the page, a submenu for each group: the same list as the desktop's native menu.
 */
import { ChevronRight, Menu } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, type JSX } from 'react'
import { actionsOf, MENU_GROUPS, type Action } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { perform } from '../contrib/lookup.ts'
import { isFieldInUse } from '../dialogs/focus_kept.ts'

import { keyboardPlatform } from '../shell/keyboard.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'

function Item({ action, first }: { action: Action; first: boolean }): JSX.Element {
  const session = useOpenSession()
  const [shortcut] = action.shortcuts
  return (
    <Fragment>
      {action.separated && !first ? <DropdownMenu.Separator className="menu-line" /> : null}
      <DropdownMenu.Item
        className="menu-item"
        // The menu gives the focus back first, so that a dialog opened here keeps it.
        onSelect={() => setTimeout(() => perform(session, action.id))}
      >
        <span>{action.label}</span>
        <kbd>{shortcut ? spellShortcut(shortcut, keyboardPlatform()) : ''}</kbd>
      </DropdownMenu.Item>
    </Fragment>
  )
}

export function MainMenu(): JSX.Element {
  const shell = useSession((state) => state.shell)
  const actions = actionsOf(shell)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label="Menu">
        <Menu aria-hidden size={18} strokeWidth={1.8} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu main-menu"
        align="start"
        sideOffset={4}
        onCloseAutoFocus={(event) => {
          if (isFieldInUse()) event.preventDefault()
        }}
      >
        {MENU_GROUPS.map(({ id, label }) => {
          const own = actions.filter(({ group }) => group === id)
          return own.length === 0 ? null : (
            <DropdownMenu.Sub key={id}>
              <DropdownMenu.SubTrigger className="menu-item">
                <span>{label.replace('&', '')}</span>
                <ChevronRight aria-hidden size={15} className="menu-more" />
              </DropdownMenu.SubTrigger>
              <DropdownMenu.SubContent className="menu" sideOffset={4} alignOffset={-6} collisionPadding={8}>
                {own.map((action, at) => (
                  <Item key={action.id} action={action} first={at === 0} />
                ))}
              </DropdownMenu.SubContent>
            </DropdownMenu.Sub>
          )
        })}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
