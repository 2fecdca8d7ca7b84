/**
 * The grid of a comparison, as a component: made once for its columns, and handed the figures as they stand.
 */
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useRef, useState, type JSX } from 'react'
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import type { Comparison } from '../../session/reading/compared.ts'
import { nameGrid } from '../figures/speak_cell.ts'
import { makeCompareGrid } from './make_compare_grid.ts'

export function CompareGrid({ shown }: { shown: Comparison }): JSX.Element {
  const session = useOpenSession()
  const element = useRef<HTMLDivElement>(null)
  const { schedule } = shown.sheet
  const [grid] = useState(() => makeCompareGrid(session, schedule))
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => grid.show(shown), [grid, shown])
  useEffect(() => () => grid.end(), [grid])

  const name = `${isolated(schedule.title ?? schedule.id)}, ${isolated(shown.filing.title)}, ${shown.compared.map((one) => isolated(one.name)).join(', ')}`
  useEffect(() => {
    if (isDrawn) nameGrid(element.current!, name, { readOnly: true })
  }, [isDrawn, name])

  return (
    <div className="grid" ref={element} data-schedule={COMPARE} data-region="grid">
      <AgGridReact
        {...grid.options}
        onGridReady={({ api }) => {
          grid.ready(api, element.current!)
          setDrawn(true)
        }}
      />
    </div>
  )
}
