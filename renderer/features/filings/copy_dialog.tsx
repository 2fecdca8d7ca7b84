/**
 * A draft made of another filing: a duplicate with all its figures, or rolled forward to the next period. What does not
 * carry over is listed before the draft is made.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { useMemo, useState, type JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import {
  coversQuarter,
  detailsOf,
  filingId,
  withDetails,
  type FilingDetails,
} from '../../../shared/templates/filing_details.ts'
import { readDate } from '../../../shared/calendar/dates.ts'
import { detailsAt, nextDetails, periodRefusal, rollForward } from '../../../shared/templates/roll/roll_forward.ts'
import type { LineFiling } from '../../../shared/templates/roll/roll_elsewhere.ts'
import { lineOfFilings, stageOf } from '../../../shared/model/line_of_filings.ts'
import { duplicateFiling } from '../../../shared/templates/templates.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { areDetailsComplete, DetailFields } from './detail_fields.tsx'
import { makeFiling } from '../../session/filings/filing_acts.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, ALL_CARRIES } from './wording.ts'

function coversOf(filing: Filing): 'quarter' | 'year' {
  return coversQuarter(filing) ? 'quarter' : 'year'
}

function idFor(session: Session, details: FilingDetails, filing: Filing): string {
  // A year that ends a filing by quarters is its fourth quarter.
  return filingId(details, coversOf(filing), session.workbook().book.takenIds())
}

export function DuplicateDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [details, setDetails] = useState(() => {
    const own = detailsOf(filing)
    return { ...own, title: `Copy of ${own.title}` }
  })
  return (
    <CopyForm
      title={`Duplicate ${isolated(filing.title)}`}
      about={ABOUT.duplicate}
      details={details}
      onDetails={setDetails}
      submit="Make the duplicate"
      make={() =>
        makeFiling(session, duplicateFiling(filing, idFor(session, details, filing), details), 'Filing duplicated')
      }
    />
  )
}

/** The other filings of the registrant that end before the new period, the latest first. */
function otherFilings(session: Session, filing: Filing, periodEnd: string): LineFiling[] {
  const { book, sheets } = session.workbook()
  const line = lineOfFilings(filing, book.filings(), book.registrants())
  return (
    line
      .filter((one) => one.id !== filing.id && one.periodEnd !== undefined && one.periodEnd < periodEnd)
      .toReversed()
      // A tax return is no document whose figures others compare with.
      .toSorted((a, b) => Number(stageOf(a) === 'return') - Number(stageOf(b) === 'return'))
      .map((one) => ({ filing: one, engine: () => sheets.engine(one.id, null) }))
  )
}

export function RollForwardDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [step, setStep] = useState(() => coversOf(filing))
  const [details, setDetails] = useState(() => nextDetails(filing, coversOf(filing)))
  const periodEnd = details.periodEnd.trim()
  const unknown = filing.periodEnd === undefined
  const refusal = unknown || readDate(periodEnd) ? periodRefusal(filing, periodEnd) : undefined
  // The remarks follow from the period alone; the other details do not make them anew.
  const rolled = useMemo(() => {
    if (periodRefusal(filing, periodEnd)) return undefined
    const engine = session.workbook().sheets.engine(filing.id, null)
    const to = { id: filing.id, details: detailsAt(filing, periodEnd) }
    return rollForward(filing, to, engine, otherFilings(session, filing, periodEnd))
  }, [session, filing, periodEnd])

  function make(): Refusal | undefined {
    if (rolled?.kind !== 'rolled') return refusal ?? { code: 'not_rolled_forward' }
    const made = { ...withDetails(rolled.filing, details), id: idFor(session, details, filing) }
    return makeFiling(session, made, 'Filing rolled forward')
  }

  return (
    <CopyForm
      title={`Roll ${isolated(filing.title)} forward`}
      about={ABOUT.rollForward}
      details={details}
      onDetails={(next) =>
        setDetails(next.periodEnd === details.periodEnd ? next : proposedFor(filing, details, next.periodEnd))
      }
      problems={refusal === undefined ? {} : { periodEnd: refusal }}
      submit="Make the draft"
      make={make}
    >
      {unknown ? null : (
        <ChoiceSet
          legend="The next period ends"
          value={step}
          choices={[
            { value: 'quarter', label: 'A quarter later' },
            { value: 'year', label: 'A year later' },
          ]}
          onChange={(next) => {
            setStep(next)
            setDetails(proposedFor(filing, details, nextDetails(filing, next).periodEnd))
          }}
        />
      )}
      {rolled?.kind === 'rolled' ? <Remarks remarks={rolled.remarks} /> : null}
    </CopyForm>
  )
}

/** The details for another end of the period: what follows from it is proposed anew, save where a person typed something else. */
function proposedFor(filing: Filing, details: FilingDetails, periodEnd: string): FilingDetails {
  const [was, now] = [detailsAt(filing, details.periodEnd.trim()), detailsAt(filing, periodEnd.trim())]
  return {
    ...details,
    periodEnd,
    ...(details.title === was.title && { title: now.title }),
    ...(details.form === was.form && { form: now.form }),
    ...(details.unaudited === was.unaudited && { unaudited: now.unaudited }),
  }
}

function Remarks({ remarks }: { remarks: readonly string[] }): JSX.Element {
  if (remarks.length === 0) return <p className="roll-remarks">{ALL_CARRIES}</p>
  return (
    <section className="roll-remarks" aria-label="Before you roll forward">
      <h3>Before you roll forward</h3>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </section>
  )
}

type FormProps = {
  title: string
  about: string
  details: FilingDetails
  onDetails: (details: FilingDetails) => void
  problems?: Partial<Record<keyof FilingDetails, Refusal>>
  submit: string
  /** Makes the draft, or says why not. */
  make: () => Refusal | undefined
  children?: React.ReactNode
}

function CopyForm({ title, about, details, onDetails, problems = {}, submit, make, children }: FormProps): JSX.Element {
  const session = useOpenSession()
  const [sent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  return (
    <DialogFrame title={title} about={about} className="filing-form">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setSent(true)
          if (!areDetailsComplete(details) || Object.keys(problems).length > 0) return
          const refused = make()
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        <DetailFields details={details} onChange={onDetails} problems={problems} sent={sent} />
        {children}
        <Problem text={refusal && refusalText(refusal)} />
        <DialogActs submit={submit} />
      </form>
    </DialogFrame>
  )
}
