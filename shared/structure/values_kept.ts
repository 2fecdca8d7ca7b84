/**
 * A draft from which something goes while no other value changes, in the base and in every scenario: formulas that depend on it
 * take its present values in its place.
 *
 * - In a formula, a reference becomes its amount and a range what is left of it with the amounts of the rest.
 * - A formula of a line or column is rewritten so where it comes out the same in every cell that it serves. Otherwise it is
 *   dropped and each of its cells gets its own formula, or its plain value, as an input; a column computed throughout then takes inputs.
 * - A scenario gets an input of its own where its values differ from those of the layer below it.
 * - Where text cannot carry a value (a blank, an error passed over), the cell gets its plain value. An error cannot be kept.
 */
import type { Engine } from '../calc/engine.ts'
import { isAmount } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { plain } from '../money/decimal.ts'
import type { Dependent } from './dependents.ts'
import { isFormulaInput, mapped, type FormulaPlace } from './formulas.ts'
import { isGone, type Gone } from './gone.ts'
import { inForce, inOrder } from '../model/chain.ts'
import { baseInput, givenFormula } from './layers.ts'
import type { Draft, DraftScenario } from './plan.ts'
import { cellsServed } from './ranges.ts'
import { withValues } from './taken_values.ts'
import { settled, withInputs, type Settled } from './settled.ts'
import { columnOf, scheduleOf } from '../model/lookup.ts'

/** What the act starts from: the draft as it stands, the engine of each layer, what goes, and who depends on it. */
export type Task = {
  draft: Draft
  engines: ReadonlyMap<string | null, Engine>
  gone: Gone
  dependents: readonly Dependent[]
}

/** The later draft with the values of what went kept wherever formulas read them; or the cells whose values cannot be kept. */
export function valuesKept(task: Task, after: Draft): Settled {
  const base = inBase(task, after.filing)
  const filing = withInputs(base.filing, base.inputs)
  const scenarios = inScenarios(task, filing, after.scenarios, base.touched)
  return settled(task.draft, task.engines, { ...after, filing, scenarios })
}

/** The formula of a cell in a layer with values in place of what goes; undefined where text cannot carry them. */
function carried({ draft, gone, engines }: Task, layer: string | null, at: CellRef, text: string): string | undefined {
  const engine = engines.get(layer)!
  const done = withValues({ filing: draft.filing, gone, value: (ref, of) => engine.value(ref, of) }, at, text)
  return done?.kept ? done.text : undefined
}

/** The value of a cell as an input; blank for what no input can hold. */
function plainText({ engines }: Task, layer: string | null, at: CellRef): string {
  const value = engines.get(layer)!.value(at)
  return isAmount(value) ? plain(value) : ''
}

/** The base as it becomes; `touched` are all cells that dependent formulas serve. */
type Base = { filing: Filing; inputs: Map<string, CellInput>; touched: Map<string, CellRef> }

function inBase(task: Task, after: Filing): Base {
  const base: Base = { filing: after, inputs: new Map(), touched: new Map() }
  const put = ({ schedule, line, column }: CellRef, input: string): void => {
    base.inputs.set(cellName({ schedule, line, column }), { schedule, line, column, input })
  }
  for (const { place, text } of task.dependents) {
    if (place.kind === 'cell') {
      const { schedule, line, column } = place
      base.touched.set(cellName(place), { schedule, line, column })
      if (place.scenario === null) put(place, carried(task, null, place, text) ?? plainText(task, null, place))
      continue
    }
    const served = cellsServed(task.draft.filing, place).filter((at) => !isGone(task.gone, at))
    const texts = served.map((at) => carried(task, null, at, text))
    // Where no scenario can have an input of its own, the formula has to be right in all of them.
    const others =
      place.kind === 'column' && columnOf(scheduleOf(task.draft.filing, place.schedule), place.column)?.all
        ? task.draft.scenarios.map(({ id }) => id)
        : []
    const isSame = others.every((layer) => served.every((at, i) => carried(task, layer, at, text) === texts[i]))
    for (const at of served) base.touched.set(cellName(at), at)
    const [first] = texts
    if (isSame && first !== undefined && texts.every((one) => one === first)) {
      base.filing = withFormulaAt(base.filing, place, first)
      continue
    }
    base.filing = withFormulaAt(base.filing, place, undefined)
    for (const [i, at] of served.entries()) {
      if (baseInput(task.draft.filing, at) === undefined) put(at, texts[i] ?? plainText(task, null, at))
    }
  }
  return base
}

/** The filing with another formula for a line or column, or with none: what it served then takes inputs. */
function withFormulaAt(filing: Filing, place: FormulaPlace, formula: string | undefined): Filing {
  const schedules = mapped(filing.schedules, (schedule) => {
    if (schedule.id !== place.schedule) return schedule
    if (place.kind === 'line') {
      const lines = mapped(schedule.lines, (line) => {
        if (line.id !== place.line) return line
        if (formula !== undefined) return { ...line, formula }
        const { formula: _dropped, columns: _served, ...rest } = line
        return { ...rest, kind: line.kind === 'formula' ? ('input' as const) : line.kind }
      })
      return { ...schedule, lines }
    }
    const columns = mapped(schedule.columns, (column) => {
      if (column.id !== place.column) return column
      if (formula !== undefined) return { ...column, formula }
      const { formula: _dropped, all: _throughout, ...rest } = column
      return rest
    })
    return { ...schedule, columns }
  })
  return { ...filing, schedules }
}

/** The scenarios as they become over the new base. */
function inScenarios(
  task: Task,
  filing: Filing,
  after: readonly DraftScenario[],
  touched: ReadonlyMap<string, CellRef>,
): DraftScenario[] {
  const { draft } = task
  const was = inForce(draft.scenarios)
  const now = new Map<string, Map<string, string>>()
  const own = new Map<string, Map<string, CellInput>>()
  const kept = new Map(after.map((one) => [one.id, one]))
  for (const { id, standsOn } of inOrder(draft.scenarios)) {
    const inputs = new Map(
      (kept.get(id)?.cells ?? []).filter(({ input }) => input !== null).map((cell) => [cellName(cell), cell]),
    )
    const below = (typeof standsOn === 'string' ? now.get(standsOn) : undefined) ?? new Map<string, string>()
    for (const [name, at] of touched) {
      const standing = was.get(id)!.get(name)
      const oldBase = baseInput(draft.filing, at)
      const text = standing?.input ?? oldBase ?? givenFormula(draft.filing, at)
      if (
        text === undefined ||
        (standing || oldBase !== undefined ? !isFormulaInput(draft.filing, { ...at, input: text }) : false)
      )
        continue
      const next = carried(task, id, at, text) ?? plainText(task, id, at)
      const under = below.get(name) ?? baseInput(filing, at) ?? givenFormula(filing, at)
      if (inputs.has(name) || next !== under) inputs.set(name, { ...at, input: next })
    }
    own.set(id, inputs)
    const all = new Map(below)
    for (const [name, { input }] of inputs) all.set(name, input!)
    now.set(id, all)
  }
  return after.map((scenario) => {
    const inputs = own.get(scenario.id)
    return inputs ? { ...scenario, cells: [...inputs.values()] } : scenario
  })
}
