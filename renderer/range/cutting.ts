/**
 * The cells that were cut and wait for their paste: nothing of them is cleared yet. The mark goes with the paste, and with
 * whatever could make it mean other figures: an edit, an undo, another filing or scenario, another copy, Escape.
 */
import { cellName } from '../../shared/model/cell.ts'
import type { CellRef } from '../../shared/model/filing.ts'
import { session, type SessionState } from '../workbench/session.ts'
import { say } from '../workbench/toasts.ts'
import type { Cut } from './move_plan.ts'
import type { Cell } from './range.ts'

let leave: (() => void) | undefined

/** Marks cells as cut. */
export function beginCut(cut: Cut): void {
  endCut()
  session.setState({ cut })
  const unsubscribe = session.subscribe(followed)
  document.addEventListener('keydown', pressed, true)
  leave = () => {
    unsubscribe()
    document.removeEventListener('keydown', pressed, true)
  }
}

/** Takes the mark away; the cells stay, and the clipboard goes on holding a copy of them. */
export function endCut(): void {
  leave?.()
  leave = undefined
  if (session.getState().cut) session.setState({ cut: null })
}

/** Ends the cut where what it was for no longer stands. */
function followed(state: SessionState, before: SessionState): void {
  const { cut, place, editing, phase, revision } = state
  if (!cut) return
  const isElsewhere = place?.filing !== cut.filing || place.scenario !== cut.scenario
  if (isElsewhere) {
    endCut()
    if (place && place.filing !== cut.filing)
      say('The cut cells stay where they are: a block moves within one filing. Pasted here, it is copied.')
    else say('The cut cells stay where they are: a block moves within one scenario. Pasted here, it is copied.')
    return
  }
  // Going from one schedule to another is no edit, though all is read anew.
  const isEdited = revision !== before.revision && place === before.place
  if (isEdited || editing || phase !== 'open') endCut()
}

/** What has an Escape of its own. */
const OWN_KEYS = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"], .toasts'

function pressed(event: KeyboardEvent): void {
  const { editing, dialog } = session.getState()
  const isElsewhere = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null
  if (event.key !== 'Escape' || editing || dialog || isElsewhere) return
  event.preventDefault()
  event.stopPropagation()
  endCut()
  say('The cut cells stay as they are. Pasted now, they are copied.')
}

/** Line breaks come back from the clipboard as its system writes them. */
function bare(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** The cut that a pasted text is of; undefined where none waits. Another text on the clipboard ends it. */
export function cutPasted(text: string): Cut | undefined {
  const { cut } = session.getState()
  if (!cut || bare(cut.text) === bare(text)) return cut ?? undefined
  endCut()
  return undefined
}

let known: { cut: Cut; names: ReadonlySet<string> } | undefined

/** True for a cell of the schedule shown that is marked as cut. */
export function isCut({ line, column }: Cell): boolean {
  const { cut, place } = session.getState()
  if (!cut || cut.schedule !== place?.schedule) return false
  if (known?.cut !== cut) known = { cut, names: new Set(cutRefs(cut).flat().map(cellName)) }
  return known.names.has(cellName({ schedule: cut.schedule, line, column }))
}

/** The places of a cut block, line by line. */
export function cutRefs({ schedule, lines, columns }: Cut): CellRef[][] {
  return lines.map((line) => columns.map((column): CellRef => ({ schedule, line, column })))
}
