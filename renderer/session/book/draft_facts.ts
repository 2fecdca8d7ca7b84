/**
 * What is said of a draft's figures when they are changed: where a figure came from is no longer true of another one. Pure.
 */
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { CellFact, Filing, Origin } from '../../../shared/model/filing.ts'
import { factOf, scheduleOf } from '../../../shared/model/lookup.ts'

/** What a figure is by its nature, whatever the amount. */
const LASTING: ReadonlySet<Origin | undefined> = new Set<Origin>(['balancing'])

/**
 * The fact without what was true of the replaced figure alone; null where nothing is left. A remark stays, and so does the cell that it was
 * carried from: the two are compared always.
 */
function withoutOrigin({ line, column, remark, origin, how, carried }: CellFact): CellFact | null {
  const lasts = LASTING.has(origin)
  if (remark === undefined && !lasts && !carried) return null
  return {
    line,
    column,
    ...(lasts && { origin, ...(how !== undefined && { how }) }),
    ...(remark !== undefined && { remark }),
    ...(carried && { carried }),
  }
}

function isSame(a: CellFact, b: CellFact): boolean {
  return a.origin === b.origin && a.how === b.how && a.perSource === b.perSource && a.completable === b.completable
}

/**
 * The edits, each edit of a draft's own figure followed by the change of what is said of it: origin, derivation and the figure
 * per source belong to the figure that was replaced. Scenarios and filed filings say the same as before.
 */
export function withFacts(filing: Filing | undefined, edits: readonly CellEdit[]): Change[] {
  if (filing?.status !== 'draft') return [...edits]
  return edits.flatMap((edit): Change[] => {
    const { schedule: id, line, column, scenario } = edit
    const schedule = scenario === null ? scheduleOf(filing, id) : undefined
    const fact = schedule && factOf(schedule, line, column)
    if (!fact) return [edit]
    // The source of a completed input stands with the input, not with the fact.
    const { source: _withTheInput, ...before } = fact
    const after = withoutOrigin(before)
    if (after && isSame(before, after)) return [edit]
    return [edit, { kind: 'fact', schedule: id, line, column, before, after }]
  })
}
