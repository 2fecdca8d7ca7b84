/**
 * A button with words on it. It submits no form unless it says so.
 */
import type { ComponentProps, JSX } from 'react'

const LOOKS = { plain: 'button', primary: 'button primary', quiet: 'quiet-button' } as const

type Props = ComponentProps<'button'> & { look?: keyof typeof LOOKS }

export function Button({ look = 'plain', className, ...given }: Props): JSX.Element {
  return <button type="button" className={className ? `${LOOKS[look]} ${className}` : LOOKS[look]} {...given} />
}
