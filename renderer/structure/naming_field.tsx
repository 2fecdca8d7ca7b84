/**
 * The field in which a line's label or a column's head is typed, over the place where it stands. It goes with the grid as that
 * scrolls; Enter and a click elsewhere take the name, Escape leaves it as it stood.
 */
import { useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { cancelNaming, commitName } from './name_acts.ts'
import { typeName, useNaming, type Naming } from './naming.ts'
import { LABEL_COLUMN } from '../grid/grid_columns.ts'

const PROBLEM = 'naming-problem'

function anchorOf({ what, schedule, id }: Naming): Element | null {
  const within = `[data-schedule="${schedule}"]`
  return document.querySelector(
    what === 'line'
      ? `${within} [row-id="${id}"] [col-id="${LABEL_COLUMN}"]`
      : `${within} .ag-header-cell[col-id="${id}"]`,
  )
}

type Spot = { left: number; top: number; width: number; height: number }

function sameSpot(a: Spot, b: Spot): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}

export function NamingField(): JSX.Element | null {
  const now = useNaming()
  const field = useRef<HTMLInputElement>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  const isTyped = now?.isTyped ?? false
  const key = now && `${now.what}/${now.schedule}/${now.id}`

  useLayoutEffect(() => {
    if (!now) return undefined
    let frame = 0
    // Frame by frame: a row just made is drawn later, and rows and columns move under the field.
    const place = (): void => {
      frame = requestAnimationFrame(place)
      const box = anchorOf(now)?.getBoundingClientRect()
      if (!box) return
      const next = { left: box.left, top: box.top, width: Math.max(box.width, 160), height: Math.max(box.height, 26) }
      setSpot((known) => (known && sameSpot(known, next) ? known : next))
    }
    place()
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- The place follows what is named, not its text.
  }, [key])

  useLayoutEffect(() => {
    if (!key || !field.current) return
    field.current.focus({ preventScroll: true })
    if (isTyped) field.current.setSelectionRange(field.current.value.length, field.current.value.length)
    else field.current.select()
  }, [key, isTyped])

  if (!now) return null

  function pressed(event: KeyboardEvent): void {
    event.stopPropagation()
    if (!now || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      cancelNaming()
    } else if (event.key === 'Enter' || event.key === 'Tab') commitName({ forward: event.key === 'Tab' })
    else return
    event.preventDefault()
  }

  return (
    <div className="naming" style={spot ?? { left: -9999, top: 0, width: 200, height: 26 }}>
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
        onChange={(event) => typeName(event.target.value)}
        onKeyDown={pressed}
        onBlur={(event) => {
          if (!document.hasFocus()) return
          const own = event.currentTarget
          // The focus arrives elsewhere first; it stays there where the name is taken.
          setTimeout(() => {
            if (commitName({ leaves: false }) === 'kept') own.focus()
          })
        }}
      />
      {now.refusal === null ? null : (
        <p className="problem" role="alert" id={PROBLEM}>
          {now.refusal}
        </p>
      )}
    </div>
  )
}
