/**
 * What tells two lists of inputs apart, found without reading what stands in both: lists are never changed in place, and an edit keeps
 * the inputs that it does not touch. Judges nothing.
 */
import type { CellInput, Filing } from './filing.ts'

/** The inputs of each of two lists once those are out that stand in both, mostly at one place or next to it. */
export function inputsApart(
  before: readonly CellInput[],
  after: readonly CellInput[],
): { before: CellInput[]; after: CellInput[] } {
  const left: { before: CellInput[]; after: CellInput[] } = { before: [], after: [] }
  if (before === after) return left
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      i++
      j++
    } else if (before[i + 1] === after[j]) left.before.push(before[i++]!)
    else if (before[i] === after[j + 1]) left.after.push(after[j++]!)
    else {
      left.before.push(before[i++]!)
      left.after.push(after[j++]!)
    }
  }
  return { before: [...left.before, ...before.slice(i)], after: [...left.after, ...after.slice(j)] }
}

/** The base inputs that lead from one state of a filing to another: null for those that go. Those of schedules that go are left out. */
export function inputsBetween(before: Filing, after: Filing): CellInput[] {
  const old = new Map(before.schedules.map((schedule) => [schedule.id, schedule]))
  return after.schedules.flatMap((schedule) => {
    const left = inputsApart(old.get(schedule.id)?.cells ?? [], schedule.cells)
    const gone = left.before.map((cell): CellInput => ({ ...cell, schedule: schedule.id, input: null }))
    return [...gone, ...left.after.map((cell): CellInput => ({ ...cell, schedule: schedule.id }))]
  })
}
