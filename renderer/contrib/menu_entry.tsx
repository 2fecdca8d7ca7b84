/**
 * Entries of a menu, whichever menu it is. One that cannot be done now looks so and says why at the foot of the menu while it is looked at.
 */
import { createContext, useContext, useState, type ComponentType, type JSX, type ReactNode } from 'react'
import { keyboardPlatform, spellShortcut } from '../../shared/actions/shortcuts.ts'

export type MenuItem = ComponentType<{
  className?: string
  onSelect?: () => void
  onFocus?: () => void
  'aria-disabled'?: true | undefined
  'aria-description'?: string | undefined
  children?: ReactNode
}>

const Tell = createContext<(why: string | null) => void>(() => {})

/** A menu's entries, with their reasons at its foot. Moving through them draws none of them anew. */
export function MenuEntries({ children }: { children: ReactNode }): JSX.Element {
  const [why, setWhy] = useState<string | null>(null)
  return (
    <Tell value={setWhy}>
      {children}
      <p className="menu-reason" aria-hidden>
        {why}
      </p>
    </Tell>
  )
}

type Props = {
  /** The entry of the menu that it stands in. */
  Item: MenuItem
  label: string
  shortcut?: string | undefined
  /** Why it cannot be done now; null where it can. */
  reason: string | null
  onChoose: () => void
}

export function MenuEntry({ Item, label, shortcut, reason, onChoose }: Props): JSX.Element {
  const tell = useContext(Tell)
  return (
    <Item
      className="menu-item"
      aria-disabled={reason === null ? undefined : true}
      aria-description={reason ?? undefined}
      onFocus={() => tell(reason)}
      // The menu gives the focus back first, so that a dialog opened here keeps it.
      onSelect={() => setTimeout(onChoose)}
    >
      <span>{label}</span>
      <kbd>{shortcut === undefined ? '' : spellShortcut(shortcut, keyboardPlatform(navigator.platform))}</kbd>
    </Item>
  )
}
