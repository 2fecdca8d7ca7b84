/**
 * Moving the chosen lines to discontinued operations, as an act of a person: one change set, after which it is said what the totals that lost
 * them show now, and that net earnings stayed. Planned in shared/structure.
 */
import { cellText } from '../../../shared/calc/cell_text.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { cellTitle, findCell, lineNameOf } from '../../../shared/model/lookup.ts'
import { recastLines } from '../../../shared/structure/recast.ts'
import { recasting } from '../../../shared/structure/recasting.ts'
import { sayDone } from '../messages.ts'
import { shownEngine, shownFiling } from '../reading/figures.ts'
import type { Session } from '../session.ts'
import { linesRefusal, noLine } from './line_acts.ts'
import { chosen, enactStructure, inColumn, openDraft } from './structure_acts.ts'
import { RECAST } from './wording.ts'

/** Why the chosen lines cannot be moved; undefined where they can. */
export const recastRefusal = linesRefusal.recast

/** Moves the chosen lines with their details; says why not where that is refused. */
export function recastChosen(session: Session): void {
  const open = openDraft(session)
  if (!open) return
  const { draft, schedule } = open
  const { lines } = chosen(session)
  if (lines.length === 0) return noLine(session)
  const act = recasting(draft, schedule.id, lines)
  const plan = inColumn(session, recastLines(draft, { schedule: schedule.id, lines }), schedule)
  if (plan.kind === 'refused' || act.kind === 'refused') {
    sayDone(session, plan.kind === 'refused' ? plan.refusal : undefined, '')
    return
  }
  const column = plan.focus?.column ?? schedule.columns[0]!.id
  const totals = act.totals
    .filter(({ id }) => id !== act.net.id)
    .map(({ id }): CellRef => ({ schedule: schedule.id, line: id, column }))
  const before = totals.map((ref) => textAt(session, ref))
  const refusal = enactStructure(session, plan)
  const moved = totals.map((ref, at) => {
    const found = findCell(shownFiling(session), ref)
    return RECAST.moved(found ? cellTitle(found) : ref.line, before[at]!, textAt(session, ref))
  })
  sayDone(session, refusal, [`${plan.title}.`, ...moved, RECAST.stays(lineNameOf(schedule, act.net.id))].join(' '))
}

function textAt(session: Session, ref: CellRef): string {
  const found = findCell(shownFiling(session), ref)
  const value = shownEngine(session)?.value(ref)
  return found && value !== undefined ? cellText(value, found.line, found.column) : ''
}
