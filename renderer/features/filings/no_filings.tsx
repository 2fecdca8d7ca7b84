/**
 * What stands in the middle while the workbook shows no filing: that it is so, and the way on.
 */
import { FilePlus2 } from 'lucide-react'
import type { JSX } from 'react'
import { perform } from '../../contrib/lookup.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { NO_FILING } from './wording.ts'
import { Button } from '../../ui/button.tsx'

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
