/**
 * Tie-outs as a table: a row to a check, with what the source prints, the figure now, the difference and the verdict. It is one stop of
 * the Tab key; the arrows go through its rows, Enter goes to the figure. In a narrow place each row stands in two lines.
 */
import { spokenText } from '../../ui/spoken_figure.ts'
import { memo, useState, type JSX, type KeyboardEvent } from 'react'
import type { Engine } from '../../../shared/calc/engine.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { SpokenFigure, SpokenText } from '../../ui/spoken.tsx'
import { Button } from '../../ui/button.tsx'
import { TableHeads } from '../../ui/table_heads.tsx'
import { rowOf } from './tie_out_rows.ts'
import { VerdictIcon } from './verdict_marks.tsx'
import { HEADS, moreText, TITLE, VERDICT } from './wording.ts'

/** As many as are listed at first, and with each further step: a large filing has tens of thousands. */
const STEP = 200

/** Rows passed by Page Up and Page Down. */
const LEAP = 10

type Props = {
  filing: Filing
  engine: Engine
  count: number
  /** The first of them, so many at most. */
  first: (most: number) => readonly TieOut[]
  onGo: (tieOut: TieOut) => void
}

/** The row that a key leads to from another, of so many; undefined where it leads nowhere. */
function rowAfter(key: string, at: number, count: number): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + LEAP, PageUp: at - LEAP, Home: 0, End: count - 1 }[
    key
  ]
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to))
}

function Figure({ text, className }: { text: string; className: string }): JSX.Element {
  return <SpokenFigure as="td" className={`${className} figure-cell`} text={text} />
}

type RowProps = Pick<Props, 'filing' | 'engine' | 'onGo'> & {
  tieOut: TieOut
  /** True for the one row that the Tab key stops at. */
  isStop: boolean
}

/** Drawn again where its tie-out is another: one that stands has the same figures and names, which it was checked with. */
const Row = memo(RowOf, (a, b) => a.tieOut === b.tieOut && a.isStop === b.isStop)

function RowOf({ filing, engine, tieOut, isStop, onGo }: RowProps): JSX.Element | null {
  const row = rowOf(filing, engine, tieOut)
  if (!row) return null
  const { status } = tieOut
  return (
    <tr className={status} onClick={() => onGo(tieOut)}>
      <th scope="row" className="line-cell">
        <button
          type="button"
          tabIndex={isStop ? 0 : -1}
          aria-label={spokenText(tieOut.text)}
          data-first-focus={isStop ? '' : undefined}
          onClick={(event) => {
            event.stopPropagation()
            onGo(tieOut)
          }}
        >
          {row.line}
        </button>
      </th>
      <td className="schedule-cell">{row.schedule}</td>
      <td className="column-cell">
        <span className="in-drawer">{row.schedule} · </span>
        {row.column}
      </td>
      <Figure className="source-cell" text={row.source} />
      <Figure className="now-cell" text={row.now} />
      <Figure className="difference-cell" text={row.difference} />
      <td className="verdict-cell">
        <VerdictIcon status={status} />
        {VERDICT[status]}
      </td>
      <SpokenText as="td" className="check-cell" text={row.check} />
    </tr>
  )
}

/** The row of the table's body that an event comes from. */
function rowFrom(target: EventTarget): HTMLTableRowElement | null {
  return target instanceof Element ? target.closest('tr') : null
}

export function TieOutTable({ filing, engine, count, first, onGo }: Props): JSX.Element {
  const [most, setMost] = useState(STEP)
  const [stop, setStop] = useState(0)
  const rows = first(most)
  const at = Math.min(stop, rows.length - 1)
  const move = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const to = rowAfter(event.key, at, rows.length)
    if (to === undefined) return
    event.preventDefault()
    const button = event.currentTarget.rows[to]?.querySelector('button')
    button?.focus()
    button?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className="tie-out-rows">
      <table className="tie-out-table" aria-label={TITLE}>
        <TableHeads
          heads={[
            { text: HEADS.line, className: 'line-cell' },
            { text: HEADS.schedule, className: 'schedule-cell' },
            { text: HEADS.column, className: 'column-cell' },
            { text: HEADS.source, className: 'source-cell figure-cell' },
            { text: HEADS.now, className: 'now-cell figure-cell' },
            { text: HEADS.difference, className: 'difference-cell figure-cell' },
            { text: HEADS.verdict, className: 'verdict-cell' },
            { text: HEADS.check, className: 'check-cell' },
          ]}
        />
        {/* The keys are those of the buttons within, which are told of here once for all. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody onFocus={({ target }) => setStop(rowFrom(target)?.sectionRowIndex ?? 0)} onKeyDown={move}>
          {rows.map((one, index) => (
            <Row key={one.id} filing={filing} engine={engine} tieOut={one} isStop={index === at} onGo={onGo} />
          ))}
        </tbody>
      </table>
      {count > rows.length ? (
        <Button look="quiet" onClick={() => setMost(most + STEP)}>
          {moreText(count - rows.length)}
        </Button>
      ) : null}
    </div>
  )
}
