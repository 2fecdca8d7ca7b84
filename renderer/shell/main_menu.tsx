/**
 * The list of actions as a menu inside the page, a submenu for each group: the same list as the desktop's native menu.
 */
import { ChevronRight, Menu } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { JSX } from 'react'
import { actionsOf, isActionId, MENU_GROUPS, type Action } from '../../shared/actions/actions.ts'
import { ActionItems, type ActionEntry } from '../contrib/action_items.tsx'
import { isFieldInUse } from '../ui/focus_kept.ts'
import { useSession } from '../contrib/use_session.ts'

/** The actions of a menu, from rule to rule. */
function groupsOf(actions: readonly Action[]): ActionEntry[][] {
  const groups: ActionEntry[][] = []
  for (const { id, separated } of actions) {
    if (!isActionId(id)) continue
    if (separated || groups.length === 0) groups.push([])
    groups.at(-1)!.push({ id })
  }
  return groups
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
                <ActionItems Item={DropdownMenu.Item} Separator={DropdownMenu.Separator} groups={groupsOf(own)} />
              </DropdownMenu.SubContent>
            </DropdownMenu.Sub>
          )
        })}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
