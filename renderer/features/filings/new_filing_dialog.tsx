/**
 * A new filing from templates: what it is, which period it covers, which schedules it starts with.
 */
import { useState, type JSX } from 'react'
import { filingId, type FilingDetails } from '../../../shared/templates/filing_details.ts'
import type { Covers, TemplateId } from '../../../shared/templates/template.ts'
import { newFiling, TEMPLATES } from '../../../shared/templates/templates.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { shownFiling } from '../../session/reading/figures.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { areDetailsComplete, DetailFields } from './detail_fields.tsx'
import { makeFiling } from '../../session/filings/filing_acts.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import type { Session } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Problem } from '../../ui/problem.tsx'
import { TemplateChoices } from './template_choices.tsx'
import { ABOUT, NO_TEMPLATE } from './wording.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'

/** What most filings start with. */
const USUAL: readonly TemplateId[] = ['income_comparison', 'reconciliation', 'equity']

/** The registrant at hand, where the filing is to be of that one, and nothing of its document. */
function startingDetails(session: Session, isOwn: boolean): FilingDetails {
  const shown = shownFiling(session)
  return {
    title: '',
    registrant: isOwn ? '' : (shown?.registrant ?? ''),
    form: '',
    periodEnd: '',
    documentDate: '',
    unit: shown?.unit ?? 'thousands of dollars',
    unaudited: true,
  }
}

export function NewFilingDialog({ isOwn }: { isOwn: boolean }): JSX.Element {
  const session = useOpenSession()
  const [details, setDetails] = useState(() => startingDetails(session, isOwn))
  const [covers, setCovers] = useState<Covers['covers']>('quarter')
  const [against, setAgainst] = useState<Covers['against']>('before')
  const [chosen, setChosen] = useState<ReadonlySet<TemplateId>>(new Set(USUAL))
  const [sent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  function submit(): void {
    setSent(true)
    if (!areDetailsComplete(details) || chosen.size === 0) return
    const id = filingId(details, covers, session.workbook().book.takenIds())
    const schedules = TEMPLATES.map((one) => one.id).filter((one) => chosen.has(one))
    const refused = makeFiling(session, newFiling({ id, details, covers, against, schedules }), 'Filing made')
    if (refused) setRefusal(refused)
    else closeDialog(session)
  }

  return (
    <DialogFrame title="New filing" about={ABOUT.new} className="filing-form new-filing">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="new-filing-details">
          <DetailFields details={details} onChange={setDetails} sent={sent} />
          <div className="choice-sets">
            <ChoiceSet
              legend="It covers"
              value={covers}
              choices={[
                { value: 'quarter', label: 'A quarter' },
                { value: 'year', label: 'A year' },
              ]}
              onChange={setCovers}
            />
            {covers === 'quarter' ? (
              <ChoiceSet
                legend="Compared with"
                value={against}
                choices={[
                  { value: 'before', label: 'The quarter before' },
                  { value: 'year_before', label: 'The same quarter a year before' },
                ]}
                onChange={setAgainst}
              />
            ) : null}
          </div>
        </div>
        <TemplateChoices
          chosen={chosen}
          onChange={setChosen}
          problem={sent && chosen.size === 0 ? NO_TEMPLATE : null}
        />
        <Problem text={refusal && refusalText(refusal)} />
        <DialogActs submit="Make the draft" />
      </form>
    </DialogFrame>
  )
}
