/**
 * Where the value of a cell comes from: what serves it, what it reads, and what its error means.
 * Only reports; wording for a screen beyond an error's meaning is the renderer's.
 */
import { listed } from '../money/listed.ts'
import { TAX_PREFIX, type FormulaError } from '../formula/ast.ts'
import { parseFormula } from '../formula/parse.ts'
import type { CellRef, Layer } from '../model/filing.ts'
import { countText } from '../money/count.ts'
import type { Format } from '../money/format.ts'
import { TAX_FUNCTIONS } from '../tax/functions.ts'
import { Bound } from './bind.ts'
import { CellError, ERROR_MEANING, REF_ERROR, VALUE_ERROR } from './cell_error.ts'
import { Evaluation, type TaxWorking } from './evaluate.ts'
import { valueOf } from './held.ts'
import type { LayerState } from './layer_state.ts'
import { structureFormula } from './layout.ts'
import type { Network } from './network.ts'
import type { Value } from './value.ts'

type Served = 'scenario_input' | 'base_input' | 'provided' | 'line_formula' | 'column_formula' | 'nothing'

/** One step of a rule of tax: words, and the amount that it comes to; an amount of money where no format is said. */
export type WorkingStep = { words: string; amount: Value; format: Format }

/** How a rule of tax in the cell's formula came to its amount. */
export type Working = { name: string; text: string; source: string; value: Value; steps: WorkingStep[] }

export type Explanation = {
  ref: CellRef
  value: Value
  base: Value
  served: Served
  /** The input as entered or the formula that serves the cell; null where nothing does. */
  text: string | null
  /** The formula of the structure that an input stands over; null for none. */
  overridden: string | null
  precedents: { ref: CellRef; value: Value; base: Value }[]
  /** The rules of tax that the formula called, in reading order of what was computed; none where an argument is an error. */
  workings: Working[]
  /** What the error means and, for a cycle, its members (some of many, and how many more); null where the value is no error. */
  meaning: string | null
  /** Where the formula's text cannot be read. */
  formulaError: FormulaError | null
}

/** Explains a cell in a layer; a cell that does not exist explains itself as #REF!. */
export function explain(network: Network, ref: CellRef, layer: Layer): Explanation {
  const cell = network.layout.cell(ref)
  if (cell === undefined) return nowhere(ref)
  const { sheet, line, column } = network.layout.place(cell)
  const structure = structureFormula(sheet.lines[line]!, sheet.columns[column]!)
  const over = layer === 'scenario' ? network.inputText(cell, 'scenario') : null
  const base = network.inputText(cell, 'base')
  const isProvided = network.isProvided(cell, layer)
  const served = isProvided ? 'provided' : servedBy(over, base, structure?.by)
  const text = isProvided ? null : (over ?? base ?? structure?.text ?? null)
  const definition = layer === 'scenario' ? network.definition(cell) : network.baseDefinition(cell)
  const unread = definition instanceof Bound && !definition.formula ? parseFormula(definition.text) : undefined
  const value = network[layer].shown(cell)
  return {
    ref,
    value,
    base: network.base.shown(cell),
    served,
    text,
    overridden: (over !== null || base !== null) && structure ? structure.text : null,
    precedents: network.precedents(cell, layer).map((found) => ({
      ref: network.layout.ref(found),
      value: network[layer].shown(found),
      base: network.base.shown(found),
    })),
    workings: definition instanceof Bound ? workingsOf(definition, network[layer]) : [],
    meaning: meaningOf(value),
    formulaError: unread && 'error' in unread ? unread.error : null,
  }
}

function servedBy(over: string | null, base: string | null, by: 'line' | 'column' | undefined): Served {
  if (over !== null) return 'scenario_input'
  if (base !== null) return 'base_input'
  return by === undefined ? 'nothing' : `${by}_formula`
}

/** Computes the formula again, listening to its rules of tax. A cell of a cycle computes nothing. */
function workingsOf({ formula, slots, filed, text }: Bound, state: LayerState): Working[] {
  const found: Working[] = []
  // Most formulas call none, and are not computed again.
  if (!formula || !text.toLowerCase().includes(TAX_PREFIX)) return found
  const told = ({ name, call, result: { value, steps } }: TaxWorking): void => {
    found.push({
      name,
      text: text.slice(call.at, call.end),
      source: TAX_FUNCTIONS[name].source,
      value: value === 'value' ? VALUE_ERROR : valueOf(value),
      steps: steps.map(({ words, amount, format }) => ({ words, amount: valueOf(amount), format: format ?? 'amount' })),
    })
  }
  new Evaluation(told).of(formula.root, slots, filed, state.read())
  return found
}

function meaningOf(value: Value): string | null {
  if (!(value instanceof CellError)) return null
  const members = value.members ? ` The cycle runs through ${someOf(value.members)}.` : ''
  return ERROR_MEANING[value.code] + members
}

/** Members of a cycle that are named; of a longer one the others are counted. */
const MOST_NAMED = 12

function someOf(members: readonly string[]): string {
  if (members.length <= MOST_NAMED) return members.join(', ')
  const named = members.slice(0, MOST_NAMED - 1)
  return listed([...named, `${countText(members.length - named.length)} more`])
}

function nowhere(ref: CellRef): Explanation {
  return {
    ref,
    value: REF_ERROR,
    base: REF_ERROR,
    served: 'nothing',
    text: null,
    overridden: null,
    precedents: [],
    workings: [],
    meaning: ERROR_MEANING['#REF!'],
    formulaError: null,
  }
}
