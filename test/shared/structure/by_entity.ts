/**
 * A filing as a draft with every period of some of its schedules split by entity. Holds no expectations.
 */
import type { Filing } from '../../../shared/model/filing.ts'
import { ENTITIES, splitByEntity, splittable, type FiguresOfSplit } from '../../../shared/structure/entity_columns.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { sentence } from '../worded.ts'
import { draftAfter } from './draft_after.ts'

type Options = { schedules: readonly string[]; figures?: FiguresOfSplit; periods?: readonly string[] }

export function byEntity(filing: Filing, { schedules, figures = 'first_entity', periods }: Options): Filing {
  let draft: Draft = {
    filing: { ...filing, id: `${filing.id}_by_entity`, status: 'draft' },
    at: 0,
    scenarios: [],
    comments: [],
  }
  for (const schedule of schedules) {
    const own = draft.filing.schedules.find(({ id }) => id === schedule)!
    const all = splittable(own).map(({ id }) => id)
    const plan = splitByEntity(draft, { schedule, entities: ENTITIES, periods: periods ?? all, figures })
    if (plan.kind === 'refused') throw new Error(sentence(plan))
    draft = draftAfter(draft, plan.changes)
  }
  return draft.filing
}
