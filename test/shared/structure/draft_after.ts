/**
 * A draft after changes, applied one by one as storage would: it throws where `before` is not what stands, where something is taken out
 * that still carries something, and where something is put where no cell takes it. Knows no plans.
 */
import { takesInput } from '../../../shared/calc/layout.ts'
import { applyChanges, type Change } from '../../../shared/model/changes/kinds.ts'
import { heldFiling, holdWorkbook } from '../../../shared/model/changes/held.ts'
import { headOfFiling, headOfSchedule, factOf, findCell } from '../../../shared/model/lookup.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { CommentEdit } from '../../../shared/model/changes/comment.ts'
import type { Placed } from '../../../shared/model/changes/change_kind.ts'
import type { CellInput, CellRef, Filing, Schedule } from '../../../shared/model/filing.ts'
import type { Draft } from '../../../shared/structure/plan.ts'

/** `edit` refuses inputs where no cell takes them; `reversal` does not, as storage does not. */
export type Mode = 'edit' | 'reversal'

export function draftAfter(draft: Draft, changes: readonly Change[], mode: Mode = 'edit'): Draft {
  return changes.reduce((at, change) => applied(at, change, mode), draft)
}

/** The draft in a form in which order of inputs, facts and comments does not tell, nor what is undefined. */
export function canonical({ filing, scenarios, comments }: Draft): unknown {
  const bySchedule = filing.schedules.map((schedule) => ({
    ...schedule,
    cells: sorted(
      schedule.cells.filter(({ input }) => input !== null).map((cell) => ({ ...cell, schedule: schedule.id })),
    ),
    facts: sorted(schedule.facts ?? []),
  }))
  const own = scenarios.map((one) => ({ ...one, cells: sorted(one.cells.filter(({ input }) => input !== null)) }))
  return plainData({ filing: { ...filing, schedules: bySchedule }, scenarios: own, comments: sorted(comments) })
}

function sorted(list: readonly unknown[]): unknown[] {
  return list.map(plainData).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** The same with the keys of objects in order and without what is undefined, so that equal content is equal text. */
function plainData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainData)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, plainData(one)]))
}

const text = (value: unknown): string => JSON.stringify(plainData(value))

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}

function scheduleIn(filing: Filing, id: string): Schedule {
  const schedule = filing.schedules.find((one) => one.id === id)
  if (!schedule) throw new Error(`There is no schedule ${id}.`)
  return schedule
}

function applied(draft: Draft, change: Change, mode: Mode): Draft {
  check(text(change.before) !== text(change.after), `Nothing changes: ${text(change)}`)
  switch (change.kind) {
    case 'cell':
      return change.scenario === null ? withBaseInput(draft, change, mode) : withScenarioInput(draft, change, mode)
    case 'comment':
      return withComment(draft, change)
    case 'filing': {
      checkStands({ definition: headOfFiling(draft.filing), at: draft.at }, change.before, 'filing')
      return { ...draft, filing: filingAfter(draft.filing, change) }
    }
    case 'line':
    case 'column': {
      const schedule = scheduleIn(draft.filing, change.schedule)
      const [list, id] = change.kind === 'line' ? [schedule.lines, change.line] : [schedule.columns, change.column]
      checkPlace(list, id, change.before, change.after)
      if (change.after === null) {
        const stands = (at: CellRef): boolean => at.schedule === change.schedule && at[change.kind] === id
        checkBare(draft, stands, `${change.kind} ${id}`)
        const bare = schedule.cells.every((cell) => !stands({ ...cell, schedule: schedule.id }))
        check(bare && !schedule.facts?.some((fact) => fact[change.kind] === id), `${id} still holds inputs or facts`)
      }
      break
    }
    case 'schedule': {
      checkPlace(draft.filing.schedules, change.schedule, change.before, change.after)
      if (change.after === null)
        checkBare(draft, (at) => at.schedule === change.schedule, `schedule ${change.schedule}`)
      break
    }
    case 'schedule_head': {
      const heads = draft.filing.schedules.map(headOfSchedule)
      checkPlace(heads, change.schedule, change.before, change.after)
      break
    }
    case 'fact': {
      const schedule = scheduleIn(draft.filing, change.schedule)
      const { source: _withTheInput, ...stands } = factOf(schedule, change.line, change.column) ?? {
        line: '',
        column: '',
      }
      check(
        text(stands.line === '' ? null : stands) === text(change.before),
        `fact ${cellName(change)} is not what stands`,
      )
      check(findCell(draft.filing, change) !== undefined, `fact ${cellName(change)} has no cell`)
      break
    }
    case 'scenario':
    case 'registrant':
      throw new Error(`An act of structure changes no ${change.kind} as such.`)
  }
  return { ...draft, filing: filingAfter(draft.filing, change) }
}

/** The filing after a change of what it consists of or of its head. */
export function filingAfter(filing: Filing, change: Change): Filing {
  const workbook = holdWorkbook([{ filing, scenarios: [], comments: [] }])
  applyChanges(workbook, filing.id, [change])
  return heldFiling(workbook, filing.id).filing
}

function checkStands(stands: unknown, before: unknown, what: string): void {
  check(text(stands ?? null) === text(before), `${what}: ${text(stands)} stands, not ${text(before)}`)
}

function checkPlace(
  list: readonly { id: string }[],
  id: string,
  before: Placed<unknown> | null,
  after: Placed<{ id: string }> | null,
): void {
  const at = list.findIndex((one) => one.id === id)
  checkStands(at < 0 ? null : { definition: list[at], at }, before, id)
  if (!after) return
  check(after.definition.id === id, `${id} was given the id ${after.definition.id}`)
  check(after.at >= 0 && after.at <= list.length - (before ? 1 : 0), `${id} has no place ${after.at}`)
}

function checkBare({ scenarios, comments }: Draft, stands: (at: CellRef) => boolean, what: string): void {
  check(
    !scenarios.some(({ cells }) => cells.some((cell) => cell.input !== null && stands(cell))),
    `${what} holds inputs of a scenario`,
  )
  check(!comments.some(stands), `${what} holds comments`)
}

function checkCell({ filing }: Draft, edit: CellEdit, mode: Mode): void {
  const found = findCell(filing, edit)
  check(found !== undefined, `${cellName(edit)} does not exist`)
  check(mode === 'reversal' || takesInput(found!.line, found!.column), `${cellName(edit)} takes no input`)
}

function edited(cells: readonly CellInput[], edit: CellEdit): CellInput[] {
  const { schedule, line, column, before, after } = edit
  const stands = cells.find((cell) => cell.line === line && cell.column === column && cell.schedule === schedule)
  check((stands?.input ?? null) === before, `${cellName(edit)} holds ${stands?.input}, not ${before}`)
  const others = cells.filter((cell) => cell !== stands)
  return after === null ? others : [...others, { schedule, line, column, input: after }]
}

function withBaseInput(draft: Draft, edit: CellEdit, mode: Mode): Draft {
  checkCell(draft, edit, mode)
  const schedules = draft.filing.schedules.map((schedule): Schedule => {
    if (schedule.id !== edit.schedule) return schedule
    const cells = edited(
      schedule.cells.map((cell) => ({ ...cell, schedule: schedule.id })),
      edit,
    )
    if (edit.source === undefined) return { ...schedule, cells }
    const facts = (schedule.facts ?? []).map((fact) => {
      if (fact.line !== edit.line || fact.column !== edit.column) return fact
      const { source: _replaced, ...rest } = fact
      return edit.after === null ? rest : { ...rest, source: edit.source! }
    })
    return { ...schedule, cells, facts }
  })
  return { ...draft, filing: { ...draft.filing, schedules } }
}

function withScenarioInput(draft: Draft, edit: CellEdit, mode: Mode): Draft {
  checkCell(draft, edit, mode)
  const scenarios = draft.scenarios.map((scenario) => {
    if (scenario.id !== edit.scenario) return scenario
    check(!scenario.locked, `${scenario.name} is locked`)
    return { ...scenario, cells: edited(scenario.cells, edit) }
  })
  return { ...draft, scenarios }
}

function withComment(draft: Draft, { comment: id, before, after }: CommentEdit): Draft {
  const stands = draft.comments.find((one) => one.id === id)
  const { id: _id, ...rest } = stands ?? { id }
  checkStands(stands ? rest : null, before, `comment ${id}`)
  check(
    !before || !after || (before.text === after.text && before.author === after.author),
    'A comment is carried as it is.',
  )
  if (after) check(findCell(draft.filing, after) !== undefined, `comment ${id} has no cell`)
  const others = draft.comments.filter((one) => one !== stands)
  return { ...draft, comments: after ? [...others, { id, ...after }] : others }
}
