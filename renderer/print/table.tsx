/**
 * The table of a printed schedule: heads, labels and figures, as rows of one page or, to be measured, all of them.
 * Real table markup, so that a tagged PDF reads as a table. Must not format or round: figures arrive in parts.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { Fragment, type CSSProperties, type ReactElement } from 'react'
import { NIL } from '../../shared/money/format.ts'
import type { HeadGroup, PrintCell, PrintColumn, PrintDocument, PrintRow } from '../../shared/print/document.ts'
import { headWords, suffixEms, type Layout, type Panel } from '../../shared/print/layout.ts'

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
      <Heads document={document} panel={panel} columns={columns} />
      <tbody>
        {document.rows.slice(rows.from, rows.to).map((row) => (
          <Row key={row.id} row={row} from={panel.from} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

function Heads(props: { document: PrintDocument; panel: Panel; columns: PrintColumn[] }): ReactElement {
  const { document, panel, columns } = props
  const groups = groupsOf(document.groups, panel)
  return (
    <thead>
      {groups.length > 0 && (
        <tr>
          <td aria-hidden="true" />
          {groups.map((group) => (
            <GroupHead key={group.from} group={group} />
          ))}
        </tr>
      )}
      <tr>
        {document.caption === '' ? (
          <td aria-hidden="true" />
        ) : (
          <th scope="col" className="caption">
            {document.caption}
          </th>
        )}
        {columns.map((column) => (
          <th key={column.id} scope="col">
            <span className="head">
              <Words text={column.label} />
              <Marks marks={column.marks} />
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function GroupHead({ group }: { group: HeadGroup }): ReactElement {
  if (group.label === '') return <td colSpan={group.span} aria-hidden="true" />
  return (
    <th scope="colgroup" colSpan={group.span}>
      <span className="head">
        <Words text={group.label} />
        <Notes marks={group.notes} />
      </span>
    </th>
  )
}

/** The heads over a panel's columns, cut where the panel ends. */
function groupsOf(groups: readonly HeadGroup[], panel: Panel): HeadGroup[] {
  const end = panel.from + panel.widths.length
  return groups.flatMap((group) => {
    const from = Math.max(group.from, panel.from)
    const span = Math.min(group.from + group.span, end) - from
    return span > 0 ? [{ ...group, from, span }] : []
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
          {row.rule === 'double' && <span className="closing" />}
        </td>
      ))}
    </tr>
  )
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
        <span className="figure blank">
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

/** A head that may break between words, but not within a date's month and day. */
function Words({ text }: { text: string }): ReactElement {
  return (
    <>
      {headWords(text).map((words, index) => (
        <Fragment key={`${index} ${words}`}>
          {index > 0 && ' '}
          <span className="unbroken">{words}</span>
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
