/**
 * Going to a place: a schedule of a filing in a scenario, and a cell there. Keeps the address and what the workbook remembers in
 * step; what is typed is entered before it goes out of sight.
 */
import { COMPARE } from '../../../shared/analysis/compare_schedule.ts'
import type { View } from '../../../shared/model/view.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { consolidatedColumn } from '../../../shared/model/entities.ts'
import { columnOf, findCell, scheduleOf } from '../../../shared/model/lookup.ts'
import { upFrom } from '../../../shared/structure/outline.ts'
import { isPeriod, periodInForce } from '../reading/period.ts'
import { AS_FILED, writeAddress, type Address, type ShownPlace } from './place.ts'
import { remember } from './remembering.ts'
import { foldKey } from '../reading/rows.ts'
import type { Session } from '../session.ts'
import { settleTexts } from '../typed_texts.ts'

/** The scenario that the workbook remembers for a filing; null for the base layer. */
export function rememberedScenario(session: Session, filing: string): string | null {
  const id = session.getState().view.scenarios?.[filing]
  return id !== undefined && id !== AS_FILED && session.opened()?.book.hasScenario(filing, id) ? id : null
}

/** The scenario in which a filing is gone to: the one shown where it is shown, else the one that the workbook remembers. */
export function scenarioFor(session: Session, filing: string): string | null {
  const { place } = session.getState()
  return place?.filing === filing ? place.scenario : rememberedScenario(session, filing)
}

/** Shows what an address names, as far as it exists; otherwise the first schedule of the first filing. `finds`: a cell to find again. */
export function showAddress(
  session: Session,
  address: Address | undefined,
  { isForced = false, finds }: Pick<Going, 'isForced'> & { finds?: View['cell'] } = {},
): void {
  const { book } = session.workbook()
  const filing = (address && book.filing(address.filing)) ?? book.filings()[0]
  const named = address?.filing === filing?.id ? address?.schedule : undefined
  // The comparison is a view of the filing, not one of its schedules.
  const view = named === COMPARE ? { id: COMPARE } : undefined
  const schedule = filing?.schedules.find(({ id }) => id === named) ?? view ?? filing?.schedules[0]
  if (!filing || !schedule) {
    return session.setState({ place: null, held: book.held(), focus: null, goal: null, editing: null })
  }
  const wanted = address?.filing === filing.id ? address.scenario : undefined
  const exists = wanted !== undefined && book.hasScenario(filing.id, wanted)
  const scenario = exists ? wanted : wanted === AS_FILED ? null : rememberedScenario(session, filing.id)
  // The cell where the person was, as far as it is still there; otherwise the schedule's first one.
  const isThere = finds?.filing === filing.id && finds.schedule === schedule.id && findCell(filing, finds)
  const cell = isThere ? { line: finds.line, column: finds.column } : undefined
  go(session, { filing: filing.id, schedule: schedule.id, scenario }, { isForced, ...(cell && { cell }) })
}

export type Going = {
  /** Makes the place's scenario the filing's active one. */
  remember?: boolean
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
export function go(session: Session, wanted: ShownPlace, going: Going = {}): boolean {
  const { remember: keeps = false, cell, keepsEdit = false, isForced = false } = going
  const before = session.getState().place
  if (!keepsEdit && !isForced && settleTexts(session) === 'kept') return false
  const filing = session.workbook().book.filing(wanted.filing)
  if (!filing) return false
  const state = session.getState()
  // What was typed may have started a scenario; whoever asked for no other one goes on in it.
  const follows = !keeps && !isForced && before?.filing === wanted.filing && before.scenario === wanted.scenario
  const scenario = follows && state.place?.filing === wanted.filing ? state.place.scenario : wanted.scenario
  const place = { ...wanted, scenario }
  const moved = state.place?.filing !== place.filing || state.place.schedule !== place.schedule
  const known = periodInForce(filing, state.period[place.filing])
  const scenarios = { ...state.view.scenarios, [place.filing]: place.scenario ?? AS_FILED }
  const { folded } = state.view
  const unfolded = cell && folded ? unfoldedFor(filing, place.schedule, cell.line, folded) : folded
  const view: View = { ...state.view, ...(keeps && { scenarios }), ...(unfolded && { folded: unfolded }) }
  session.setState({
    place,
    view,
    focus: cell ?? (moved ? null : state.focus),
    goal: cell ?? null,
    editing: keepsEdit ? state.editing : null,
    remark: null,
    ...(known ? { period: { ...state.period, [place.filing]: known } } : {}),
    // What made the screen leave a place may have been applied just now.
    held: session.workbook().book.held(),
  })
  if (cell) notePeriod(session, place.schedule, cell.column)
  const opens = unfolded !== state.view.folded
  remember(session, {
    place: showHash(session, place),
    ...(keeps && { scenarios }),
    ...(opens && unfolded && { folded: unfolded }),
  })
  return true
}

/** The folded lines without those that a line lies under: what is gone to must be in sight. */
function unfoldedFor(filing: Filing, schedule: string, line: string, folded: string[]): string[] {
  const lines = new Map(scheduleOf(filing, schedule)?.lines.map((one) => [one.id, one]))
  const [, ...above] = upFrom(lines, line)
  const keys = new Set(above.map((id) => foldKey(filing.id, schedule, id)))
  return folded.some((key) => keys.has(key)) ? folded.filter((key) => !keys.has(key)) : folded
}

/**
 * Writes a place into the address and returns it as a hash. Not while the introduction stands before it: the place
 * behind is not the person's choice yet, and choosing it must count as going there.
 */
export function showHash(session: Session, place: ShownPlace): string {
  const { view, question } = session.getState()
  const hash = writeAddress(place, view.scenarios?.[place.filing])
  if (session.address.read() !== hash && question?.kind !== 'welcome') session.address.write(hash)
  return hash
}

/** The headlines follow the focus into a period, from an entity's column into its period; a computed or component column leaves them as they were. */
export function notePeriod(session: Session, schedule: string, column: string): void {
  const { place, period } = session.getState()
  const shown = place && scheduleOf(session.workbook().book.filing(place.filing), schedule)
  const focused = shown && columnOf(shown, column)
  const own = focused && columnOf(shown, consolidatedColumn(focused))
  if (!place || !own || !isPeriod(own) || period[place.filing] === own.id) return
  session.setState({ period: { ...period, [place.filing]: own.id } })
}
