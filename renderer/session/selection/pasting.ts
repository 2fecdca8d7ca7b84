/**
 * Cutting the selection, and pasting over it what was cut or copied. Nothing is cleared before the paste, and then the figures go as
 * they were entered, not as they are shown. Where a block goes is planned beside this.
 */
import type { Pasted } from '../../../shared/intake/pasted.ts'
import type { Answers } from '../../../shared/intake/question.ts'
import type { ManyAct } from '../state.ts'
import { isOneCell } from '../../../shared/intake/arrange.ts'
import { planPaste, planPasteInSteps, type PastePlan, type PasteTarget } from './paste_plan.ts'
import { sameCell } from '../../../shared/model/cell.ts'
import { isCell, shownFiling } from '../reading/figures.ts'
import { afterReversal, reversingRefusal } from '../committing.ts'
import { say, warn } from '../messages.ts'
import { heldText } from './copying.ts'
import { beginCut, cutRefs, endCut } from './cutting.ts'
import { landingOf } from './fitting.ts'
import { atWork, MOST_AT_ONCE } from './at_work.ts'
import { doMany, doManyInSteps } from './many_acts.ts'
import { cellsMoved, type Cut, type Move } from './move_plan.ts'
import { linedUp } from './range.ts'
import { selectedBlocks, selectedCells, shownSight } from './selection.ts'
import type { Session } from '../session.ts'
import { refused, refusalText } from '../../../shared/refusals/refusal.ts'
import { cutText, NOT_MOVED, NOTHING_CUT, nothingPasted, PASTED_IN_PLACE } from './wording.ts'

/** Marks the selection as cut, once the clipboard has taken its text. */
export function cutSelected(session: Session, text: string): void {
  const [shown, { place }, lined] = [shownSight(session), session.getState(), linedUp(selectedBlocks(session))]
  if (!shown || !place || !lined) return
  const { schedule, sight } = shown
  const cut: Cut = {
    filing: place.filing,
    scenario: place.scenario,
    schedule: schedule.id,
    lines: lined.rows.map((row) => sight.lines[row]!),
    columns: lined.columns.map((column) => sight.columns[column]!),
    text,
  }
  const filing = shownFiling(session)
  const count = cutRefs(cut)
    .flat()
    .filter((ref) => isCell(filing, ref)).length
  if (count === 0) return warn(session, NOTHING_CUT)
  beginCut(session, cut)
  say(session, cutText(count))
}

/** Moves the cut block to the selection, from its first cell on; one change. */
export function pasteCut(session: Session, cut: Cut): void {
  const [shown, filing, blocks] = [shownSight(session), shownFiling(session), selectedBlocks(session)]
  const [block] = blocks
  if (!shown || !filing || !block) return
  if (reversingRefusal(session)) return warn(session, NOT_MOVED.undoing)
  if (blocks.length > 1) return warn(session, NOT_MOVED.severalAreas(blocks.length))
  const landed = landingOf([cut.lines.length, cut.columns.length], block, shown.sight)
  if (landed.kind === 'refused') return warn(session, NOT_MOVED.because(refusalText(landed.refusal)))
  const { spots, area, note } = landed
  const sources = cutRefs(cut)
  const moves = spots.flatMap((row, down) =>
    row.map((cell, at): Move => {
      const from = sources[down]![at]!
      return { from, to: { schedule: shown.schedule.id, ...cell }, text: heldText(session, from) }
    }),
  )
  if (moves.every(({ from, to }) => sameCell(from, to))) {
    endCut(session)
    return say(session, PASTED_IN_PLACE)
  }
  doMany(session, { act: 'Moved', cells: cellsMoved(filing, moves), moves, area, ...(note !== undefined && { note }) })
}

type PasteRefused = Extract<PastePlan, { kind: 'refused' }>

/** Where a block would go now; undefined where nothing is shown. */
function targetNow(session: Session): PasteTarget | undefined {
  const [shown, filing] = [shownSight(session), shownFiling(session)]
  if (!shown || !filing) return undefined
  return { filing, ...shown, blocks: selectedBlocks(session), selected: selectedCells(session) }
}

function actOf(planned: PastePlan): ManyAct | PasteRefused {
  if (planned.kind === 'refused') return planned
  const { cells, paste, note, area } = planned
  return { act: 'Pasted', cells, paste, ...(note && { note }), ...(area && { area }) }
}

/** What a paste would do where the selection now is, by the answers to what is asked of it. */
export function pasteAct(session: Session, pasted: Pasted, answers: Answers): ManyAct | PasteRefused {
  const target = targetNow(session)
  if (!target) return { ...refused({ code: 'no_schedule_shown' }), questions: [] }
  return actOf(planPaste(target, pasted, answers))
}

/** Lays a block over the selection; says how it does not fit. A very large block is looked at piece by piece. */
export function pasteBlock(session: Session, pasted: Pasted): void {
  const target = targetNow(session)
  if (!target || target.selected.length === 0) return
  const count = pasted.tables.flat().reduce((sum, row) => sum + row.length, 0)
  const no = ({ refusal }: PasteRefused): void => warn(session, nothingPasted(refusalText(refusal)))
  if (count <= MOST_AT_ONCE || isOneCell(pasted)) {
    const act = actOf(planPaste(target, pasted, {}))
    if ('refusal' in act) no(act)
    else doMany(session, act)
    return
  }
  // It goes where the selection is now, whatever is chosen meanwhile.
  const begin = (): void =>
    atWork(session, 'Planning', count, function* () {
      const act = actOf(yield* planPasteInSteps(target, pasted, {}))
      if ('refusal' in act) no(act)
      else yield* doManyInSteps(session, act)
    })
  if (!afterReversal(session, begin)) begin()
}
