/**
 * What the workbook holds, as the screen reads it: immutable, and another object exactly where something of it changed, so that
 * whatever shows a part of it knows by that part alone whether to be drawn again. Holds no figure: those are the engines'.
 */
import type { StoredComment } from '../../../shared/model/stored_filing.ts'
import type { ScenarioDefinition } from '../../../shared/model/changes/scenario.ts'
import type { Filing } from '../../../shared/model/filing.ts'

export type ScenarioHead = ScenarioDefinition & { id: string; inputCount: number }

/** A filing with all that is held of it. Another object after every change of it, be it of one input of one scenario. */
export type HeldFiling = {
  /** With its base inputs as they stand; another object where these or anything of its structure changed. */
  filing: Filing
  /** In their order; another list where a scenario was made, changed, moved or removed, or holds more or fewer inputs. */
  scenarios: readonly ScenarioHead[]
  /** The oldest first. */
  comments: readonly StoredComment[]
}

/** By the id of the filing, in the order of the workbook, without those that were deleted. */
export type Held = ReadonlyMap<string, HeldFiling>

export const NOTHING_HELD: Held = new Map()

/** True where two objects hold the same values by the same names, but for some names. */
function isAlike<T extends object>(a: T, b: T, but?: keyof T): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<string & keyof T>
  return a === b || [...names].every((name) => name === but || a[name] === b[name])
}

function isEachAlike<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => isSame(one, b[at]!)))
}

/** True where two states of a filing differ in base inputs at most. */
export function isSameStructure(a: Filing | undefined, b: Filing | undefined): boolean {
  if (a === b || !a || !b) return a === b
  return (
    isAlike(a, b, 'schedules') && isEachAlike(a.schedules, b.schedules, (own, other) => isAlike(own, other, 'cells'))
  )
}

export function isSameStructures(a: readonly Filing[], b: readonly Filing[]): boolean {
  return isEachAlike(a, b, isSameStructure)
}

/** True where two states of what is held differ in inputs at most, and so in figures alone. */
export function isSameButInputs(a: HeldFiling, b: HeldFiling): boolean {
  return (
    a.comments === b.comments &&
    isSameStructure(a.filing, b.filing) &&
    isEachAlike(a.scenarios, b.scenarios, (own, other) => isAlike(own, other, 'inputCount'))
  )
}

/** The list that stood before, where it says the same: what shows it need not be drawn again. */
export function keptScenarios(
  before: readonly ScenarioHead[] | undefined,
  now: readonly ScenarioHead[],
): readonly ScenarioHead[] {
  return before && isEachAlike(before, now, isAlike) ? before : now
}
