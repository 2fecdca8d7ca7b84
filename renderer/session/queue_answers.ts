/**
 * What the screen does when storing does not go as planned, and where undo and redo lead.
 * Says what happened, what is safe and what to do; offers back what was typed.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import type { Failure } from '../../shared/contract/contract.ts'
import { isStructural } from '../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { findCell, scheduleOf } from '../../shared/model/lookup.ts'
import type { Reversal } from './book/commit_queue.ts'
import { keepSelection } from './selection/selection.ts'
import { offerOf, typedText } from './committing.ts'
import { offerAgain } from './edit/editing.ts'
import { go, notePeriod, rememberedScenario, showAddress } from './place/going.ts'
import { scenarioUnder } from './place/leaving_missing.ts'
import { open, type QueueAnswers } from './opening.ts'
import { standingCell } from './reading/standing_cell.ts'
import { say } from './messages.ts'
import type { Session } from './session.ts'
import { ask } from './asking.ts'
import { NOT_SAVED, notReversedText, TRY_AGAIN } from './wording.ts'

/** What is offered back: the first text or act taken back, since the later ones stood on it. */
function again(session: Session, takenBack: readonly ChangeSet[]): { label: string; run: () => void } | undefined {
  const set = takenBack[0]
  const offer = set && offerOf(set)
  if (offer) return { label: TRY_AGAIN, run: offer }
  const text = set && typedText(set)
  const place = set?.place
  if (!set || !place || text === undefined || text === '') return undefined
  return { label: TRY_AGAIN, run: () => offerAgain(session, set.filing, place, text) }
}

/** True where the workbook's file is not at its place any more: what is held is to be saved elsewhere. */
function isOfPlace({ kind }: Failure): boolean {
  return kind === 'gone' || kind === 'displaced'
}

function failed(session: Session, failure: Failure, takenBack: readonly ChangeSet[]): void {
  const count = takenBack.length
  if (failure.kind === 'stale') {
    const offer = again(session, takenBack)
    void open(session, answers, { text: NOT_SAVED.readAgain(count, failure.message), act: offer })
    return
  }
  const why = isOfPlace(failure) ? '' : ` ${failure.message}`
  const text = `${NOT_SAVED.shown(count)}${why}`
  say(session, text, { tone: 'warned', act: again(session, takenBack), lasts: true })
  if (isOfPlace(failure)) ask(session, { kind: 'displaced', failure })
}

/** True while something is typed in a cell that is still there: the answer to an undo must not take it from under the hand. */
function isTyped(session: Session): boolean {
  const { editing, place } = session.getState()
  return (
    editing !== null &&
    place !== null &&
    findCell(session.workbook().book.filing(place.filing), editing.ref) !== undefined
  )
}

function reversed(session: Session, kind: Reversal, set: ChangeSet): void {
  if (!isTyped(session)) goWhereItWas(session, set)
  say(session, kind === 'revert' ? set.title : `${kind === 'undo' ? 'Undone' : 'Redone'}: ${isolated(set.title)}`)
}

function goWhereItWas(session: Session, set: ChangeSet): void {
  const { place } = set
  const { place: shown, range } = session.getState()
  const scenario = place?.scenario ?? null
  const exists = scenario !== null && session.workbook().book.hasScenario(set.filing, scenario)
  if (place && shown?.schedule === COMPARE && shown.filing === set.filing) {
    // The comparison shows the change in its own row and stays in view.
    notePeriod(session, place.schedule, place.column)
    const cell = { line: `${place.schedule}.${place.line}`, column: exists ? scenario : 'base' }
    go(session, shown, { cell })
  } else if (place) {
    const left = scenario !== null && !exists
    const { book } = session.workbook()
    const under = left ? scenarioUnder(book, set.filing, scenario, set.changes) : scenario
    const next = scenario === null ? rememberedIfEdited(session, set) : under
    const back = scheduleBack(session, set, place.schedule)
    const cell = nearestCell(session, set, { ...place, schedule: back ?? place.schedule })
    // A schedule that went with the change has been left already.
    if (back !== undefined || isThere(session, set.filing, place.schedule)) {
      const to = { filing: set.filing, schedule: back ?? place.schedule, scenario: next }
      go(session, to, { remember: true, ...(cell && { cell }) })
    }
    // A change within the selection leaves it as it is.
    keepSelection(session, range)
  } else if (set.changes.some((change) => change.kind === 'filing') && session.workbook().book.filing(set.filing)) {
    // A filing that came back, or whose standing changed, is what the person wants to see.
    if (shown?.filing !== set.filing)
      showAddress(session, { filing: set.filing, schedule: undefined, scenario: undefined })
  } else if (touchedSchedule(session, set) !== undefined) {
    // Notes and heads belong to no cell: their schedule is what the person wants to see.
    const scenario = shown?.filing === set.filing ? shown.scenario : rememberedScenario(session, set.filing)
    go(session, { filing: set.filing, schedule: touchedSchedule(session, set)!, scenario })
  } else if (shown?.filing === set.filing) {
    const started = set.changes.find((change) => change.kind === 'scenario' && change.before === null)
    if (started?.kind === 'scenario') go(session, { ...shown, scenario: started.scenario }, { remember: true })
  }
}

/** The schedule that came back, or stands under its other name: what the person wants to see. */
function scheduleBack(session: Session, { filing, changes }: ChangeSet, shown: string): string | undefined {
  const schedules = changes.filter((change) => change.kind === 'schedule')
  const came = schedules.find((change) => change.before === null)?.schedule
  const isMany = changes.some((change) => change.kind === 'filing')
  if (came === undefined || isMany || !isThere(session, filing, came) || came === shown) return undefined
  return isThere(session, filing, shown) && schedules.some((change) => change.after === null) ? undefined : came
}

/** The schedule whose structure a change set touched first, where it is there. */
function touchedSchedule(session: Session, { filing, changes }: ChangeSet): string | undefined {
  const structural = changes.find(isStructural)
  return structural && isThere(session, filing, structural.schedule) ? structural.schedule : undefined
}

function isThere(session: Session, filing: string, schedule: string): boolean {
  return scheduleOf(session.workbook().book.filing(filing), schedule) !== undefined
}

/** The cell of a place; where undo took its line or column, what stands there now, else the cell in focus. */
function nearestCell(
  session: Session,
  { filing, changes }: ChangeSet,
  { schedule, line, column }: CellRef,
): { line: string; column: string } | undefined {
  const found = session.workbook().book.filing(filing)
  const standing = standingCell(found, { schedule, line, column }, changes)
  if (standing) return standing
  const { focus } = session.getState()
  return focus && findCell(found, { schedule, ...focus }) ? focus : undefined
}

/** A change of the base layer shows in whatever scenario is active, unless the set itself made one. */
function rememberedIfEdited(session: Session, set: ChangeSet): string | null {
  const started = set.changes.find((change) => change.kind === 'scenario' && change.after !== null)
  return started?.kind === 'scenario' ? started.scenario : rememberedScenario(session, set.filing)
}

function notReversed(session: Session, kind: Reversal, failure: Failure): void {
  const isGone = isOfPlace(failure)
  const text = `${notReversedText(kind)}${isGone ? '' : ` ${failure.message}`}`
  say(session, text, { tone: 'warned', lasts: isGone || kind !== 'revert' })
  if (isGone) return ask(session, { kind: 'displaced', failure })
  // A revert is refused for what stands in its way; undo and redo only where the screen and the file disagree.
  if (failure.kind === 'stale' || (failure.kind === 'refused' && kind !== 'revert'))
    void open(session, answers, undefined)
}

export const answers: QueueAnswers = { failed, reversed, notReversed }

/** Reads the workbook again, as after a failure to open it. */
export async function reopen(session: Session): Promise<void> {
  session.setState({ phase: 'opening', failure: null })
  await open(session, answers)
}
