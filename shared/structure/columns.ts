/**
 * Acts on columns: inserted, duplicated, changed, moved. Each gives the plan of one change set, or why it is refused.
 * Deleting stands in deletion.ts; columns to insert are made in computed_columns.ts.
 */
import { renameInFormula } from '../formula/rewrite.ts'
import type { CellInput, Column, Filing, Line, Schedule } from '../model/filing.ts'
import { columnName, scheduleName, scheduleOf, idsOf } from '../model/lookup.ts'
import { refusalText, refused } from '../refusals/refusal.ts'
import { groupOf, groupsInStep, inGroup, joinedBetween, underHead } from './column_groups.ts'
import { formulaRing } from './cycles.ts'
import { withoutIdleFacts } from './figures.ts'
import { isFormulaInput } from './formulas.ts'
import { copyId, idRefusal } from './ids.ts'
import { changedTitle, droppedFigures, refusedFormula, withFormula, focusOn } from './judged.ts'
import { confinedTo, copiedInputs } from './links.ts'
import { copiedFacts, withFacts } from './line_copies.ts'
import { withNotesRenumbered, withSchedule } from './notes.ts'
import type { Draft, StructurePlan, StructureRefusal } from './plan.ts'
import { proposed } from './propose.ts'
import { withRangeEnds, changedRanges } from './range_ends.ts'
import { countedWords, linesWords, rangeChanges, rangeWords } from './ranges.ts'
import { renamedColumn } from './rename.ts'

function refusedColumn(filing: Filing, schedule: string, column: Column, isNew: boolean): StructureRefusal | undefined {
  if (column.label.trim() === '') return refused({ code: 'column_without_label' })
  if (column.all && column.formula === undefined) return refused({ code: 'column_without_formula' })
  return isNew ? refusedFormula(filing, schedule, column.formula) : undefined
}

/**
 * A column put in at a place among the columns, counted from 0. Between two columns of one head it comes under that head; `group`
 * names another head (blank: none). `like` names a column whose part in lines it takes: formulas and cells that are confined to
 * some columns then serve it too.
 */
export function insertColumn(
  draft: Draft,
  {
    schedule: id,
    at,
    column: given,
    group,
    like,
  }: { schedule: string; at: number; column: Column; group?: string; like?: string },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const column = withFormula(given)
  const taken = idRefusal(column.id, idsOf(schedule.columns))
  if (taken) return refused(taken)
  const columns = schedule.columns.toSpliced(Math.max(0, at), 0, column)
  const lines = like === undefined ? schedule.lines : schedule.lines.map((line) => confinedAlike(line, like, column.id))
  const bare = { ...schedule, columns, lines }
  const next = group === undefined ? joinedBetween(bare, column.id) : underHead(bare, column.id, group)
  const bold = withSchedule(draft, next)
  const fault = refusedColumn(bold.filing, id, column, true)
  if (fault) return fault
  const after = counted(draft, withSchedule(draft, confinedTo(bold.filing, id, column.id).schedule), id, column.id)
  const title = `Inserted column ${columnName(next, column)} in ${scheduleName(schedule)}${after.words}`
  return proposed(draft, withNotesRenumbered(draft, after.draft), title, focusOn(next, { column: column.id }))
}

/** The later draft in which ranges take a new column in that stands beside their end, and which do, in words. */
function counted(before: Draft, after: Draft, schedule: string, column: string): { draft: Draft; words: string } {
  const draft = withRangeEnds(before, after, { schedule, what: 'column', ids: new Set([column]), how: 'new' })
  return { draft, words: countedWords(before.filing, rangeChanges(before, draft)) }
}

function confinedAlike(line: Line, like: string, id: string): Line {
  let next = line
  if (line.columns?.includes(like)) next = { ...next, columns: [...line.columns, id] }
  if (line.only?.includes(like)) next = { ...next, only: [...line.only, id] }
  return next
}

/**
 * A column copied behind itself, under the same head: base inputs, what is said of the figures (not what the document prints) and
 * formulas; formulas in its cells that name it read the copy. Scenarios keep to the original.
 */
export function duplicateColumn(
  draft: Draft,
  { schedule: id, column: from }: { schedule: string; column: string },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  const at = schedule?.columns.findIndex((one) => one.id === from) ?? -1
  if (!schedule || at < 0) return refused({ code: 'no_such_column' })
  const old = schedule.columns[at]!
  const to = copyId(
    from,
    draft.filing.schedules.flatMap(({ columns }) => columns.map((one) => one.id)),
  )
  const swap = (text: string): string =>
    renameInFormula(text, { schedule: id }, { kind: 'column', schedule: id, from, to })
  const cells = schedule.cells.flatMap((cell): CellInput[] => {
    if (cell.column !== from) return []
    const isFormula = isFormulaInput(draft.filing, { ...cell, schedule: id })
    return [{ ...cell, column: to, input: isFormula ? swap(cell.input!) : cell.input }]
  })
  const facts = copiedFacts(schedule.facts ?? [], (fact) =>
    fact.column === from ? { line: fact.line, column: to } : undefined,
  )
  // An entity has one column of a period.
  const { entity: _one, ...copy } = old
  const bare: Schedule = {
    ...schedule,
    columns: schedule.columns.toSpliced(at + 1, 0, { ...copy, id: to, label: `${old.label} (copy)` }),
    lines: schedule.lines.map((line) => confinedAlike(line, from, to)),
    ...withFacts(schedule, facts),
  }
  const copied = copiedInputs(withSchedule(draft, bare).filing, { schedule: id, from, to }, cells, (cell) =>
    isFormulaInput(draft.filing, { ...cell, schedule: id, column: from }),
  )
  const filled = { ...copied.schedule, cells: [...schedule.cells, ...copied.cells] }
  const next = inGroup(filled, to, groupOf(schedule, from))
  const after = counted(draft, withSchedule(draft, next), id, to)
  const title = `Duplicated ${linesWords(draft.filing, id, [from], 'column')}${after.words}`
  return proposed(draft, withNotesRenumbered(draft, after.draft), title, focusOn(next, { column: to }))
}

/**
 * A column changed in any of its parts. Another id is carried through every formula, head, input, remark and comment, in every
 * schedule of the filing that has a column of that id: links find their column by it. `group` puts it under a head (blank: none).
 * Figures are refused, dropped or kept as changeLine does.
 */
export function changeColumn(
  draft: Draft,
  {
    schedule: id,
    column: from,
    to: given,
    group,
    drop,
  }: { schedule: string; column: string; to: Column; group?: string; drop?: boolean },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  const old = schedule?.columns.find((one) => one.id === from)
  if (!schedule || !old) return refused({ code: 'no_such_column' })
  const having = draft.filing.schedules.filter(({ columns }) => columns.some((one) => one.id === from))
  const isRenamed = given.id !== from
  for (const { columns, ...other } of isRenamed ? having : []) {
    const taken = idRefusal(given.id, idsOf(columns))
    if (!taken) continue
    const place = scheduleName({ ...other, columns })
    return refused(other.id === id ? taken : { code: 'fault_at', place, fault: refusalText(taken) })
  }
  const done = isRenamed ? renamedColumn(draft, idsOf(having), from, given.id) : { draft, carried: 0 }
  const base = scheduleOf(done.draft.filing, id)!
  // A formula typed with the old id is carried in every schedule that has the column.
  const formula = having.reduce((text, other) => {
    const change = { kind: 'column' as const, schedule: other.id, from, to: given.id }
    return text && renameInFormula(text, { schedule: id }, change)
  }, given.formula)
  const to = withFormula(formula === given.formula ? given : { ...given, formula })
  const now = { ...base, columns: base.columns.map((one) => (one.id === to.id ? to : one)) }
  const changed = group === undefined ? now : underHead(now, to.id, group)
  const bare = withSchedule(done.draft, withoutIdleFacts(base, changed))
  const isNew = to.formula !== base.columns.find((one) => one.id === to.id)!.formula
  const fault = refusedColumn(bare.filing, id, to, isNew)
  if (fault) return fault
  const ring =
    isNew && to.formula !== undefined
      ? formulaRing(done.draft, bare, { kind: 'column', schedule: id, column: to.id })
      : undefined
  if (ring) return { ...refused(ring), span: { at: 0, end: to.formula!.length } }
  const figures = droppedFigures(done.draft, bare, drop, columnName(changed, to))
  if (figures.kind === 'refused') return figures
  const also = isRenamed && having.length > 1 ? `, in ${having.length} schedules` : ''
  const isRegrouped = group !== undefined && group !== (base.groups?.[groupOf(base, to.id)]?.label ?? '')
  const names = { from: columnName(schedule, old), to: columnName(changed, to) }
  const title = changedTitle('column', old, { ...old, id: to.id }, to, names, scheduleName(schedule), done.carried)
  const words = `${title}${also}${isRegrouped ? ', head above it' : ''}`
  return proposed(draft, withNotesRenumbered(draft, figures.draft), words, focusOn(changed, { column: to.id }))
}

/** Columns moved to the gap before the column that now stands at index `to` (the number of columns: the end). */
export function moveColumns(
  draft: Draft,
  { schedule: id, columns, to }: { schedule: string; columns: string[]; to: number },
): StructurePlan {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const set = new Set(columns)
  const moving = schedule.columns.filter((one) => set.has(one.id))
  if (moving.length === 0) return refused({ code: 'no_column_chosen' })
  const rest = schedule.columns.filter((one) => !set.has(one.id))
  const gap = schedule.columns.slice(0, Math.max(0, to)).filter((one) => !set.has(one.id)).length
  const bare = groupsInStep({ ...schedule, columns: rest.toSpliced(gap, 0, ...moving) })
  const loose = moving.filter((one) => groupOf(bare, one.id) < 0)
  const next = loose.length === 1 && moving.length === 1 ? joinedBetween(bare, loose[0]!.id) : bare
  const after = withRangeEnds(draft, withSchedule(draft, next), {
    schedule: id,
    what: 'column',
    ids: set,
    how: 'moved',
  })
  const ranges = changedRanges(draft, after)
  if (ranges.kind === 'refused') return ranges
  const title = `Moved ${linesWords(draft.filing, id, idsOf(moving), 'column')}${rangeWords(draft.filing, ranges.changes)}`
  return proposed(draft, withNotesRenumbered(draft, after), title, focusOn(next, { column: moving[0]!.id }))
}
