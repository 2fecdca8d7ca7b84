/**
 * What a recast of chosen lines consists of, judged before anything is written: which lines become components, which turn their sign, through
 * which totals they counted in net earnings; or why they cannot be moved.
 */
import type { Line, Schedule } from '../model/filing.ts'
import { lineName, readLineName, scheduleName, scheduleOf } from '../model/lookup.ts'
import { refused } from '../refusals/refusal.ts'
import { withDetails } from './outline.ts'
import type { Draft, StructureRefusal } from './plan.ts'
import { discontinuedOf, netEarningsOf, readBy, totalsBetween, weightIn } from './recast_place.ts'

export type Recasting = {
  kind: 'recasting'
  schedule: Schedule
  net: Line
  /** The line that holds discontinued operations, where the schedule has one. */
  discontinued: Line | undefined
  /** The lines that count in discontinued operations, in their order. */
  components: Line[]
  /** All that moves: components with what folds under them. */
  block: ReadonlySet<string>
  /** Lines that come to fold under another: under the named one, a component (undefined) under discontinued operations. */
  parents: ReadonlyMap<string, string | undefined>
  /** The lines whose place among the others changes. */
  moving: ReadonlySet<string>
  /** The lines whose figures turn their sign. */
  turned: ReadonlySet<string>
  /** The totals in which the components counted, net earnings among them where it reads them itself. */
  totals: Line[]
}

/** Judges the lines chosen of a schedule. */
export function recasting({ filing }: Draft, id: string, chosen: readonly string[]): Recasting | StructureRefusal {
  const schedule = scheduleOf(filing, id)
  if (!schedule) return refused({ code: 'no_such_schedule' })
  const isIncome = (schedule.kind ?? 'income') === 'income'
  const net = isIncome ? netEarningsOf(filing, schedule) : undefined
  if (!net) return refused({ code: 'recast_without_net_earnings', schedule: scheduleName(schedule) })
  const block = withDetails(schedule.lines, chosen)
  if (block.length === 0) return refused({ code: 'no_line_chosen' })
  const ids = new Set(block.map((line) => line.id))
  const discontinued = discontinuedOf(schedule)
  // What was chosen is told before what goes with it.
  const asked = [...block.filter((line) => chosen.includes(line.id)), ...block]
  const fault = asked.map((line) => faultOf(schedule, line, { net, discontinued })).find((one) => one !== undefined)
  if (fault) return fault
  const name = (line: Line): string => lineName({ schedule, line })
  // A line chosen with the total that reads it, or with the line that it folds under, is a part of that, and no component of its own.
  const above = new Map<string, string | undefined>()
  for (const line of block) {
    const reader = block.find((one) => one !== line && readBy(schedule, one).includes(line))
    const folds = line.parent !== undefined && ids.has(line.parent) ? line.parent : undefined
    above.set(line.id, folds ?? reader?.id)
  }
  const components = block.filter((line) => above.get(line.id) === undefined && holdsFigures(line))
  const partly = block.find((line) => line.kind === 'formula' && readBy(schedule, line).some((one) => !ids.has(one.id)))
  if (partly) return refused({ code: 'recast_in_part', line: name(partly) })
  const parents = new Map<string, string | undefined>()
  for (const line of block) {
    const to = above.get(line.id)
    if (to === undefined || to !== line.parent) parents.set(line.id, to)
  }
  const totals = totalsBetween(schedule, block, net)
  if (totals.some(({ columns, only }) => columns !== undefined || only !== undefined)) {
    const line = totals.find(({ columns, only }) => columns !== undefined || only !== undefined)!
    return refused({ code: 'recast_no_plain_sum', line: name(line) })
  }
  const weights = new Map(components.map((line) => [line.id, weightIn(schedule, line, net)]))
  const odd = components.find((line) => Math.abs(weights.get(line.id)!) !== 1)
  if (odd || components.length === 0)
    return refused({ code: 'recast_not_in_net_earnings', line: name(odd ?? block[0]!) })
  // A part that a total reads beside the whole would go on counting there.
  const beside = totals
    .flatMap((total) => readBy(schedule, total))
    .find((line) => ids.has(line.id) && !components.includes(line))
  if (beside) return refused({ code: 'recast_in_part', line: name(beside) })
  if (discontinued && (weightIn(schedule, discontinued, net) !== 1 || discontinued.columns || discontinued.only))
    return refused({ code: 'recast_no_place', line: name(discontinued) })
  const turned = new Set<string>()
  for (const component of components) {
    if (weights.get(component.id) === 1) continue
    for (const id of underOf(component.id, above)) turned.add(id)
  }
  const heads = filing.headlines?.flatMap(({ lines }) => lines.map(readLineName)) ?? []
  const headed = block.find(
    (line) => turned.has(line.id) && heads.some((one) => one.schedule === id && one.line === line.id),
  )
  if (headed) return refused({ code: 'recast_of_headline', line: name(headed) })
  return {
    kind: 'recasting',
    schedule,
    net,
    discontinued,
    components,
    block: ids,
    parents,
    moving: new Set(parents.keys()),
    turned,
    totals,
  }
}

function holdsFigures({ kind }: Line): boolean {
  return kind === 'input' || kind === 'formula'
}

/** Why a line, chosen or below one that is, cannot be a component or part of one. */
function faultOf(
  schedule: Schedule,
  line: Line,
  { net, discontinued }: { net: Line; discontinued: Line | undefined },
): StructureRefusal | undefined {
  const name = lineName({ schedule, line })
  if (line === net || line === discontinued) return refused({ code: 'recast_of_itself', line: name })
  if (discontinued && withDetails(schedule.lines, [discontinued.id]).includes(line))
    return refused({ code: 'recast_already', line: name })
  const isAmount = (line.format ?? 'amount') === 'amount'
  const isPart = line.parent !== undefined && (line.kind === 'heading' || line.kind === 'text')
  return (holdsFigures(line) && isAmount) || isPart ? undefined : refused({ code: 'recast_no_amounts', line: name })
}

/** A line with all that comes to stand below it. */
function underOf(id: string, above: ReadonlyMap<string, string | undefined>): string[] {
  const found = [id]
  for (const one of found) for (const [part, over] of above) if (over === one && !found.includes(part)) found.push(part)
  return found
}
