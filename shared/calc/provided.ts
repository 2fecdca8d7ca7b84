/**
 * Values that are computed outside the formulas, such as those of the trust model, as sets by cell. Compares sets; must not compute a value.
 */
import { sameHeld, type Held } from './held.ts'

/** The cells at which two sets say otherwise, those that one of them alone has included. */
export function differing(before: ReadonlyMap<number, Held>, after: ReadonlyMap<number, Held>): number[] {
  const gone = [...before.keys()].filter((cell) => !after.has(cell))
  const changed = [...after].filter(([cell, value]) => !before.has(cell) || !sameHeld(before.get(cell)!, value))
  return [...gone, ...changed.map(([cell]) => cell)]
}

/** The set without cells that are gone; the same set where it had none of them. */
export function without(values: ReadonlyMap<number, Held>, gone: ReadonlySet<number>): ReadonlyMap<number, Held> {
  if (values.size === 0 || ![...gone].some((cell) => values.has(cell))) return values
  return new Map([...values].filter(([cell]) => !gone.has(cell)))
}
