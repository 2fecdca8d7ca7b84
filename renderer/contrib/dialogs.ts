/**
 * Dialogs of features: each is defined beside its content and opened by its feature. Only one stands open.
 */
import type { JSX } from 'react'
import { showDialog } from '../session/asking.ts'
import type { Session } from '../session/session.ts'
import type { OpenDialog } from '../session/state.ts'

export type DialogDefinition<P extends object> = {
  id: string
  /** About cells, lines or filings of the place shown: it is answered or closed before that is left. */
  ofPlace?: boolean
  Content: (props: P) => JSX.Element | null
}

type Drawn = { Content: (props: object) => JSX.Element | null; props: object }

export function openDialog<P extends object>(session: Session, definition: DialogDefinition<P>, props: P): void {
  const { id, ofPlace = false, Content } = definition
  showDialog(session, { id, ofPlace, props: { Content, props } })
}

/** The act that opens a dialog whose content needs nothing. */
export function opens(id: string, Content: () => JSX.Element | null): (session: Session) => void {
  return (session) => openDialog(session, { id, Content }, {})
}

/** The content of an open dialog, as it was opened. */
export function drawnDialog({ props }: OpenDialog): Drawn {
  // Only openDialog makes one.
  return props as Drawn
}
