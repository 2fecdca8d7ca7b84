/**
 * What stands in the middle while the workbook shows no filing, or the filing shown no schedule: that it is so, and the way on.
 */
import { FilePlus2, TablePropertiesIcon } from 'lucide-react'
import type { JSX } from 'react'
import { isolated } from '../../../shared/money/isolated.ts'
import { perform } from '../../contrib/lookup.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { Button } from '../../ui/button.tsx'
import { NO_FILING, noScheduleText } from './wording.ts'

export function NoFilings(): JSX.Element {
  const session = useOpenSession()
  return (
    <div className="no-filings">
      <h2>No filings</h2>
      <p>{NO_FILING}</p>
      <Button look="primary" onClick={() => perform(session, 'new_filing')}>
        <FilePlus2 aria-hidden size={16} /> New filing…
      </Button>
    </div>
  )
}

export function NoSchedules(): JSX.Element | null {
  const session = useOpenSession()
  const filing = shownFiling(session)
  if (!filing) return null
  const isDraft = filing.status === 'draft'
  return (
    <div className="no-filings">
      <h2>No schedules</h2>
      <p>{noScheduleText(isolated(filing.title), isDraft)}</p>
      {isDraft ? (
        <Button look="primary" onClick={() => perform(session, 'new_schedule')}>
          <TablePropertiesIcon aria-hidden size={16} /> New schedule…
        </Button>
      ) : null}
    </div>
  )
}
