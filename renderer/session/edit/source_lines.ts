/**
 * Which line of the books an edit at an adjustment moves where the adjustment mirrors a sum: chosen for as long as the
 * window is open. Keeps the choice; what it means is the analysis layer's.
 */
import { sourceChoices, type SourceChoice } from '../../../shared/analysis/source_choice.ts'
import type { CellRef, Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import type { Session } from '../session.ts'
import type { SessionState } from '../state.ts'

function lineName({ schedule, line }: CellRef): string {
  return `${schedule}.${line}`
}

/** The lines that can move for an adjustment, and the one that does; undefined where there is nothing to choose. */
export function sourceLines(
  filing: Filing,
  ref: CellRef,
  sources: SessionState['sources'],
): { choices: SourceChoice[]; chosen: SourceChoice } | undefined {
  const choices = sourceChoices(filing, ref)
  if (choices.length < 2) return undefined
  const wanted = sources[lineName(ref)]
  const chosen =
    choices.find(({ line }) => line === wanted) ?? choices.find(({ isDefault }) => isDefault) ?? choices[0]!
  return { choices, chosen }
}

/** The chosen line where an edit of the cell moves one; undefined leaves it to the adjustment's own source line. */
export function sourceLineFor(session: Session, filing: Filing, ref: CellRef): string | undefined {
  const wanted = session.getState().sources[lineName(ref)]
  const found = wanted === undefined ? undefined : findCell(filing, ref)
  if (wanted === undefined || !found?.line.source) return undefined
  // A sum of periods passes the edit on to its latest period, where the same line moves.
  const column =
    found.column.formula === undefined
      ? ref.column
      : found.schedule.columns.find((one) => one.formula === undefined)?.id
  const offered = column === undefined ? [] : sourceChoices(filing, { ...ref, column })
  return offered.some(({ line }) => line === wanted) ? wanted : undefined
}

export function chooseSourceLine(session: Session, ref: CellRef, line: string): void {
  session.setState(({ sources }) => ({ sources: { ...sources, [lineName(ref)]: line } }))
}
