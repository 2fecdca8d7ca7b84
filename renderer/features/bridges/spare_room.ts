/**
 * The room that is left at the right of the grid's last column, while there is enough for a chart. Measures the page; changes nothing.
 */
import { useEffect, useState } from 'react'
import { shownGrid } from '../../contrib/grid_handle.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import type { Session } from '../../session/session.ts'

/** Less room than this stays empty, and this much of it on either side. */
const LEAST = 420
const MARGIN = 28
/** A wider chart says no more. */
const WIDEST = 620

type SpareRoom = { left: number; top: number; width: number }

function roomOf(session: Session): SpareRoom | null {
  const grid = shownGrid(session)
  const middle = grid?.element.closest('.middle')?.getBoundingClientRect()
  if (!grid || !middle) return null
  const heads = grid.drawn('heads').map(({ element }) => element.getBoundingClientRect())
  if (heads.length === 0) return null
  const right = Math.max(...heads.map((head) => head.right))
  const free = middle.right - right
  if (free < LEAST) return null
  const top = Math.min(...heads.map((head) => head.top))
  return {
    left: Math.round(right - middle.left + MARGIN),
    top: Math.round(top - middle.top),
    width: Math.round(Math.min(free - 2 * MARGIN, WIDEST)),
  }
}

const isSame = (a: SpareRoom | null, b: SpareRoom | null): boolean =>
  a === b || (a !== null && b !== null && a.left === b.left && a.top === b.top && a.width === b.width)

/** The place of a chart within the sheet's region, in pixels; null where there is not enough room. */
export function useSpareRoom(): SpareRoom | null {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const view = useSession((state) => state.view)
  const held = useSession((state) => state.held)
  const [room, setRoom] = useState<SpareRoom | null>(null)
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      cancelAnimationFrame(frame)
      // Once the grid has drawn what changed.
      frame = requestAnimationFrame(() => {
        const now = roomOf(session)
        setRoom((before) => (isSame(before, now) ? before : now))
      })
    }
    const watch = new ResizeObserver(look)
    for (const part of document.querySelectorAll(
      '.middle, .middle [data-schedule], .middle [col-id][role="columnheader"]',
    ))
      watch.observe(part)
    const late = setTimeout(look, 300)
    look()
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(late)
      watch.disconnect()
    }
    // What is measured follows from these, though none of them is read.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [session, place, view, held])
  return room
}
