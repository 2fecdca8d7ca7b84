/**
 * The heads of a table's columns, in one row; all but the first stand over the digits of their figures.
 */
import type { JSX, ReactNode } from 'react'
import { closes } from './spoken_figure.ts'

type Props = {
  heads: readonly (string | { text: string; className: string })[]
  className?: string
  /** What stands behind the last head. */
  children?: ReactNode
}

export function TableHeads({ heads, className, children }: Props): JSX.Element {
  return (
    <thead className={className}>
      <tr>
        {heads.map((head, at) => {
          const { text, className: own } = typeof head === 'string' ? { text: head } : head
          const classes = [own, at > 0 && !closes(text) ? 'hung' : ''].filter(Boolean).join(' ')
          return (
            <th key={text} scope="col" className={classes || undefined}>
              {text}
            </th>
          )
        })}
        {children}
      </tr>
    </thead>
  )
}
