/**
 * The grid of the schedule shown, as a component: makes it once, brings it to the schedule's structure
 * as that changes, and hands it the rows in sight.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { useEffect, useMemo, useState, type JSX } from 'react'
import type { Filing, Schedule } from '../../shared/model/filing.ts'
import { baseName } from '../session/reading/figures.ts'
import { visibleRows } from '../session/reading/rows.ts'
import { CellMenu } from './cell_menu.tsx'
import { useDrawn } from './drawn_grid.tsx'
import { makeScheduleGrid } from './make_grid.ts'
import { useOpenSession, useSession } from '../contrib/use_session.ts'
import { scenarioShown } from '../session/reading/shown.ts'

export function ScheduleGrid({ filing, schedule }: { filing: Filing; schedule: Schedule }): JSX.Element {
  const session = useOpenSession()
  const folded = useSession((state) => state.view.folded)
  const { id, lines, columns, groups, caption } = schedule
  // Inputs come and go without touching the grid's columns: only what is named here is its structure.
  const structure = useMemo(() => ({ id, lines, columns, groups, caption }), [id, lines, columns, groups, caption])
  const rows = useMemo(() => visibleRows(filing.id, structure, new Set(folded)), [filing.id, structure, folded])

  const [grid] = useState(() => makeScheduleGrid(session, structure))
  useEffect(() => grid.restructure(structure), [grid, structure])
  useEffect(() => grid.show(rows), [grid, rows])

  const named = useSession(scenarioShown)
  const name = `${isolated(schedule.title ?? id)}, ${isolated(filing.title)}, ${isolated(named?.name ?? baseName(filing))}`
  const { element, drawn } = useDrawn(grid, name, named?.locked ?? false)

  return (
    <CellMenu>
      <div className="grid" ref={element} data-schedule={id} data-region="grid">
        {drawn}
      </div>
    </CellMenu>
  )
}
