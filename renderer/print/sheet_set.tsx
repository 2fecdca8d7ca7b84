/**
 * The sheets of a set, one after the other, numbered through. A sheet that stands is not drawn again when others follow.
 */
import { memo, type ReactElement } from 'react'
import type { LaidOut } from './measure.tsx'
import { Sheet } from './sheet.tsx'

const KeptSheet = memo(Sheet)

/** `count` is the number of sheets of the whole set, of which these may be the first. */
export function Sheets({ laidOut, count }: { laidOut: readonly LaidOut[]; count: number }): ReactElement {
  const all = laidOut.flatMap(({ document: printed, layout, pages }) =>
    pages.map((page) => ({ printed, layout, page })),
  )
  return (
    <main className="sheets">
      {all.map(({ printed, layout, page }, index) => (
        <KeptSheet
          key={`${printed.schedule} ${page.number}`}
          document={printed}
          layout={layout}
          page={page}
          number={index + 1}
          count={count}
        />
      ))}
    </main>
  )
}
