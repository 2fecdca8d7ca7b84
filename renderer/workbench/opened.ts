/**
 * The workbook that is open: its client, book, engines and queue, made from one snapshot and replaced as a whole when
 * the workbook is read again. Everything that acts on the workbook reaches it through here.
 */
import { flushSync } from 'react-dom'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import type { Failure, Snapshot, View, Workbench } from '../../shared/contract/contract.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { readBook, type Book } from './book.ts'
import { createCommitQueue, type CommitQueue, type QueueStatus, type Reversal } from './commit_queue.ts'
import { AS_FILED, readAddress, writeAddress, type Address, type ShownPlace } from './place.ts'
import { foldKey } from './rows.ts'
import { isPanel, session, type SessionState, type Toast } from './session.ts'
import { createSheets, type Sheets } from './sheets.ts'
import { say } from './toasts.ts'

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
  return { panel: isPanel(panel) ? panel : state.panel, panelOpen: panelOpen ?? state.panelOpen }
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
  } catch {
    return session.setState({ phase: 'failed', failure: LOST })
  }
  const book = readBook(snapshot.filings)
  const sheets = createSheets(book)
  const queue = createCommitQueue(client, queueEvents(client, book, sheets, answers), snapshot)
  opened = { client, book, sheets, queue }
  const { shell, name, productVersion, author, number, undo, redo, view } = snapshot
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
  showAddress(readAddress(location.hash) ?? readAddress(view.place ?? ''))
  for (const notice of snapshot.notices) say(notice, { tone: 'warned' })
  if (why) say(why.text, { tone: 'warned', act: why.act })
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
      leaveMissing()
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

function showStatus(status: QueueStatus): void {
  session.setState({ status })
  if (status !== 'unreachable') return
  // The address of the browser shell is made anew at each start, so this page can never reach the next one.
  const waiting = (opened?.queue.unstored() ?? []).map(({ title }) => `“${title}”`).join(', ')
  const text =
    session.getState().shell === 'browser'
      ? `The program that keeps the workbook does not answer. If it was stopped, start Tieout again and enter what is not stored: ${waiting || 'nothing waits'}. Everything before it is on disk.`
      : 'The program that keeps the workbook does not answer. The last edits wait on this screen and are stored when it answers; keep this window open.'
  say(text, { tone: 'warned', act: { label: 'Try again', run: () => opened?.queue.retry() } })
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
function leaveMissing(): void {
  const { place } = session.getState()
  if (!opened || !place) return
  const filing = opened.book.filing(place.filing)
  const back = filing ? undefined : waysBack.get(place.filing)
  if (back && opened.book.filing(back.filing)) return go(back)
  const exists = place.schedule === COMPARE || filing?.schedules.some(({ id }) => id === place.schedule)
  if (!filing || !exists) {
    return showAddress({ filing: place.filing, schedule: undefined, scenario: place.scenario ?? AS_FILED })
  }
  if (place.scenario === null || opened.book.hasScenario(place.filing, place.scenario)) return
  go({ ...place, scenario: null }, { remember: true, keepsEdit: true })
}

/** The first schedule whose figures carry periods: headlines need a period to stand in. */
function firstPeriod(filing: Filing, schedule: string): string | undefined {
  const shown = filing.schedules.filter((one) => one.id === schedule)
  for (const { columns } of [...shown, ...filing.schedules]) {
    const period = columns.find(({ kind }) => kind === 'duration' || kind === 'instant')
    if (period) return period.id
  }
  return undefined
}

/** The scenario that the workbook remembers for a filing; null for the base layer. */
export function rememberedScenario(filing: string): string | null {
  const id = session.getState().view.scenarios?.[filing]
  return id !== undefined && id !== AS_FILED && opened?.book.hasScenario(filing, id) ? id : null
}

/** Shows what an address names, as far as it exists; otherwise the first schedule of the first filing. */
export function showAddress(address: Address | undefined): void {
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
  go({ filing: filing.id, schedule: schedule.id, scenario })
}

type Going = {
  /** Makes the place's scenario the filing's active one. */
  remember?: boolean
  /** Where the focus goes. */
  cell?: { line: string; column: string }
  /** What is being typed goes on: only the scenario changes beneath it. */
  keepsEdit?: boolean
}

/** Goes to a place; what is being typed and was not entered is left, unless it is kept. */
export function go(place: ShownPlace, { remember: keep = false, cell, keepsEdit = false }: Going = {}): void {
  const filing = workbook().book.filing(place.filing)
  if (!filing) return
  const state = session.getState()
  const moved = state.place?.filing !== place.filing || state.place.schedule !== place.schedule
  const known = state.period[place.filing] ?? firstPeriod(filing, place.schedule)
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
  const kind = columns?.find(({ id }) => id === column)?.kind
  if (!place || (kind !== 'duration' && kind !== 'instant') || period[place.filing] === column) return
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
