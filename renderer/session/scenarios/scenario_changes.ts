/**
 * What each act on a scenario changes: making, revising, copying, moving, locking, removing and posting one. Judged by
 * the rules of the workbook, so that a refusal comes with its reason before anything is sent. Pure; must not commit.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { standingOn, standingRefusal } from '../../../shared/analysis/chain.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { ScenarioDefinition } from '../../../shared/model/changes/scenario.ts'
import type { CellInput } from '../../../shared/model/filing.ts'
import { counted } from '../../../shared/money/count.ts'
import { listed } from '../../../shared/money/listed.ts'
import type { Book } from '../book/book.ts'
import type { ScenarioHead } from '../book/held.ts'
import { withFacts } from '../book/draft_facts.ts'
import { copyName, isSameName, namedScenario } from './scenario_names.ts'
import { refused, type Refusal, type Refused } from '../../../shared/refusals/refusal.ts'

/** `scenario` is the one that the act is about, also where it makes it. */
export type Proposal = { kind: 'changes'; title: string; changes: Change[]; scenario: string } | Refused

export type Statement = { name: string; description: string; standsOn: string | null }

export type Of = { book: Book; filing: string; scenario: string }

function headOf({ book, filing, scenario }: Of): ScenarioHead | undefined {
  return book.scenarios(filing).find(({ id }) => id === scenario)
}

function definitionOf({ id: _id, inputCount: _count, ...definition }: ScenarioHead): ScenarioDefinition {
  return definition
}

/** The change that gives a scenario other particulars. */
function redefined(head: ScenarioHead, to: Partial<ScenarioDefinition>): Change {
  const before = definitionOf(head)
  return { kind: 'scenario', scenario: head.id, before, after: { ...before, ...to } }
}

function proposed(scenario: string, title: string, changes: Change[]): Proposal {
  return { kind: 'changes', title, changes, scenario }
}

function lockedRefusal({ name }: ScenarioHead): Refused {
  return refused({ code: 'scenario_locked', scenario: isolated(name) })
}

function quotedList(names: readonly string[]): string {
  return listed(names.map((name) => `“${isolated(name)}”`))
}

/** A scenario and those that stand on it, as a refusal names them. */
function stoodOn({ name }: ScenarioHead, above: readonly string[]) {
  return { scenario: isolated(name), above: quotedList(above), several: above.length > 1 }
}

const GONE = refused({ code: 'scenario_gone' })

/** What the screen calls the figures under all scenarios. */
const OF_THE_FILING = ['As filed', 'The figures as filed', 'Draft', 'The draft']

/** Why a statement cannot stand, and at which of its parts; undefined where it can. `scenario` null is a new one. */
export function problemOf(
  book: Book,
  filing: string,
  scenario: string | null,
  { name, standsOn }: Pick<Statement, 'name' | 'standsOn'>,
): { at: 'name' | 'standsOn'; refusal: Refusal } | undefined {
  const wanted = name.trim()
  if (wanted === '') return { at: 'name', refusal: { code: 'scenario_unnamed' } }
  if (OF_THE_FILING.some((name) => isSameName(name, wanted))) {
    return { at: 'name', refusal: { code: 'name_of_the_filing' } }
  }
  if (book.scenarios(filing).some((one) => one.id !== scenario && isSameName(one.name, wanted))) {
    return { at: 'name', refusal: { code: 'scenario_name_taken' } }
  }
  const refusal = scenario === null ? undefined : standingRefusal(book.chained(filing), scenario, standsOn)
  return refusal && { at: 'standsOn', refusal }
}

export function making(book: Book, filing: string, { name, description, standsOn }: Statement): Proposal {
  const problem = problemOf(book, filing, null, { name, standsOn })
  if (problem) return refused(problem.refusal)
  const { id, definition } = namedScenario(name, description, book.scenarios(filing))
  const after = { ...definition, standsOn }
  const made: Change = { kind: 'scenario', scenario: id, before: null, after }
  return proposed(id, `Scenario made: ${isolated(after.name)}`, [made])
}

/** Changes name, description and what it stands on, as one act; its id stays. No changes where nothing differs. */
export function revising(of: Of, { name, description, standsOn }: Statement): Proposal {
  const { book, filing, scenario } = of
  const head = headOf(of)
  if (!head) return GONE
  const after = { name: name.trim(), description, standsOn }
  const parts: string[] = []
  if (after.name !== head.name) parts.push(`renamed: ${isolated(head.name)} to ${isolated(after.name)}`)
  if (description !== head.description) parts.push(`described: ${isolated(after.name)}`)
  if (standsOn !== (head.standsOn ?? null)) {
    const under = book.scenarios(filing).find(({ id }) => id === standsOn)
    parts.push(
      under ? `put on ${isolated(under.name)}: ${isolated(after.name)}` : `put on the base: ${isolated(after.name)}`,
    )
  }
  if (parts.length === 0) return proposed(scenario, '', [])
  if (head.locked) return lockedRefusal(head)
  const problem = problemOf(book, filing, scenario, { name, standsOn })
  if (problem) return refused(problem.refusal)
  return proposed(scenario, `Scenario ${parts.join('; ')}`, [redefined(head, after)])
}

/** Copies a scenario with its own inputs; the copy stands right after it, on the same scenario, unlocked. */
export function duplicating(of: Of): Proposal {
  const { book, filing, scenario } = of
  const head = headOf(of)
  if (!head) return GONE
  const known = book.scenarios(filing)
  const { id, definition } = namedScenario(copyName(head.name, known), head.description, known)
  const order = known.flatMap((one) => (one.id === scenario ? [one.id, id] : [one.id]))
  const position = order.indexOf(id) + 1
  const after: ScenarioDefinition = { ...definition, position, standsOn: head.standsOn ?? null }
  const inputs = book.scenarioCells(filing, scenario).map((cell) => entered(cell, id, null, cell.input))
  const title = `Scenario duplicated: ${isolated(head.name)} as ${isolated(after.name)}`
  return proposed(id, title, [
    ...placed(known, order),
    { kind: 'scenario', scenario: id, before: null, after },
    ...inputs,
  ])
}

export function moving(of: Of, step: -1 | 1): Proposal {
  const { book, filing, scenario } = of
  const known = book.scenarios(filing)
  const order = known.map(({ id }) => id)
  const at = order.indexOf(scenario)
  if (at < 0) return GONE
  const to = at + step
  if (to < 0 || to >= order.length) {
    return refused({ code: 'edge_of_list', scenario: isolated(known[at]!.name), edge: step < 0 ? 'first' : 'last' })
  }
  order.splice(at, 1)
  order.splice(to, 0, scenario)
  const name = known[at]!.name
  return proposed(scenario, `Scenario moved: ${isolated(name)}, to place ${to + 1}`, placed(known, order))
}

/** The moves that bring scenarios into the order; an id that is not known yet only takes its place. */
function placed(known: readonly ScenarioHead[], order: readonly string[]): Change[] {
  return order.flatMap((id, at): Change[] => {
    const head = known.find((one) => one.id === id)
    return head && head.position !== at + 1 ? [redefined(head, { position: at + 1 })] : []
  })
}

export function locking(of: Of, locked: boolean): Proposal {
  const head = headOf(of)
  if (!head) return GONE
  const title = `Scenario ${locked ? 'locked' : 'unlocked'}: ${isolated(head.name)}`
  return proposed(of.scenario, title, [redefined(head, { locked })])
}

/** Removes a scenario with its inputs, as one act that undo brings back whole. Refused while others stand on it. */
export function removing(of: Of): Proposal {
  const { book, filing, scenario } = of
  const head = headOf(of)
  if (!head) return GONE
  if (head.locked) return lockedRefusal(head)
  const above = standingOn(book.chained(filing), scenario).map(({ name, id }) => name ?? id)
  if (above.length > 0) {
    return refused({ code: 'scenario_stood_on', ...stoodOn(head, above) })
  }
  return proposed(scenario, `Scenario removed: ${isolated(head.name)}`, emptied(of, head))
}

function emptied({ book, filing, scenario }: Of, head: ScenarioHead): Change[] {
  const inputs = book.scenarioCells(filing, scenario).map((cell) => entered(cell, scenario, cell.input, null))
  return [...inputs, { kind: 'scenario', scenario, before: definitionOf(head), after: null }]
}

function entered(
  { schedule, line, column }: CellInput,
  scenario: string | null,
  before: string | null,
  after: string | null,
): CellEdit {
  return { kind: 'cell', schedule, line, column, scenario, before, after }
}

/**
 * Posts a scenario of a draft to the draft: every input in force in it, those of the scenarios that it stands on too,
 * becomes an input of the draft, and the scenario goes. Scenarios that stood on it stand on the draft, which shows them
 * the same figures.
 */
export function posting(of: Of): Proposal {
  const { book, filing, scenario } = of
  const head = headOf(of)
  if (!head) return GONE
  if (book.filing(filing)?.status !== 'draft') {
    return refused({ code: 'not_posted_as_filed' })
  }
  if (head.locked) return lockedRefusal(head)
  const above = book.scenarios(filing).filter(({ standsOn }) => standsOn === scenario)
  const held = above.filter(({ locked }) => locked)
  if (held.length > 0) {
    const names = held.map(({ name }) => name)
    return refused({ code: 'not_posted_under_locked', ...stoodOn(head, names) })
  }
  const effective = book.effectiveCells(filing, scenario)
  const freed = above.map((one) => redefined(one, { standsOn: null }))
  const seen = new Set<string>()
  const base = effective.flatMap((cell): CellEdit[] => {
    const before = book.input(filing, null, cell)
    // A blank that a scenario laid over a figure is, in the draft itself, no input.
    const after = cell.input === '' ? null : cell.input
    if (before === after || seen.has(cellName(cell))) return []
    seen.add(cellName(cell))
    return [entered(cell, null, before, after)]
  })
  const count = counted(base.length, 'input')
  return proposed(scenario, `Posted to the draft: ${isolated(head.name)}, ${count}`, [
    ...freed,
    ...emptied(of, head),
    ...withFacts(book.filing(filing), base),
  ])
}
