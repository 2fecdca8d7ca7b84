/**
 * The workbook that is open: its client, book, engines and queue, made from one snapshot and replaced as a whole when
 * the workbook is read again. Everything that acts on the workbook reaches it through here.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { flushSync } from 'react-dom'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import type { Failure, Snapshot, View, Workbench } from '../../shared/contract/contract.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { readBook, type Book } from './book.ts'
import { SignedOut } from './lost_answer.ts'
import { createCommitQueue, type CommitQueue, type QueueStatus, type Reversal } from './commit_queue.ts'
import { isPeriod, periodInForce } from './period.ts'
import { AS_FILED, readAddress, writeAddress, type Address, type ShownPlace } from './place.ts'
import { foldKey } from './rows.ts'
import { isPanel, session, type SessionState, type Toast } from './session.ts'
import { createSheets, type Sheets } from './sheets.ts'
import { say, unsay } from './toasts.ts'
import { settleTexts } from './typed_texts.ts'

type Opened = { client: Workbench; book: Book; sheets: Sheets; queue: CommitQueue }

let opened: Opened | undefined

/** The open workbook; only to be used while the session's phase is `open`. */
export function workbook(): Opened {
  if (!opened) throw new Error('No workbook is open.')
  return opened
}

/** What acts need to hear of the queue; set once, by the module that answers failures. */
export type QueueAnswers = {
  failed(failure: Failure, takenBack: readonly ChangeSet[]): void
  reversed(kind: Reversal, changeSet: ChangeSet): void
  notReversed(kind: Reversal, failure: Failure): void
}

const LOST: Failure = {
  kind: 'unavailable',
  message:
    'The program that keeps the workbook does not answer. What was saved is safe in the file. Start Tieout again, or try again.',
}

/** The panel that the workbook remembers, as far as it does. */
function panelOf({ panel, panelOpen }: View, state: SessionState): Pick<SessionState, 'panel' | 'panelOpen'> {
  return {
    panel: isPanel(panel) ? panel : state.panel,
    panelOpen: !state.room.narrow && (panelOpen ?? state.panelOpen),
  }
}

/** Reads the workbook and shows it; a failure becomes the screen. `why` is said once it is open again. */
export async function open(
  client: Workbench,
  answers: QueueAnswers,
  why?: { text: string; act?: Toast['act'] },
): Promise<void> {
  let snapshot: Snapshot
  try {
    const answer = await client.load({})
    if (!answer.ok) return session.setState({ phase: 'failed', failure: answer.failure })
    snapshot = answer.value
  } catch (fault) {
    const failure = fault instanceof SignedOut ? ({ kind: 'signed_out', message: fault.message } as const) : LOST
    return session.setState({ phase: 'failed', failure })
  }
  const book = readBook(snapshot.filings)
  const sheets = createSheets(book)
  const queue = createCommitQueue(client, queueEvents(client, book, sheets, answers), snapshot)
  opened = { client, book, sheets, queue }
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
    status: 'saved',
    editing: null,
    revision: state.revision + 1,
    changed: 'all',
    reshaped: state.reshaped + 1,
    // Whoever came by an address wants that place, not an introduction; it waits for a start without one.
    dialog: state.dialog ?? (view.welcomed || readAddress(location.hash) ? null : { kind: 'welcome' }),
  }))
  showAddress(readAddress(location.hash) ?? readAddress(view.place ?? ''), { finds: view.cell })
  for (const notice of snapshot.notices) say(notice, { tone: 'warned', lasts: true })
  if (why) say(why.text, { tone: 'warned', act: why.act, lasts: true })
  if (editing?.plan) sayLost(editing.text, 'the workbook was read again')
}

function queueEvents(client: Workbench, book: Book, sheets: Sheets, answers: QueueAnswers) {
  // A queue that was replaced by a reload may still finish a call; its news is about a workbook no longer shown.
  const current = (): boolean => opened?.book === book
  const ifCurrent =
    <A extends unknown[]>(act: (...given: A) => void) =>
    (...given: A): void => {
      if (current()) act(...given)
    }
  return {
    apply: ifCurrent((filing: string, changes: ChangeSet['changes']) => {
      book.apply(filing, changes)
      sheets.apply(filing, changes)
      leaveMissing(changes)
      const changed = changes.every(({ kind }) => kind === 'cell') ? 'figures' : 'all'
      session.setState(({ revision, reshaped }) => ({
        revision: revision + 1,
        changed,
        reshaped: changed === 'all' ? reshaped + 1 : reshaped,
      }))
    }),
    status: ifCurrent(showStatus),
    stored: ifCurrent((heads: Pick<Snapshot, 'number' | 'undo' | 'redo'>) => session.setState(heads)),
    failed: ifCurrent((...given: Parameters<QueueAnswers['failed']>) => answers.failed(...given)),
    reversed: ifCurrent((...given: Parameters<QueueAnswers['reversed']>) => answers.reversed(...given)),
    notReversed: ifCurrent((...given: Parameters<QueueAnswers['notReversed']>) => answers.notReversed(...given)),
    unsure: ifCurrent(
      () =>
        void open(client, answers, {
          text: 'The answer to an undo was lost, so the workbook was read again from the file.',
        }),
    ),
  }
}

/** What is done in the browser shell while edits wait. Its address is made anew at each start, and with it who is let in. */
const WAITING = {
  unreachable:
    'The program that keeps the workbook does not answer. If it was stopped, start Tieout again and enter what is not stored. Everything before it is on disk.',
  signed_out:
    'This page is not signed in, as after a new start of Tieout. Open the address that the new start printed, in this browser, then try again here; or enter there what is not stored. Everything before it is on disk.',
} as const

/** The message of what waits, as long as something does. */
let waitingSaid: number | undefined

function showStatus(status: QueueStatus): void {
  session.setState({ status })
  if (waitingSaid !== undefined && status !== 'saving') {
    unsay(waitingSaid)
    waitingSaid = undefined
  }
  if (status !== 'unreachable' && status !== 'signed_out') return
  const waiting = (opened?.queue.unstored() ?? []).map(({ title }) => title)
  const act = { label: 'Try again', run: () => opened?.queue.retry() }
  if (session.getState().shell === 'browser') {
    say(WAITING[status], {
      tone: 'warned',
      act,
      lasts: true,
      list: { title: `Not stored: ${waiting.length}`, items: waiting },
    })
  } else {
    say(
      'The program that keeps the workbook does not answer. The last edits wait on this screen and are stored when it answers; keep this window open.',
      { tone: 'warned', act, lasts: true },
    )
  }
  waitingSaid = session.getState().toasts.at(-1)?.id
}

/** Where the screen goes when a filing is no longer shown. */
const waysBack = new Map<string, ShownPlace>()

/** Says where to go when a filing goes: where it was made from, or the filing beside one about to be deleted. */
export function leadBack(filing: string, place: ShownPlace): void {
  waysBack.set(filing, place)
}

/**
 * Leaves what no longer exists: a scenario for the base, as after undoing its start; a schedule for another of its filing; a
 * filing that was deleted, or whose making was undone, for the one that leads back, else for the first.
 */
function leaveMissing(changes: ChangeSet['changes']): void {
  const { place, editing } = session.getState()
  if (!opened || !place) return
  const filing = opened.book.filing(place.filing)
  const back = filing ? undefined : waysBack.get(place.filing)
  if (back && opened.book.filing(back.filing)) {
    sayLost(editing?.text, 'its cell is no longer there')
    return void go(back, { isForced: true })
  }
  const exists = place.schedule === COMPARE || filing?.schedules.some(({ id }) => id === place.schedule)
  if (!filing || !exists) {
    sayLost(editing?.text, 'its cell is no longer there')
    const schedule = filing && besideTaken(filing, place.schedule, changes)
    const beside = { filing: place.filing, schedule, scenario: place.scenario ?? AS_FILED }
    return showAddress(beside, { isForced: true })
  }
  if (place.scenario === null || opened.book.hasScenario(place.filing, place.scenario)) return
  go({ ...place, scenario: null }, { remember: true, keepsEdit: true })
}

/** The schedule that stood before one that changes took away: a copy's original, what a new one was begun behind. */
function besideTaken({ schedules }: Filing, id: string, changes: ChangeSet['changes']): string | undefined {
  const taken = changes.find((change) => change.kind === 'schedule' && change.schedule === id)
  const at = taken?.kind === 'schedule' ? taken.before?.at : undefined
  return at === undefined ? undefined : (schedules[at - 1] ?? schedules[at])?.id
}

/** What was typed and could not be entered is said, so that it can be typed again. */
function sayLost(typed: string | undefined, why: string): void {
  const text = typed?.trim()
  if (text) say(`“${isolated(text)}” was not entered: ${why}.`, { tone: 'warned', lasts: true })
}

/** The scenario that the workbook remembers for a filing; null for the base layer. */
export function rememberedScenario(filing: string): string | null {
  const id = session.getState().view.scenarios?.[filing]
  return id !== undefined && id !== AS_FILED && opened?.book.hasScenario(filing, id) ? id : null
}

/** Shows what an address names, as far as it exists; otherwise the first schedule of the first filing. `finds`: a cell to find again. */
export function showAddress(
  address: Address | undefined,
  { isForced = false, finds }: Pick<Going, 'isForced'> & { finds?: View['cell'] } = {},
): void {
  const { book } = workbook()
  const filing = (address && book.filing(address.filing)) ?? book.filings()[0]
  const named = address?.filing === filing?.id ? address?.schedule : undefined
  // The comparison is a view of the filing, not one of its schedules.
  const view = named === COMPARE ? { id: COMPARE } : undefined
  const schedule = filing?.schedules.find(({ id }) => id === named) ?? view ?? filing?.schedules[0]
  if (!filing || !schedule) return session.setState({ place: null, focus: null, goal: null, editing: null })
  const wanted = address?.filing === filing.id ? address.scenario : undefined
  const exists = wanted !== undefined && book.hasScenario(filing.id, wanted)
  const scenario = exists ? wanted : wanted === AS_FILED ? null : rememberedScenario(filing.id)
  // The cell where the person was, as far as it is still there; otherwise the schedule's first one.
  const isThere = finds?.filing === filing.id && finds.schedule === schedule.id && findCell(filing, finds)
  const cell = isThere ? { line: finds.line, column: finds.column } : undefined
  go({ filing: filing.id, schedule: schedule.id, scenario }, { isForced, ...(cell && { cell }) })
}

type Going = {
  /** Makes the place's scenario the filing's active one. */
  remember?: boolean
  /** Where the focus goes. */
  cell?: { line: string; column: string }
  /** What is being typed goes on: only the scenario changes beneath it. */
  keepsEdit?: boolean
  /** The place shown is no longer there: nothing typed in it can hold it. */
  isForced?: boolean
}

/**
 * Goes to a place, once what is being typed is entered or, with `keepsEdit`, while it goes on. Where it is refused it stays
 * with its place; false then.
 */
export function go(wanted: ShownPlace, going: Going = {}): boolean {
  const { remember: keep = false, cell, keepsEdit = false, isForced = false } = going
  const before = session.getState().place
  if (!keepsEdit && !isForced && settleTexts() === 'kept') return false
  const filing = workbook().book.filing(wanted.filing)
  if (!filing) return false
  const state = session.getState()
  // What was typed may have started a scenario; whoever asked for no other one goes on in it.
  const follows = !keep && !isForced && before?.filing === wanted.filing && before.scenario === wanted.scenario
  const scenario = follows && state.place?.filing === wanted.filing ? state.place.scenario : wanted.scenario
  const place = { ...wanted, scenario }
  const moved = state.place?.filing !== place.filing || state.place.schedule !== place.schedule
  const known = periodInForce(filing, state.period[place.filing], place.schedule)
  const scenarios = { ...state.view.scenarios, [place.filing]: place.scenario ?? AS_FILED }
  const unfolded = cell ? unfoldedFor(filing, place.schedule, cell.line, state.view.folded ?? []) : state.view.folded
  const view: View = { ...state.view, ...(keep && { scenarios }), ...(unfolded && { folded: unfolded }) }
  session.setState({
    place,
    view,
    focus: cell ?? (moved ? null : state.focus),
    goal: cell ?? null,
    editing: keepsEdit ? state.editing : null,
    remark: null,
    ...(known ? { period: { ...state.period, [place.filing]: known } } : {}),
    revision: state.revision + 1,
    changed: 'all',
    reshaped: state.reshaped + 1,
  })
  if (cell) notePeriod(place.schedule, cell.column)
  const opens = unfolded !== state.view.folded
  remember({ place: showHash(place), ...(keep && { scenarios }), ...(opens && unfolded && { folded: unfolded }) })
  return true
}

/** The folded lines without those that a line lies under: what is gone to must be in sight. */
function unfoldedFor(filing: Filing, schedule: string, line: string, folded: string[]): string[] {
  const lines = filing.schedules.find(({ id }) => id === schedule)?.lines ?? []
  const above = new Set<string>()
  for (let up = lines.find(({ id }) => id === line)?.parent; up !== undefined && !above.has(up);) {
    above.add(up)
    const own: string = up
    up = lines.find(({ id }) => id === own)?.parent
  }
  const keys = new Set([...above].map((id) => foldKey(filing.id, schedule, id)))
  return folded.some((key) => keys.has(key)) ? folded.filter((key) => !keys.has(key)) : folded
}

/**
 * Writes a place into the address and returns it as a hash. Not while the introduction stands before it: the place
 * behind is not the person's choice yet, and choosing it must count as going there.
 */
export function showHash(place: ShownPlace): string {
  const { view, dialog } = session.getState()
  const hash = writeAddress(place, view.scenarios?.[place.filing])
  if (location.hash !== hash && dialog?.kind !== 'welcome') history.replaceState(null, '', hash)
  return hash
}

/** The headlines follow the focus into a period; a computed or component column leaves them as they were. */
export function notePeriod(schedule: string, column: string): void {
  const { place, period } = session.getState()
  const columns =
    place &&
    workbook()
      .book.filing(place.filing)
      ?.schedules.find(({ id }) => id === schedule)?.columns
  const own = columns?.find(({ id }) => id === column)
  if (!place || !own || !isPeriod(own) || period[place.filing] === column) return
  session.setState({ period: { ...period, [place.filing]: column } })
}

/** Keeps a part of the view in the workbook. Losing it is harmless, so a failure stays silent. */
export function remember(view: View): void {
  session.setState((state) => ({ view: { ...state.view, ...view } }))
  void opened?.client.remember({ view }).catch(() => undefined)
}

let isAtOnce = false

/** Runs an act whose result is to be on the screen when the task ends. Acts within one another are drawn once, with the outermost. */
export function atOnce(act: () => void): void {
  if (isAtOnce) return act()
  isAtOnce = true
  try {
    flushSync(act)
  } finally {
    isAtOnce = false
  }
}
