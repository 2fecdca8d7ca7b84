/**
 * From a draft as it would be to the plan of an act: its changes, or why it is refused. What every act of structure obeys stands here:
 * no locked scenario is touched, and no fault enters the structure.
 */
import { isolated } from '../money/isolated.ts'
import { refused } from '../refusals/refusal.ts'
import type { CellRef } from '../model/filing.ts'
import { cutText } from '../money/cut_text.ts'
import { draftChanges, sameContent } from './draft_changes.ts'
import { checkStructure } from './faults.ts'
import type { Draft, StructurePlan } from './plan.ts'

/** The plan that leads from one state of a draft to another under a title. */
export function proposed(before: Draft, after: Draft, title: string, focus?: CellRef): StructurePlan {
  const changes = draftChanges(before, after)
  if (changes.length === 0) return refused({ code: 'nothing_changes' })
  for (const { id, name, locked } of before.scenarios) {
    if (locked && changes.some((change) => change.kind === 'cell' && change.scenario === id)) {
      return refused({ code: 'scenario_locked_with_inputs', scenario: isolated(name) })
    }
  }
  const [old, now] = [checkStructure(before.filing), checkStructure(after.filing)]
  // What was wrong before may stay so, under another name too.
  if (now.length > old.length) return refused(now.find((one) => !old.some((was) => sameContent(was, one))) ?? now[0]!)
  const plan = { kind: 'plan' as const, changes, title: cutText(title, LONGEST_TITLE, { ellipsis: true }) }
  return focus ? { ...plan, focus } : plan
}

const LONGEST_TITLE = 1_000
