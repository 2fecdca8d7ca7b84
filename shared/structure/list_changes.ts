/**
 * How one list becomes another, item by item, in few steps: what is put in, taken out, moved and changed, each with the place
 * that it has at that moment. Compares by id; must not know what the items are.
 */
import type { Placed } from '../model/changes/change_kind.ts'
import { difference } from '../model/list_difference.ts'

export type ListChange<T> = { id: string; before: Placed<T> | null; after: Placed<T> | null }

/** The steps in the three groups in which they are applied; between the first two, what stands on old items is carried to new ones. */
export type ListChanges<T> = { made: ListChange<T>[]; removed: ListChange<T>[]; changed: ListChange<T>[] }

/** The fewest steps from one list to the other; an item whose definition is the same by `same` and which keeps its place has none. */
export function listChanges<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): ListChanges<T> {
  // The items with which both lists begin and end have no step, and move no other.
  const { first: from, end, endBefore } = difference(before, after)
  const steps = between(before.slice(from, endBefore), after.slice(from, end), same)
  const placed = (one: Placed<T> | null): Placed<T> | null => one && { ...one, at: one.at + from }
  const shifted = (list: ListChange<T>[]): ListChange<T>[] =>
    from === 0 ? list : list.map((step) => ({ ...step, before: placed(step.before), after: placed(step.after) }))
  return { made: shifted(steps.made), removed: shifted(steps.removed), changed: shifted(steps.changed) }
}

function between<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): ListChanges<T> {
  const old = new Map(before.map((item) => [item.id, item]))
  const now = new Set(after.map(({ id }) => id))
  const list = before.map(({ id }) => id)
  const settled = staying(list, after, now)
  const made: ListChange<T>[] = []
  const removed: ListChange<T>[] = []
  const changed: ListChange<T>[] = []
  /** The place behind the nearest item before it that has come to its place. */
  const placeOf = (index: number): number => {
    for (let i = index - 1; i >= 0; i--) {
      const { id } = after[i]!
      if (settled.has(id)) return list.indexOf(id) + 1
    }
    return 0
  }
  for (const [i, definition] of after.entries()) {
    const { id } = definition
    if (old.has(id)) continue
    const at = placeOf(i)
    list.splice(at, 0, id)
    settled.add(id)
    made.push({ id, before: null, after: { definition, at } })
  }
  for (let at = list.length - 1; at >= 0; at--) {
    const id = list[at]!
    if (now.has(id)) continue
    list.splice(at, 1)
    removed.push({ id, before: { definition: old.get(id)!, at }, after: null })
  }
  for (const [i, definition] of after.entries()) {
    const { id } = definition
    if (settled.has(id)) continue
    const from = list.indexOf(id)
    list.splice(from, 1)
    const at = placeOf(i)
    list.splice(at, 0, id)
    settled.add(id)
    changed.push({ id, before: { definition: old.get(id)!, at: from }, after: { definition, at } })
  }
  const moved = new Set(changed.map(({ id }) => id))
  for (const [at, definition] of after.entries()) {
    const was = old.get(definition.id)
    if (!was || moved.has(definition.id) || was === definition || same(was, definition)) continue
    changed.push({ id: definition.id, before: { definition: was, at }, after: { definition, at } })
  }
  return { made, removed, changed }
}

/** The longest run of items that stand in the same order before and after: they need not move. */
function staying(list: readonly string[], after: readonly { id: string }[], now: ReadonlySet<string>): Set<string> {
  const rank = new Map(after.map(({ id }, at) => [id, at]))
  const kept = list.filter((id) => now.has(id))
  const ends: number[] = []
  const previous: number[] = []
  for (const [i, id] of kept.entries()) {
    const own = rank.get(id)!
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rank.get(kept[ends[middle]!]!)! < own) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? -1 : ends[low - 1]!)
    ends[low] = i
  }
  const found = new Set<string>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i]!) found.add(kept[i]!)
  return found
}
