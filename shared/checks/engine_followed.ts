/**
 * The engine that tie-outs read, which may give way to another over the same base: what was found keeps no engine, so that its words
 * read the one that is followed. And the cells in which two of them differ. Reads engines; judges nothing.
 */
import type { Engine } from '../calc/engine.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef } from '../model/filing.ts'

/** An engine that asks whichever is followed now. */
export function engineFollowed(now: () => Engine): Engine {
  const asked = Object.keys(now()) as (keyof Engine)[]
  const forwarded = asked.map((name) => [name, (...given: never[]) => now()[name](...(given as [never, never, never]))])
  return {
    ...(Object.fromEntries(forwarded) as Engine),
    // Asked so often that the call is to be plain.
    value: (ref, layer) => now().value(ref, layer),
    input: (ref, layer) => now().input(ref, layer),
  }
}

function isSame(a: Value, b: Value): boolean {
  return a === b || (isAmount(a) && isAmount(b) && a.eq(b))
}

/**
 * The cells whose value or input in the scenario is another in one engine than in the other, over the same base, and some beside them;
 * undefined where they are more than `most`. Costs what differs: where a value is the same, what reads it is.
 */
export function differingCells(a: Engine, b: Engine, most: number): readonly CellRef[] | undefined {
  const inputs = new Map(a.scenarioInputs().map((one) => [cellName(one), one]))
  const open: CellRef[] = []
  for (const one of b.scenarioInputs()) {
    const name = cellName(one)
    if (inputs.get(name)?.input !== one.input) open.push(one)
    inputs.delete(name)
  }
  for (const one of inputs.values()) open.push(one)
  const found = new Map<string, CellRef>()
  for (let ref = open.pop(); ref; ref = open.pop()) {
    const name = cellName(ref)
    if (found.has(name)) continue
    if (found.size === most) return undefined
    const { schedule, line, column } = ref
    found.set(name, { schedule, line, column })
    if (isSame(a.value(ref), b.value(ref))) continue
    for (const engine of [a, b]) open.push(...engine.dependents(ref, 'scenario'))
  }
  return [...found.values()]
}
