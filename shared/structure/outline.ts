/**
 * Lines as an outline: which lines fold under which, and the runs in which they stand. A total may stand before its details or
 * behind them. Bears with parents that loop or do not exist. Reads only.
 */
import type { Line } from '../model/filing.ts'

/** The lines with all details below them, at any depth, in the order of the list. */
export function withDetails(lines: readonly Line[], ids: Iterable<string>): Line[] {
  const children = Map.groupBy(lines, ({ parent }) => parent)
  const found = new Set(ids)
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
  return lines.filter(({ id }) => found.has(id))
}

/** The line, its parent, that one's parent and so on. */
export function upFrom(lines: ReadonlyMap<string, Line>, id: string): string[] {
  const passed = new Set<string>()
  for (let at = lines.get(id); at && !passed.has(at.id);) {
    passed.add(at.id)
    at = at.parent === undefined ? undefined : lines.get(at.parent)
  }
  return [...passed]
}

/** Those of the chosen lines that fold under no other chosen one, in the order of the list. */
export function rootsOf(lines: readonly Line[], chosen: readonly string[]): Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const set = new Set(chosen)
  return lines.filter(
    ({ id }) =>
      set.has(id) &&
      !upFrom(byId, id)
        .slice(1)
        .some((above) => set.has(above)),
  )
}

/** The unbroken stretch of a line and its details around it: indexes of the first and the last. */
export function runOf(lines: readonly Line[], id: string): [number, number] {
  const members = new Set(withDetails(lines, [id]).map((line) => line.id))
  const at = lines.findIndex((line) => line.id === id)
  let [first, last] = [at, at]
  while (first > 0 && members.has(lines[first - 1]!.id)) first--
  while (last < lines.length - 1 && members.has(lines[last + 1]!.id)) last++
  return [first, last]
}

/** The line at a place, or the one above it, that is a sibling of the given one; undefined where none is. */
export function siblingAt(lines: readonly Line[], at: number, line: Line): Line | undefined {
  const there = lines[at]
  if (!there) return undefined
  const byId = new Map(lines.map((one) => [one.id, one]))
  const above = upFrom(byId, there.id)
  const top = (one: Line): string | undefined =>
    one.parent !== undefined && byId.has(one.parent) ? one.parent : undefined
  for (const id of above) if (top(byId.get(id)!) === top(line)) return byId.get(id)
  return undefined
}

/**
 * The lines with a detail and its own details brought into the run of its parent where they stand outside it: behind the last of
 * the parent's details, or before the parent where those stand before it.
 */
export function withinRun(lines: readonly Line[], id: string): Line[] {
  const line = lines.find((one) => one.id === id)!
  const block = withDetails(lines, [id])
  const parent = line.parent === undefined ? undefined : lines.find((one) => one.id === line.parent)
  if (!parent || block.includes(parent)) return [...lines]
  const rest = lines.filter((one) => !block.includes(one))
  const at = lines.indexOf(line)
  const [first, last] = runOf(lines, parent.id)
  if (at >= first && at <= last) return [...lines]
  const [from, to] = runOf(rest, parent.id)
  const top = rest.indexOf(parent)
  return rest.toSpliced(to === top && from < top ? top : to + 1, 0, ...block)
}
