/**
 * Acts on lines: inserted, changed. Each gives the plan of one change set, or why it is refused.
 * Copying stands in line_copies.ts, moving in line_order.ts, deleting in deletion.ts.
 */
import { renameInFormula } from '../formula/rewrite.ts'
import type { Line, Schedule } from '../model/filing.ts'
import { lineName, scheduleName, scheduleOf, idsOf } from '../model/lookup.ts'
import { refused } from '../refusals/refusal.ts'
import { formulaRing } from './cycles.ts'
import { parentFault } from './faults.ts'
import { withoutIdleFacts } from './figures.ts'
import { idRefusal } from './ids.ts'
import { changedTitle, droppedFigures, focusOn, refusedFormula, withFormula } from './judged.ts'
import { withNotesRenumbered, withSchedule } from './notes.ts'
import { withinRun } from './outline.ts'
import type { Draft, StructurePlan, StructureRefusal } from './plan.ts'
import { proposed } from './propose.ts'
import { withRangeEnds, changedRanges } from './range_ends.ts'
import { countedWords, rangeChanges, rangeWords } from './ranges.ts'
import { ofLine, renamed } from './rename.ts'

/** What is wrong with a line that is to stand in a schedule, apart from its id and formula; `old` is what stood, whose faults may stay. */
function refusedLine(schedule: Schedule, line: Line, old?: Line): StructureRefusal | undefined {
  if (line.label.trim() === '' && line.kind !== 'text' && line.label !== old?.label)
    return refused({ code: 'line_without_label' })
  const parent = line.parent === old?.parent ? undefined : parentFault(schedule.lines, line)
  if (parent) return refused(parent)
  const known = new Set([...schedule.columns.map(({ id }) => id), ...(old?.columns ?? []), ...(old?.only ?? [])])
  const unknown = [...(line.columns ?? []), ...(line.only ?? [])].find((id) => !known.has(id))
  if (unknown !== undefined) return refused({ code: 'no_column', schedule: scheduleName(schedule), column: unknown })
  if (line.kind === 'formula' && old?.kind !== 'formula' && line.formula === undefined) {
    return refused({ code: 'line_without_formula' })
  }
  return undefined
}

/** A line put in at a place among the lines, counted from 0. */
export function insertLine(
  draft: Draft,
  { schedule: id, at, line: given }: { schedule: string; at: number; line: Line },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const line = withFormula(given)
  const taken = idRefusal(line.id, idsOf(schedule.lines))
  if (taken) return refused(taken)
  const lines = schedule.lines.toSpliced(Math.max(0, at), 0, line)
  const next = { ...schedule, lines }
  const after = withSchedule(draft, next)
  const fault = refusedLine(next, line) ?? refusedFormula(after.filing, id, line.formula)
  if (fault) return fault
  const joined = withRangeEnds(draft, after, { schedule: id, what: 'line', ids: new Set([line.id]), how: 'new' })
  const counted = countedWords(draft.filing, rangeChanges(draft, joined))
  const title = `Inserted line ${lineName({ schedule: next, line })} in ${scheduleName(schedule)}${counted}`
  return proposed(draft, withNotesRenumbered(draft, joined), title, focusOn(next, { line: line.id }))
}

/**
 * A line changed in any of its parts; another id is carried through every formula, link, head, input, remark and comment of the
 * filing. Figures that would stand nowhere (a heading, a column left out) or over a new formula are refused with the cells, or
 * taken out with `drop: true`; `drop: false` keeps those over a new formula as overrides.
 */
export function changeLine(
  draft: Draft,
  { schedule: id, line: from, to: given, drop }: { schedule: string; line: string; to: Line; drop?: boolean },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  const old = schedule?.lines.find((one) => one.id === from)
  if (!schedule || !old) return refused({ code: 'no_such_line' })
  const isRenamed = given.id !== from
  const others = schedule.lines.filter((one) => one !== old).map((one) => one.id)
  const taken = isRenamed ? idRefusal(given.id, others) : undefined
  if (taken) return refused(taken)
  const change = { kind: 'line' as const, schedule: id, from, to: given.id }
  const carried = isRenamed ? renamed(draft, change) : { draft, carried: 0 }
  const to = withFormula(isRenamed ? carriedLine(given, id, change) : given)
  const base = scheduleOf(carried.draft.filing, id)!
  const replaced = base.lines.map((one) => (one.id === to.id ? to : one))
  // A line that folds elsewhere goes to stand with the lines there.
  const lines = to.parent === undefined || to.parent === old.parent ? replaced : withinRun(replaced, to.id)
  const changed = { ...base, lines }
  const bare = withSchedule(carried.draft, withoutIdleFacts(base, changed))
  const kept = { ...old, id: to.id }
  const standing = base.lines.find((one) => one.id === to.id)!
  const isNewFormula = to.formula !== undefined && to.formula !== standing.formula
  const fault =
    refusedLine(changed, to, standing) ?? (isNewFormula ? refusedFormula(bare.filing, id, to.formula) : undefined)
  if (fault) return fault
  const ring = isNewFormula ? formulaRing(carried.draft, bare, { kind: 'line', schedule: id, line: to.id }) : undefined
  if (ring) return { ...refused(ring), span: { at: 0, end: to.formula!.length } }
  const figures = droppedFigures(carried.draft, bare, drop, lineName({ schedule: changed, line: to }))
  if (figures.kind === 'refused') return figures
  const coming = { schedule: id, what: 'line' as const, ids: new Set([to.id]), how: 'moved' as const }
  const settled = to.parent === standing.parent ? figures.draft : withRangeEnds(carried.draft, figures.draft, coming)
  const ranges = changedRanges(carried.draft, settled)
  if (ranges.kind === 'refused') return ranges
  const names = { from: lineName({ schedule, line: old }), to: lineName({ schedule: changed, line: to }) }
  const title = changedTitle('line', old, kept, to, names, scheduleName(schedule), carried.carried)
  const after = withNotesRenumbered(draft, settled)
  return proposed(
    draft,
    after,
    title + rangeWords(carried.draft.filing, ranges.changes),
    focusOn(changed, { line: to.id }),
  )
}

function carriedLine(
  line: Line,
  schedule: string,
  change: { kind: 'line'; schedule: string; from: string; to: string },
): Line {
  const next = ofLine(line, schedule, change)
  if (next.formula === undefined) return next
  return { ...next, formula: renameInFormula(next.formula, { schedule }, change) }
}
