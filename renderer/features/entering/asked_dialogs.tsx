/**
 * What an edit asks: with its choices, such as whether units or thousands were meant, or for the source of a figure that was not
 * disclosed. Closing it changes nothing.
 */
import { storedAt } from '../../../shared/calc/layout.ts'
import { useId, useState, type JSX } from 'react'
import { formatOf } from '../../../shared/calc/cell_text.ts'
import type { Question } from '../../session/state.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { formatAmount } from '../../../shared/money/format.ts'
import { completeInput, completeInScenario } from '../../session/edit/editing.ts'
import { shownFiling, spokenName } from '../../session/reading/figures.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'
import { BACK, COMPLETING, WHICH } from './wording.ts'

type Asked<K extends Question['kind']> = { question: Extract<Question, { kind: K }> }

export function Confirm({ question: { question, choices } }: Asked<'choices'>): JSX.Element {
  const session = useOpenSession()
  return (
    <DialogFrame title={WHICH} about={question} className="confirm">
      <DialogActs
        cancel={BACK}
        ways={choices.map(({ label, run }, index) => (
          <Button
            look={index === 0 ? 'primary' : 'plain'}
            key={label}
            onClick={() => {
              run()
              closeDialog(session)
            }}
          >
            {label}
          </Button>
        ))}
      />
    </DialogFrame>
  )
}

/** Completing, as filed, a figure that the document does not disclose: once, and with its source. */
export function Complete({ question: { ref: cell, text } }: Asked<'complete'>): JSX.Element {
  const session = useOpenSession()
  const [source, setSource] = useState('')
  const field = useId()
  const filing = shownFiling(session)
  const name = spokenName(filing, cell)
  const found = findCell(filing, cell)
  const format = found ? formatOf(found.line, found.column) : undefined
  const stored = found && storedAt(found, text)
  const amount = format && stored ? formatAmount(stored, format) : text
  return (
    <DialogFrame title={COMPLETING.title} about={COMPLETING.about(name, amount)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (source.trim() === '') return
          completeInput(session, cell, text, source.trim())
          closeDialog(session)
        }}
      >
        <label htmlFor={field}>{COMPLETING.source}</label>
        <input
          id={field}
          value={source}
          onChange={(event) => setSource(event.target.value)}
          placeholder={COMPLETING.example}
          maxLength={2000}
        />
        <DialogActs
          submit={COMPLETING.go}
          disabled={source.trim() === ''}
          ways={
            <Button
              onClick={() => {
                completeInScenario(session, cell, text)
                closeDialog(session)
              }}
            >
              {COMPLETING.apart}
            </Button>
          }
        />
      </form>
    </DialogFrame>
  )
}
