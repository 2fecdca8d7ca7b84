/**
 * What each line becomes: before and after, with the total that holds or moves below.
 */
import type { JSX } from 'react'
import { SpokenFigure } from '../../ui/spoken.tsx'

export type PartRow = { id: string; label: string; before: string; after: string; isTotal?: boolean }

export function PartsTable({ caption, rows }: { caption: string; rows: readonly PartRow[] }): JSX.Element {
  return (
    <table className="effects">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, before, after, isTotal }) => (
          <tr key={id} className={isTotal ? 'total' : before === after ? undefined : 'moved'} data-part={id}>
            <th scope="row">{label}</th>
            <td>
              <SpokenFigure text={before || 'blank'} />
            </td>
            <td>
              <SpokenFigure text={after || 'blank'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
