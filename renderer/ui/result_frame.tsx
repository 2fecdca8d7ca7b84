/**
 * What holds a table of results: it scrolls by itself, also by keyboard.
 */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- A region that scrolls is reached by keyboard, or not at all. */
import type { JSX, ReactNode } from 'react'

export function ResultFrame({ children }: { children: ReactNode }): JSX.Element {
  return (
    <section className="result" aria-label="Result" tabIndex={0}>
      {children}
    </section>
  )
}
