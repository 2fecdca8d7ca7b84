/**
 * Names and ids of new scenarios: unique within their filing. Pure.
 */
import type { ScenarioDefinition } from '../../../shared/model/changes/scenario.ts'
import { nameKey } from '../../../shared/model/names.ts'
import { freeId } from '../../../shared/structure/ids.ts'
import { cutText } from '../../../shared/money/cut_text.ts'
import { AS_FILED } from '../place/place.ts'

type Known = readonly { id: string; name: string; position: number }[]
type NewScenario = { id: string; definition: ScenarioDefinition }

/** Ids that addresses and the columns of the comparison need for themselves. */
const RESERVED = new Set([AS_FILED, 'base'])

/** Two names are the same when they differ only in case, the encoding of accents or spaces around. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b)
}

export const LONGEST_NAME = 120

/** A free name for a copy: `Base case copy`, `Base case copy 2` and so on. */
export function copyName(name: string, known: readonly { name: string }[]): string {
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? ' copy' : ` copy ${count}`
    const copy = `${cutText(name, LONGEST_NAME - end.length)}${end}`
    if (!known.some((one) => isSameName(one.name, copy))) return copy
  }
}

function lastPosition(known: Known): number {
  return Math.max(0, ...known.map(({ position }) => position))
}

/** The next scenario that starts by itself: Scenario 1, Scenario 2 and so on. */
export function nextScenario(known: Known): NewScenario {
  const ids = new Set(known.map(({ id }) => id))
  const isTaken = (name: string): boolean => known.some((one) => isSameName(one.name, name))
  let count = 1
  while (ids.has(`scenario_${count}`) || isTaken(`Scenario ${count}`)) count += 1
  const definition = { name: `Scenario ${count}`, description: '', position: lastPosition(known) + 1 }
  return { id: `scenario_${count}`, definition }
}

/** A scenario of a given name; its id follows from the name. */
export function namedScenario(name: string, description: string, known: Known): NewScenario {
  const id = freeId(name, [...known.map((one) => one.id), ...RESERVED], 'scenario')
  return { id, definition: { name: name.trim(), description, position: lastPosition(known) + 1 } }
}
