/**
 * The cells that were cut and wait for their paste: nothing of them is cleared yet. The mark goes with the paste, and with
 * whatever could make it mean other figures: an edit, an undo, another filing or scenario, another copy, Escape.
 */
import { cellName } from '../../../shared/model/cell.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import type { SessionState } from '../state.ts'
import { say } from '../messages.ts'
import type { Cut } from './move_plan.ts'
import type { Cell } from './range.ts'
import { ofSession, type Session } from '../session.ts'
import { copiedElsewhere, CUT_ENDED } from './wording.ts'

const watch = ofSession((): { leave?: () => void } => ({}))

export function beginCut(session: Session, cut: Cut): void {
  endCut(session)
  session.setState({ cut })
  watch(session).leave = session.subscribe((state, before) => followed(session, state, before))
}

/** Takes the mark away; the cells stay, and the clipboard goes on holding a copy of them. */
export function endCut(session: Session): void {
  watch(session).leave?.()
  delete watch(session).leave
  if (session.getState().cut) session.setState({ cut: null })
}

/** Ends the cut where what it was for no longer stands. */
function followed(session: Session, state: SessionState, before: SessionState): void {
  const { cut, place, editing, phase, held } = state
  if (!cut) return
  const isElsewhere = place?.filing !== cut.filing || place.scenario !== cut.scenario
  if (isElsewhere) {
    endCut(session)
    const within = place && place.filing !== cut.filing ? 'filing' : 'scenario'
    return say(session, copiedElsewhere(within))
  }
  if (held !== before.held || editing || phase !== 'open') endCut(session)
}

/** Lets the cut go because the person asked to; true where there was one. */
export function letCutGo(session: Session): boolean {
  if (!session.getState().cut) return false
  endCut(session)
  say(session, CUT_ENDED)
  return true
}

/** Line breaks come back from the clipboard as its system writes them. */
function bare(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** The cut that a pasted text is of; undefined where none waits. Another text on the clipboard ends it. */
export function cutPasted(session: Session, text: string): Cut | undefined {
  const { cut } = session.getState()
  if (!cut || bare(cut.text) === bare(text)) return cut ?? undefined
  endCut(session)
  return undefined
}

const names = new WeakMap<Cut, ReadonlySet<string>>()

/** True for a cell of the schedule shown that is marked as cut. */
export function isCut(session: Session, { line, column }: Cell): boolean {
  const { cut, place } = session.getState()
  if (!cut || cut.schedule !== place?.schedule) return false
  let known = names.get(cut)
  if (!known) names.set(cut, (known = new Set(cutRefs(cut).flat().map(cellName))))
  return known.has(cellName({ schedule: cut.schedule, line, column }))
}

/** The places of a cut block, line by line. */
export function cutRefs({ schedule, lines, columns }: Cut): CellRef[][] {
  return lines.map((line) => columns.map((column): CellRef => ({ schedule, line, column })))
}
