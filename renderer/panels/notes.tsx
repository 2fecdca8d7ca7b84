/**
 * The notes of the schedule shown, the focused line's marked.
 */
import type { JSX } from 'react'
import { shownFiling } from '../workbench/figures.ts'
import { useSession } from '../workbench/session.ts'

export function Notes(): JSX.Element {
  const place = useSession((state) => state.place)
  const focus = useSession((state) => state.focus)
  const schedule = shownFiling()?.schedules.find(({ id }) => id === place?.schedule)
  const notes = schedule?.notes ?? []
  const marked = new Set(schedule?.lines.find(({ id }) => id === focus?.line)?.notes)
  if (notes.length === 0) return <p className="empty">This schedule has no notes.</p>
  return (
    <ol className="notes">
      {notes.map(({ mark, text }) => (
        <li
          key={mark}
          className={marked.has(mark) ? 'marked' : undefined}
          aria-current={marked.has(mark) ? 'true' : undefined}
        >
          <span className="mark">({mark})</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}
