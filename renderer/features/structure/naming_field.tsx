/**
 * The field in which a line's label or a column's head is typed, over the place where it stands. It goes with the grid as that
 * scrolls; Enter and a click elsewhere take the name, Escape leaves it as it stood.
 */
import { useEffect, useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { keyboardPlatform, actionForKey } from '../../../shared/actions/shortcuts.ts'
import { Problem } from '../../ui/problem.tsx'
import { OF_TYPED_TEXT } from '../../ui/typing.ts'
import { isUnnamed } from '../../session/structure/line_acts.ts'
import { cancelNaming, commitName } from '../../session/structure/name_acts.ts'
import { endNaming, naming, typeName, type Naming } from '../../session/structure/naming.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { shownGrid, type GridHandle } from '../../contrib/grid_handle.ts'

const PROBLEM = 'naming-problem'

/** The grid of the schedule in which a name is typed. */
function gridOf(session: Session, { schedule }: Naming): GridHandle | undefined {
  const grid = shownGrid(session)
  return grid?.element.dataset['schedule'] === schedule ? grid : undefined
}

/** The label or head over which a name is typed. */
function elementOf(session: Session, now: Naming): HTMLElement | undefined {
  return gridOf(session, now)?.elementOf(now.what === 'line' ? { line: now.id } : { column: now.id })
}

type Spot = { left: number; top: number; width: number; height: number; isSeen: boolean }

function sizeOf({ left, top, width, height }: DOMRect): Omit<Spot, 'isSeen'> {
  return { left, top, width: Math.max(width, 160), height: Math.max(height, 26) }
}

/** False where a label is scrolled under the heads or out of the grid. */
function isSeen(grid: GridHandle, { what }: Naming, box: DOMRect): boolean {
  const { top, bottom, left, right } = grid.sight()
  if (what === 'column') return box.left >= left - 1 && box.left < right
  return box.top >= top - 1 && box.top < bottom
}

function sameSpot(a: Spot, b: Spot): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height && a.isSeen === b.isSeen
}

/** Keys of an action that would act on what is typed here: the name is taken first. */
function meansAction(session: Session, event: KeyboardEvent): boolean {
  const action = actionForKey(event, keyboardPlatform(navigator.platform), session.getState().shell)
  return action !== undefined && !OF_TYPED_TEXT.has(action.id)
}

const OUT_OF_SIGHT = { left: 0, top: 0, width: 200, height: 26 }

function sized({ left, top, width, height }: Spot): typeof OUT_OF_SIGHT {
  return { left, top, width, height }
}

export function NamingField(): JSX.Element | null {
  const session = useOpenSession()
  const now = useStore(naming(session), (state) => state.now)
  const shown = useSession((state) => state.place?.schedule)
  const field = useRef<HTMLInputElement>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  const isGiven = now?.what === 'line' && !now.isTyped && isUnnamed(now.id)
  const key = now && `${now.what}/${now.schedule}/${now.id}`

  useLayoutEffect(() => {
    if (!now) return undefined
    let frame = 0
    // Frame by frame: a row just made is drawn later, and rows and columns move under the field.
    const place = (): void => {
      frame = requestAnimationFrame(place)
      const grid = gridOf(session, now)
      const box = elementOf(session, now)?.getBoundingClientRect()
      if (!grid || !box) return
      const next = { ...sizeOf(box), isSeen: isSeen(grid, now, box) }
      setSpot((known) => (known && sameSpot(known, next) ? known : next))
    }
    place()
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- The place follows what is named, not its text.
  }, [key])

  // Another schedule is shown: what was typed for this one is taken, or let go where it cannot stand.
  useEffect(() => {
    if (now && shown !== now.schedule && commitName(session, { leaves: false }) === 'kept') endNaming(session)
  }, [session, now, shown])

  useLayoutEffect(() => {
    if (!key || !field.current) return
    field.current.focus({ preventScroll: true })
    // Typing goes on behind the name, as in a figure; one that the product gave is there to be replaced.
    if (isGiven) field.current.select()
    else field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [key, isGiven])

  if (!now) return null

  function pressed(event: KeyboardEvent): void {
    if (!now) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'Escape') cancelNaming(session)
    else if (plain && (event.key === 'Enter' || event.key === 'Tab'))
      commitName(session, { forward: event.key === 'Tab' })
    else if (!meansAction(session, event) || commitName(session) === 'done') return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={spot?.isSeen ? 'naming' : 'naming unseen'} style={spot ? sized(spot) : OUT_OF_SIGHT}>
      <input
        ref={field}
        type="text"
        aria-label={now.what === 'line' ? `Label of ${now.before}` : `Head of ${now.before}`}
        aria-invalid={now.refusal === null ? undefined : true}
        aria-describedby={now.refusal === null ? undefined : PROBLEM}
        value={now.text}
        maxLength={500}
        spellCheck
        autoComplete="off"
        onChange={(event) => typeName(session, event.target.value)}
        onKeyDown={pressed}
        onBlur={(event) => {
          if (!document.hasFocus()) return
          const own = event.currentTarget
          // The grid may draw its row anew and give the focus back to the label beneath: half a name is not taken for that.
          if (event.relatedTarget && elementOf(session, now)?.contains(event.relatedTarget)) {
            queueMicrotask(() => own.focus({ preventScroll: true }))
            return
          }
          // The focus arrives elsewhere first; it stays there where the name is taken.
          setTimeout(() => {
            if (commitName(session, { leaves: false }) === 'kept') own.focus()
          })
        }}
      />
      <Problem text={now.refusal} id={PROBLEM} />
    </div>
  )
}
