/**
 * Why an act on the selected cells cannot be done: every one of them refuses, by the same judgement that the act itself asks. Where one
 * cell takes the act it is offered, and says itself which others do not.
 */
import { noInputRefusal } from '../../../shared/analysis/edit.ts'
import { turned, type Turn } from '../../../shared/analysis/step.ts'
import type { CellRef } from '../../../shared/model/filing.ts'
import { refusalText, type Refusal } from '../../../shared/refusals/refusal.ts'
import { groundOf } from '../edit/enacting.ts'
import { needsCell } from '../edit/resetting.ts'
import { shownFiling } from '../reading/figures.ts'
import type { Session } from '../session.ts'
import { planAct } from './many_acts.ts'
import { isMany, selectedPlaces, shownSight } from './selection.ts'

/** So many cells are looked at, so that a menu opens at once; of more it is supposed that one takes the act. */
const MOST = 100

type Judge = (ref: CellRef) => Refusal | undefined

/** Why every one of the cells refuses; the first reason where they have the same, else `several`. */
export function refusedThroughout(cells: Iterable<CellRef>, judge: Judge, several: Refusal): Refusal | undefined {
  const reasons = new Map<string, Refusal>()
  let left = MOST
  for (const ref of cells) {
    const why = left-- > 0 ? judge(ref) : undefined
    if (!why) return undefined
    reasons.set(refusalText(why), why)
  }
  return reasons.size === 1 ? [...reasons.values()][0] : several
}

/** Whether a cell takes what is entered there, whatever that is. */
export function inputJudge(session: Session): Judge {
  const ground = groundOf(session)
  return (ref) => (ground ? (ground.closed(ref, false) ?? noInputRefusal(ground.filing, ref)) : undefined)
}

/** Why a text is refused in a cell by itself; undefined where it is taken, or something is asked first. */
function refusalAt(session: Session, ref: CellRef, text: string): Refusal | undefined {
  const planned = planAct(session, { act: '', cells: [{ ref, text }] })
  const only = planned?.kind === 'refused' ? planned.refusals[0] : undefined
  return only && !only.asks ? only.refusal : undefined
}

/** Why nothing that is selected can be taken out of its cell. */
export function cutRefusal(session: Session): Refusal | undefined {
  const judge: Judge = (ref) => refusalAt(session, ref, '')
  return needsCell(session) ?? refusedThroughout(selectedPlaces(session), judge, { code: 'none_to_clear' })
}

/** The same, and where every cell is blank. */
export function clearRefusal(session: Session): Refusal | undefined {
  const judge: Judge = (ref) => {
    const planned = planAct(session, { act: '', cells: [{ ref, text: '' }] })
    if (planned?.kind !== 'plan') return planned?.refusals[0]?.refusal
    return planned.plan.inputs.length === 0 ? { code: 'blank_already' } : undefined
  }
  return needsCell(session) ?? refusedThroughout(selectedPlaces(session), judge, { code: 'none_to_clear' })
}

/** Why nothing can be pasted at the selection, whatever the clipboard holds. A block begins at one cell and goes on to its right. */
export function pasteRefusal(session: Session): Refusal | undefined {
  const judge = inputJudge(session)
  const own = needsCell(session) ?? refusedThroughout(selectedPlaces(session), judge, { code: 'none_takes_figure' })
  if (own?.code !== 'column_computed' || isMany(session)) return own
  const [only] = selectedPlaces(session)
  const columns = shownSight(session)?.sight.columns ?? []
  const beyond = only ? columns.slice(columns.indexOf(only.column) + 1) : []
  return beyond.some((column) => !judge({ ...only!, column })) ? undefined : own
}

/** Why no selected figure can be raised, lowered or turned. */
export function turnRefusal(session: Session, turn: Turn): Refusal | undefined {
  const filing = shownFiling(session)
  const judge: Judge = (ref) => {
    const [cell] = filing ? turned(filing, [ref], turn) : []
    return cell ? refusalAt(session, ref, cell.text) : { code: 'none_holds_figure' }
  }
  return needsCell(session) ?? refusedThroughout(selectedPlaces(session), judge, { code: 'none_holds_figure' })
}
