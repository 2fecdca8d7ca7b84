/**
 * The names of a registrant, the present one first: filings under any of them stand in one line.
 */
import { useId, useState, type JSX } from 'react'
import type { Filing } from '../../../shared/model/filing.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { closeDialog } from '../../session/asking.ts'
import { nameRegistrant, namesIn, registrantOf } from '../../session/filings/registrant_acts.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ABOUT, REGISTRANT } from './wording.ts'

export function RegistrantDialog({ filing }: { filing: Filing }): JSX.Element {
  const session = useOpenSession()
  const [text, setText] = useState(() => (registrantOf(session, filing)?.names ?? [filing.registrant ?? '']).join('\n'))
  const [refusal, setRefusal] = useState<Refusal>()
  const field = useId()
  return (
    <DialogFrame title={REGISTRANT.title} about={ABOUT.registrant}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const refused = nameRegistrant(session, filing, namesIn(text))
          if (refused) setRefusal(refused)
          else closeDialog(session)
        }}
      >
        <label htmlFor={field}>{REGISTRANT.names}</label>
        <textarea
          id={field}
          rows={4}
          value={text}
          spellCheck={false}
          {...(refusal && { 'aria-invalid': true, 'aria-describedby': `${field}-problem` })}
          onChange={(event) => {
            setText(event.target.value)
            setRefusal(undefined)
          }}
        />
        <Problem text={refusal && refusalText(refusal)} id={`${field}-problem`} />
        <DialogActs submit={REGISTRANT.submit} />
      </form>
    </DialogFrame>
  )
}
