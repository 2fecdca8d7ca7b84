/**
 * Finding as acts: opening, searching, going from hit to hit. The search itself is shared/analysis/search.ts.
 * Changes nothing in the workbook.
 */
import { createStore } from 'zustand/vanilla'
import { searchSteps, type Found, type Hit, type SearchScope } from '../../../shared/analysis/search.ts'
import { hasCell } from '../../../shared/calc/layout.ts'
import type { Schedule } from '../../../shared/model/filing.ts'
import { scheduleOf } from '../../../shared/model/lookup.ts'
import { settleEdit } from '../../session/selection/many_acts.ts'
import { go, scenarioFor } from '../../session/place/going.ts'
import { showPanel } from '../../session/view/view.ts'
import { runSearch } from './searching.ts'
import { ofSession, type Session } from '../../session/session.ts'
import { sendFocus } from '../../session/place/focus.ts'

type FindState = {
  isOpen: boolean
  query: string
  scope: SearchScope
  found: Found
  isSearching: boolean
  /** The hit that is marked; -1 before any is. */
  at: number
  /** True once the marked hit was gone to: the next step then leads on from it. */
  wasReached: boolean
  /** Rises whenever the field is to take the focus; `anew` where its text is ready to be replaced. */
  asked: number
  anew: boolean
}

const NOTHING: Found = { hits: [], total: 0 }

export const finding = ofSession(() =>
  createStore<FindState>()(() => ({
    isOpen: false,
    query: '',
    scope: 'workbook',
    found: NOTHING,
    isSearching: false,
    at: -1,
    wasReached: false,
    asked: 0,
    anew: true,
  })),
)

/** Opens the panel, or brings the focus back to its field. */
export function openFind(session: Session): void {
  if (!settleEdit(session)) return
  finding(session).setState(({ asked }) => ({ isOpen: true, asked: asked + 1, anew: true }))
}

/** Closes the panel; the focus goes back to the cell where work goes on. */
export function closeFind(session: Session): void {
  running(session).stop()
  finding(session).setState({ isOpen: false })
  sendFocus(session, session.getState().focus)
}

type Running = {
  stop: () => void
  /** The schedule searched first. It stays while hits are gone through, so that their order does too. */
  anchor: { filing: string; schedule: string } | null
}

const running = ofSession((): Running => ({ stop: () => undefined, anchor: null }))

/** Takes another query or scope and searches anew, from where the person is. */
export function setSearch(session: Session, more: { query?: string; scope?: SearchScope }): void {
  finding(session).setState({ ...more, at: -1, wasReached: false })
  running(session).anchor = null
  search(session)
}

/** Searches; the hits found before stand until the new ones are there. */
export function search(session: Session): void {
  running(session).stop()
  const { query, scope } = finding(session).getState()
  const { place, phase } = session.getState()
  if (phase !== 'open') return
  const run = running(session)
  const { anchor } = run
  const moved = anchor?.filing !== place?.filing || anchor?.schedule !== place?.schedule
  const outside = scope === 'schedule' ? moved : scope === 'filing' && anchor?.filing !== place?.filing
  if (!anchor || outside) run.anchor = place
  const { book, sheets } = session.workbook()
  const filings = book.filings().map((filing) => ({
    filing,
    engine: () => sheets.engine(filing.id, scenarioFor(session, filing.id)),
    comments: book.comments(filing.id),
  }))
  const marked = markedHit(session)
  finding(session).setState({ isSearching: true })
  run.stop = runSearch(searchSteps({ query, filings, current: run.anchor, scope }), (found, done) => {
    // Until the search is done fewer hits than before would only flicker.
    const { found: before } = finding(session).getState()
    if (!done && before.hits.length > found.hits.length) return
    finding(session).setState({ found, isSearching: !done, at: marked ? placeOf(marked, found) : -1 })
  })
}

function markedHit(session: Session): Hit | undefined {
  const { found, at } = finding(session).getState()
  return found.hits[at]
}

/** Where a hit stands among others after an edit; figures may have changed, so its cell and kind decide. */
function placeOf(hit: Hit, { hits }: Found): number {
  const isSame = (one: Hit): boolean =>
    one.kind === hit.kind &&
    one.filing === hit.filing &&
    one.schedule === hit.schedule &&
    one.line === hit.line &&
    one.column === hit.column
  const exact = hits.findIndex((one) => isSame(one) && one.text === hit.text)
  return exact >= 0 ? exact : hits.findIndex(isSame)
}

/** Marks the hit a step away without going there. */
export function mark(session: Session, step: number): void {
  const { found, at } = finding(session).getState()
  const { length } = found.hits
  if (length === 0) return
  const next = at < 0 ? (step > 0 ? 0 : length - 1) : Math.min(Math.max(at + step, 0), length - 1)
  finding(session).setState({ at: next, wasReached: false })
}

/** Goes to the next or previous hit, round and round; with nothing to look for the panel opens. */
export function stepFind(session: Session, step: 1 | -1): void {
  const { found, at, wasReached, query, isOpen } = finding(session).getState()
  if (query === '' || !isOpen) return openFind(session)
  const { length } = found.hits
  if (length === 0) return
  const next = at < 0 ? (step > 0 ? 0 : length - 1) : wasReached ? (at + step + length) % length : at
  reach(session, next)
}

/** Goes to a hit. Where the focus was in the panel it comes back, unless the hit was pointed at. */
export function reach(session: Session, at: number, { stay = inPanel() }: { stay?: boolean } = {}): void {
  const hit = finding(session).getState().found.hits[at]
  const schedule = hit && scheduleOf(session.workbook().book.filing(hit.filing), hit.schedule)
  if (!hit || !schedule || !settleEdit(session)) return
  finding(session).setState({ at, wasReached: true })
  const cell = cellOf(session, hit, schedule)
  go(
    session,
    { filing: hit.filing, schedule: hit.schedule, scenario: scenarioFor(session, hit.filing) },
    cell ? { cell } : {},
  )
  if (hit.kind === 'note') showPanel(session, 'notes')
  if (stay) whenReached(session, () => finding(session).setState(({ asked }) => ({ asked: asked + 1, anew: false })))
}

function inPanel(): boolean {
  return document.activeElement?.closest('.find') instanceof HTMLElement
}

/** The cell that a hit leads to: its own, else one of its line or column near the focus. */
function cellOf(
  session: Session,
  { line, column }: Hit,
  { id, lines, columns }: Schedule,
): { line: string; column: string } | undefined {
  const { place, focus } = session.getState()
  const near = place?.schedule === id ? focus : null
  const row =
    lines.find((one) => one.id === line) ??
    (near && column ? lines.find((one) => one.id === near.line) : undefined) ??
    lines.find((one) => columns.some((each) => hasCell(one, each)))
  if (!row) return undefined
  const isOpen = (columnId: string | undefined): boolean =>
    columns.some((one) => one.id === columnId && (row.kind === 'heading' || hasCell(row, one)))
  const found =
    [column, near?.column].find((one) => one !== null && isOpen(one)) ?? columns.find((one) => isOpen(one.id))?.id
  return found ? { line: row.id, column: found } : undefined
}

/** Calls once the grid has the focus where it was sent. */
function whenReached(session: Session, act: () => void): void {
  if (!session.getState().goal) return act()
  const unsubscribe = session.subscribe(({ goal }) => {
    if (goal) return
    unsubscribe()
    act()
  })
}
