/**
 * The changes that lead from one draft to another, each with exactly what stands before it, in an order that storage takes:
 * nothing is removed while something stands on it, and nothing is put where nothing is yet. Judges nothing.
 */
import { headOfFiling, headOfSchedule } from '../model/lookup.ts'
import { cellName } from '../model/cell.ts'
import type { CellEdit } from '../model/changes/cell.ts'
import type { Change } from '../model/changes/kinds.ts'
import type { CommentEdit } from '../model/changes/comment.ts'
import type { FactEdit } from '../model/changes/fact.ts'
import type { CellFact, CellInput, Schedule } from '../model/filing.ts'
import { inputsApart } from '../model/inputs_apart.ts'
import { listChanges } from './list_changes.ts'
import type { Draft } from './plan.ts'

/** The changes in the groups in which they are made. */
type Steps = Record<'cleared' | 'made' | 'carried' | 'removed' | 'changed' | 'said' | 'set', Change[]>

/** The changes from one state of a draft to another; none where they are the same. */
export function draftChanges(before: Draft, after: Draft): Change[] {
  const steps: Steps = { cleared: [], made: [], carried: [], removed: [], changed: [], said: [], set: [] }
  addSchedules(steps, before, after)
  addScenarios(steps, before, after)
  addComments(steps, before, after)
  const [was, now] = [headOfFiling(before.filing), headOfFiling(after.filing)]
  if (!sameContent(was, now)) {
    const { at } = before
    steps.set.push({ kind: 'filing', before: { definition: was, at }, after: { definition: now, at } })
  }
  const { cleared, made, carried, removed, changed, said, set } = steps
  return [...cleared, ...made, ...carried, ...removed, ...changed, ...said, ...set]
}

/** True where two definitions say the same; what is undefined is not said. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameContent(item, b[i]))
    )
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameContent(left[key], right[key]))
}

function addSchedules(steps: Steps, before: Draft, after: Draft): void {
  const lists = listChanges(before.filing.schedules, after.filing.schedules, (a, b) =>
    sameContent(headOfSchedule(a), headOfSchedule(b)),
  )
  for (const { id, ...change } of lists.made) steps.made.push({ kind: 'schedule', schedule: id, ...change })
  for (const { id, ...change } of lists.removed) steps.removed.push({ kind: 'schedule', schedule: id, ...change })
  for (const { id, before: was, after: now } of lists.changed) {
    steps.changed.push({
      kind: 'schedule_head',
      schedule: id,
      before: { definition: headOfSchedule(was!.definition), at: was!.at },
      after: { definition: headOfSchedule(now!.definition), at: now!.at },
    })
  }
  const old = new Map(before.filing.schedules.map((schedule) => [schedule.id, schedule]))
  for (const schedule of after.filing.schedules) {
    const was = old.get(schedule.id)
    if (was && was !== schedule) addRows(steps, was, schedule)
  }
}

function addRows(steps: Steps, before: Schedule, after: Schedule): void {
  const schedule = before.id
  const lines = listChanges(before.lines, after.lines, sameContent)
  const columns = listChanges(before.columns, after.columns, sameContent)
  for (const group of ['made', 'removed', 'changed'] as const) {
    for (const { id: line, ...change } of lines[group]) steps[group].push({ kind: 'line', schedule, line, ...change })
    for (const { id: column, ...change } of columns[group])
      steps[group].push({ kind: 'column', schedule, column, ...change })
  }
  const sources = [before, after].map(sourcesOf) as [Map<string, string>, Map<string, string>]
  // An input is taken out before what is said of it and put back after it: its source travels with it.
  addInputs(steps, null, before.cells, after.cells, sources)
  addFacts(steps, before, after)
}

function sourcesOf({ facts }: Schedule): Map<string, string> {
  const sources = new Map<string, string>()
  for (const { line, column, source } of facts ?? []) if (source !== undefined) sources.set(`${line}@${column}`, source)
  return sources
}

function addInputs(
  steps: Steps,
  scenario: string | null,
  before: readonly CellInput[],
  after: readonly CellInput[],
  sources?: [Map<string, string>, Map<string, string>],
): void {
  if (before === after) return
  const differing = inputsApart(before, after)
  const now = inputsOf(differing.after)
  const old = inputsOf(differing.before)
  const edit = ({ schedule, line, column }: CellInput, was: string | null, next: string | null): CellEdit => {
    const source = sources?.[next === null ? 0 : 1].get(`${line}@${column}`)
    const cell = { kind: 'cell' as const, schedule, line, column, scenario, before: was, after: next }
    return source === undefined ? cell : { ...cell, source }
  }
  for (const [name, cell] of old) if (!now.has(name)) steps.cleared.push(edit(cell, cell.input, null))
  for (const [name, cell] of now) {
    const was = old.get(name)?.input ?? null
    if (was !== cell.input) steps.set.push(edit(cell, was, cell.input))
  }
}

/** The inputs that stand, by cell. */
function inputsOf(cells: readonly CellInput[]): Map<string, CellInput> {
  return new Map(cells.filter(({ input }) => input !== null).map((cell) => [cellName(cell), cell]))
}

function addFacts(steps: Steps, before: Schedule, after: Schedule): void {
  if (before.facts === after.facts) return
  const [old, now] = [factsOf(before), factsOf(after)]
  const edit = ({ line, column }: CellFact, was: CellFact | null, next: CellFact | null): FactEdit => ({
    kind: 'fact',
    schedule: before.id,
    line,
    column,
    before: was,
    after: next,
  })
  for (const [name, fact] of old) if (!now.has(name)) steps.cleared.push(edit(fact, fact, null))
  for (const [name, fact] of now) {
    const was = old.get(name) ?? null
    if (!sameContent(was, fact)) steps.said.push(edit(fact, was, fact))
  }
}

/** What is said of each cell, without the source, which travels with the input. */
function factsOf({ facts }: Schedule): Map<string, CellFact> {
  return new Map((facts ?? []).map(({ source: _withTheInput, ...fact }) => [`${fact.line}@${fact.column}`, fact]))
}

function addScenarios(steps: Steps, before: Draft, after: Draft): void {
  const now = new Map(after.scenarios.map((scenario) => [scenario.id, scenario]))
  for (const { id, cells } of before.scenarios) addInputs(steps, id, cells, now.get(id)?.cells ?? [])
}

function addComments(steps: Steps, before: Draft, after: Draft): void {
  if (before.comments === after.comments) return
  const now = new Map(after.comments.map(({ id, ...comment }) => [id, comment]))
  for (const { id, ...comment } of before.comments) {
    const next = now.get(id) ?? null
    const change: CommentEdit = { kind: 'comment', comment: id, before: comment, after: next }
    // A comment on what is renamed is carried over in one step: it keeps its author and time.
    if (next === null) steps.cleared.push(change)
    else if (!sameContent(comment, next)) steps.carried.push(change)
  }
}
