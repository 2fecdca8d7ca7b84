/**
 * The tie-outs in one light: how many hold, how many stand open, in words.
 */
import type { TieOutCounts } from '../../../shared/checks/tie_out_book.ts'

type TieOutTone = 'pass' | 'open'

type Light = { tone: TieOutTone; text: string }

/** The light over all tie-outs of a filing. A change that a scenario makes on purpose does not turn it. */
export function tieOutLight(counts: TieOutCounts): Light {
  const { fail: failed, changed_by_scenario: changed, flagged } = counts
  const held = counts.pass + counts.within_rounding
  const words = [
    failed > 0 ? `${failed} ${failed === 1 ? 'does' : 'do'} not tie` : `${held} tie`,
    ...(changed > 0 ? [`${changed} changed by the scenario`] : []),
    ...(flagged > 0 ? [`${flagged} flagged`] : []),
  ]
  return { tone: failed > 0 ? 'open' : 'pass', text: words.join(', ') }
}
