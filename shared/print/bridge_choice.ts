/**
 * Which bridges a filing has and how each is named in an address: `taxable_income`, `equity_roll`, `scenario_<headline>`.
 * Builds none itself: that is analysis.
 */
import { equityRoll, scenarioBridge, taxableIncomeBridge, type Bridge } from '../analysis/bridges.ts'
import { editsOf, explainDifference, type TitledChange } from '../analysis/explanation.ts'
import type { Engine } from '../calc/engine.ts'
import type { Filing } from '../model/filing.ts'
import { refused, type Refused } from '../refusals/refusal.ts'

/** A bridge that can be asked for. */
export type BridgeChoice = { id: string; label: string }

const FROM_BASE = 'scenario_'

/** The bridges of a filing; those from the base to the scenario only where figures of a scenario are shown. */
export function bridgeChoices(filing: Filing, scenario: string | null): BridgeChoice[] {
  const headlines = (filing.headlines ?? []).filter(({ id }) => id !== 'open_tie_outs')
  const has = (id: string): boolean => headlines.some((headline) => headline.id === id)
  return [
    ...(has('taxable_income') ? [{ id: 'taxable_income', label: 'Net earnings to estimated taxable income' }] : []),
    ...(has('equity') ? [{ id: 'equity_roll', label: 'Equity roll' }] : []),
    ...(scenario === null
      ? []
      : headlines.map(({ id, label }) => ({ id: `${FROM_BASE}${id}`, label: `Base to scenario: ${label}` }))),
  ]
}

export type BridgeRequest = {
  filing: Filing
  /** Stands in the scenario, or in none. */
  engine: Engine
  id: string
  /** The period: a column id. */
  column: string
  /** The scenario's name; null for the base. */
  scenario: string | null
  /** The scenario's history, oldest first, where it is known; without it each input is an edit of its own. */
  changes?: readonly TitledChange[]
}

/** The bridge of that id. Refused as the bridges themselves are, and where no scenario is shown to lead to. */
export function bridgeById({ filing, engine, id, column, scenario, changes }: BridgeRequest): Bridge | Refused {
  if (id === 'taxable_income') return taxableIncomeBridge({ filing, engine, column })
  if (id === 'equity_roll') return equityRoll({ filing, engine, column })
  if (!id.startsWith(FROM_BASE)) return refused({ code: 'no_such_bridge', bridge: id })
  if (scenario === null) return refused({ code: 'no_scenario_shown' })
  const edits = editsOf(filing, engine, changes)
  const base = filing.status === 'draft' ? 'Draft' : 'As filed'
  return scenarioBridge(explainDifference({ filing, engine, edits, column }), id.slice(FROM_BASE.length), {
    base,
    scenario,
  })
}
