/**
 * The chain of a scenario and the inputs that an engine is given for it, or why there is none, as a sentence. Walking and
 * folding belong to model/chain.ts.
 */
import { cellName } from '../model/cell.ts'
import { descent, folded } from '../model/chain.ts'
import type { CellInput } from '../model/filing.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'

/** A scenario with its own inputs; `standsOn` names the scenario below it, absent or null for the base itself. */
export type ChainedScenario = {
  id: string
  name?: string
  standsOn?: string | null
  cells: readonly CellInput[]
}

/** The scenarios that bear on one, lowest first, itself last. */
export type Chain = { kind: 'chain'; scenarios: ChainedScenario[] }

/** The chain of a scenario. Refused where it loops, naming its members, or where a scenario of it does not exist. */
export function chainOf(scenarios: readonly ChainedScenario[], id: string): Chain | Refused {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]))
  const found = descent(id, (below) => byId.get(below))
  if (found.kind === 'loop') return refused(loopRefusal(found.scenarios.slice(found.back)))
  if (found.kind === 'base') return { kind: 'chain', scenarios: found.scenarios.toReversed() }
  const above = found.scenarios.at(-1)
  return refused(above ? { code: 'stands_on_missing', scenario: nameOf(above) } : { code: 'scenario_missing' })
}

/** The inputs in force in a scenario, each cell once: those of the chain from the lowest upwards, the upper one winning. */
export function effectiveInputs(
  scenarios: readonly ChainedScenario[],
  id: string,
): { kind: 'inputs'; inputs: CellInput[] } | Refused {
  const chain = chainOf(scenarios, id)
  if (chain.kind === 'refused') return chain
  return { kind: 'inputs', inputs: [...folded(chain.scenarios).values()] }
}

/**
 * What the engine of a scenario takes when the scenario's own inputs change so: an input taken back falls through to the
 * chain below, where another may stand. Refused as chainOf is.
 */
export function throughChain(
  scenarios: readonly ChainedScenario[],
  id: string,
  inputs: readonly CellInput[],
): { kind: 'inputs'; inputs: CellInput[] } | Refused {
  const chain = chainOf(scenarios, id)
  if (chain.kind === 'refused') return chain
  const below = folded(chain.scenarios.slice(0, -1))
  const through = inputs.map((one) => (one.input === null ? (below.get(cellName(one)) ?? one) : one))
  return { kind: 'inputs', inputs: through }
}

/** Why a scenario cannot build on another; undefined where it can. */
export function standingRefusal(
  scenarios: readonly ChainedScenario[],
  id: string,
  standsOn: string | null,
): Refusal | undefined {
  const after = scenarios.map((one) => (one.id === id ? { ...one, standsOn } : one))
  const chain = chainOf(after, id)
  return chain.kind === 'refused' ? chain.refusal : undefined
}

/** The scenarios that stand on one directly, in the order given: they keep it from being deleted. */
export function standingOn(scenarios: readonly ChainedScenario[], id: string): ChainedScenario[] {
  return scenarios.filter(({ standsOn }) => standsOn === id)
}

function nameOf({ id, name }: ChainedScenario): string {
  return name ?? id
}

function loopRefusal(loop: readonly ChainedScenario[]): Refusal {
  if (loop.length === 1) return { code: 'stands_on_itself', scenario: nameOf(loop[0]!) }
  const steps = loop.map((one, at) => `${nameOf(one)} on ${nameOf(loop[(at + 1) % loop.length]!)}`)
  return { code: 'chain_loops', steps }
}
