/**
 * Actions as entries of a menu, whichever menu it is. An entry that cannot be done now looks so and says why at the foot of the menu;
 * choosing it says the same, with a way on where there is one.
 */
import { Fragment, useState, type ComponentType, type JSX, type ReactNode } from 'react'
import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts'
import { keyboardPlatform, spellShortcut } from '../../shared/actions/shortcuts.ts'
import { perform, whyNot } from './lookup.ts'
import { useOpenSession } from './use_session.ts'

export type ActionEntry = { id: ActionId; label?: string | undefined }

type ItemProps = {
  className?: string
  onSelect?: () => void
  onFocus?: () => void
  'aria-disabled'?: true | undefined
  'aria-description'?: string | undefined
  children?: ReactNode
}

type Props = {
  /** The entry and the rule of the menu that they stand in. */
  Item: ComponentType<ItemProps>
  Separator: ComponentType<{ className?: string }>
  groups: readonly (readonly ActionEntry[])[]
}

export function ActionItems({ Item, Separator, groups }: Props): JSX.Element {
  const session = useOpenSession()
  const platform = keyboardPlatform(navigator.platform)
  const [why, setWhy] = useState<string | null>(null)
  const entries = groups.map((group) =>
    group.map(({ id, label }) => {
      const { label: own, shortcuts } = ACTIONS.find((one) => one.id === id)!
      return { id, label: label ?? own, shortcut: shortcuts[0], reason: whyNot(session, id) }
    }),
  )
  return (
    <>
      {entries.map((group, at) => (
        <Fragment key={group[0]?.id}>
          {at > 0 ? <Separator className="menu-line" /> : null}
          {group.map(({ id, label, shortcut, reason }) => (
            <Item
              key={id}
              className="menu-item"
              aria-disabled={reason === null ? undefined : true}
              aria-description={reason ?? undefined}
              onFocus={() => setWhy(reason)}
              // The menu gives the focus back first, so that a dialog opened here keeps it.
              onSelect={() => setTimeout(() => perform(session, id))}
            >
              <span>{label}</span>
              <kbd>{shortcut === undefined ? '' : spellShortcut(shortcut, platform)}</kbd>
            </Item>
          ))}
        </Fragment>
      ))}
      {entries.flat().some(({ reason }) => reason !== null) ? (
        <p className="menu-reason" aria-hidden>
          {why}
        </p>
      ) : null}
    </>
  )
}
