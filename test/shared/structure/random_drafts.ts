/**
 * Random drafts and acts on them for the property tests: filings of the engine's tests with scenarios that stand on one another, comments,
 * facts, heads of columns, notes, links and headlines.
 */
import { takesInput } from '../../../shared/calc/layout.ts'
import type { CellInput, CellRef, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { changeColumn, duplicateColumn, insertColumn, moveColumns } from '../../../shared/structure/columns.ts'
import { deleteColumns, deleteLines, deleteSchedule } from '../../../shared/structure/deletion.ts'
import { ENTITIES, splitByEntity } from '../../../shared/structure/entity_columns.ts'
import { duplicateLines } from '../../../shared/structure/line_copies.ts'
import { indentLines, moveLines, moveLinesBy, outdentLines } from '../../../shared/structure/line_order.ts'
import { changeLine, insertLine } from '../../../shared/structure/lines.ts'
import { addNote, changeNote, moveNote, removeNote } from '../../../shared/structure/notes.ts'
import type { Draft, StructurePlan } from '../../../shared/structure/plan.ts'
import { changeScheduleHead, duplicateSchedule, moveSchedule } from '../../../shared/structure/schedules.ts'
import type { Choices } from '../calc/choices.ts'
import { edits, filing as randomFiling, formula } from '../calc/random_filing.ts'
import { cellsOf } from '../calc/snapshots.ts'

/** Inputs stand only where a cell takes them, as storage sees to. */
function standing({ schedules }: Filing, cells: readonly CellInput[]): CellInput[] {
  const byName = new Map<string, CellInput>()
  for (const cell of cells) {
    const schedule = schedules.find(({ id }) => id === cell.schedule)!
    const line = schedule.lines.find(({ id }) => id === cell.line)!
    const column = schedule.columns.find(({ id }) => id === cell.column)!
    if (cell.input !== null && takesInput(line, column))
      byName.set(`${cell.schedule}.${cell.line}@${cell.column}`, cell)
  }
  return [...byName.values()]
}

/** A draft with up to two scenarios, the second on the first in half of the cases. */
export function randomDraft(choices: Choices): Draft {
  const bare = randomFiling(choices)
  const schedules = bare.schedules.map((schedule) => dressed(choices, bare, schedule))
  const [first] = schedules
  const filing: Filing = {
    ...bare,
    status: 'draft',
    schedules,
    ...(choices.chance(40) && {
      headlines: [{ id: 'equity', label: 'Equity', lines: [`${first!.id}.l1@c0`, `${first!.id}.l2`] }],
      minimumDistribution: {
        taxableIncome: `${first!.id}.l1`,
        preferredDividends: `${first!.id}.l2`,
        yearToDate: { c0: ['c1'], c1: ['c1'] },
      },
    }),
  }
  const overlay = (): CellInput[] =>
    standing(
      filing,
      edits(choices, filing, 4).flatMap(({ inputs }) => inputs),
    )
  const scenarios = choices.times(0, 2, (i) => ({
    id: `s${i}`,
    name: `Scenario ${i}`,
    ...(i > 0 && choices.chance(50) && { standsOn: 's0' }),
    cells: overlay(),
  }))
  const comments = choices.times(0, 3, (i) => ({
    id: `00000000-0000-4000-8000-00000000000${i}`,
    ...choices.pick(cellsOf(filing)),
    text: 'Seen',
    author: 'Controller',
    time: '2026-01-01T00:00:00.000Z',
  }))
  return { filing, at: 0, scenarios, comments }
}

function dressed(choices: Choices, filing: Filing, schedule: Schedule): Schedule {
  const cells = standing(filing, schedule.cells)
  const facts = cells
    .filter(() => choices.chance(15))
    .map(({ line, column }) => ({
      line,
      column,
      origin: 'derived' as const,
      ...(choices.chance(30) && { source: 'Letter' }),
    }))
  const hasNotes = choices.chance(50)
  const lines = schedule.lines.map((line): Line => ({
    ...line,
    ...(hasNotes && choices.chance(30) && { notes: [choices.pick(['1', '2'])] }),
    ...(choices.chance(10) && { source: { line: `${schedule.id}.l0`, sign: 1 as const } }),
    ...(choices.chance(10) && { reasons: [{ text: 'because', alongside: `${schedule.id}.l1` }] }),
  }))
  return {
    ...schedule,
    lines,
    cells,
    ...(facts.length > 0 && { facts }),
    ...(hasNotes && {
      notes: [
        { mark: '1', text: 'See note 2.' },
        { mark: '2', text: 'Two' },
        { mark: '3', text: 'Three' },
      ],
    }),
    ...(choices.chance(50) && { groups: [{ label: 'Three Months Ended', columns: ['c0', 'c1'], notes: ['1'] }] }),
    ...(choices.chance(20) && { start: 'l0' }),
  }
}

/** An act by its name, and its plan over a draft. */
export type Act = { name: string; plan: StructurePlan }

/** One random act on a draft as it stands; `only` limits what it may be. */
export function randomAct(
  choices: Choices,
  draft: Draft,
  number: number,
  only: readonly string[] = Object.keys(ACTS),
): Act {
  const name = choices.pick(only)
  return { name, plan: ACTS[name]!(choices, draft, number) }
}

type Make = (choices: Choices, draft: Draft, number: number) => StructurePlan

function at(choices: Choices, { filing }: Draft): { schedule: Schedule; id: string; ref: CellRef; index: number } {
  const schedule = choices.pick(filing.schedules)
  const line = choices.pick(schedule.lines).id
  const column = choices.pick(schedule.columns).id
  return {
    schedule,
    id: schedule.id,
    ref: { schedule: schedule.id, line, column },
    index: filing.schedules.indexOf(schedule),
  }
}

function someLines(choices: Choices, schedule: Schedule): string[] {
  return choices.times(1, 2, () => choices.pick(schedule.lines).id)
}

export const ACTS: Record<string, Make> = {
  insert_line: (choices, draft, number) => {
    const { schedule, id, index } = at(choices, draft)
    const isFormula = choices.chance(40)
    const place = { schedule: Math.min(index, 2), line: 4, backward: true }
    const line: Line = {
      id: `n${number}`,
      label: `New ${number}`,
      kind: isFormula ? 'formula' : 'input',
      ...(isFormula && { formula: formula(choices, place) }),
      ...(choices.chance(30) && { parent: choices.pick(schedule.lines).id }),
      ...(choices.chance(20) && schedule.notes?.some(({ mark }) => mark === '3') && { notes: ['3'] }),
    }
    return insertLine(draft, { schedule: id, at: choices.upTo(schedule.lines.length), line })
  },
  duplicate_lines: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return duplicateLines(draft, { schedule: id, lines: someLines(choices, schedule) })
  },
  change_line: (choices, draft) => {
    const { schedule, id, ref } = at(choices, draft)
    const line = schedule.lines.find((one) => one.id === ref.line)!
    const to = {
      ...line,
      kind: choices.pick(['input', 'heading', 'text', 'formula'] as const),
      label: `${line.label}'`,
    }
    if (choices.chance(30)) to.only = choices.some(schedule.columns.map((one) => one.id))
    return changeLine(draft, { schedule: id, line: ref.line, to, ...(choices.chance(70) && { drop: true }) })
  },
  rename_line: (choices, draft, number) => {
    const { schedule, id, ref } = at(choices, draft)
    const line = schedule.lines.find((one) => one.id === ref.line)!
    return changeLine(draft, { schedule: id, line: ref.line, to: { ...line, id: `r${number}` } })
  },
  move_lines: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return moveLines(draft, {
      schedule: id,
      lines: someLines(choices, schedule),
      to: choices.upTo(schedule.lines.length),
    })
  },
  move_lines_by: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return moveLinesBy(draft, { schedule: id, lines: someLines(choices, schedule), by: choices.chance(50) ? 1 : -1 })
  },
  indent: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return indentLines(draft, { schedule: id, lines: someLines(choices, schedule) })
  },
  outdent: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return outdentLines(draft, { schedule: id, lines: someLines(choices, schedule) })
  },
  delete_lines: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return deleteLines(draft, { schedule: id, lines: someLines(choices, schedule) })
  },
  delete_lines_for_values: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return deleteLines(draft, { schedule: id, lines: someLines(choices, schedule), replace: 'values' })
  },
  insert_column: (choices, draft, number) => {
    const { schedule, id, ref } = at(choices, draft)
    const column = { id: `k${number}`, label: `Column ${number}`, kind: 'duration' as const }
    return insertColumn(draft, {
      schedule: id,
      at: choices.upTo(schedule.columns.length),
      column,
      ...(choices.chance(40) && { like: ref.column }),
      ...(choices.chance(30) && { group: choices.pick(['', 'Three Months Ended', 'Year Ended']) }),
    })
  },
  duplicate_column: (choices, draft) => {
    const { id, ref } = at(choices, draft)
    return duplicateColumn(draft, { schedule: id, column: ref.column })
  },
  rename_column: (choices, draft, number) => {
    const { schedule, id, ref } = at(choices, draft)
    const column = schedule.columns.find((one) => one.id === ref.column)!
    return changeColumn(draft, { schedule: id, column: ref.column, to: { ...column, id: `q${number}` } })
  },
  move_columns: (choices, draft) => {
    const { schedule, id, ref } = at(choices, draft)
    return moveColumns(draft, { schedule: id, columns: [ref.column], to: choices.upTo(schedule.columns.length) })
  },
  delete_columns: (choices, draft) => {
    const { id, ref } = at(choices, draft)
    return deleteColumns(draft, { schedule: id, columns: [ref.column] })
  },
  delete_columns_for_values: (choices, draft) => {
    const { id, ref } = at(choices, draft)
    return deleteColumns(draft, { schedule: id, columns: [ref.column], replace: 'values' })
  },
  split_by_entity: (choices, draft) => {
    const { schedule, id } = at(choices, draft)
    return splitByEntity(draft, {
      schedule: id,
      entities: choices.chance(50) ? ENTITIES : ENTITIES.slice(1),
      periods: choices.some(schedule.columns.map((one) => one.id)),
      figures: choices.chance(50) ? 'first_entity' : 'consolidated',
    })
  },
  line_of_entity: (choices, draft) => {
    const { schedule, id, ref } = at(choices, draft)
    const line = schedule.lines.find((one) => one.id === ref.line)!
    const { entity, ...rest } = line
    const to = entity ? rest : { ...line, entity: choices.pick(['reit', 'trs']) }
    return changeLine(draft, { schedule: id, line: ref.line, to })
  },
  duplicate_schedule: (choices, draft) => duplicateSchedule(draft, { schedule: at(choices, draft).id }),
  rename_schedule: (choices, draft, number) => {
    const { schedule, id } = at(choices, draft)
    const { lines: _l, columns: _c, cells: _i, facts: _f, ...head } = schedule
    return changeScheduleHead(draft, { schedule: id, to: { ...head, id: `t${number}` } })
  },
  move_schedule: (choices, draft) =>
    moveSchedule(draft, { schedule: at(choices, draft).id, to: choices.upTo(draft.filing.schedules.length) }),
  delete_schedule_for_values: (choices, draft) =>
    deleteSchedule(draft, { schedule: at(choices, draft).id, replace: 'values' }),
  notes: (choices, draft) => {
    const { id, ref } = at(choices, draft)
    const mark = choices.pick(['1', '2', '3'])
    switch (choices.upTo(3)) {
      case 0:
        return addNote(draft, { schedule: id, text: 'Added', ...(choices.chance(60) && { line: ref.line }) })
      case 1:
        return changeNote(draft, { schedule: id, mark, to: { text: 'Changed' } })
      case 2:
        return removeNote(draft, { schedule: id, mark })
      default:
        return moveNote(draft, { schedule: id, mark, to: choices.upTo(3) })
    }
  },
}
