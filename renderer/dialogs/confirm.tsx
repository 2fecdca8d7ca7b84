/**
 * A question with its choices, such as whether units or thousands were meant. Closing it changes nothing.
 */
import type { JSX } from 'react'
import { DialogFrame, closeDialog } from './frame.tsx'

type Props = { question: string; choices: { label: string; run: () => void }[] }

export function Confirm({ question, choices }: Props): JSX.Element {
  return (
    <DialogFrame title="Which is meant?" about={question} className="confirm">
      <div className="dialog-acts">
        <button type="button" className="button" onClick={closeDialog}>
          Back to the cell
        </button>
        {choices.map(({ label, run }, index) => (
          <button
            type="button"
            className={index === 0 ? 'button primary' : 'button'}
            key={label}
            onClick={() => {
              run()
              closeDialog()
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </DialogFrame>
  )
}
