/**
 * What an act on lines, columns, schedules or notes proposes before anything is changed: the changes of one change set, or a refusal.
 * Types and one maker; must not read an engine.
 */
import type { Change } from '../model/changes/kinds.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import type { StoredComment, StoredScenario } from '../model/stored_filing.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'

/** A scenario of the filing with its own inputs, as far as structure acts carry them. */
export type DraftScenario = Pick<StoredScenario, 'id' | 'name' | 'locked' | 'standsOn'> & {
  cells: readonly CellInput[]
}

/** All that a structure act may have to carry: the filing, every scenario's inputs, every comment of the filing. */
export type Draft = {
  filing: Filing
  /** The filing's place among the filings of the workbook, counted from 0: a change of its head names it. */
  at: number
  scenarios: readonly DraftScenario[]
  comments: readonly StoredComment[]
}

/** Changes to be made as one change set; `title` names it in the change log, `focus` is where the selection goes. */
export type StructureChanges = { kind: 'plan'; changes: Change[]; title: string; focus?: CellRef }

/** Why there is no plan; `dependents` are cells that stand in the way, `span` the offsets in the formula that was refused. */
export type StructureRefusal = Refused & { dependents?: CellRef[]; span?: { at: number; end: number } }

export type StructurePlan = StructureChanges | StructureRefusal

/** A refusal, with the cells that stand in the way where there are any. */
export function refusedBy(refusal: Refusal, dependents: CellRef[]): StructureRefusal {
  return dependents.length > 0 ? { ...refused(refusal), dependents } : refused(refusal)
}
