/** How the log tells of a scenario: in words, by its name and what else the change set or replaced. */
import type { ScenarioDefinition, ScenarioEdit } from '../../model/changes/scenario.ts'
import type { Fields } from './fields.ts'

function inWords(one: ScenarioDefinition | null, other: ScenarioDefinition | null): string | null {
  if (!one) return null
  const parts = [one.name]
  if (one.description !== (other?.description ?? '')) parts.push(`description ${one.description || 'none'}`)
  if (other && one.position !== other.position) parts.push(`position ${one.position}`)
  if ((one.standsOn ?? null) !== (other?.standsOn ?? null)) parts.push(`builds on ${one.standsOn ?? 'the base'}`)
  if ((one.locked ?? false) !== (other?.locked ?? false)) parts.push(one.locked ? 'locked' : 'not locked')
  return parts.join('; ')
}

export function scenario({ scenario: id, before, after }: ScenarioEdit): Fields {
  return { scenario: id, before: inWords(before, after), after: inWords(after, before) }
}
