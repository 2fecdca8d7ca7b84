/**
 * How much room the window leaves, as when the browser enlarges the page: then the figures come first and what stands around
 * them gives way. The only place that says from which size on; the style sheets read it from the page's root. State only.
 */
import { session, type Room } from './session.ts'

const QUERIES: Record<keyof Room, string> = {
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

/** What was folded out of the way in one window is as it was in another. */
function show(): void {
  const room = roomNow()
  document.documentElement.dataset['room'] = NAMES.filter((name) => room[name]).join(' ')
  session.setState(({ room: before, view, panelOpen }) => ({
    room,
    unfolded: false,
    navigationOpen: false,
    panelOpen: room.narrow === before.narrow ? panelOpen : !room.narrow && (view.panelOpen ?? true),
  }))
}

/** Keeps the page in step with its window. */
export function followRoom(): void {
  show()
  for (const query of Object.values(QUERIES)) matchMedia(query).addEventListener('change', show)
}

/** Shows the list of filings over a narrow sheet, or puts it away. */
export function toggleNavigation(): void {
  session.setState(({ navigationOpen }) => ({ navigationOpen: !navigationOpen, panelOpen: false }))
}

/** Shows or hides the panel beside the sheet; over a narrow one it stands alone. */
export function toggleSide(): void {
  session.setState(({ panelOpen }) => ({ panelOpen: !panelOpen, navigationOpen: false }))
}

/** Puts away what stands over a narrow sheet; the keyboard goes back to the figures where it was there. */
export function closeDrawers({ toFigures }: { toFigures: boolean }): void {
  session.setState(({ goal, focus }) => ({
    navigationOpen: false,
    panelOpen: false,
    goal: toFigures ? (goal ?? focus) : goal,
  }))
}

/** Shows in full, in a low window, what stands above the figures; or folds it again. */
export function toggleUnfolded(): void {
  session.setState(({ unfolded }) => ({ unfolded: !unfolded }))
}
