/**
 * Pointing at cells while a formula is written: a press on a cell, a label or a head, a drag over several, arrows in a
 * formula just begun. Where no reference has a place at the caret, every event is left as it was.
 */
import type { CellRef } from '../../../shared/model/filing.ts'
import { cellAway, type Direction } from '../../session/selection/selection.ts'
import type { Spot } from './pointed.ts'
import type { Session } from '../../session/session.ts'

/** What pointing needs of the field. */
export type Pointing = {
  input: HTMLInputElement
  /** The cell whose formula is written here; undefined while none is. */
  cell(): CellRef | undefined
  /** Where a reference has a place now: the cell under edit, and what was pointed at last if that is being replaced. */
  now(): { ref: CellRef; anchor: Spot | undefined; spot: Spot | undefined } | undefined
  /** Writes the reference to what lies from `anchor` to `spot`. */
  point(anchor: Spot, spot: Spot): void
  reveal(cell: { line: string; column: string }): void
  /** What of the grid lies under the pointer. */
  spotAt(target: EventTarget | null): Spot | undefined
  /** True where a place (`filing/schedule`) is a schedule that the formula may name. */
  canTurnTo(place: string): boolean
  /** Shows that schedule, to point there. */
  turnTo(place: string): void
}

/** The schedule that a link under the pointer names. */
function placeNamed(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('[data-goes-to]') : null
  return link?.getAttribute('data-goes-to') ?? undefined
}

const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const

/** Listens to the mouse before grid and editor do, until the signal. */
export function pointWithMouse(pointing: Pointing, signal: AbortSignal): void {
  /** The spot where the button went down and is still held. */
  let anchor: Spot | undefined
  /** What follows a press that was taken belongs to it. */
  let isTaken = false
  /** The schedule whose name was pressed; its click turns to it. */
  let goesTo: string | undefined

  const pressed = (event: MouseEvent): void => {
    if (event.type === 'pointerdown') {
      anchor = undefined
      isTaken = false
      const now = event.button === 0 ? pointing.now() : undefined
      const spot = now && pointing.spotAt(event.target)
      goesTo = now && placeNamed(event.target)
      if (now && spot) {
        isTaken = true
        anchor = event.shiftKey && now.anchor ? now.anchor : spot
        pointing.point(anchor, spot)
      } else if (goesTo !== undefined) isTaken = pointing.canTurnTo(goesTo)
    }
    if (event.type === 'mouseup' || event.type === 'pointerup') anchor = undefined
    if (!isTaken) return
    // A pointer's press that is prevented brings no mouse events, and so no drag.
    if (event.type !== 'pointerdown') event.preventDefault()
    event.stopImmediatePropagation()
    if (event.type === 'click' && goesTo !== undefined) pointing.turnTo(goesTo)
  }
  const moved = (event: MouseEvent): void => {
    if (!anchor) return
    const cell = (event.buttons & 1) === 1 ? pointing.cell() : undefined
    const spot = cell && pointing.spotAt(event.target)
    if (!cell) anchor = undefined
    // A drag from a label stays among lines, one from a head among columns.
    if (anchor && spot && (anchor.line === undefined || spot.line !== undefined)) {
      const { line, column } = spot
      pointing.point(anchor, {
        ...(anchor.line !== undefined && line !== undefined && { line }),
        ...(anchor.column !== undefined && column !== undefined && { column }),
      })
    }
    event.stopImmediatePropagation()
  }
  for (const kind of PRESSES) window.addEventListener(kind, pressed, { capture: true, signal })
  window.addEventListener('mousemove', moved, { capture: true, signal })
}

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** An arrow points at the cell a step from the last one, or from the cell under edit; with Shift it makes a range. */
export function pointWithKeys(session: Session, event: KeyboardEvent, pointing: Pointing): boolean {
  const direction = ARROWS[event.key]
  if (!direction || event.altKey) return false
  const now = pointing.now()
  if (!now) return false
  const { ref, anchor, spot } = now
  const from = { line: spot?.line ?? ref.line, column: spot?.column ?? ref.column }
  const to = cellAway(session, from, direction, event.ctrlKey || event.metaKey)
  if (!to) return true
  pointing.point(event.shiftKey ? (anchor ?? from) : to, to)
  pointing.reveal(to)
  return true
}
