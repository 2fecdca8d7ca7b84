/**
 * Scenarios that stand on one another: a downside on a base case. The one place that walks such a chain and folds it into the
 * inputs in force. Says nothing in words, and must not know where scenarios are kept.
 */
import { cellName } from './cell.ts'
import type { CellInput } from './filing.ts'

/** A scenario in its chain; `standsOn` names the one below it, absent or null for the base itself. */
export type Chained = { id: string; standsOn?: string | null }

/** A scenario with its own inputs. */
export type Holding = { cells: readonly CellInput[] }

/** What stands below a scenario, itself first: down to the base, back to the one at `back`, or down to one that is not there. */
export type Descent<T> =
  | { kind: 'base'; scenarios: T[] }
  | { kind: 'loop'; scenarios: T[]; back: number }
  | { kind: 'gone'; scenarios: T[]; missing: string }

/** Walks down from a scenario, each one once. */
export function descent<T extends Chained>(id: string, find: (id: string) => T | undefined): Descent<T> {
  const passed = new Map<string, T>()
  for (let next: string | null = id; next !== null;) {
    if (passed.has(next)) {
      return { kind: 'loop', scenarios: [...passed.values()], back: [...passed.keys()].indexOf(next) }
    }
    const one = find(next)
    if (!one) return { kind: 'gone', scenarios: [...passed.values()], missing: next }
    passed.set(next, one)
    next = one.standsOn ?? null
  }
  return { kind: 'base', scenarios: [...passed.values()] }
}

/** The scenarios, each after the one that it stands on; one whose chain is broken or loops stands on the base. */
export function inOrder<T extends Chained>(scenarios: readonly T[]): T[] {
  const byId = new Map(scenarios.map((one) => [one.id, one]))
  const done = new Set<T>()
  for (const { id } of scenarios) {
    for (const one of descent(id, (below) => byId.get(below)).scenarios.toReversed()) done.add(one)
  }
  return [...done]
}

/** The inputs in force by cell: those of the scenarios from the lowest upwards over what is below, the upper one winning. */
export function folded(
  lowestFirst: readonly Holding[],
  below: ReadonlyMap<string, CellInput> = new Map(),
): Map<string, CellInput> {
  const inputs = new Map(below)
  for (const { cells } of lowestFirst) {
    for (const cell of cells) if (cell.input !== null) inputs.set(cellName(cell), cell)
  }
  return inputs
}

/** The inputs in force in each scenario by cell. */
export function inForce(scenarios: readonly (Chained & Holding)[]): Map<string, Map<string, CellInput>> {
  const all = new Map<string, Map<string, CellInput>>()
  for (const one of inOrder(scenarios)) {
    all.set(one.id, folded([one], typeof one.standsOn === 'string' ? all.get(one.standsOn) : undefined))
  }
  return all
}
