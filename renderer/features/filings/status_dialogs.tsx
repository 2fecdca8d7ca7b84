/**
 * Filing a draft, after what stands open is shown; reopening a filed one, with a reason.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { useId, useState, type JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { fileFiling, reopenFiling } from '../../session/filings/filing_acts.ts'
import { LONGEST_REASON } from '../../session/filings/filing_changes.ts'
import { openMatters, type Matter } from './open_matters.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, heldText } from './wording.ts'

export function FileDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [matters] = useState(() => openMatters(filing, session.workbook().sheets.engine(filing.id, null)))
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <DialogFrame title={`File ${isolated(filing.title)}`} about={ABOUT.file} className="filing-form">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const reason = fileFiling(session, filing.id)
          if (reason === null) closeDialog(session)
          else setRefusal(reason)
        }}
      >
        <p className="matters-held">{heldText(matters.held, matters.groups.length === 0)}</p>
        {matters.groups.map((group) => (
          <MatterList key={group.heading} {...group} />
        ))}
        <Problem text={refusal} />
        <DialogActs cancel="Back to the draft" submit="File and lock" first={matters.isUnready ? 'cancel' : 'submit'} />
      </form>
    </DialogFrame>
  )
}

function MatterList({ heading, texts }: Matter): JSX.Element {
  return (
    <section className="matters" aria-label={heading}>
      <h3>{heading}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

export function ReopenDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const field = useId()
  return (
    <DialogFrame title={`Reopen ${isolated(filing.title)}`} about={ABOUT.reopen}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const why = reopenFiling(session, filing.id, reason)
          if (why === null) closeDialog(session)
          else setRefusal(why)
        }}
      >
        <label htmlFor={field}>Reason</label>
        <input
          id={field}
          value={reason}
          maxLength={LONGEST_REASON}
          autoComplete="off"
          placeholder="Restated for the reclassification of real estate owned"
          {...(refusal === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${field}-problem` })}
          onChange={(event) => {
            setReason(event.target.value)
            setRefusal(null)
          }}
        />
        <Problem text={refusal} id={`${field}-problem`} />
        <DialogActs cancel="Leave it filed" submit="Reopen as a draft" />
      </form>
    </DialogFrame>
  )
}
