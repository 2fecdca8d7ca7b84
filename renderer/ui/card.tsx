/**
 * A card that opens from a button and lies over what is beside it until it is left: what is asked for on demand, in full.
 */
import './styles/card.css'
import { Popover } from 'radix-ui'
import type { JSX, ReactNode } from 'react'

type Props = {
  /** What it is called; the button has its own name. */
  label: string
  /** The class of the button, and of the card. */
  look: readonly [button: string, card: string]
  button: ReactNode
  /** What the button is called where its content does not say it. */
  name?: string
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
  children: ReactNode
}

export function Card({
  label,
  look: [own, card],
  button,
  name,
  side = 'bottom',
  align = 'end',
  children,
}: Props): JSX.Element {
  return (
    <Popover.Root>
      <Popover.Trigger className={own} aria-label={name} title={name === undefined ? undefined : label}>
        {button}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={`card ${card}`}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
