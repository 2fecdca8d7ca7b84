/**
 * A question with its choices, such as whether units or thousands were meant. Closing it changes nothing.
 */
import type { JSX } from 'react'
import type { Question } from '../../session/state.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import { DialogActs } from '../../ui/dialog_box.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'

type Props = { question: Extract<Question, { kind: 'choices' }> }

export function Confirm({ question: { question, choices } }: Props): JSX.Element {
  const session = useOpenSession()
  return (
    <DialogFrame title="Which is meant?" about={question} className="confirm">
      <DialogActs
        cancel="Back to the cell"
        ways={choices.map(({ label, run }, index) => (
          <button
            type="button"
            className={index === 0 ? 'button primary' : 'button'}
            key={label}
            onClick={() => {
              run()
              closeDialog(session)
            }}
          >
            {label}
          </button>
        ))}
      />
    </DialogFrame>
  )
}
