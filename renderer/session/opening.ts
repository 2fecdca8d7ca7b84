/**
 * Opening the workbook: reads it, makes book, engines and queue of one snapshot and replaces them as a whole when it is read again.
 * Hears what becomes of the queue; what is then said and done is told to it.
 */
import type { Failure, Snapshot } from '../../shared/contract/contract.ts'
import type { View } from '../../shared/model/view.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import { reshapes, type Change } from '../../shared/model/changes/kinds.ts'
import type { Steps } from '../../shared/model/steps.ts'
import { readBook, type Book } from './book/book.ts'
import { createCommitQueue, type QueueStatus, type Reversal } from './book/commit_queue.ts'
import { showAddress } from './place/going.ts'
import { leaveMissing } from './place/leaving_missing.ts'
import { breathing } from './pieces.ts'
import { SignedOut } from '../client/lost_answer.ts'
import { readAddress } from './place/place.ts'
import { handOn } from './reading/tie_out_books.ts'
import { ofSession, type Session } from './session.ts'
import { createSheets, type Sheets } from './book/sheets.ts'
import type { SessionState, Toast } from './state.ts'
import { say, sayLost, unsay } from './messages.ts'
import { hearOfOpening } from './view/verifying.ts'
import { HELD, READ_AGAIN, TRY_AGAIN, UNANSWERED, unsavedTitle, UNSURE, WAITING } from './wording.ts'

/** What acts need to hear of the queue; set once, by the module that answers failures. */
export type QueueAnswers = {
  failed(session: Session, failure: Failure, takenBack: readonly ChangeSet[]): void
  reversed(session: Session, kind: Reversal, changeSet: ChangeSet): void
  notReversed(session: Session, kind: Reversal, failure: Failure): void
}

const LOST: Failure = {
  kind: 'unavailable',
  message: UNANSWERED,
}

/** The panel that the workbook remembers, as far as it does. */
function panelOf({ panel, panelOpen }: View, state: SessionState): Pick<SessionState, 'panel' | 'panelOpen'> {
  return {
    panel: panel ?? state.panel,
    panelOpen: !state.room.close && (panelOpen ?? state.panelOpen),
  }
}

/** Reads the workbook and shows it; a failure becomes the screen. `why` is said once it is open again. */
export async function open(
  session: Session,
  answers: QueueAnswers,
  why?: { text: string; act?: Toast['act'] },
): Promise<void> {
  const { client } = session
  let snapshot: Snapshot
  try {
    const answer = await client.load({})
    if (!answer.ok) return session.setState({ phase: 'failed', failure: answer.failure })
    snapshot = answer.value
  } catch (fault) {
    const failure = fault instanceof SignedOut ? ({ kind: 'signed_out', message: fault.message } as const) : LOST
    return session.setState({ phase: 'failed', failure })
  }
  const book = readBook(snapshot.filings, snapshot.registrants)
  const sheets: Sheets = createSheets(book, (...forgotten) => handOn(sheets, ...forgotten))
  const pause = (wait: number): Promise<void> => new Promise((resolve) => void session.timer.after(wait, resolve))
  const queue = createCommitQueue(client, queueEvents(session, book, sheets, answers), snapshot, {
    pause,
    pieces: () => breathing(session.timer),
    drawn: () => new Promise((resolve) => session.timer.afterFrame(resolve)),
  })
  session.replace({ book, sheets, queue })
  const { shell, name, productVersion, author, number, undo, redo, view } = snapshot
  const { editing } = session.getState()
  session.setState((state) => ({
    phase: 'open',
    failure: null,
    shell,
    name,
    productVersion,
    author,
    number,
    undo,
    redo,
    view,
    ...panelOf(view, state),
    period: { ...view.periods },
    lastEdited: {},
    status: 'saved',
    editing: null,
    held: book.held(),
    // Whoever came by an address wants that place, not an introduction; it waits for a start without one.
    question:
      state.dialog || view.welcomed || readAddress(session.address.read()) ? state.question : { kind: 'welcome' },
  }))
  showAddress(session, readAddress(session.address.read()) ?? readAddress(view.place ?? ''), { finds: view.cell })
  for (const notice of snapshot.notices) say(session, notice, { tone: 'warned', lasts: true })
  if (why) say(session, why.text, { tone: 'warned', act: why.act, lasts: true })
  if (editing?.plan) sayLost(session, editing.text, READ_AGAIN)
  void hearOfOpening(session)
}

/** Changes applied between two glances at the clock: few enough for a frame, many enough that the list of inputs is seldom copied. */
const PIECE = 1_000

function queueEvents(session: Session, book: Book, sheets: Sheets, answers: QueueAnswers) {
  // A queue that was replaced by a reload may still finish a call; its news is about a workbook no longer shown.
  const current = (): boolean => session.opened()?.book === book
  const ifCurrent =
    <A extends unknown[]>(act: (...given: A) => void) =>
    (...given: A): void => {
      if (current()) act(...given)
    }
  return {
    *apply(filing: string, changes: readonly Change[]): Steps<void> {
      if (!current()) return
      // What makes another structure is one with the inputs that it brings.
      const size = changes.some(reshapes) ? changes.length : PIECE
      for (let from = 0; from < changes.length; from += size) {
        const piece = changes.slice(from, from + size)
        book.apply(filing, piece)
        sheets.apply(filing, piece)
        if (size === changes.length || changes.length <= size) return
        // A scenario that is started takes its inputs piece by piece as well, not all of them when it is first shown.
        for (const one of piece) if (one.kind === 'scenario' && one.after) sheets.engine(filing, one.scenario)
        yield
      }
    },
    show: ifCurrent((filing: string, changes: readonly Change[]) => {
      leaveMissing(session, changes)
      const last = changes.findLast((change) => change.kind === 'cell')
      session.setState(({ lastEdited }) => ({
        held: book.held(),
        ...(last && {
          lastEdited: { ...lastEdited, [filing]: { schedule: last.schedule, line: last.line, column: last.column } },
        }),
      }))
    }),
    status: ifCurrent((status: QueueStatus) => showStatus(session, status)),
    stored: ifCurrent((heads: Pick<Snapshot, 'number' | 'undo' | 'redo'>) => session.setState(heads)),
    failed: ifCurrent((failure: Failure, takenBack: readonly ChangeSet[]) =>
      answers.failed(session, failure, takenBack),
    ),
    reversed: ifCurrent((kind: Reversal, changeSet: ChangeSet) => answers.reversed(session, kind, changeSet)),
    notReversed: ifCurrent((kind: Reversal, failure: Failure) => answers.notReversed(session, kind, failure)),
    unsure: ifCurrent(
      () =>
        void open(session, answers, {
          text: UNSURE,
        }),
    ),
  }
}

/** The message of what waits, as long as something does. */
const waiting = ofSession((): { said: number | undefined } => ({ said: undefined }))

function showStatus(session: Session, status: QueueStatus): void {
  session.setState({ status })
  const message = waiting(session)
  if (message.said !== undefined && status !== 'saving') {
    unsay(session, message.said)
    message.said = undefined
  }
  if (status !== 'unreachable' && status !== 'signed_out') return
  const items = (session.opened()?.queue.unstored() ?? []).map(({ title }) => title)
  const act = { label: TRY_AGAIN, retries: true as const, run: () => session.opened()?.queue.retry() }
  const isBrowser = session.getState().shell === 'browser'
  const list = isBrowser && { list: { title: unsavedTitle(items.length), items } }
  say(session, isBrowser ? WAITING[status] : HELD, { tone: 'warned', act, lasts: true, ...list })
  message.said = session.getState().toasts.at(-1)?.id
}
