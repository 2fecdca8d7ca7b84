/**
 * Every comment of the filing shown, those of the schedule shown first, each leading to its cell; and those of the explained figure.
 */
import { MessageSquarePlus } from 'lucide-react'
import type { JSX } from 'react'
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import { cellName, sameCell } from '../../../shared/model/cell.ts'
import type { CellRef, Column, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { cellTitle, scheduleName } from '../../../shared/model/lookup.ts'
import { perform } from '../../contrib/lookup.ts'
import { filingShown, heldShown } from '../../session/reading/shown.ts'
import { isSameStructure } from '../../session/book/held.ts'
import { explainedCell } from '../../session/reading/explained_cell.ts'
import { focusedCell } from '../../session/state.ts'
import { commentsAt } from '../../session/reading/cell_comments.ts'
import { goToCell } from '../../session/notes/comment_acts.ts'
import { CommentList } from '../../contrib/comment_list.tsx'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'
import { NO_COMMENTS } from './wording.ts'

type Commented = { line: Line; column: Column; ref: CellRef }

/** The commented cells of a schedule in its order of lines and columns. */
function commentedCells(schedule: Schedule, comments: readonly StoredComment[]): Commented[] {
  const own = new Set(comments.filter((one) => one.schedule === schedule.id).map(cellName))
  if (own.size === 0) return []
  return schedule.lines.flatMap((line) =>
    schedule.columns.flatMap((column) => {
      const ref = { schedule: schedule.id, line: line.id, column: column.id }
      return own.has(cellName(ref)) ? [{ line, column, ref }] : []
    }),
  )
}

function Entry({ filing, schedule, cell }: { filing: string; schedule: Schedule; cell: Commented }): JSX.Element {
  const session = useOpenSession()
  const { line, column, ref } = cell
  const focus = useSession((state) => state.focus)
  const isHere = focus !== null && sameCell(focusedCell(session.getState()), ref)
  return (
    <li className={isHere ? 'marked' : undefined} aria-current={isHere ? 'true' : undefined}>
      <button type="button" onClick={() => goToCell(session, ref)}>
        {cellTitle({ schedule, line, column })}
      </button>
      <CommentList comments={commentsAt(session, filing, ref)} />
    </li>
  )
}

type SchedulesProps = { filing: Filing; comments: readonly StoredComment[]; shown: string | undefined }

function Schedules({ filing, comments, shown }: SchedulesProps): JSX.Element {
  const schedules = filing.schedules.toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown))
  return (
    <>
      {schedules.map((schedule) => {
        const cells = commentedCells(schedule, comments)
        return cells.length === 0 ? null : (
          <section key={schedule.id} aria-label={scheduleName(schedule)}>
            <h3>{scheduleName(schedule)}</h3>
            <ul className="commented-cells">
              {cells.map((cell) => (
                <Entry key={cellName(cell.ref)} filing={filing.id} schedule={schedule} cell={cell} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

export function Comments(): JSX.Element | null {
  const session = useOpenSession()
  const filing = useSession(filingShown, isSameStructure)
  const comments = useSession((state) => heldShown(state)?.comments)
  const schedule = useSession((state) => state.place?.schedule)
  if (!filing || !comments) return null
  return (
    <div className="comments-panel">
      <Button onClick={() => perform(session, 'comment')}>
        <MessageSquarePlus aria-hidden size={15} /> Comment on the figure in focus
      </Button>
      {comments.length === 0 ? <p className="empty">{NO_COMMENTS}</p> : null}
      <Schedules filing={filing} comments={comments} shown={schedule} />
    </div>
  )
}

/** The comments of the explained figure, as part of its explanation. */
export function FigureComments(): JSX.Element | null {
  const session = useOpenSession()
  const explained = explainedCell(session)
  if (!explained) return null
  return (
    <section className="figure-comments" aria-labelledby="figure-comments-head">
      <h3 id="figure-comments-head">Comments</h3>
      <CommentList comments={commentsAt(session, explained.filing.id, explained.ref)} />
      <Button look="quiet" onClick={() => perform(session, 'comment')}>
        Comment on this figure
      </Button>
    </section>
  )
}
