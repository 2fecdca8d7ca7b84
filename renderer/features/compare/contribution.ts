/**
 * The comparison of scenarios, in the place of a schedule.
 */
import type { Contribution } from '../../contrib/contribution.ts'
import { CompareSheet } from './compare_sheet.tsx'
import { isCompare } from '../../session/reading/compared.ts'
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import { go } from '../../session/place/going.ts'
import type { Session } from '../../session/session.ts'

function goToComparison(session: Session): void {
  const { place } = session.getState()
  if (place) go(session, { ...place, schedule: COMPARE })
}

export const compare = {
  actions: { compare: { run: goToComparison, enters: true } },
  views: [{ serves: isCompare, Content: CompareSheet }],
} satisfies Contribution
