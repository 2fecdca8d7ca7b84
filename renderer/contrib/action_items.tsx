/**
 * Actions as entries of a menu, whichever menu it is; choosing one that cannot be done says why, with a way on where there is one.
 */
import { Fragment, type ComponentType, type JSX, type ReactNode } from 'react'
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts'
import { perform, whyNot } from './lookup.ts'
import { MenuEntries, MenuEntry, type MenuItem } from './menu_entry.tsx'
import { useOpenSession } from './use_session.ts'

export type ActionEntry = { id: ActionId; label?: string | undefined }

type Props = {
  /** The entry and the rule of the menu that they stand in. */
  Item: MenuItem
  Separator: ComponentType<{ className?: string }>
  groups: readonly (readonly ActionEntry[])[]
  /** Entries of the menu that are no actions; they stand first. */
  before?: ReactNode
}

export function ActionItems({ Item, Separator, groups, before }: Props): JSX.Element {
  const session = useOpenSession()
  return (
    <MenuEntries>
      {before}
      {groups.map((group, at) => (
        <Fragment key={group[0]?.id}>
          {at > 0 ? <Separator className="menu-line" /> : null}
          {group.map(({ id, label }) => {
            const action = ACTIONS.find((one) => one.id === id)!
            return (
              <MenuEntry
                key={id}
                Item={Item}
                label={label ?? action.label}
                shortcut={action.shortcuts[0]}
                reason={whyNot(session, id)}
                onChoose={() => perform(session, id)}
              />
            )
          })}
        </Fragment>
      ))}
    </MenuEntries>
  )
}
