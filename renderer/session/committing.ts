/**
 * The one way from changes to the workbook: as one change set on the screen and in the queue within the task of the act; and back, by
 * undo and redo. Knows what is under way, and what can be offered back where storing fails. Judges no figure and no structure.
 */
import { atOnce, type Steps } from '../../shared/model/steps.ts'
import { type Refusal, refusalText } from '../../shared/refusals/refusal.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import { go, type Going } from './place/going.ts'
import type { ShownPlace } from './place/place.ts'
import { say } from './messages.ts'
import type { Session } from './session.ts'

type Waits = 'undo_under_way' | 'undo_before_applying' | 'undo_before_comment'

/** A change set about to be made, and where the screen goes with it. */
export type Act = Omit<ChangeSet, 'id'> & {
  /** What was typed, where it can be offered back. */
  text?: string
  /** Offers the act again, where it was more than a text typed in one cell. */
  again?: (() => void) | undefined
  /** What is under edit goes on: the act is about no figure. */
  keepsEdit?: boolean
  leads?: { to: ShownPlace } & Going
  /** Why it waits for an undo under way; null where the act stands on nothing that was before. */
  once?: Waits | null
}

/** What was typed for a change set that is under way, in case it has to be offered back. */
const typedTexts = new WeakMap<ChangeSet, string>()

/** How an act over many cells is offered again, where its change set was taken back. */
const offers = new WeakMap<ChangeSet, () => void>()

/** Offers the act of a change set of this screen again; undefined where it can not be. */
export function offerOf(set: ChangeSet): (() => void) | undefined {
  return offers.get(set)
}

/** The text that a person typed for a change set of this screen; undefined where nothing was typed. */
export function typedText(set: ChangeSet): string | undefined {
  return typedTexts.get(set)
}

/** Why an act has to wait for an undo or redo; undefined where it has not. */
export function reversingRefusal(session: Session, code: Waits = 'undo_under_way'): Refusal | undefined {
  return session.workbook().queue.reversing() ? { code } : undefined
}

/** Does an act once an undo or redo under way is stored, since what it brings back is not known yet; false where none is. */
export function afterReversal(session: Session, act: () => unknown): boolean {
  if (!reversingRefusal(session)) return false
  void session.workbook().queue.idle().then(act)
  return true
}

/**
 * Puts changes on the screen and into the queue within this task; without changes it ends the edit only. Returns why it was not done,
 * undefined where it was.
 */
export function commit(session: Session, act: Act): Refusal | undefined {
  return atOnce(commitInSteps(session, act))
}

/** Change sets of more changes are applied piece by piece, where who commits them takes steps. */
const MANY = 5_000

/** As `commit`, in steps where there are very many changes: within this task where there are not. */
export function* commitInSteps(
  session: Session,
  { text, again, keepsEdit = false, leads, once, ...made }: Act,
): Steps<Refusal | undefined> {
  const refusal = once === null ? undefined : reversingRefusal(session, once)
  if (refusal) return refusal
  const set: ChangeSet = { id: crypto.randomUUID(), ...made }
  const isChange = set.changes.length > 0
  if (text !== undefined) typedTexts.set(set, text)
  if (again) offers.set(set, again)
  const { queue } = session.workbook()
  if (set.changes.length > MANY) yield* queue.applyInSteps(set)
  session.atOnce(() => {
    if (!keepsEdit) session.setState({ editing: null, ...(isChange && { remark: null }) })
    if (!isChange) return
    if (text !== undefined) session.setState({ repeat: { act: 'typed', text } })
    queue.commit(set)
    if (leads) go(session, leads.to, leads)
  })
  return undefined
}

/** Undoes or redoes one change; says so where there is none. */
export function reverse(session: Session, kind: 'undo' | 'redo'): void {
  const { queue } = session.workbook()
  const { undo, redo } = session.getState()
  const target = kind === 'undo' ? undo : redo
  if (!target && queue.isIdle())
    return say(session, refusalText({ code: kind === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo' }))
  queue.reverse(kind)
}

/** "Undo from here": takes one change of the log back by a new edit, after every edit before it is stored. */
export function revertChange(session: Session, number: number): void {
  session.workbook().queue.revert(number)
}
