/**
 * Why a scenario's headline figures differ from the base: its edits applied one at a time, each with what it moved.
 * The parts add to the whole exactly; must leave the engine as it found it.
 */
import type { Engine } from '../calc/engine.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { findCell, cellTitle } from '../model/lookup.ts'
import { type Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { typeset } from '../money/typeset.ts'
import { shown } from './edit_words.ts'
import { headlineCell, headlineValue } from './headlines.ts'

/** One factor of a scenario: a change by its title, with the inputs that it set. */
export type Edit = { title: string; inputs: readonly CellInput[] }

/** A figure that is explained: a headline by its id, or a cell by its name. */
export type Explained = {
  id: string
  label: string
  ref: CellRef | null
  base: Decimal
  scenario: Decimal
  remainder: Decimal
}

/** `effects` by the figure's id; a figure that the edit did not move has an effect of nil. */
export type ExplainedStep = Edit & { effects: Map<string, Decimal> }

/**
 * `untold` are figures that hold no amount in the base or in the scenario, so that no difference is known.
 * `remainder` of each figure is what no edit explains: nil where the edits are all that the scenario holds.
 */
export type DifferenceExplained = {
  steps: ExplainedStep[]
  figures: Explained[]
  untold: { id: string; label: string }[]
}

type Figure = { id: string; label: string; ref: CellRef | null; read: () => Value }

/**
 * Explains scenario less base for every headline of the period (a column id), and for further cells. `engine` stands in
 * the scenario; `edits` are its inputs in the order in which they are to be told. The effect of an edit depends on that
 * order where formulas bend; the sum does not. Where a figure is for a while no amount, the edit that makes it one again
 * carries the whole change since.
 */
export function explainDifference(request: {
  filing: Filing
  engine: Engine
  edits: readonly Edit[]
  column: string
  cells?: readonly CellRef[]
}): DifferenceExplained {
  const { filing, engine, edits } = request
  const figures = figuresOf(request)
  const after = figures.map(({ read }) => read())
  const standing = engine.scenarioInputs()
  const steps: ExplainedStep[] = []
  let before: Value[] = []
  const known: (Decimal | undefined)[] = []
  try {
    engine.apply(standing.map((one) => ({ ...one, input: null })))
    before = figures.map(({ read }) => read())
    for (const value of before) known.push(isAmount(value) ? value : undefined)
    for (const edit of edits) {
      engine.apply(edit.inputs.filter((one) => findCell(filing, one) !== undefined))
      const effects = new Map<string, Decimal>()
      for (const [at, { id, read }] of figures.entries()) {
        const value = read()
        const last = known[at]
        if (!isAmount(value)) continue
        if (last !== undefined) effects.set(id, withoutResidue(value.minus(last)))
        known[at] = value
      }
      steps.push({ ...edit, effects })
    }
  } finally {
    // What the edits set and the scenario does not hold goes; what it holds comes back.
    engine.apply([...engine.scenarioInputs().map((one) => ({ ...one, input: null })), ...standing])
  }
  const told: Explained[] = []
  const untold: DifferenceExplained['untold'] = []
  for (const [at, { id, label, ref }] of figures.entries()) {
    const [base, scenario] = [before[at]!, after[at]!]
    if (!isAmount(base) || !isAmount(scenario)) {
      untold.push({ id, label })
      for (const { effects } of steps) effects.delete(id)
      continue
    }
    for (const { effects } of steps) if (!effects.has(id)) effects.set(id, ZERO)
    const explained = steps.reduce((sum, { effects }) => sum.plus(effects.get(id)!), ZERO)
    told.push({ id, label, ref, base, scenario, remainder: withoutResidue(scenario.minus(base).minus(explained)) })
  }
  return { steps, figures: told, untold }
}

function figuresOf({
  filing,
  engine,
  column,
  cells = [],
}: {
  filing: Filing
  engine: Engine
  column: string
  cells?: readonly CellRef[]
}): Figure[] {
  const headlines = (filing.headlines ?? []).filter(({ id }) => id !== 'open_tie_outs')
  return [
    ...headlines.map((headline): Figure => ({
      id: headline.id,
      label: typeset(headline.label),
      ref: headlineCell(filing, headline, column),
      read: () => headlineValue(filing, engine, column, headline, 'scenario'),
    })),
    ...cells.flatMap((ref): Figure[] => {
      const found = findCell(filing, ref)
      return found ? [{ id: cellName(ref), label: cellTitle(found), ref, read: () => engine.value(ref) }] : []
    }),
  ]
}

/** A change of the log as far as it bears on a scenario: its title and the cells that it set there. */
export type TitledChange = { title: string; cells: readonly CellRef[] }

/**
 * The edits of a scenario in order: each input that stands belongs to the last change that set it, and changes none of
 * whose inputs still stands are passed over. `changes` is the scenario's history, oldest first. Inputs that no change
 * names (a chain below, an import) each become an edit of their own, told first.
 */
export function editsOf(filing: Filing, engine: Engine, changes: readonly TitledChange[] = []): Edit[] {
  const standing = new Map(engine.scenarioInputs().map((input) => [cellName(input), input]))
  const last = new Map<string, number>()
  for (const [at, { cells }] of changes.entries()) for (const cell of cells) last.set(cellName(cell), at)
  const unnamed: Edit[] = []
  const named = changes.map(({ title }) => ({ title, inputs: [] as CellInput[] }))
  for (const [name, input] of standing) {
    const at = last.get(name)
    if (at === undefined) unnamed.push({ title: editTitle(filing, engine, input), inputs: [input] })
    else named[at]!.inputs.push(input)
  }
  return [...unnamed, ...named.filter(({ inputs }) => inputs.length > 0)]
}

/** `Provision for loan losses, Three Months Ended September 30, 2007: 789,445 to 799,445`. */
function editTitle(filing: Filing, engine: Engine, input: CellInput): string {
  const found = findCell(filing, input)
  if (!found) return cellName(input)
  const [before, after] = [engine.value(input, 'base'), engine.value(input)]
  return `${cellTitle(found)}: ${shown(before, found) || 'blank'} to ${shown(after, found) || 'blank'}`
}
