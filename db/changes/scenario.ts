/**
 * How a change of a scenario is stored, under the rules of scenarios: names, chains, locks and removal.
 * Runs inside the caller's transaction; the inputs of scenarios are judged in cell.ts.
 *
 * Every rule holds for a reversal as for an edit. Linear undo walks back through states that were allowed, so none stops it:
 * what was done before a scenario was locked comes up for undo only after the locking itself was undone. A revert of an
 * older change can meet a lock, a taken name or a scenario that lies above, and is then refused with the reason.
 */
import { listed } from '../../shared/money/listed.ts'
import { descent } from '../../shared/model/chain.ts'
import { nameKey } from '../../shared/model/names.ts'
import { refusalText } from '../../shared/refusals/refusal.ts'
import { isolated } from '../../shared/money/isolated.ts'
import type Database from 'better-sqlite3'
import type { ScenarioDefinition, ScenarioEdit } from '../../shared/model/changes/scenario.ts'
import { damaged, refused, stale } from '../failure.ts'
import type { Records } from '../records.ts'
import { number, optional, rowsOf, text } from '../row_reader.ts'
import type { ChangeWriter, Writing } from './writing.ts'

/** A definition with nothing left out. */
type Stored = Required<ScenarioDefinition>

/** The scenario as stored; undefined where there is none. */
export function storedScenario(records: Records, filing: string, scenario: string): Stored | undefined {
  const record = records.get('scenario', [filing, scenario])
  if (!record) return undefined
  const [, , name, , description, position, standsOn, locked] = record
  return {
    name: text(name),
    description: text(description),
    position: number(position),
    standsOn: optional(text)(standsOn),
    locked: locked === 1,
  }
}

/** Refuses what a locked scenario does not take. */
export function checkUnlocked(scenario: Stored): void {
  if (scenario.locked) throw refused(refusalText({ code: 'scenario_locked', scenario: isolated(scenario.name) }))
}

function quoted(name: string): string {
  return `“${isolated(name)}”`
}

function complete(definition: ScenarioDefinition): Stored {
  return { ...definition, standsOn: definition.standsOn ?? null, locked: definition.locked ?? false }
}

/** True when nothing but the place in the list differs. */
function isSameButPlaced(a: Stored, b: Stored): boolean {
  return a.name === b.name && a.description === b.description && a.standsOn === b.standsOn && a.locked === b.locked
}

function writeScenario({ db, records, filing, isEdit }: Writing, change: ScenarioEdit): void {
  const { scenario } = change
  if (scenario === 'as_filed') throw refused('“As filed” is the base of every scenario and is not one itself.')
  const before = change.before && complete(change.before)
  const after = change.after && complete(change.after)
  const stored = storedScenario(records, filing, scenario)
  if (stored && before) checkLock(stored, after)
  checkBefore(stored, before)
  const key = [filing, scenario]
  if (after === null) {
    checkRemoval(db, filing, scenario, stored?.name ?? scenario, isEdit)
    records.put('scenario', key, null)
    return
  }
  if (!stored && after.locked) {
    throw refused(`“${isolated(after.name)}” cannot be locked before it is there. Make it first, then lock it.`)
  }
  checkName(db, filing, scenario, after.name)
  checkChain(records, filing, scenario, after)
  const { name, description, position, standsOn, locked } = after
  records.put('scenario', key, [name, nameKey(name), description, position, standsOn, locked ? 1 : 0])
}

/** A locked scenario can be unlocked and moved in the list; all else waits for its unlocking. */
function checkLock(stored: Stored, after: Stored | null): void {
  if (after && (!after.locked || isSameButPlaced(stored, after))) return
  checkUnlocked(stored)
}

function checkBefore(stored: Stored | undefined, before: Stored | null): void {
  if (!stored) {
    if (before) throw stale('The scenario no longer exists.')
    return
  }
  if (!before || before.position !== stored.position || !isSameButPlaced(stored, before)) {
    throw stale(`The scenario “${isolated(stored.name)}” is not what the change was to replace.`)
  }
}

function checkRemoval(db: Database.Database, filing: string, scenario: string, name: string, isEdit: boolean): void {
  const inputs = db.prepare('SELECT count(*) FROM scenario_cell WHERE filing = ? AND scenario = ?').pluck()
  if (inputs.get(filing, scenario) !== 0) {
    const message = `The scenario “${isolated(name)}” still holds inputs. Remove them with it, in one change.`
    throw isEdit ? refused(message) : damaged(message)
  }
  const standing = db.prepare('SELECT name FROM scenario WHERE filing = ? AND stands_on = ? ORDER BY position, id')
  const above = rowsOf(text, standing.pluck().all(filing, scenario))
  if (above.length === 0) return
  const [build, them] = above.length === 1 ? ['builds', 'it'] : ['build', 'them']
  throw refused(
    `“${isolated(name)}” was not removed, because ${listed(above.map(quoted))} ${build} on it. Put ${them} on another scenario or on the base first, or remove ${them}.`,
  )
}

function checkName(db: Database.Database, filing: string, scenario: string, name: string): void {
  const twin = db.prepare('SELECT 1 FROM scenario WHERE filing = ? AND name_key = ? AND id <> ?')
  if (twin.get(filing, nameKey(name), scenario)) {
    throw refused(`This filing has a scenario named “${isolated(name)}”. Choose another name.`)
  }
}

/** The chain below ends at the base; each scenario on it is there. */
function checkChain(records: Records, filing: string, scenario: string, after: Stored): void {
  const found = descent(scenario, (id) => {
    const one = id === scenario ? after : storedScenario(records, filing, id)
    return one && { ...one, id }
  })
  if (found.kind === 'base') return
  const [name, below, ...others] = found.scenarios.map((one) => quoted(one.name))
  if (found.kind === 'gone') {
    throw refused(
      `${name} cannot build on ${found.missing}, because this filing has no such scenario. Choose another, or the base.`,
    )
  }
  if (!below) throw refused(`${name} cannot build on itself. Choose another scenario, or the base.`)
  const way = [name, below, ...others, name].join(' on ')
  throw refused(
    `${name} cannot build on ${below}, because the chain would loop: ${way}. Choose another scenario, or the base.`,
  )
}

export const scenario: ChangeWriter<ScenarioEdit> = { write: writeScenario }
