/**
 * The comments of the cell under the pointer or in focus, shown beside it. Escape puts them away; the pointer can rest on
 * them, to scroll and copy. Screen readers have the same words as the cell's description.
 */
import { useEffect, useLayoutEffect, useState, type JSX } from 'react'
import type { StoredComment } from '../../../shared/contract/contract.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { isCompare } from '../../session/reading/compared.ts'
import { cellAt } from '../../grid/grid_focus.ts'

import { commentsAmong } from '../../session/reading/cell_comments.ts'
import { heldShown } from '../../session/reading/shown.ts'
import { useCardPointer, type CardPointer } from './card_pointer.ts'
import { CommentList } from './comment_list.tsx'
import { useSession } from '../../contrib/use_session.ts'
import { isAsked } from '../../session/state.ts'

type Cell = { line: string; column: string }

/** Leaves time to pass over a cell without its comments springing up. */
const PAUSE = 350
const WIDTH = 280

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

function cellElement({ schedule, line, column }: CellRef): Element | null {
  return document.querySelector(`[data-schedule="${schedule}"] [row-id="${line}"] [col-id="${column}"]`)
}

type CardProps = CellRef & { comments: readonly StoredComment[] } & Pick<CardPointer, 'card' | 'isHeld' | 'clicked'>

function Card({ comments, schedule, line, column, card, isHeld, clicked }: CardProps): JSX.Element | null {
  const [spot, setSpot] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const place = (): void => {
      const cell = cellElement({ schedule, line, column })?.getBoundingClientRect()
      if (!cell) return setSpot(null)
      // It touches its cell: the pointer crosses no other on the way.
      const left = cell.right + WIDTH > window.innerWidth ? cell.left - WIDTH : cell.right
      setSpot({ left: Math.max(8, left), top: Math.min(cell.top, window.innerHeight - 260) })
    }
    const timer = setTimeout(place, PAUSE)
    document.addEventListener('scroll', place, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('scroll', place, true)
    }
  }, [schedule, line, column])
  if (!spot) return null
  return (
    <div
      ref={card}
      className={`comment-hint${isHeld ? ' held' : ''}`}
      aria-hidden="true"
      data-line={line}
      data-column={column}
      style={{ left: spot.left, top: spot.top, width: WIDTH }}
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
