/**
 * How much room the window leaves, as when the browser enlarges the page: then the figures come first and what stands around
 * them gives way. The only place that says from which size on; the style sheets read it from the page's root.
 */
import { takeRoom } from '../session/view/view.ts'
import type { Session } from '../session/session.ts'
import type { Room } from '../session/state.ts'

const QUERIES: Record<keyof Room, string> = {
  wide: '(min-width: 1700px)',
  close: '(max-width: 1100px)',
  narrow: '(max-width: 900px)',
  slim: '(max-width: 480px)',
  low: '(max-height: 540px)',
  shallow: '(max-height: 450px)',
  flat: '(max-height: 300px)',
}

const NAMES = Object.keys(QUERIES) as (keyof Room)[]

function roomNow(): Room {
  const found = NAMES.map((name) => [name, matchMedia(QUERIES[name]).matches])
  return Object.fromEntries(found) as Room
}

function show(session: Session): void {
  const room = roomNow()
  document.documentElement.dataset['room'] = NAMES.filter((name) => room[name]).join(' ')
  takeRoom(session, room)
}

/** Keeps the session in step with its window. */
export function followRoom(session: Session): void {
  show(session)
  for (const query of Object.values(QUERIES)) matchMedia(query).addEventListener('change', () => show(session))
}
