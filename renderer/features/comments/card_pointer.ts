/**
 * The pointer and the card of comments beside a cell. The card lies over neighbouring figures: a pointer in passing, and
 * any click, belongs to the figure under it; one that rests there takes hold of the card, to scroll it and to mark its text.
 */
import { useCallback, useEffect, useRef, useState, type MouseEvent as ReactMouseEvent, type RefObject } from 'react'
import { cellAt } from '../../grid/grid_elements.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { sendFocus } from '../../session/place/focus.ts'

type Cell = { line: string; column: string }

export type CardPointer = {
  card: RefObject<HTMLDivElement | null>
  /** The cell under the pointer; being on a card counts as being on its cell. */
  hovered: Cell | null
  /** Whether the pointer has hold of the card. */
  isHeld: boolean
  /** Takes a click on the card. */
  clicked: (event: ReactMouseEvent) => void
}

/** How long the pointer rests on a card before it has hold of it. */
const REST = 150
/** How long the card waits for a pointer that left its cell: the way to it may cut a corner of another cell. */
const WAY = 250

function isWithin(element: Element | null, { clientX, clientY }: MouseEvent): boolean {
  const box = element?.getBoundingClientRect()
  return !!box && clientX >= box.left && clientX < box.right && clientY >= box.top && clientY < box.bottom
}

/** Hands a click on the card to the figure under it, which it chooses; says which cell that is. */
function handDown(session: Session, card: HTMLElement, { clientX, clientY }: ReactMouseEvent): Cell | null {
  card.style.pointerEvents = 'none'
  const cell = cellAt(document.elementFromPoint(clientX, clientY)) ?? null
  card.style.pointerEvents = ''
  // Where no figure is, the keyboard goes back to where it was before the press.
  sendFocus(session, cell ?? session.getState().focus)
  return cell
}

/** Follows the pointer over cells and the card, whose element carries its cell as `data-line` and `data-column`. */
export function useCardPointer(): CardPointer {
  const session = useOpenSession()
  const card = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<Cell | null>(null)
  const [isHeld, setHeld] = useState(false)
  const hover = useCallback((cell: Cell | null): void => {
    setHovered((now) => (now?.line === cell?.line && now?.column === cell?.column ? now : cell))
  }, [])

  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    let leaving: ReturnType<typeof setTimeout> | undefined
    let latest: Cell | null = null
    const take = (): void => {
      const { line, column } = card.current?.dataset ?? {}
      if (line === undefined || column === undefined) return
      setHeld(true)
      hover({ line, column })
    }
    const stay = (): void => {
      clearTimeout(leaving)
      leaving = undefined
    }
    const leave = (): void => {
      stay()
      setHeld(false)
      hover(latest)
    }
    const moved = (event: MouseEvent): void => {
      clearTimeout(resting)
      const { current } = card
      // With the button down an area of cells is being drawn, or on the card a text marked, which may lead beyond its edge.
      const isDown = event.buttons !== 0
      if (isWithin(current, event)) {
        stay()
        if (!isDown) resting = setTimeout(take, REST)
        return
      }
      if (isDown && current?.classList.contains('held')) return
      latest = cellAt(event.target) ?? null
      if (!current || (latest?.line === current.dataset['line'] && latest?.column === current.dataset['column']))
        leave()
      else leaving ??= setTimeout(leave, WAY)
    }
    document.addEventListener('mousemove', moved)
    return () => {
      clearTimeout(resting)
      clearTimeout(leaving)
      document.removeEventListener('mousemove', moved)
    }
  }, [hover])

  const clicked = (event: ReactMouseEvent): void => {
    // A click that ends the marking of a text is meant for the card.
    if (!card.current || document.getSelection()?.isCollapsed === false) return
    setHeld(false)
    hover(handDown(session, card.current, event))
  }
  return { card, hovered, isHeld, clicked }
}
