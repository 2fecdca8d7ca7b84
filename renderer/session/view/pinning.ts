/**
 * Columns pinned at the right of a schedule, such as its total: they stay in sight while the others scroll, and stand after them in the
 * order of the screen. Remembered in the workbook; view state only.
 */
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { shownFiling } from '../reading/figures.ts'
import { remember } from '../place/remembering.ts'
import type { Session } from '../session.ts'

/** The others keep room of their own. */
const MOST = 2

const NONE: ReadonlySet<string> = new Set()

function keyOf(filing: string, schedule: string, column: string): string {
  return `${filing}/${schedule}/${column}`
}

/** Those of the columns that stand pinned in the schedule shown; none where the window has room for one column alone. */
export function pinnedAmong(
  session: Session,
  schedule: string,
  columns: readonly { id: string }[],
): ReadonlySet<string> {
  const { place, view, room } = session.getState()
  if (!place || room.slim || !view.pinned?.length) return NONE
  const { pinned } = view
  const ids = columns.map(({ id }) => id).filter((id) => pinned.includes(keyOf(place.filing, schedule, id)))
  return new Set(ids.slice(0, MOST))
}

/** Columns in the order of the screen. */
export function inScreenOrder<C extends { id: string }>(
  columns: readonly C[],
  pinned: ReadonlySet<string>,
): readonly C[] {
  if (pinned.size === 0) return columns
  return [...columns.filter(({ id }) => !pinned.has(id)), ...columns.filter(({ id }) => pinned.has(id))]
}

type Focused = { key: string; isPinned: boolean; isFull: boolean }

function focused(session: Session): Focused | Refusal {
  const { place, focus } = session.getState()
  const schedule = shownFiling(session)?.schedules.find(({ id }) => id === place?.schedule)
  if (!place || !schedule) return { code: 'no_schedule_shown' }
  if (!focus || !schedule.columns.some(({ id }) => id === focus.column)) return { code: 'no_cell_chosen' }
  if (session.getState().room.slim) return { code: 'no_room_to_pin' }
  const pinned = pinnedAmong(session, schedule.id, schedule.columns)
  return {
    key: keyOf(place.filing, schedule.id, focus.column),
    isPinned: pinned.has(focus.column),
    isFull: pinned.size >= Math.min(MOST, schedule.columns.length - 1),
  }
}

/** True where the column in focus is pinned. */
export function isFocusPinned(session: Session): boolean {
  const at = focused(session)
  return !('code' in at) && at.isPinned
}

/** Why the column in focus cannot be pinned, or unpinned; undefined where it can. */
export function whyNotPin(session: Session, isWanted: boolean): Refusal | undefined {
  const at = focused(session)
  if ('code' in at) return at
  if (at.isPinned === isWanted) return { code: isWanted ? 'column_pinned' : 'column_not_pinned' }
  return isWanted && at.isFull ? { code: 'most_columns_pinned' } : undefined
}

/** Pins the column in focus at the right, or puts it back among the others. */
export function pinColumn(session: Session, isWanted: boolean): void {
  const at = focused(session)
  if ('code' in at || whyNotPin(session, isWanted)) return
  const others = (session.getState().view.pinned ?? []).filter((one) => one !== at.key)
  remember(session, { pinned: isWanted ? [...others, at.key] : others })
}
