/**
 * The comparison of scenarios as a workpaper: its synthetic schedule through the builder of any schedule, with what each
 * scenario changes told below. Always hypothetical, so that there is no filing copy of it.
 */
import { COMPARE, compareSchedule } from '../analysis/compare_schedule.ts'
import { MOST_COMPARED, type ComparedScenario } from '../analysis/compare.ts'
import { createEngine, type Engine } from '../calc/engine.ts'
import type { Filing } from '../model/filing.ts'
import { buildPrintDocument } from './build_document.ts'
import { changedBlocks } from './changed.ts'
import type { PrintDocument, PrintOptions, Refusal } from './document.ts'
import { heldScenario, inputsIn, Nothing, periodAsked, type Asked, type PrintPart } from './part.ts'

export type CompareOptions = Pick<PrintOptions, 'changeNumber' | 'time'> & {
  column: string
  changedOnly: boolean
}

/** The workpaper of base and scenarios for a period (a column id). Throws as compareSchedule does. */
export function compareDocument(
  filing: Filing,
  base: Engine,
  scenarios: readonly ComparedScenario[],
  { column, changedOnly, changeNumber, time }: CompareOptions,
): PrintDocument | Refusal {
  const sheet = compareSchedule({ filing, column, base, scenarios, changedOnly })
  const name = scenarios.map((one) => one.name).join(', ')
  const built = buildPrintDocument(sheet.filing, COMPARE, sheet.values, {
    mode: 'workpaper',
    details: 'all',
    scenario: { name, cells: [] },
    tieOuts: [],
    changeNumber,
    time,
  })
  if (built.kind === 'refusal') return built
  const changed = scenarios.flatMap(({ name: heading, engine }) =>
    changedBlocks(filing, (ref, layer) => engine.value(ref, layer), engine.scenarioInputs(), `Changed by ${heading}`),
  )
  return { ...built, blocks: [...built.blocks, ...changed] }
}

/** The scenarios that the address names, else the first ones. */
function scenariosAsked({ held, address }: Asked, base: Engine): ComparedScenario[] {
  const inOrder = held.scenarios.toSorted((a, b) => a.position - b.position)
  const wanted = address.scenarios?.map((id) => heldScenario(held, id)) ?? inOrder.slice(0, MOST_COMPARED)
  if (wanted.length === 0) throw new Nothing('The filing has no scenario to compare with.')
  if (wanted.length > MOST_COMPARED) throw new Nothing(`At most ${MOST_COMPARED} scenarios can be compared.`)
  return [...new Set(wanted)].map(({ id, name }) => {
    return { id, name, engine: base.layer(inputsIn(held, id)) }
  })
}

export const COMPARISON_PART: PrintPart = {
  id: COMPARE,
  build(asked) {
    const { held, address, options } = asked
    const base = createEngine(held.filing)
    const scenarios = scenariosAsked(asked, base)
    const { changeNumber, time } = options
    const changedOnly = address.changed === true
    const about = { column: periodAsked(asked), changedOnly, changeNumber, time }
    return compareDocument(held.filing, base, scenarios, about)
  },
}
