/**
 * The tie-outs in one light: how many hold, how many are open, in words. Amber while any does not tie or is flagged, without a colour
 * where nothing was tested.
 */
import type { TieOutCounts } from '../../../shared/checks/tie_out_book.ts'
import { NOT_TESTED } from './wording.ts'

export type TieOutTone = 'pass' | 'open' | 'none'

type Light = { tone: TieOutTone; text: string }

/** The light over all tie-outs of a filing. A change that a scenario makes on purpose does not turn it. */
export function tieOutLight(counts: TieOutCounts): Light {
  const { fail: failed, changed_by_scenario: changed, flagged } = counts
  const held = counts.pass + counts.within_rounding
  if (failed + changed + flagged + held === 0) return { tone: 'none', text: NOT_TESTED }
  const words = [
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'does' : 'do'} not tie`] : []),
    ...(failed > 0 || (held === 0 && flagged > 0) ? [] : [`${held} tie`]),
    ...(changed > 0 ? [`${changed} changed by the scenario`] : []),
    ...(flagged > 0 ? [`${flagged} flagged`] : []),
  ]
  return { tone: failed + flagged > 0 ? 'open' : 'pass', text: words.join(', ') }
}
