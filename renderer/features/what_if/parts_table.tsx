/**
 * What each line becomes: before and after, with the total that holds or moves below.
 */
import type { JSX } from 'react'
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { Value } from '../../../shared/calc/value.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { findCell, lineName } from '../../../shared/model/lookup.ts'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'

export type PartRow = { id: string; label: string; before: string; after: string; isTotal?: boolean }

/** A cell of the table; a total is named with what is said of it. */
export type Part = { ref: CellRef; isTotal?: boolean; said?: string }

/** The cells as they stand and as they would with the inputs. Leaves the engine as it was. */
export function partRows(
  { filing, engine, layer }: { filing: Filing; engine: Engine; layer: Layer },
  parts: readonly Part[],
  inputs: readonly CellInput[],
): PartRow[] {
  const read = (): Value[] => parts.map(({ ref }) => engine.value(ref, layer))
  const [before, after] = [read(), engine.suppose(inputs, layer, read)]
  return parts.flatMap(({ ref, isTotal = false, said = '' }, at): PartRow[] => {
    const found = findCell(filing, ref)
    if (!found) return []
    const text = (value: Value | undefined): string => cellText(value ?? null, found.line, found.column)
    const label = `${lineName(found)}${said}`
    return [{ id: `${ref.schedule}.${ref.line}`, label, before: text(before[at]), after: text(after[at]), isTotal }]
  })
}

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
