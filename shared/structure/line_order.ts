/**
 * Acts on the order of lines and on what folds under what. Details travel with the line that they fold under, and stay within its
 * run. A range in a formula holds on to its members; where it comes to count others, the title says so.
 */
import type { Line, Schedule } from '../model/filing.ts'
import { lineNameOf, scheduleOf, idsOf } from '../model/lookup.ts'
import { refused } from '../refusals/refusal.ts'
import { focusOn } from './judged.ts'
import { withNotesRenumbered, withSchedule } from './notes.ts'
import { rootsOf, runOf, siblingAt, upFrom, withDetails } from './outline.ts'
import type { Draft, StructurePlan, StructureRefusal } from './plan.ts'
import { proposed } from './propose.ts'
import { withRangeEnds, changedRanges } from './range_ends.ts'
import { linesWords, rangeWords } from './ranges.ts'
import { parentFault } from './faults.ts'

type Chosen = { schedule: Schedule; roots: Line[]; block: Line[]; rest: Line[] }

function chosenIn(draft: Draft, id: string, lines: readonly string[]): Chosen | StructureRefusal {
  const schedule = scheduleOf(draft.filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const roots = rootsOf(schedule.lines, lines)
  if (roots.length === 0) return refused({ code: 'no_line_chosen' })
  const block = withDetails(schedule.lines, idsOf(roots))
  const moving = new Set(block)
  return { schedule, roots, block, rest: schedule.lines.filter((line) => !moving.has(line)) }
}

/** The plan that puts the lines in another order, or under other lines. */
function reordered(draft: Draft, { schedule, roots }: Chosen, lines: Line[], verb: string): StructurePlan {
  const next = { ...schedule, lines }
  const ids = new Set(roots.map((line) => line.id))
  const after = withRangeEnds(draft, withSchedule(draft, next), {
    schedule: schedule.id,
    what: 'line',
    ids,
    how: 'moved',
  })
  const ranges = changedRanges(draft, after)
  if (ranges.kind === 'refused') return ranges
  const words = linesWords(draft.filing, schedule.id, idsOf(roots))
  const title = `${verb} ${words}${verb === 'Moved' ? parentWords(schedule, lines, roots) : ''}${rangeWords(draft.filing, ranges.changes)}`
  return proposed(draft, withNotesRenumbered(draft, after), title, focusOn(next, { line: roots[0]!.id }))
}

/** Under which line moved lines then fold, where that is another: `: now a detail of Other income`. */
function parentWords(schedule: Schedule, now: readonly Line[], roots: readonly Line[]): string {
  const [first] = roots
  const parent = now.find((line) => line.id === first?.id)?.parent
  if (!first || parent === first.parent) return ''
  const many = roots.length > 1
  if (parent !== undefined) return `: now ${many ? 'details' : 'a detail'} of ${lineNameOf(schedule, parent)}`
  return `: no longer ${many ? 'details' : 'a detail'} of ${lineNameOf(schedule, first.parent!)}`
}

/**
 * Lines moved to the gap before the line that now stands at index `to` (the number of lines: the end), with their details. `parent`
 * puts them under another line (null: under none) in the same act. A gap inside another line's details is taken to mean the near
 * side of that run; a detail cannot leave the run of the line that it folds under.
 */
export function moveLines(
  draft: Draft,
  { schedule: id, lines, to, parent }: { schedule: string; lines: string[]; to: number; parent?: string | null },
): StructurePlan {
  const chosen = chosenIn(draft, id, lines)
  if ('kind' in chosen) return chosen
  const { schedule, block, rest } = chosen
  const roots = parent === undefined ? chosen.roots : chosen.roots.map((line) => under(line, parent))
  const [first] = roots
  if (roots.some((line) => line.parent !== first!.parent)) {
    return refused({ code: 'different_parents' })
  }
  const loop = block.some((line) => line.id === first!.parent)
  if (loop) return refused({ code: 'under_itself', line: lineNameOf(schedule, first!.id) })
  const fault = parentFault([...rest, ...roots], first!)
  if (fault) return refused(fault)
  const moving = new Set(block)
  const asked = schedule.lines.slice(0, Math.max(0, to)).filter((line) => !moving.has(line)).length
  const isDown = to > schedule.lines.indexOf(block[0]!)
  const gap = gapFor(rest, first!, asked, isDown, parent === undefined ? schedule.lines : rest, schedule)
  if (typeof gap !== 'number') return gap
  const byId = new Map(roots.map((line) => [line.id, line]))
  return reordered(draft, chosen, rest.toSpliced(gap, 0, ...block.map((line) => byId.get(line.id) ?? line)), 'Moved')
}

function under(line: Line, parent: string | null): Line {
  const { parent: _old, ...rest } = line
  return parent === null ? rest : { ...rest, parent }
}

/** Where a line may go that is asked for at a gap of the other lines. */
function gapFor(
  rest: Line[],
  line: Line,
  asked: number,
  isDown: boolean,
  all: readonly Line[],
  schedule: Schedule,
): number | StructureRefusal {
  const byId = new Map(rest.map((one) => [one.id, one]))
  const parent = line.parent === undefined ? undefined : byId.get(line.parent)
  if (parent) {
    const [from, to] = runOf(rest, parent.id)
    const at = rest.indexOf(parent)
    const details = withDetails(all, [parent.id]).filter((one) => one !== parent)
    const top = all.findIndex((one) => one.id === parent.id)
    const isAbove = details.some((one) => all.indexOf(one) < top)
    const isBelow = details.some((one) => all.indexOf(one) > top)
    const least = isAbove ? from : at + 1
    const most = isBelow || !isAbove ? to + 1 : at
    if (asked < least || asked > most) {
      const [name, above] = [lineNameOf(schedule, line.id), lineNameOf(schedule, parent.id)]
      return refused({ code: 'stays_with_parent', line: name, parent: above })
    }
  }
  const own = new Set(line.parent === undefined ? [] : upFrom(byId, line.parent))
  const [above, below] = [rest[asked - 1], rest[asked]]
  if (!above || !below) return asked
  const around = new Set(upFrom(byId, above.id))
  // The outermost line whose run the gap would split.
  const split = upFrom(byId, below.id).findLast((id) => around.has(id) && !own.has(id))
  if (split === undefined) return asked
  const [from, to] = runOf(rest, split)
  return isDown ? to + 1 : from
}

/** Lines moved up (-1) or down (1) past the next line of the same depth, with their details. */
export function moveLinesBy(
  draft: Draft,
  { schedule: id, lines, by }: { schedule: string; lines: string[]; by: 1 | -1 },
): StructurePlan {
  const chosen = chosenIn(draft, id, lines)
  if ('kind' in chosen) return chosen
  const { schedule, roots, block, rest } = chosen
  const edge = by < 0 ? roots[0]! : roots.at(-1)!
  if (roots.some((line) => line.parent !== edge.parent)) {
    return refused({ code: 'different_parents' })
  }
  const [first, last] = runOf(schedule.lines, edge.id)
  const at = by < 0 ? first - 1 : last + 1
  const isParent = schedule.lines[at]?.id === edge.parent
  const sibling = siblingAt(schedule.lines, isParent ? at + by : at, edge)
  if (!sibling || block.includes(sibling)) {
    const parent = schedule.lines.find((line) => line.id === edge.parent)
    return refused({
      code: 'at_the_edge',
      line: lineNameOf(schedule, edge.id),
      edge: by < 0 ? 'first' : 'last',
      parent: parent ? lineNameOf(schedule, parent.id) : null,
    })
  }
  const [from, to] = runOf(rest, sibling.id)
  return reordered(
    draft,
    chosen,
    rest.toSpliced(by < 0 ? from : to + 1, 0, ...block),
    by < 0 ? 'Moved up' : 'Moved down',
  )
}

/**
 * Lines made details: of the total around whose details they stand, otherwise of the nearest line above of the same depth.
 */
export function indentLines(
  draft: Draft,
  { schedule: id, lines }: { schedule: string; lines: string[] },
): StructurePlan {
  const chosen = chosenIn(draft, id, lines)
  if ('kind' in chosen) return chosen
  const isRoot = new Set(chosen.roots.map((line) => line.id))
  let next = chosen.schedule.lines
  for (const { id: line } of chosen.roots) {
    const parent = newParent(chosen.schedule, next, line, isRoot)
    if (typeof parent !== 'string') return parent
    next = next.map((one) => (one.id === line ? { ...one, parent } : one))
  }
  return reordered(draft, chosen, next, 'Indented')
}

function newParent(
  schedule: Schedule,
  lines: readonly Line[],
  id: string,
  isRoot: ReadonlySet<string>,
): string | StructureRefusal {
  const line = lines.find((one) => one.id === id)!
  const around = lines.find((one) => {
    if (one.parent !== line.parent || isRoot.has(one.id) || !holdsDetails(one)) return false
    const top = lines.indexOf(one)
    const details = withDetails(lines, [one.id]).filter((detail) => detail !== one)
    const at = lines.indexOf(line)
    return details.some((detail) => lines.indexOf(detail) < at) && at < top
  })
  if (around) return around.id
  const [first] = runOf(lines, id)
  const above = siblingAt(lines, first - 1, line)
  if (!above || above.id === id) {
    return refused({ code: 'nothing_to_fold_under', line: lineNameOf(schedule, line.id) })
  }
  if (!holdsDetails(above)) return refused({ code: 'takes_no_details', line: lineNameOf(schedule, above.id) })
  return above.id
}

function holdsDetails({ kind }: Line): boolean {
  return kind === 'input' || kind === 'formula'
}

/** Details brought up one level, out of the run of the line that they folded under. */
export function outdentLines(
  draft: Draft,
  { schedule: id, lines }: { schedule: string; lines: string[] },
): StructurePlan {
  const chosen = chosenIn(draft, id, lines)
  if ('kind' in chosen) return chosen
  const top = chosen.roots.find((line) => line.parent === undefined)
  if (top) return refused({ code: 'no_detail', line: lineNameOf(chosen.schedule, top.id) })
  let next = [...chosen.schedule.lines]
  const isBefore = (line: Line): boolean => next.indexOf(line) < next.findIndex((one) => one.id === line.parent)
  // Each goes to the edge of the run, so the order among those on one side stays.
  const before = chosen.roots.filter(isBefore)
  const behind = chosen.roots.filter((line) => !before.includes(line)).toReversed()
  for (const line of [...before, ...behind]) next = outdented(next, line)
  return reordered(draft, chosen, next, 'Outdented')
}

function outdented(lines: Line[], line: Line): Line[] {
  const parent = lines.find((one) => one.id === line.parent)
  const up = under(line, parent?.parent ?? null)
  const replaced = lines.map((one) => (one.id === line.id ? up : one))
  if (!parent) return replaced
  const block = new Set(withDetails(replaced, [line.id]).map((one) => one.id))
  // A ring of parents holds the whole of itself.
  if (block.has(parent.id)) return replaced
  const rest = replaced.filter((one) => !block.has(one.id))
  const [first, last] = runOf(rest, parent.id)
  const at = lines.indexOf(line) < lines.indexOf(parent) ? first : last + 1
  return rest.toSpliced(at, 0, ...replaced.filter((one) => block.has(one.id)))
}
