/**
 * Texts that are typed and not yet entered, wherever on the screen: whoever leaves a place or the page settles them first. Holds
 * who has one; what entering it means is each one's own.
 */
import type { Refusal } from '../../shared/refusals/refusal.ts'
import { ofSession, type Session } from './session.ts'

/** One field, or one form, in which something may be typed. */
export type TypedText = {
  /** True while leaving now would lose what is typed. */
  isTyped(): boolean
  /** Enters what is typed. `kept`: it was refused, or asks first, and stays. */
  settle(): 'done' | 'kept'
  /** A form in a dialog, which has its own way out: it is in the way of leaving the page, not of going to a place. */
  isForm?: boolean
}

const texts = ofSession(() => new Set<TypedText>())

/** Makes a text known for as long as it can be typed; returns what ends that. */
export function offerText(session: Session, text: TypedText): () => void {
  texts(session).add(text)
  return () => void texts(session).delete(text)
}

/** Enters whatever is typed; `kept` where something stays. `forms`: forms of dialogs count, as when the page is left. */
export function settleTexts(session: Session, { forms = false } = {}): 'done' | 'kept' {
  // A copy: a text that is entered leaves the set.
  const here = [...texts(session)].filter(({ isForm }) => forms || !isForm)
  return here.some((text) => text.settle() === 'kept') ? 'kept' : 'done'
}

/** Enters the text under edit, as one left for a panel by keyboard, before an act; why the act has to wait, where that is refused. */
export function typedRefusal(session: Session): Refusal | undefined {
  return session.getState().editing && settleTexts(session) === 'kept' ? { code: 'still_typed' } : undefined
}

/** True while something is typed that leaving the page would lose. */
export function isAnyTyped(session: Session): boolean {
  return [...texts(session)].some((text) => text.isTyped())
}
