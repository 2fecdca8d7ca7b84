/**
 * What becomes of an answer of what-if: it is entered where the screen is, or stands in a scenario of its own on top of what is shown.
 * Either is one change set; the answer is the analysis layer's.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import type { Plan } from '../../../shared/analysis/plan.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { commit } from '../committing.ts'
import { editsOf, enact } from '../edit/enacting.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { nextScenario } from './scenario_names.ts'
import { startedText } from './wording.ts'

/**
 * Starts a scenario with the answer as its first edit, on top of the scenario shown where one is, and shows it. Returns why not; undefined
 * where it was started.
 */
export function answerApart(session: Session, plan: Plan, ref: CellRef): Refusal | undefined {
  const { place } = session.getState()
  const { book } = session.workbook()
  const filing = place && book.filing(place.filing)
  if (!place || !filing) return { code: 'no_filing_shown' }
  if (plan.inputs.length === 0) return { code: 'nothing_to_change' }
  // Of the figures as filed every edit starts a scenario.
  if (place.scenario === null && filing.status !== 'draft') return enact(session, plan, ref)
  const started = nextScenario(book.scenarios(filing.id))
  const after = { ...started.definition, standsOn: place.scenario }
  const name = isolated(after.name)
  const { schedule, line, column } = ref
  const refusal = commit(session, {
    filing: filing.id,
    title: `${name} started. ${plan.title}`,
    place: { schedule, line, column, scenario: started.id },
    changes: [
      { kind: 'scenario', scenario: started.id, before: null, after },
      ...editsOf(session, filing.id, started.id, plan.inputs),
    ],
    leads: { to: { ...place, scenario: started.id }, remember: true },
    once: 'undo_before_applying',
  })
  if (!refusal) say(session, startedText(name))
  return refusal
}
