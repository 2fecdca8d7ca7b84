/**
 * The list of actions as a menu inside the page: the same list as the desktop's native menu.
 */
import { Menu } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { Fragment, type JSX } from 'react'
import { actionsOf, MENU_GROUPS } from '../../shared/actions/actions.ts'
import { spellShortcut } from '../../shared/actions/shortcuts.ts'
import { perform } from '../workbench/actions.ts'
import { useSession } from '../workbench/session.ts'
import { keyboardPlatform } from '../workbench/shortcuts.ts'

export function MainMenu(): JSX.Element {
  const shell = useSession((state) => state.shell)
  const platform = keyboardPlatform()
  const actions = actionsOf(shell)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label="Menu">
        <Menu aria-hidden size={18} strokeWidth={1.8} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
        {MENU_GROUPS.map(({ id, label }, at) => (
          <Fragment key={id}>
            {at > 0 ? <DropdownMenu.Separator className="menu-line" /> : null}
            <DropdownMenu.Group aria-label={label.replace('&', '')}>
              {actions
                .filter(({ group }) => group === id)
                .map((action) => (
                  <DropdownMenu.Item
                    className="menu-item"
                    key={action.id}
                    // The menu gives the focus back first, so that a dialog opened here keeps it.
                    onSelect={() => setTimeout(() => perform(action.id))}
                  >
                    <span>{action.label}</span>
                    <kbd>{action.shortcuts[0] ? spellShortcut(action.shortcuts[0], platform) : ''}</kbd>
                  </DropdownMenu.Item>
                ))}
            </DropdownMenu.Group>
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
