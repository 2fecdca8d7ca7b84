/**
 * Sees to it that every value that is left is what it was: cells whose formulas came out otherwise get their plain value, and what
 * no input can hold is told. Compares engines; must not know what went.
 */
import type { Engine } from '../calc/engine.ts'
import { takesInput } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { plain } from '../money/decimal.ts'
import { mapped } from './formulas.ts'
import { inForce, inOrder } from '../model/chain.ts'
import type { Draft } from './plan.ts'

export type Settled = { kind: 'kept'; draft: Draft } | { kind: 'lost'; cells: CellRef[] }

/** Rounds of putting plain values in; each settles a layer, so more than a few mean that the rest cannot be. */
const ROUNDS = 3

/** The filing with base inputs set, those of other cells as they stand. */
export function withInputs(filing: Filing, inputs: ReadonlyMap<string, CellInput>): Filing {
  if (inputs.size === 0) return filing
  const schedules = mapped(filing.schedules, (schedule) => {
    const own = [...inputs.values()].filter((cell) => cell.schedule === schedule.id)
    if (own.length === 0) return schedule
    const others = schedule.cells.filter((cell) => !inputs.has(cellName({ ...cell, schedule: schedule.id })))
    return { ...schedule, cells: [...others, ...own] }
  })
  return { ...filing, schedules }
}

/**
 * The later draft in which every cell has the value of the earlier one, layer by layer; or the cells where that cannot be. `engines` are
 * those of the earlier draft, over one base.
 */
export function settled(before: Draft, engines: ReadonlyMap<string | null, Engine>, after: Draft): Settled {
  const marks = new Map([...engines].map(([layer, engine]) => [layer, engine.mark()]))
  return engines.get(null)!.supposeFiling(after.filing, before.filing, () => {
    let draft = after
    bringTo(engines, draft)
    for (const layer of [null, ...inOrder(before.scenarios).map(({ id }) => id)]) {
      for (let round = 0; ; round++) {
        const moved = marks.get(layer)!()
        if (moved.length === 0) break
        const inputs = moved.map(({ at, value }) => inputFor(draft.filing, at, value))
        const lost = moved.filter((_, i) => inputs[i] === undefined).map(({ at }) => at)
        // A cell that only follows others is put right by theirs.
        if (lost.length === moved.length || round === ROUNDS) return { kind: 'lost', cells: moved.map(({ at }) => at) }
        const found = inputs.filter((one) => one !== undefined)
        draft = withLayer(draft, layer, found)
        if (layer === null) engines.get(null)!.apply(found, 'base')
        bringTo(engines, draft)
      }
    }
    return { kind: 'kept', draft }
  })
}

/** Brings each scenario's engine to the inputs in force in it. */
function bringTo(engines: ReadonlyMap<string | null, Engine>, { scenarios }: Draft): void {
  for (const [id, inputs] of inForce(scenarios)) engines.get(id)?.enterScenario([...inputs.values()])
}

/** The input that gives a cell a value; undefined where none can. */
function inputFor(filing: Filing, at: CellRef, value: Value): CellInput | undefined {
  const found = findCell(filing, at)
  if (!found || !takesInput(found.line, found.column)) return undefined
  if (value === null) return { ...at, input: '' }
  return isAmount(value) ? { ...at, input: plain(value) } : undefined
}

function withLayer(draft: Draft, layer: string | null, inputs: readonly CellInput[]): Draft {
  const byName = new Map(inputs.map((cell) => [cellName(cell), cell]))
  if (layer === null) return { ...draft, filing: withInputs(draft.filing, byName) }
  const scenarios = mapped(draft.scenarios, (scenario) => {
    if (scenario.id !== layer) return scenario
    return { ...scenario, cells: [...scenario.cells.filter((cell) => !byName.has(cellName(cell))), ...inputs] }
  })
  return { ...draft, scenarios }
}
