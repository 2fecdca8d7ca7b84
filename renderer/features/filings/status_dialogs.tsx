/**
 * Filing a draft, after what stands open is shown; reopening a filed one, with a reason.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { useId, useState, type JSX } from 'react'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { fileFiling, reopenFiling } from '../../session/filings/filing_acts.ts'
import { LONGEST_REASON, type Corrected } from '../../session/filings/filing_changes.ts'
import { CLASS_RULES, CORRECTION_CLASSES } from '../../../shared/model/correction.ts'
import { besideOf } from '../../session/reading/tie_out_books.ts'
import { openMatters, type Matter } from './open_matters.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, heldText, NOT_ISSUED, REASON_EXAMPLE } from './wording.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'

export function FileDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [matters] = useState(() =>
    openMatters(filing, session.workbook().sheets.engine(filing.id, null), besideOf(session, filing)),
  )
  const [refusal, setRefusal] = useState<Refusal>()
  return (
    <DialogFrame title={`File ${isolated(filing.title)}`} about={ABOUT.file} className="filing-form">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const refused = fileFiling(session, filing.id)
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        <p className="matters-held">{heldText(matters.held, matters.groups.length === 0)}</p>
        {matters.groups.map((group) => (
          <MatterList key={group.heading} {...group} />
        ))}
        <Problem text={refusal && refusalText(refusal)} />
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
  const [corrected, setCorrected] = useState<Corrected>()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const field = useId()
  const about =
    corrected === undefined ? undefined : corrected === 'not_issued' ? NOT_ISSUED.about : CLASS_RULES[corrected].about
  const isClass = refusal?.code === 'class_missing' || refusal?.code === 'class_of_current_period'
  const wrong = { 'aria-invalid': true, 'aria-describedby': `${field}-problem` } as const
  return (
    <DialogFrame title={`Reopen ${isolated(filing.title)}`} about={ABOUT.reopen}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const refused = reopenFiling(session, filing.id, corrected, reason)
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        <label htmlFor={`${field}-class`}>What is corrected</label>
        <select
          id={`${field}-class`}
          value={corrected ?? ''}
          data-first-focus=""
          {...(isClass && wrong)}
          onChange={(event) => {
            setCorrected(CHOICES.find((one) => one === event.target.value))
            setRefusal(undefined)
          }}
        >
          <option value="" disabled>
            Choose…
          </option>
          {CHOICES.map((one) => (
            <option key={one} value={one}>
              {one === 'not_issued' ? NOT_ISSUED.name : CLASS_RULES[one].name}
            </option>
          ))}
        </select>
        {about === undefined ? null : <small className="field-about">{about}</small>}
        <label htmlFor={field}>Reason</label>
        <input
          id={field}
          value={reason}
          maxLength={LONGEST_REASON}
          autoComplete="off"
          placeholder={REASON_EXAMPLE}
          {...(refusal && !isClass && wrong)}
          onChange={(event) => {
            setReason(event.target.value)
            setRefusal(undefined)
          }}
        />
        <Problem text={refusal && refusalText(refusal)} id={`${field}-problem`} />
        <DialogActs cancel="Leave it filed" submit="Reopen as a draft" />
      </form>
    </DialogFrame>
  )
}

/** In the order in which they are chosen. */
const CHOICES: readonly Corrected[] = ['not_issued', ...CORRECTION_CLASSES]
