/**
 * The figures that the fields in sight name, so that they can be marked in the schedule. Holds names only; no field reads another's here.
 */
import { createStore } from 'zustand/vanilla'
import type { CellRef } from '../../shared/model/filing.ts'
import { ofSession, type Session } from '../session/session.ts'

const chosen = ofSession(() => createStore<ReadonlyMap<string, CellRef>>()(() => new Map()))

/** What the fields name now, by field; another map whenever that changes. */
export function chosenCells(session: Session): ReadonlyMap<string, CellRef> {
  return chosen(session).getState()
}

/** Says what a field names, until the function that it answers is called. */
export function showChosen(session: Session, field: string, ref: CellRef): () => void {
  const store = chosen(session)
  store.setState(new Map([...store.getState(), [field, ref]]), true)
  return () => store.setState(new Map([...store.getState()].filter(([id]) => id !== field)), true)
}

/** Tells of each change until the function that it answers is called. */
export function onChosen(session: Session, changed: () => void): () => void {
  return chosen(session).subscribe(changed)
}
