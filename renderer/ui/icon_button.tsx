/**
 * A button that shows an icon, named for screen readers and on hover with its shortcut.
 */
import type { LucideIcon } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import type { JSX } from 'react'

type Props = {
  icon: LucideIcon
  name: string
  hint?: string
  disabled?: boolean
  expanded?: boolean
  onClick: () => void
}

export function IconButton({ icon: Icon, name, hint, disabled, expanded, onClick }: Props): JSX.Element {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className="icon-button"
          aria-label={name}
          aria-expanded={expanded}
          aria-disabled={disabled ? true : undefined}
          onClick={disabled ? undefined : onClick}
        >
          <Icon aria-hidden size={17} strokeWidth={1.8} />
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6}>
          {hint ?? name}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
