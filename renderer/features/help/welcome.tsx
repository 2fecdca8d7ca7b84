/**
 * The first run in one screen: the sample with what to try in it, a filing of one's own, and what is one step away.
 */
import './welcome.css'
import { ArrowRight, CalendarPlus, Columns3, FilePlus2, Target } from 'lucide-react'
import type { JSX } from 'react'
import { keyboardPlatform, spellShortcut } from '../../../shared/actions/shortcuts.ts'
import type { ActionId } from '../../../shared/actions/actions.ts'
import { go } from '../../session/place/going.ts'
import { dismissWelcome } from '../../session/view/view.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { perform } from '../../contrib/lookup.ts'
import { useOpenSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'
import { STEPS, WELCOME, TRYING } from './welcome_wording.ts'

/** The cell of the first thing to try, in the sample filing. */
const TRY = { filing: 'impac_2007_q3', schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }

const ICONS: Partial<Record<ActionId, typeof Target>> = {
  goal_seek: Target,
  compare: Columns3,
  roll_forward: CalendarPlus,
}

/** What to try in the sample: one edit, and the way back. */
function Try({ undo }: { undo: string }): JSX.Element {
  return (
    <ol>
      <li>
        In <em>{TRYING.line}</em>, Q3 2007, type <kbd>799,445</kbd>. {TRYING.typed}
      </li>
      <li>
        Press <kbd>Enter</kbd>. {TRYING.entered}
      </li>
      <li>{TRYING.effect}</li>
      <li>
        <kbd>{undo}</kbd> {TRYING.undone}
      </li>
    </ol>
  )
}

export function Welcome(): JSX.Element {
  const session = useOpenSession()
  const { book } = session.workbook()
  const hasSample = book.filing(TRY.filing) !== undefined
  const begin = (): void => {
    dismissWelcome(session)
    if (!hasSample) return
    const { filing, schedule, line, column } = TRY
    go(session, { filing, schedule, scenario: null }, { cell: { line, column } })
  }
  const start = (id: ActionId, given?: unknown): void => {
    dismissWelcome(session)
    perform(session, id, given)
  }
  const undo = spellShortcut('CommandOrControl+Z', keyboardPlatform(navigator.platform))
  return (
    <DialogFrame
      title={WELCOME.title}
      className="welcome"
      onLeave={() => dismissWelcome(session)}
      about={WELCOME.about}
    >
      <div className="welcome-ways">
        {hasSample ? (
          <section>
            <h3>{WELCOME.sample}</h3>
            <Try undo={undo} />
            <Button look="primary" onClick={begin}>
              {WELCOME.goThere} <ArrowRight aria-hidden size={15} />
            </Button>
          </section>
        ) : null}
        <section>
          <h3>{WELCOME.ownTitle}</h3>
          <p>{WELCOME.ownAbout}</p>
          <ul>
            {WELCOME.ownHolds.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <Button look={hasSample ? 'plain' : 'primary'} onClick={() => start('new_filing', 'own')}>
            <FilePlus2 aria-hidden size={15} /> {WELCOME.own}
          </Button>
        </section>
      </div>
      <nav className="welcome-steps" aria-label={WELCOME.next}>
        <h3>{WELCOME.next}</h3>
        <ul>
          {STEPS.map(({ id, label, about }) => {
            const Icon = ICONS[id]!
            return (
              <li key={id}>
                <button type="button" onClick={() => start(id)}>
                  <Icon aria-hidden size={17} />
                  <span>
                    <strong>{label}</strong>
                    <small>{about}</small>
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className="dialog-acts">
        <p>
          <kbd>F1</kbd> {TRYING.help}
        </p>
        <Button onClick={() => dismissWelcome(session)}>{WELCOME.close}</Button>
      </div>
    </DialogFrame>
  )
}
