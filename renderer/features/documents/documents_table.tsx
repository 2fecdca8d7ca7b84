/**
 * Two documents line by line: what the earlier shows, the difference, what the later shows.
 */
import type { JSX } from 'react'
import type { DocumentHeads } from '../../../shared/analysis/document_schedule.ts'
import type { DocumentRow } from '../../../shared/analysis/documents.ts'
import { CellError } from '../../../shared/calc/cell_error.ts'
import type { Value } from '../../../shared/calc/value.ts'
import { formatAmount, type FormatOptions } from '../../../shared/money/format.ts'
import { ResultFrame } from '../../ui/result_frame.tsx'
import { SpokenFigure } from '../../ui/spoken.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'
import { HEADS, TITLE } from './wording.ts'

/** A figure of a row as text. */
export function rowText(value: Value, format: FormatOptions): string {
  if (value === null || typeof value === 'string') return value ?? ''
  return value instanceof CellError ? value.code : formatAmount(value, format)
}

/** The table as text, its heads first. */
export function rowsOf(rows: readonly DocumentRow[], heads: DocumentHeads): string[][] {
  return [
    [HEADS.line, heads.earlier, heads.adjustment, heads.later],
    ...rows.map(({ label, format, earlier, adjustment, later }) => [
      label,
      ...[earlier, adjustment, later].map((value) => rowText(value, format)),
    ]),
  ]
}

export function DocumentsTable({ rows, heads }: { rows: readonly DocumentRow[]; heads: DocumentHeads }): JSX.Element {
  return (
    <ResultFrame>
      <table className="figures documents-table" aria-label={TITLE}>
        <TableHeads heads={[{ text: HEADS.line, className: 'words' }, heads.earlier, heads.adjustment, heads.later]} />
        <tbody>
          {rows.map((row) =>
            row.kind === 'heading' ? (
              <tr key={row.id} className={row.line ? undefined : 'head'}>
                <th scope={row.line ? 'row' : 'rowgroup'} colSpan={4}>
                  {row.label}
                </th>
              </tr>
            ) : (
              <Row key={row.id} row={row} />
            ),
          )}
        </tbody>
      </table>
    </ResultFrame>
  )
}

function Row({ row }: { row: DocumentRow }): JSX.Element {
  const { id, label, format, earlier, adjustment, later, line, stands, differs, depth } = row
  const classes = [line?.rule ?? '', stands === 'earlier' ? 'gone' : ''].filter((one) => one !== '').join(' ')
  return (
    <tr data-row={id} className={classes || undefined}>
      <th scope="row" style={{ paddingLeft: `${depth * 1.2}em` }}>
        {label}
      </th>
      <SpokenFigure as="td" text={rowText(earlier, format)} />
      <SpokenFigure as="td" text={rowText(adjustment, format)} />
      <SpokenFigure as="td" className={differs ? 'moved' : undefined} text={rowText(later, format)} />
    </tr>
  )
}
