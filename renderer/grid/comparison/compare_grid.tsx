/**
 * The grid of a comparison, as a component: made once for its columns, and handed the figures as they stand.
 */
import { useEffect, useState, type JSX } from 'react'
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import type { Comparison } from '../../session/reading/compared.ts'
import { useDrawn } from '../drawn_grid.tsx'
import { makeCompareGrid } from './make_compare_grid.ts'

export function CompareGrid({ shown }: { shown: Comparison }): JSX.Element {
  const session = useOpenSession()
  const { schedule } = shown.sheet
  const [grid] = useState(() => makeCompareGrid(session, schedule))
  useEffect(() => grid.show(shown), [grid, shown])

  const name = `${isolated(schedule.title ?? schedule.id)}, ${isolated(shown.filing.title)}, ${shown.compared.map((one) => isolated(one.name)).join(', ')}`
  const { element, drawn } = useDrawn(grid, name, true)

  return (
    <div className="grid" ref={element} data-schedule={COMPARE} data-region="grid">
      {drawn}
    </div>
  )
}
