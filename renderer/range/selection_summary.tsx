/**
 * The selected figures in the status bar: how many cells, their sum, average and count; read aloud as it changes.
 */
import type { JSX } from 'react'
import { shownEngine, shownFiling } from '../workbench/figures.ts'
import { useSession } from '../workbench/session.ts'
import { isMany, selectedCells } from './selection.ts'
import { summarize } from './summary.ts'

export function SelectionSummary(): JSX.Element {
  useSession((state) => state.range)
  useSession((state) => state.focus)
  useSession((state) => state.view.folded)
  useSession((state) => state.revision)
  const engine = shownEngine()
  const cells = engine && isMany() ? selectedCells() : []
  const schedule = shownFiling()?.schedules.find(({ id }) => id === cells[0]?.schedule)
  const summary = schedule && engine ? summarize(schedule, cells, (ref) => engine.value(ref)) : undefined
  return (
    <output className="selection-summary" data-selected={summary?.cells ?? 0}>
      {summary ? (
        <>
          <span>
            {summary.cells} {summary.cells === 1 ? 'cell' : 'cells'} selected
          </span>
          {summary.sum === null ? null : (
            <span>
              Sum <strong>{summary.sum}</strong>
            </span>
          )}
          {summary.average === null ? null : (
            <span>
              Average <strong>{summary.average}</strong>
            </span>
          )}
          <span>
            Count <strong>{summary.count}</strong>
          </span>
          {summary.why === null ? null : <span>{summary.why}</span>}
        </>
      ) : null}
    </output>
  )
}
