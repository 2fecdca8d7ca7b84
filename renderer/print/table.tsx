/**
 * The table of a printed schedule: heads, labels and figures, as rows of one page or, to be measured, all of them.
 * Real table markup, so that a tagged PDF reads as a table. Must not format or round: figures arrive in parts.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { Fragment, type CSSProperties, type ReactElement } from 'react'
import { NIL } from '../../shared/money/format.ts'
import type { HeadGroup, PrintCell, PrintColumn, PrintDocument, PrintRow } from '../../shared/print/document.ts'
import { headLines, headOf, headWords, marksBehind } from '../../shared/print/heads.ts'
import { suffixEms, total, type Layout, type Panel } from '../../shared/print/layout.ts'

type TableProps = { document: PrintDocument; layout: Layout; panel: number; rows: { from: number; to: number } }

export function Table({ document, layout, panel: index, rows }: TableProps): ReactElement {
  const panel = layout.panels[index]!
  const columns = document.columns.slice(panel.from, panel.from + panel.widths.length)
  return (
    <table className="schedule" aria-label={document.title}>
      <colgroup>
        <col style={{ width: `${layout.label}pt` }} />
        {panel.widths.map((width, at) => (
          <col key={columns[at]!.id} style={{ width: `${width}pt` }} />
        ))}
      </colgroup>
      <Heads document={document} layout={layout} panel={panel} />
      <tbody>
        {document.rows.slice(rows.from, rows.to).map((row) => (
          <Row key={row.id} row={row} from={panel.from} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

/** A row of heads, with the lines on which those of periods are set. */
type HeadRow = { head: HeadGroup; lines: string[] | undefined }[]

/** The heads of the whole table in rows from the top, so that those of a row break alike on every page. */
function headRows(document: PrintDocument, layout: Layout): HeadRow[] {
  const widths = layout.panels.flatMap((panel) => panel.widths)
  const columns = document.columns.map(headOf)
  return [document.groups, document.periods, columns]
    .filter((heads) => heads.length > 0)
    .map((heads) => {
      const lines = headLines(
        heads.map((head) => ({
          label: head.label,
          ems: total(widths.slice(head.from, head.from + head.span)) / layout.size,
          more: marksBehind(head),
        })),
      )
      return heads.map((head, at) => ({ head, lines: lines[at] }))
    })
}

function Heads(props: { document: PrintDocument; layout: Layout; panel: Panel }): ReactElement {
  const { document, layout, panel } = props
  const rows = headRows(document, layout)
  return (
    <thead>
      {rows.map((row, at) => {
        const isLast = at === rows.length - 1
        return (
          <tr key={rows.length - at}>
            {isLast && document.caption !== '' ? (
              <th scope="col" className="caption">
                {document.caption}
              </th>
            ) : (
              <td aria-hidden="true" />
            )}
            {within(row, panel).map(({ head, lines }) => (
              <HeadCell key={head.from} head={head} lines={lines} isColumn={isLast} />
            ))}
          </tr>
        )
      })}
    </thead>
  )
}

type HeadProps = { head: HeadGroup; lines: string[] | undefined; isColumn: boolean }

function HeadCell({ head, lines, isColumn }: HeadProps): ReactElement {
  if (head.label === '' && !isColumn) return <td colSpan={head.span} aria-hidden="true" />
  return (
    <th scope={isColumn ? 'col' : 'colgroup'} {...(!isColumn && { colSpan: head.span })}>
      <span className="head">
        <Words parts={lines ?? headWords(head.label)} isSet={lines !== undefined} />
        <Notes marks={head.notes} />
        <Marks marks={head.marks ?? []} />
      </span>
    </th>
  )
}

/** The heads over a panel's columns, cut where the panel ends. */
function within(row: HeadRow, panel: Panel): HeadRow {
  const end = panel.from + panel.widths.length
  return row.flatMap(({ head, lines }) => {
    const from = Math.max(head.from, panel.from)
    const span = Math.min(head.from + head.span, end) - from
    return span > 0 ? [{ head: { ...head, from, span }, lines }] : []
  })
}

function Row({ row, from, columns }: { row: PrintRow; from: number; columns: PrintColumn[] }): ReactElement {
  const indent = { '--depth': row.depth } as CSSProperties
  return (
    <tr className={`${row.kind} ${row.rule}`} data-line={row.id}>
      <th scope="row">
        <span className="label" style={indent}>
          {isolated(row.label)}
          <Notes marks={row.notes} />
          <Marks marks={row.marks} />
        </span>
      </th>
      {columns.map((column, index) => (
        <td key={column.id}>
          <Cell cell={row.cells[from + index]!} column={column} />
          {row.rule === 'double' && !isNone(row.cells[from + index]!) && <span className="closing" />}
        </td>
      ))}
    </tr>
  )
}

function isNone(cell: PrintCell): boolean {
  return cell.kind === 'blank' && cell.isNone === true
}

function Cell({ cell, column }: { cell: PrintCell; column: PrintColumn }): ReactElement {
  const hang = { width: `${suffixEms(column)}em` }
  switch (cell.kind) {
    case 'figure':
      return (
        <span className="figure">
          <span className="currency">{cell.parts.currency}</span>
          <span
            className={cell.parts.digits === NIL ? 'digits nil' : 'digits'}
          >{`${cell.parts.sign}${cell.parts.digits}`}</span>
          <span className="hang" style={hang}>
            {cell.parts.suffix}
            <Marks marks={cell.marks} />
            <Comment number={cell.comment} />
          </span>
        </span>
      )
    case 'words':
      return (
        <span className="figure words">
          <span>
            {isolated(cell.text)}
            <Marks marks={cell.marks} />
            <Comment number={cell.comment} />
          </span>
        </span>
      )
    case 'not_disclosed':
    case 'error':
      return (
        <span className="figure">
          <span className="digits">{cell.kind === 'error' ? cell.code : 'n.d.'}</span>
          <span className="hang" style={hang}>
            <Comment number={cell.comment} />
          </span>
        </span>
      )
    case 'blank':
      return (
        <span className={isNone(cell) ? 'figure blank none' : 'figure blank'}>
          {cell.comment !== undefined && (
            <>
              <span className="digits" />
              <span className="hang" style={hang}>
                <Comment number={cell.comment} />
              </span>
            </>
          )}
        </span>
      )
    default:
      return cell satisfies never
  }
}

/** A head in parts that are never broken; set on lines of its own, or breaking between the parts. */
function Words({ parts, isSet }: { parts: readonly string[]; isSet: boolean }): ReactElement {
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          {index > 0 && ' '}
          {index > 0 && isSet && <br />}
          <span className="unbroken">{part}</span>
        </Fragment>
      ))}
    </>
  )
}

/** Marks of notes, `(1)`, after what they explain. */
function Notes({ marks }: { marks: readonly string[] }): ReactElement | null {
  if (marks.length === 0) return null
  return <span className="notes"> {marks.map((mark) => `(${mark})`).join(' ')}</span>
}

/** Letters of a workpaper copy that say how a figure stands. */
function Marks({ marks }: { marks: readonly string[] }): ReactElement | null {
  return marks.length === 0 ? null : <sup className="marks">{`\u2009${marks.join('')}`}</sup>
}

/** The number of the comments on a figure, `[1]`, told below the table of a workpaper copy. */
function Comment({ number }: { number: string | undefined }): ReactElement | null {
  return number === undefined ? null : <sup className="marks comment">{`\u2009[${number}]`}</sup>
}
