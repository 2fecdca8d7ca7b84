/**
 * What each line becomes: before and after, with the total that holds or moves below.
 */
import type { JSX } from 'react'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'

export type PartRow = { id: string; label: string; before: string; after: string; isTotal?: boolean }

export function PartsTable({ caption, rows }: { caption: string; rows: readonly PartRow[] }): JSX.Element {
  return (
    <table className="effects">
      <caption>{caption}</caption>
      <TableHeads heads={['Line', 'Before', 'After']} />
      <tbody>
        {rows.map(({ id, label, before, after, isTotal }) => (
          <tr key={id} className={isTotal ? 'total' : before === after ? undefined : 'moved'} data-part={id}>
            <th scope="row">{label}</th>
            <SpokenFigure as="td" text={before || 'blank'} />
            <SpokenFigure as="td" text={after || 'blank'} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
