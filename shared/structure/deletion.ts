/**
 * Acts of deleting: lines with their details, columns, schedules. What formulas or heads depend on is not deleted: the refusal lists
 * the cells. With `replace: 'values'` those formulas take the present values in its place, so that no other value changes.
 */
import type { Engine } from '../calc/engine.ts'
import type { CellRef } from '../model/filing.ts'
import { entityColumns } from '../model/entities.ts'
import { scheduleName, scheduleOf, idsOf } from '../model/lookup.ts'
import { dependentsOf, type Dependent } from './dependents.ts'
import { withFormulas } from './formulas.ts'
import type { Gone } from './gone.ts'
import { layered, type Layered } from './layers.ts'
import { withNotesRenumbered } from './notes.ts'
import { rootsOf, withDetails } from './outline.ts'
import { refusedBy, type Draft, type StructurePlan } from './plan.ts'
import { proposed } from './propose.ts'
import { linesWords, placeWords } from './ranges.ts'
import { takenOut, type Namer } from './taken_out.ts'
import { withRangesDrawnIn } from './taken_values.ts'
import { valuesKept } from './values_kept.ts'
import { counted } from '../money/count.ts'
import { refused } from '../refusals/refusal.ts'
import { focusOn } from './judged.ts'
import { cellName } from '../model/cell.ts'

/** `engine`: one of the draft's filing, where the caller has it; it saves building another. */
type Options = { replace?: 'values'; engine?: Engine }

/** Lines deleted with their details, inputs, remarks and comments. */
export function deleteLines(
  draft: Draft,
  { schedule: id, lines, ...options }: { schedule: string; lines: string[] } & Options,
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const roots = rootsOf(schedule.lines, lines)
  if (roots.length === 0) return refused({ code: 'no_line_chosen' })
  const all = withDetails(schedule.lines, idsOf(roots))
  if (all.length === schedule.lines.length) return refused({ code: 'last_line' })
  const details = all.length - roots.length
  const also = details === 0 ? '' : `, with ${counted(details, 'detail')}`
  const title = `Deleted ${linesWords(draft.filing, id, idsOf(roots))}${also}`
  const gone = { schedule: id, lines: new Set(all.map((line) => line.id)) }
  const at = schedule.lines.findIndex((line) => gone.lines.has(line.id))
  const next =
    schedule.lines.slice(at).find((line) => !gone.lines.has(line.id)) ??
    schedule.lines.findLast((line) => !gone.lines.has(line.id))
  const focus = next && focusOn(schedule, { line: next.id })
  return deleted(draft, gone, title, focus, options)
}

/** Columns deleted with their inputs, remarks and comments. Links from a column of the same id in another schedule depend on them. */
export function deleteColumns(
  draft: Draft,
  { schedule: id, columns, ...options }: { schedule: string; columns: string[] } & Options,
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  // The entities of a period go with its consolidated column.
  const set = new Set([...columns, ...columns.flatMap((column) => idsOf(entityColumns(schedule, column)))])
  const all = schedule.columns.filter((column) => set.has(column.id))
  if (all.length === 0) return refused({ code: 'no_column_chosen' })
  if (all.length === schedule.columns.length) return refused({ code: 'last_column' })
  const title = `Deleted ${linesWords(draft.filing, id, idsOf(all), 'column')}`
  const at = schedule.columns.indexOf(all[0]!)
  const next =
    schedule.columns.slice(at).find((column) => !set.has(column.id)) ??
    schedule.columns.findLast((column) => !set.has(column.id))
  const focus = next && focusOn(schedule, { column: next.id })
  return deleted(draft, { schedule: id, columns: new Set(all.map((column) => column.id)) }, title, focus, options)
}

/** A schedule deleted whole. The last one of a filing stays. */
export function deleteSchedule(
  draft: Draft,
  { schedule: id, ...options }: { schedule: string } & Options,
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const others = draft.filing.schedules.filter((one) => one !== schedule)
  const next = others[Math.min(draft.filing.schedules.indexOf(schedule), others.length - 1)]
  if (!next) return refused({ code: 'last_schedule' })
  return deleted(draft, { schedule: id }, `Deleted schedule ${scheduleName(schedule)}`, focusOn(next), options)
}

function deleted(
  draft: Draft,
  gone: Gone,
  title: string,
  focus: CellRef | undefined,
  { replace, engine }: Options,
): StructurePlan {
  let known: Layered | undefined
  try {
    return withoutGone(draft, gone, {
      title,
      focus,
      replace,
      engines: () => (known ??= layered(draft, engine)).engines,
    })
  } finally {
    known?.release()
  }
}

type Deleting = {
  title: string
  focus: CellRef | undefined
  replace: 'values' | undefined
  engines: () => ReadonlyMap<string | null, Engine>
}

function withoutGone(draft: Draft, gone: Gone, { title, focus, replace, engines }: Deleting): StructurePlan {
  const dependents = dependentsOf(draft, gone, () => engines().values())
  const { draft: bare, namers } = takenOut(draft, gone)
  if (!replace && dependents.length + namers.length > 0) return refusedFor(draft, dependents, namers)
  let after = bare
  if (dependents.length > 0) {
    const kept = valuesKept({ draft, engines: engines(), gone, dependents }, bare)
    if (kept.kind === 'lost') return refusedBy({ code: 'values_not_kept' }, kept.cells)
    after = kept.draft
  }
  const drawnIn = withFormulas(after, (text, place) =>
    withRangesDrawnIn({ filing: draft.filing, gone }, place.schedule, text),
  )
  const cells = new Set(dependents.flatMap((one) => one.cells).map(cellName))
  const words = cells.size === 0 ? '' : `; its values stay in ${counted(cells.size, 'cell')} that read it`
  return proposed(draft, withNotesRenumbered(draft, drawnIn), title + words, focus)
}

function refusedFor(draft: Draft, dependents: readonly Dependent[], namers: readonly Namer[]): StructurePlan {
  const readers = [...new Set(dependents.map(({ place }) => placeWords(draft.filing, place)))]
  const cells = new Map([...dependents, ...namers].flatMap((one) => one.cells).map((at) => [cellName(at), at]))
  const more = readers.length > 3 ? ` and ${readers.length - 3} more` : ''
  const words = `${readers.slice(0, 3).join('; ')}${more} ${readers.length === 1 ? 'reads' : 'read'} it`
  const read = readers.length === 0 ? [] : [words]
  const named = [...new Set(namers.map(({ words }) => words))]
  return refusedBy({ code: 'still_in_use', uses: [...read, ...named] }, [...cells.values()])
}
