/**
 * The tie-outs in one light: how many hold, how many stand open, in words.
 */
import type { TieOut } from './rules.ts'

type TieOutTone = 'pass' | 'open'

type Light = { tone: TieOutTone; text: string }

/** The light over all tie-outs of a filing. A change that a scenario makes on purpose does not turn it. */
export function tieOutLight(all: readonly Pick<TieOut, 'status'>[]): Light {
  const count = (status: TieOut['status']): number => all.filter((one) => one.status === status).length
  const [failed, changed, flagged, untested] = [
    count('fail'),
    count('changed_by_scenario'),
    count('flagged'),
    count('not_testable'),
  ]
  const held = all.length - failed - changed - flagged - untested
  const words = [
    failed > 0 ? `${failed} ${failed === 1 ? 'does' : 'do'} not tie` : `${held} tie`,
    ...(changed > 0 ? [`${changed} changed by the scenario`] : []),
    ...(flagged > 0 ? [`${flagged} flagged`] : []),
  ]
  return { tone: failed > 0 ? 'open' : 'pass', text: words.join(', ') }
}
