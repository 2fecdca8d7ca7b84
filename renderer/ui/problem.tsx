/**
 * Why something cannot be done as it stands, read aloud when it appears; nothing where there is no such reason.
 */
import type { JSX } from 'react'

export function Problem({
  text,
  id,
}: {
  text: string | null | undefined
  id?: string | undefined
}): JSX.Element | null {
  if (text === null || text === undefined) return null
  return (
    <p className="problem" id={id} role="alert">
      {text}
    </p>
  )
}
