/**
 * The heads of a table's columns, in one row.
 */
import type { JSX, ReactNode } from 'react'

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
        {heads.map((head) => {
          const { text, className: own } = typeof head === 'string' ? { text: head } : head
          return (
            <th key={text} scope="col" className={own}>
              {text}
            </th>
          )
        })}
        {children}
      </tr>
    </thead>
  )
}
