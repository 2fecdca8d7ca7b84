/**
 * The comments of the cell under the pointer or in focus, shown beside it. Escape puts them away; the pointer can rest on
 * them, to scroll and copy. Screen readers have the same words as the cell's description.
 */
import { useEffect, useLayoutEffect, useState, type JSX } from 'react'
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { isCompare } from '../../session/reading/compared.ts'
import { cellAt } from '../../grid/grid_elements.ts'
import { commentsAmong } from '../../session/reading/cell_comments.ts'
import { heldShown } from '../../session/reading/shown.ts'
import { useBeside } from '../../ui/beside.ts'
import { useCardPointer, type CardPointer } from './card_pointer.ts'
import { CommentList } from '../../contrib/comment_list.tsx'
import { useSession } from '../../contrib/use_session.ts'
import { isAsked } from '../../session/state.ts'

type Cell = { line: string; column: string }

/** Leaves time to pass over a cell without its comments springing up. */
const PAUSE = 350

/** The cell that has the keyboard; the grid keeps a cell in mind while the keyboard is elsewhere. */
function useFocused(): Cell | null {
  const focus = useSession((state) => state.focus)
  const [isInGrid, setInGrid] = useState(false)
  useEffect(() => {
    const moved = (): void => setInGrid(cellAt(document.activeElement) !== undefined)
    document.addEventListener('focusin', moved)
    return () => document.removeEventListener('focusin', moved)
  }, [])
  return isInGrid ? focus : null
}

type CardProps = CellRef & { comments: readonly StoredComment[] } & Pick<CardPointer, 'card' | 'isHeld' | 'clicked'>

function Card({ comments, schedule, line, column, card, isHeld, clicked }: CardProps): JSX.Element | null {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), PAUSE)
    return () => clearTimeout(timer)
  }, [])
  const cell = `[data-schedule="${schedule}"] [row-id="${line}"] [col-id="${column}"]`
  // It touches its cell: the pointer crosses no other on the way.
  const { attach, style } = useBeside(cell, 'right-start')
  useLayoutEffect(() => attach(card.current))
  if (!isDue) return null
  return (
    <div
      ref={card}
      className={`comment-hint${isHeld ? ' held' : ''}`}
      aria-hidden="true"
      data-line={line}
      data-column={column}
      style={style}
      onClick={clicked}
    >
      <CommentList comments={comments} />
    </div>
  )
}

export function CommentHint(): JSX.Element | null {
  const comments = useSession((state) => heldShown(state)?.comments)
  const place = useSession((state) => state.place)
  const focused = useFocused()
  const isBusy = useSession((state) => state.editing !== null || isAsked(state) || state.remark !== null)
  const { hovered, card, isHeld, clicked } = useCardPointer()
  const [putAway, setPutAway] = useState<{ hovered: Cell | null; focused: Cell | null } | null>(null)

  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setPutAway({ hovered, focused })
    }
    document.addEventListener('keydown', pressed, true)
    return () => document.removeEventListener('keydown', pressed, true)
  }, [hovered, focused])

  if (!place || !comments || isBusy || isCompare(place)) return null
  // Put away until the pointer or the focus moves.
  if (putAway?.hovered === hovered && putAway.focused === focused) return null
  const { schedule } = place
  const cell = [hovered, focused]
    .flatMap((at) => (at === null ? [] : [{ schedule, line: at.line, column: at.column }]))
    .find((ref) => commentsAmong(comments, ref).length > 0)
  if (!cell) return null
  return (
    <Card
      key={`${cell.schedule}.${cell.line}@${cell.column}`}
      comments={commentsAmong(comments, cell)}
      {...cell}
      card={card}
      isHeld={isHeld}
      clicked={clicked}
    />
  )
}
