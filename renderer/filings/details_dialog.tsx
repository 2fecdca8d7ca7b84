/**
 * What a filing says of itself: registrant, title, form, dates, unit. Of a filed filing they are read; why is said.
 */
import { useState, type JSX } from 'react'
import type { Filing } from '../../shared/model/filing.ts'
import { detailsOf } from '../../shared/templates/filing_details.ts'
import { DialogFrame, closeDialog } from '../dialogs/frame.tsx'
import { areDetailsComplete, DetailFields } from './detail_fields.tsx'
import { changeDetails, openFilingDialog } from './filing_acts.ts'

export function DetailsDialog({ filing }: { filing: Filing }): JSX.Element {
  const [details, setDetails] = useState(() => detailsOf(filing))
  const [sent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isFiled = filing.status !== 'draft'
  return (
    <DialogFrame
      title="Filing details"
      about={
        isFiled
          ? 'This filing is filed and locked, so its details are those of the document. They change in a draft: reopen it with a reason, or duplicate it.'
          : 'They stand in the heads of the screen and of printed schedules.'
      }
      className="filing-form"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isFiled) return closeDialog()
          setSent(true)
          if (!areDetailsComplete(details)) return
          const reason = changeDetails(filing.id, details)
          if (reason === null) closeDialog()
          else setRefusal(reason)
        }}
      >
        <DetailFields details={details} onChange={setDetails} readOnly={isFiled} sent={sent} />
        {refusal === null ? null : (
          <p className="problem" role="alert">
            {refusal}
          </p>
        )}
        <div className="dialog-acts">
          {isFiled ? (
            <>
              <button
                type="button"
                className="button"
                onClick={() => {
                  closeDialog()
                  openFilingDialog('reopen', filing.id)
                }}
              >
                Reopen with a reason…
              </button>
              <button type="submit" className="button primary" data-first-focus>
                Close
              </button>
            </>
          ) : (
            <>
              <button type="button" className="button" onClick={closeDialog}>
                Cancel
              </button>
              <button type="submit" className="button primary">
                Change the details
              </button>
            </>
          )}
        </div>
      </form>
    </DialogFrame>
  )
}
