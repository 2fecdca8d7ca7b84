/**
 * The first run in one screen: what is in the workbook and what to try.
 */
import type { JSX } from 'react'
import { scheduleName } from '../../../shared/model/lookup.ts'
import { go } from '../../session/place/going.ts'
import { dismissWelcome } from '../../session/view/view.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'

/** The cell of the first thing to try, in the sample filing. */
const TRY = { filing: 'impac_2007_q3', schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }

export function Welcome(): JSX.Element {
  const session = useOpenSession()
  const { book } = session.workbook()
  const filings = book.filings()
  const hasSample = book.filing(TRY.filing) !== undefined
  const begin = (): void => {
    dismissWelcome(session)
    if (hasSample) {
      const { filing, schedule, line, column } = TRY
      go(session, { filing, schedule, scenario: null }, { cell: { line, column } })
    }
  }
  return (
    <DialogFrame
      title="Tieout"
      className="welcome"
      onLeave={() => dismissWelcome(session)}
      about="A workbench for book-to-tax schedules: change one figure and see at once what it does to net earnings, estimated taxable income and stockholders’ equity. Everything is in one file on this computer."
    >
      <div className="welcome-columns">
        <section>
          <h3>In this workbook</h3>
          <ul className="plain">
            {filings.map((filing) => (
              <li key={filing.id}>
                <strong>{filing.registrant ?? filing.title}</strong>
                <span>{filing.title}</span>
                <small>{filing.schedules.map(scheduleName).join(' · ')}</small>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>Try this</h3>
          <ol>
            <li>
              In <em>Provision for loan losses</em>, Q3 2007, type <kbd>799,445</kbd>. The headline figures answer while
              typing.
            </li>
            <li>
              Press <kbd>Enter</kbd>. A scenario starts by itself; the figures as filed stay as they are.
            </li>
            <li>
              Net earnings fall by 10,000, and estimated taxable income stays: the sentence under the headlines says
              why.
            </li>
            <li>
              <kbd>Ctrl+Z</kbd> takes it back, also tomorrow. <kbd>Ctrl+P</kbd> prints the schedule.
            </li>
          </ol>
        </section>
      </div>
      <div className="dialog-acts">
        <p>
          <kbd>F1</kbd> opens the help, which lists the keys.
        </p>
        <Button onClick={() => dismissWelcome(session)}>Close</Button>
        <Button look="primary" onClick={begin}>
          {hasSample ? 'Go to that figure' : 'Begin'}
        </Button>
      </div>
    </DialogFrame>
  )
}
