/**
 * The schedule as it will be printed: the very pages, in a frame, with how the paper is set up and the ways to print.
 */
import { useRef, useState, type JSX } from 'react'
import { USUAL_SET_UP, type PrintSetUp } from '../../../shared/model/print_set_up.ts'
import { DOCUMENTS } from '../../../shared/analysis/document_schedule.ts'
import { printAddress, withSetUp, type PrintAddress } from '../../../shared/print/address.ts'
import type { Question } from '../../../shared/print/question.ts'
import { WHAT_IF } from '../../../shared/print/what_if_part.ts'
import { SET_UP_CHOICES } from '../../../shared/print/set_up_choices.ts'
import { comparedScenarios, isCompare } from '../../session/reading/compared.ts'
import type { ShownPlace } from '../../session/place/place.ts'
import { remember } from '../../session/place/remembering.ts'
import { say, warn } from '../../session/messages.ts'
import { ChoiceSet } from '../../ui/choice_set.tsx'
import { atLength } from '../../session/view/long_work.ts'
import { DialogFrame } from '../../contrib/dialog_frame.tsx'
import { closeDialog } from '../../session/asking.ts'
import type { Session } from '../../session/session.ts'
import { useOpenSession, useSession } from '../../contrib/use_session.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/fields.tsx'
import { isReady } from './frame_state.ts'
import { CANCELED, printedTo, NO_ANSWER } from './wording.ts'

type Mode = 'filing' | 'workpaper'

const MODES: { value: Mode; label: string }[] = [
  { value: 'filing', label: 'Filing copy' },
  { value: 'workpaper', label: 'Workpaper copy' },
]

/** What is printed beside the schedule, or instead of it: a bridge for a period after it, the answer to a question, two documents. */
export type Asked = { bridge?: string; period?: string; question?: Question; documents?: Documents }

/** Two documents to be compared: the filing's own, or its version, against an earlier one. */
type Documents = Pick<PrintAddress, 'filing' | 'against' | 'version' | 'period' | 'changed'>

/** What is printed: the schedule shown, with a bridge where one was asked for, an answer, or the comparison as it is shown. */
function addressOf(session: Session, place: ShownPlace, mode: Mode, asked: Asked): PrintAddress {
  const { bridge, period, question, documents } = asked
  const { filing, schedule, scenario } = place
  const plain = { filing, schedules: [schedule], scenario, mode, details: 'changed' as const }
  if (documents) return { ...documents, schedules: [DOCUMENTS], scenario: null, mode, details: 'all' }
  if (question) return { ...plain, schedules: [WHAT_IF], mode: 'workpaper', question }
  if (!isCompare(place)) return bridge === undefined || mode === 'filing' ? plain : { ...plain, bridge, period }
  const { view, period: periods } = session.getState()
  const scenarios = comparedScenarios(session, filing)
  const changed = view.comparedChangedOnly ?? false
  const column = period ?? periods[filing]
  return { ...plain, scenario: null, mode: 'workpaper', scenarios, period: column, changed }
}

export function PrintPreview(asked: Asked): JSX.Element | null {
  const session = useOpenSession()
  const place = useSession((state) => state.place)
  const shell = useSession((state) => state.shell)
  const setUp = useSession((state) => state.view.printSetUp) ?? USUAL_SET_UP
  const [mode, setMode] = useState<Mode>(
    place?.scenario || asked.bridge !== undefined || asked.question || isCompare(place) ? 'workpaper' : 'filing',
  )
  const frame = useRef<HTMLIFrameElement>(null)
  if (!place) return null
  /** A page of its own, which is a workpaper always. */
  const isOne = asked.documents === undefined && (asked.question !== undefined || isCompare(place))
  const printed = withSetUp(addressOf(session, place, mode, asked), setUp)
  const address = printAddress(printed)

  async function print(to: 'pdf' | 'printer'): Promise<void> {
    if (session.getState().shell === 'browser') {
      const shown = frame.current
      // Asked for before the pages are there, it prints once they are.
      if (shown && (await isReady(shown))) shown.contentWindow?.print()
      return
    }
    try {
      const ended = await atLength(session, (work) => session.client.print({ address: printed, to, work }))
      if (!ended) return
      const { answer, isCanceled } = ended
      if (answer.ok) {
        if (answer.value.path !== null) say(session, printedTo(answer.value.path))
      } else if (answer.failure.kind !== 'canceled') warn(session, answer.failure.message)
      else if (isCanceled) say(session, CANCELED)
    } catch {
      warn(session, NO_ANSWER)
    }
  }

  return (
    <DialogFrame title="Print" className="print-preview">
      <div className="print-acts">
        <ChoiceSet
          look="switch"
          name="print-mode"
          legend="Copy"
          value={mode}
          choices={MODES.filter(({ value }) => value === 'workpaper' || !isOne)}
          onChange={setMode}
        />
        <span className="spacer" />
        <Button onClick={() => closeDialog(session)}>Close</Button>
        {shell === 'electron' ? <Button onClick={() => void print('pdf')}>Save as PDF…</Button> : null}
        <Button look="primary" data-first-focus="" onClick={() => void print('printer')}>
          Print…
        </Button>
      </div>
      <SetUp
        setUp={setUp}
        isOne={isOne || asked.documents !== undefined}
        onChange={(printSetUp) => remember(session, { printSetUp })}
      />
      {/* The product's own page under the product's own policy; a sandbox would take its printing away. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe ref={frame} key={address} src={address} title="Print preview" />
    </DialogFrame>
  )
}

type SetUpProps = { setUp: PrintSetUp; isOne: boolean; onChange: (setUp: PrintSetUp) => void }

/** How the paper is set up; a page of its own is printed by itself. */
function SetUp({ setUp, isOne, onChange }: SetUpProps): JSX.Element {
  return (
    <div className="print-set-up">
      {SET_UP_CHOICES.filter(({ name }) => !(isOne && name === 'extent')).map(({ name, label, options }) => (
        <Choice<string>
          key={name}
          label={label}
          value={setUp[name]}
          options={options}
          onChange={(value) => onChange({ ...setUp, [name]: value })}
        />
      ))}
    </div>
  )
}
