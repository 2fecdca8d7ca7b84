/**
 * A draft whose ids formulas once took for names like any other, and reserve now: each gets a free id, and every formula, link, head, input,
 * remark and comment that names it is carried. For what was stored by earlier programs; no act makes such ids.
 */
import { isReserved } from '../formula/ast.ts'
import type { Renaming } from '../formula/rewrite.ts'
import { withWrittenNames } from '../formula/written_names.ts'
import { idsOf } from '../model/lookup.ts'
import type { Filing } from '../model/filing.ts'
import { withFormulas } from './formulas.ts'
import { freeId } from './ids.ts'
import type { Draft } from './plan.ts'
import { renamed, renamedColumn } from './rename.ts'

/** What was renamed, in the order in which it was, and the draft after it; the same draft where nothing was reserved. */
export function withoutReservedIds(draft: Draft): { draft: Draft; renamings: Renaming[] } {
  const renamings: Renaming[] = []
  let next = draft
  const take = (change: Renaming): void => {
    // A text that names what is reserved may not be read as it was: names are carried by their marks.
    next = renamed(carried(next, change), change).draft
    renamings.push(change)
  }
  for (const { id } of draft.filing.schedules) {
    if (isReserved(id)) take({ kind: 'schedule', from: id, to: freeId(id, idsOf(next.filing.schedules)) })
  }
  for (const schedule of next.filing.schedules) {
    for (const { id } of schedule.lines) {
      if (!isReserved(id)) continue
      const taken = next.filing.schedules.find((one) => one.id === schedule.id)!.lines
      take({ kind: 'line', schedule: schedule.id, from: id, to: freeId(id, idsOf(taken)) })
    }
  }
  // Columns are found by their ids from other schedules: one id stays one.
  const columns = new Set(next.filing.schedules.flatMap((schedule) => idsOf(schedule.columns)))
  for (const from of columns) {
    if (!isReserved(from)) continue
    const to = freeId(from, columns)
    const of = next.filing.schedules.filter((schedule) => schedule.columns.some(({ id }) => id === from))
    const changes = of.map(({ id }): Renaming => ({ kind: 'column', schedule: id, from, to }))
    for (const change of changes) next = carried(next, change)
    next = renamedColumn(next, idsOf(of), from, to).draft
    renamings.push(...changes)
  }
  return { draft: next, renamings }
}

function carried(draft: Draft, change: Renaming): Draft {
  return withFormulas(draft, (text, place) =>
    withWrittenNames(text, place.schedule, ({ kind, name }, schedule) => {
      const isMeant = kind === change.kind && name === change.from
      return isMeant && (change.kind === 'schedule' || change.schedule === schedule) ? change.to : name
    }),
  )
}

/** The filing alone, as a version keeps it. */
export function filingWithoutReservedIds(filing: Filing): { filing: Filing; renamings: Renaming[] } {
  const { draft, renamings } = withoutReservedIds({ filing, at: 0, scenarios: [], comments: [] })
  return { filing: draft.filing, renamings }
}
