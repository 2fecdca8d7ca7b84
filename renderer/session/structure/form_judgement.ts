/**
 * What becomes of a form while it is filled in: the plan that it makes, or why not, at the field that it is about. Pure; asks the plan
 * itself, so that a form never judges otherwise than the act.
 */
import type { CellRef } from '../../../shared/model/filing.ts'
import type { StructureChanges, StructurePlan } from '../../../shared/structure/plan.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { sameContent } from '../../../shared/structure/draft_changes.ts'

/** What a form cannot say, at which field; with what else it cannot. */
export type Misstated<F> = { at: keyof F; refusal: Refusal; others?: readonly Misstated<F>[] }

/** A way to go on where figures stand in the way: taken out with the act, or kept as overrides. */
export type Way = { drop: boolean; label: string }

export type Judged<F> = {
  plan: StructureChanges | null
  /** The form says what already stands. */
  isSame: boolean
  problems: Partial<Record<keyof F, string>>
  /** Why it is refused, where that is about no field alone. */
  general: string | null
  /** Cells that stand in the way. */
  cells: readonly CellRef[]
  ways: readonly Way[]
}

/** The plan that a form makes; `drop` as a person chose, undefined where none was chosen. */
export type PlanOf<F> = (form: F, drop?: boolean) => StructurePlan | Misstated<F>

const WAYS: readonly Way[] = [
  { drop: true, label: 'Remove the figures with this change' },
  { drop: false, label: 'Keep them as overrides of the formula' },
]

function isMisstated<F>(planned: StructurePlan | Misstated<F>): planned is Misstated<F> {
  return 'at' in planned
}

/** The field whose change alone is refused for the same reason. */
function fieldAtFault<F extends object>(form: F, before: F, refusal: Refusal, planOf: PlanOf<F>): keyof F | undefined {
  const changed = (Object.keys(form) as (keyof F)[]).filter((key) => form[key] !== before[key])
  if (changed.length === 1) return changed[0]
  return changed.find((key) => {
    const planned = planOf({ ...before, [key]: form[key] })
    return !isMisstated(planned) && planned.kind === 'refused' && sameContent(planned.refusal, refusal)
  })
}

/** Judges a form as it stands against the one that it began as. `formula` is the field that holds a formula, where there is one. */
export function judge<F extends object>(form: F, before: F, drop: boolean | undefined, planOf: PlanOf<F>): Judged<F> {
  const none: Judged<F> = { plan: null, isSame: false, problems: {}, general: null, cells: [], ways: [] }
  const planned = planOf(form, drop)
  if (isMisstated(planned)) {
    const all = [planned, ...(planned.others ?? [])].map(({ at, refusal }) => [at, refusalText(refusal)])
    return { ...none, problems: Object.fromEntries(all) as Judged<F>['problems'] }
  }
  if (planned.kind === 'plan') return { ...none, plan: planned }
  const { refusal, span, dependents = [] } = planned
  if (refusal.code === 'nothing_changes') return { ...none, isSame: true }
  const reason = refusalText(refusal)
  if (dependents.length > 0) {
    const ways = WAYS.filter((way) => {
      const next = planOf(form, way.drop)
      return !isMisstated(next) && next.kind === 'plan'
    })
    return { ...none, general: reason, cells: dependents, ways }
  }
  const at = span && 'formula' in form ? 'formula' : fieldAtFault(form, before, refusal, planOf)
  if (at === undefined) return { ...none, general: reason }
  return { ...none, problems: { [at]: reason } as Judged<F>['problems'] }
}
