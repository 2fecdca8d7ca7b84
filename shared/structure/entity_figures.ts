/**
 * Where the figures of a period stand once it is split by entity: amounts at the first entity, links from column to column at every entity.
 * What cannot be split without changing a value stays consolidated as it was entered. Carries inputs; makes no columns.
 */
import { isText, structureFormula, takesInput } from '../calc/layout.ts'
import { sameValue } from '../calc/value.ts'
import { referencesOf, withNames } from '../formula/rewrite.ts'
import { entityColumns } from '../model/entities.ts'
import type { CellInput, CellRef, Column, Line, Schedule } from '../model/filing.ts'
import { columnOf, lineOf, scheduleOf } from '../model/lookup.ts'
import { withoutResidue } from '../money/decimal.ts'
import { parseStored } from '../money/parse.ts'
import { isFormulaInput, mapped } from './formulas.ts'
import { layered } from './layers.ts'
import { withSchedule } from './notes.ts'
import type { Draft } from './plan.ts'

/** The new columns of each period, by the id of its own. */
export type Parts = ReadonlyMap<string, readonly Column[]>

/** Amounts add up, and so does what a formula makes of them for each entity, such as a percentage. */
export function isAddedUp({ format = 'amount', formula }: Line): boolean {
  return format === 'amount' || (formula !== undefined && (format === 'percent' || format === 'rate'))
}

/** The column of an entity in another period: one that stood, or one that comes. */
export function partIn(schedule: Schedule, parts: Parts, name: string, period: string): string | undefined {
  const all = [...entityColumns(schedule, period), ...(parts.get(period) ?? [])]
  return all.find(({ entity }) => entity!.name === name)?.id
}

/** The later draft with the figures of the periods split, as the first draft and its schedule had them. */
export function withFiguresAtEntities(before: Draft, after: Draft, schedule: Schedule, parts: Parts): Draft {
  return withLinksAtEntities(before, withAmountsAtFirst(after, schedule, parts), schedule, parts)
}

/** Amounts entered in the periods, in the base and in scenarios, stand at the first entity; what else was typed there stays. */
function withAmountsAtFirst(draft: Draft, schedule: Schedule, parts: Parts): Draft {
  const next = scheduleOf(draft.filing, schedule.id)!
  const lines = new Map(next.lines.map((line) => [line.id, line]))
  const own = [
    ...next.cells,
    ...draft.scenarios.flatMap(({ cells }) => cells.filter((cell) => cell.schedule === next.id)),
  ]
  // What a scenario holds over a formula, or a formula over an amount, stays where that stands.
  const staying = new Set(own.filter(({ input }) => !isPlainAmount(input)).map(placeOf))
  const moved = (cell: CellInput): CellInput => {
    const line = lines.get(cell.line)
    const first = parts.get(cell.column)?.[0]
    if (!line || !first || staying.has(placeOf(cell))) return cell
    // A period that was split before keeps its figures where they are.
    if (entityColumns(schedule, cell.column).length > 0) return cell
    if (isText(line) || !isAddedUp(line) || !takesInput(line, first)) return cell
    // An input over a formula of the line overrides the consolidated figure.
    const isServed = structureFormula(line, columnOf(next, cell.column)!)?.by === 'line'
    return isServed ? cell : { ...cell, column: first.id }
  }
  const cells = mapped(next.cells, moved)
  const scenarios = mapped(draft.scenarios, (scenario) => {
    const kept = mapped(scenario.cells, (cell) => (cell.schedule === next.id ? moved(cell) : cell))
    return kept === scenario.cells ? scenario : { ...scenario, cells: kept }
  })
  const placed = cells === next.cells ? draft : withSchedule(draft, { ...next, cells })
  return scenarios === draft.scenarios ? placed : { ...placed, scenarios }
}

function placeOf({ line, column }: CellInput): string {
  return `${line}@${column}`
}

/** True for an amount that a sum gives back as it was entered: one so small that sums take it for nil is not. */
function isPlainAmount(input: string | null): boolean {
  const amount = input === null ? undefined : parseStored(input, 'amount')
  return input === null || (amount !== undefined && withoutResidue(amount).eq(amount))
}

/**
 * Formulas typed in the cells of a period that read other columns of the schedule, such as an opening balance its period before, read for every
 * entity the column of that entity; the consolidated figure is then their sum. One whose sum would not be what stands is left alone.
 */
function withLinksAtEntities(before: Draft, after: Draft, schedule: Schedule, parts: Parts): Draft {
  let links = linksOf(after, schedule, parts)
  const stood = layered(before)
  try {
    while (links.length > 0) {
      const next = withLinks(after, schedule.id, links)
      const now = layered(next)
      try {
        const kept = links.filter(({ ref }) =>
          [...stood.engines].every(([layer, engine]) =>
            sameValue(engine.value(ref), now.engines.get(layer)!.value(ref)),
          ),
        )
        if (kept.length === links.length) return next
        links = kept
      } finally {
        now.release()
      }
    }
    return after
  } finally {
    stood.release()
  }
}

type Link = { ref: CellRef; inputs: CellInput[] }

function linksOf(draft: Draft, schedule: Schedule, parts: Parts): Link[] {
  const next = scheduleOf(draft.filing, schedule.id)!
  const overlaid = new Set(
    draft.scenarios.flatMap(({ cells }) => cells.filter((cell) => cell.schedule === next.id).map(placeOf)),
  )
  return next.cells.flatMap((cell): Link[] => {
    const own = parts.get(cell.column)
    const line = lineOf(next, cell.line)
    const ref = { schedule: next.id, line: cell.line, column: cell.column }
    if (!own || !line || !isAddedUp(line) || entityColumns(schedule, cell.column).length > 0) return []
    if (overlaid.has(placeOf(cell)) || !isFormulaInput(draft.filing, { ...cell, ...ref })) return []
    if (structureFormula(line, columnOf(next, cell.column)!)?.by === 'line') return []
    const inputs = own.map((part) => linkOf(next, schedule, parts, { ...cell, ...ref }, part))
    return inputs.includes(undefined) ? [] : [{ ref, inputs: inputs as CellInput[] }]
  })
}

/** The formula as the column of an entity has it; undefined where it reads what is not split. */
function linkOf(
  next: Schedule,
  schedule: Schedule,
  parts: Parts,
  cell: CellInput,
  part: Column,
): CellInput | undefined {
  const { name } = part.entity!
  const line = lineOf(next, cell.line)!
  const named = referencesOf(cell.input!)
  const isOwn = named.every(
    (one) =>
      one.type === 'reference' &&
      (one.schedule ?? next.id) === next.id &&
      (one.column === undefined || partIn(schedule, parts, name, one.column) !== undefined),
  )
  if (named.length === 0 || !isOwn || !takesInput(line, part)) return undefined
  const input = withNames(cell.input!, next.id, ({ kind, name: id }) =>
    kind === 'column' ? partIn(schedule, parts, name, id)! : id,
  )
  return { ...cell, column: part.id, input }
}

function withLinks(draft: Draft, id: string, links: readonly Link[]): Draft {
  const schedule = scheduleOf(draft.filing, id)!
  const gone = new Set(links.map(({ ref }) => placeOf({ ...ref, input: null })))
  const cells = [...schedule.cells.filter((cell) => !gone.has(placeOf(cell))), ...links.flatMap(({ inputs }) => inputs)]
  return withSchedule(draft, { ...schedule, cells })
}
