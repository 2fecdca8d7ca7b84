/**
 * What a filing says of itself: registrant, title, form, dates, unit. Of a filed filing they are read; why is said.
 */
import { useState, type JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import { predecessorOf, successorsOf } from '../../../shared/model/line_of_filings.ts'
import { detailsOf } from '../../../shared/templates/filing_details.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { areDetailsComplete, DetailFields } from './detail_fields.tsx'
import { changeDetails } from '../../session/filings/filing_acts.ts'
import { perform } from '../../contrib/lookup.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, lineText } from './wording.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { Button } from '../../ui/button.tsx'

export function DetailsDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [details, setDetails] = useState(() => detailsOf(filing))
  const [sent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const isFiled = filing.status !== 'draft'
  return (
    <DialogFrame
      title="Filing details"
      about={isFiled ? ABOUT.detailsOfFiled : ABOUT.detailsOfDraft}
      className="filing-form"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isFiled) return closeDialog(session)
          setSent(true)
          if (!areDetailsComplete(details)) return
          const refused = changeDetails(session, filing.id, details)
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        <DetailFields details={details} onChange={setDetails} readOnly={isFiled} sent={sent} />
        <LinePlace filing={filing} />
        <Problem text={refusal && refusalText(refusal)} />
        {isFiled ? (
          <div className="dialog-acts">
            <Button
              onClick={() => {
                closeDialog(session)
                perform(session, 'reopen_filing', filing.id)
              }}
            >
              Reopen with a reason…
            </Button>
            <Button type="submit" look="primary" data-first-focus>
              Close
            </Button>
          </div>
        ) : (
          <DialogActs submit="Change the details" />
        )}
      </form>
    </DialogFrame>
  )
}

function LinePlace({ filing }: { filing: Filing }): JSX.Element {
  const { book } = useOpenSession().workbook()
  const [all, records] = [book.filings(), book.registrants()]
  return <p className="hint">{lineText(predecessorOf(filing, all, records), successorsOf(filing, all, records))}</p>
}
