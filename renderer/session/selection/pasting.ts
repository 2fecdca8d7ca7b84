/**
 * Pasting a block over the selection, by the answers to what is asked of it. Where it goes is planned beside this; what an edit of a
 * cell means is the analysis layer's.
 */
import type { Pasted } from '../../../shared/intake/pasted.ts'
import type { Answers } from '../../../shared/intake/question.ts'
import { refused, refusalText } from '../../../shared/refusals/refusal.ts'
import { say } from '../messages.ts'
import { shownFiling } from '../reading/figures.ts'
import type { Session } from '../session.ts'
import type { ManyAct } from '../state.ts'
import { doMany } from './many_acts.ts'
import { planPaste, type PastePlan } from './paste_plan.ts'
import { selectedBlocks, selectedCells, shownSight } from './selection.ts'

/** What a paste would do where the selection now is, by the answers to what is asked of it. */
export function pasteAct(
  session: Session,
  pasted: Pasted,
  answers: Answers,
): ManyAct | Extract<PastePlan, { kind: 'refused' }> {
  const [shown, filing] = [shownSight(session), shownFiling(session)]
  if (!shown || !filing) return { ...refused({ code: 'no_schedule_shown' }), questions: [] }
  const target = { filing, ...shown, blocks: selectedBlocks(session), selected: selectedCells(session) }
  const planned = planPaste(target, pasted, answers)
  if (planned.kind === 'refused') return planned
  const { cells, paste, note, area } = planned
  return { act: 'Pasted', cells, paste, ...(note && { note }), ...(area && { area }) }
}

/** Lays a block over the selection; says how it does not fit. */
export function pasteBlock(session: Session, pasted: Pasted): void {
  if (selectedCells(session).length === 0) return
  const act = pasteAct(session, pasted, {})
  if ('refusal' in act) say(session, `Nothing was pasted. ${refusalText(act.refusal)}`, { tone: 'warned' })
  else doMany(session, act)
}
