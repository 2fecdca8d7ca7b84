/**
 * What a drag takes along and what a drop does, for the grid of the schedule shown.
 */
import type { Schedule } from '../../../shared/model/filing.ts'
import { withDetails } from '../../../shared/structure/outline.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { chosen } from '../../session/structure/structure_acts.ts'
import { dropColumns } from '../../session/structure/column_acts.ts'
import type { DragHost } from './drag.ts'
import { dropLines } from '../../session/structure/line_acts.ts'
import { columnNameOf, lineNameOf } from '../../../shared/model/lookup.ts'
import type { Session } from '../../session/session.ts'

function shownSchedule(session: Session): Schedule | undefined {
  const { place } = session.getState()
  return shownFiling(session)?.schedules.find(({ id }) => id === place?.schedule)
}

/** A drag on the grid of the schedule shown. */
export function dragHost(session: Session): DragHost {
  return {
    isOpen: () => shownFiling(session)?.status === 'draft',
    name(what, id) {
      const schedule = shownSchedule(session)
      if (!schedule) return id
      return what === 'line' ? lineNameOf(schedule, id) : columnNameOf(schedule, id)
    },
    taken(what, id) {
      const { lines, columns, areColumns } = chosen(session)
      if (what === 'column') {
        const ids = areColumns && columns.includes(id) ? columns : [id]
        return { ids, along: new Set(ids) }
      }
      const ids = !areColumns && lines.includes(id) ? lines : [id]
      return { ids, along: new Set(withDetails(shownSchedule(session)?.lines ?? [], ids).map((line) => line.id)) }
    },
    dropLines: (lines, before, parent) => dropLines(session, lines, before, parent),
    dropColumns: (columns, before) => dropColumns(session, columns, before),
  }
}
