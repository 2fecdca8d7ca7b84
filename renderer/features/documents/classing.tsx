/**
 * What a draft changes against another document of its period, classed with a reason.
 */
import { useState, type JSX } from 'react'
import { CLASS_RULES, CORRECTION_CLASSES, type CorrectionClass } from '../../../shared/model/correction.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { classChange } from '../../session/filings/filing_acts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import { CLASSING, correctionText } from './wording.ts'

const OPTIONS = CORRECTION_CLASSES.map((value) => ({ value, label: CLASS_RULES[value].name }))

export function Classing({ filing, against }: { filing: string; against: string }): JSX.Element {
  const session = useOpenSession()
  const [as, setAs] = useState<CorrectionClass>('estimate')
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [isDone, setDone] = useState(false)
  if (isDone) return <p className="hint">{correctionText({ class: as, reason })}</p>
  return (
    <div className="documents-classing">
      <Choice label={CLASSING.as} value={as} options={OPTIONS} hint={CLASS_RULES[as].about} onChange={setAs} />
      <TextField
        label={CLASSING.reason}
        value={reason}
        problem={refusal && refusalText(refusal)}
        onChange={(text) => {
          setReason(text)
          setRefusal(undefined)
        }}
      />
      <Button
        onClick={() => {
          const refused = classChange(session, filing, against, as, reason)
          setRefusal(refused)
          setDone(!refused)
        }}
      >
        {CLASSING.submit}
      </Button>
    </div>
  )
}
