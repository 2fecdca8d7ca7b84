/**
 * What the screen does when storing does not go as planned, and where undo and redo lead.
 * Says what happened, what is safe and what to do; offers back what was typed.
 */
import { isolated } from '../../shared/money/isolated.ts'
import { COMPARE } from '../../shared/analysis/compare_schedule.ts'
import type { Failure } from '../../shared/contract/contract.ts'
import { isStructural, type ChangeSet } from '../../shared/model/change_set.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { countText } from '../../shared/money/count.ts'
import type { Reversal } from './commit_queue.ts'
import { keepSelection } from '../range/selection.ts'
import { offerOf, typedText } from './carry_out.ts'
import { offerAgain } from './editing.ts'
import { go, notePeriod, open, rememberedScenario, showAddress, workbook, type QueueAnswers } from './opened.ts'
import { session } from './session.ts'
import { standingCell } from './standing_cell.ts'
import { say } from './toasts.ts'

function howMany(sets: readonly ChangeSet[]): string {
  return sets.length === 1 ? 'The last edit was' : `The last ${countText(sets.length)} edits were`
}

/** What is offered back: the first text or act taken back, since the later ones stood on it. */
function again(takenBack: readonly ChangeSet[]): { label: string; run: () => void } | undefined {
  const set = takenBack[0]
  const offer = set && offerOf(set)
  if (offer) return { label: 'Try again', run: offer }
  const text = set && typedText(set)
  const place = set?.place
  if (!set || !place || text === undefined || text === '') return undefined
  return { label: 'Try again', run: () => offerAgain(set.filing, place, text) }
}

/** True where the workbook's file is not at its place any more: what is held is to be saved elsewhere. */
function isOfPlace({ kind }: Failure): boolean {
  return kind === 'gone' || kind === 'displaced'
}

function failed(failure: Failure, takenBack: readonly ChangeSet[]): void {
  const what = howMany(takenBack)
  if (failure.kind === 'stale') {
    const offer = again(takenBack)
    void open(workbook().client, answers, { text: `${what} not saved. ${failure.message}`, act: offer })
    return
  }
  if (isOfPlace(failure)) {
    say(`${what} not saved and the screen shows what is stored.`, {
      tone: 'warned',
      act: again(takenBack),
      lasts: true,
    })
    session.setState({ dialog: { kind: 'displaced', failure } })
    return
  }
  say(`${what} not saved and the screen shows what is stored. ${failure.message}`, {
    tone: 'warned',
    act: again(takenBack),
    lasts: true,
  })
}

const NAMES: Record<Reversal, string> = { undo: 'Undo', redo: 'Redo', revert: 'Undo from here' }

/** True while something is typed in a cell that is still there: the answer to an undo must not take it from under the hand. */
function isTyped(): boolean {
  const { editing, place } = session.getState()
  return editing !== null && place !== null && findCell(workbook().book.filing(place.filing), editing.ref) !== undefined
}

function reversed(kind: Reversal, set: ChangeSet): void {
  if (!isTyped()) goWhereItWas(set)
  say(kind === 'revert' ? set.title : `${kind === 'undo' ? 'Undone' : 'Redone'}: ${isolated(set.title)}`)
}

/** Undo and redo lead to where the change was. */
function goWhereItWas(set: ChangeSet): void {
  const { place } = set
  const { place: shown, range } = session.getState()
  const scenario = place?.scenario ?? null
  const exists = scenario !== null && workbook().book.hasScenario(set.filing, scenario)
  if (place && shown?.schedule === COMPARE && shown.filing === set.filing) {
    // The comparison shows the change in its own row and stays in view.
    notePeriod(place.schedule, place.column)
    const cell = { line: `${place.schedule}.${place.line}`, column: exists ? scenario : 'base' }
    go(shown, { cell })
  } else if (place) {
    const next = scenario === null ? rememberedIfEdited(set) : exists ? scenario : null
    const back = scheduleBack(set, place.schedule)
    const cell = nearestCell(set, { ...place, schedule: back ?? place.schedule })
    // A schedule that went with the change has been left already.
    if (back !== undefined)
      go({ filing: set.filing, schedule: back, scenario: next }, { remember: true, ...(cell && { cell }) })
    else if (isThere(set.filing, place.schedule))
      go({ filing: set.filing, schedule: place.schedule, scenario: next }, { remember: true, ...(cell && { cell }) })
    // A change within the selection leaves it as it is.
    keepSelection(range)
  } else if (set.changes.some((change) => change.kind === 'filing') && workbook().book.filing(set.filing)) {
    // A filing that came back, or whose standing changed, is what the person wants to see.
    if (shown?.filing !== set.filing) showAddress({ filing: set.filing, schedule: undefined, scenario: undefined })
  } else if (scheduleOf(set) !== undefined) {
    // Notes and heads belong to no cell: their schedule is what the person wants to see.
    const scenario = shown?.filing === set.filing ? shown.scenario : rememberedScenario(set.filing)
    go({ filing: set.filing, schedule: scheduleOf(set)!, scenario })
  } else if (shown?.filing === set.filing) {
    const started = set.changes.find((change) => change.kind === 'scenario' && change.before === null)
    if (started?.kind === 'scenario') go({ ...shown, scenario: started.scenario }, { remember: true })
  }
}

/** The schedule that came back, or stands under its other name: what the person wants to see. */
function scheduleBack({ filing, changes }: ChangeSet, shown: string): string | undefined {
  const schedules = changes.filter((change) => change.kind === 'schedule')
  const came = schedules.find((change) => change.before === null)?.schedule
  const isMany = changes.some((change) => change.kind === 'filing')
  if (came === undefined || isMany || !isThere(filing, came) || came === shown) return undefined
  return isThere(filing, shown) && schedules.some((change) => change.after === null) ? undefined : came
}

/** The schedule whose structure a change set touched first, where it is there. */
function scheduleOf({ filing, changes }: ChangeSet): string | undefined {
  const structural = changes.find(isStructural)
  return structural && isThere(filing, structural.schedule) ? structural.schedule : undefined
}

function isThere(filing: string, schedule: string): boolean {
  return (
    workbook()
      .book.filing(filing)
      ?.schedules.some(({ id }) => id === schedule) ?? false
  )
}

/** The cell of a place; where undo took its line or column, what stands there now, else the cell in focus. */
function nearestCell(
  { filing, changes }: ChangeSet,
  { schedule, line, column }: CellRef,
): { line: string; column: string } | undefined {
  const found = workbook().book.filing(filing)
  const standing = standingCell(found, { schedule, line, column }, changes)
  if (standing) return standing
  const { focus } = session.getState()
  return focus && findCell(found, { schedule, ...focus }) ? focus : undefined
}

/** A change of the base layer shows in whatever scenario is active, unless the set itself made one. */
function rememberedIfEdited(set: ChangeSet): string | null {
  const started = set.changes.find((change) => change.kind === 'scenario' && change.after !== null)
  return started?.kind === 'scenario' ? started.scenario : rememberedScenario(set.filing)
}

function notReversed(kind: Reversal, failure: Failure): void {
  if (isOfPlace(failure)) {
    say(`${NAMES[kind]} did not happen; nothing changed.`, { tone: 'warned', lasts: true })
    session.setState({ dialog: { kind: 'displaced', failure } })
    return
  }
  say(`${NAMES[kind]} did not happen; nothing changed. ${failure.message}`, {
    tone: 'warned',
    lasts: kind !== 'revert',
  })
  // A revert is refused for what stands in its way; undo and redo only where the screen and the file disagree.
  if (failure.kind === 'stale' || (failure.kind === 'refused' && kind !== 'revert'))
    void open(workbook().client, answers, undefined)
}

/** The answers that the open workbook is given. */
export const answers: QueueAnswers = { failed, reversed, notReversed }
