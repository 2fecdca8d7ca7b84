/**
 * What a person filled in at a tool, by filing: it lives on while the work goes on elsewhere, and no page knows it. Holds no answer.
 */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { focusedCell } from '../session/state.ts'
import { findCell } from '../../shared/model/lookup.ts'
import { hasCell } from '../../shared/calc/layout.ts'
import type { Column, Line } from '../../shared/model/filing.ts'
import { cellLabel } from '../../shared/analysis/cell_names.ts'
import type { CellField } from '../../shared/analysis/read_cell.ts'
import { shownFiling } from '../session/reading/figures.ts'
import { ofSession, type Session } from '../session/session.ts'
import { useOpenSession, useSession } from './use_session.ts'

export const NO_CELL: CellField = { text: '', ref: null }

/** The field that holds the figure in focus, where that is one that a tool takes; an empty field otherwise. */
export function cellInFocus(session: Session, accepts: (line: Line, column: Column) => boolean = hasCell): CellField {
  const filing = shownFiling(session)
  const ref = focusedCell(session.getState())
  const found = ref && findCell(filing, ref)
  return filing && found && hasCell(found.line, found.column) && accepts(found.line, found.column)
    ? { text: cellLabel(filing, ref), ref }
    : NO_CELL
}

export type ToolFields<T> = {
  now(session: Session): T
  set(session: Session, change: Partial<T>): void
  /** The fields in a component, and what changes them. */
  use(): [T, (change: Partial<T>) => void]
}

const filingOf = (session: Session): string => session.getState().place?.filing ?? ''

/** The fields of one tool; `begin` is how they stand before anything was filled in. */
export function toolFields<T extends object>(begin: (session: Session) => T): ToolFields<T> {
  const kept = ofSession(() => createStore<Record<string, T>>()(() => ({})))
  const now = (session: Session): T => kept(session).getState()[filingOf(session)] ?? begin(session)
  const set = (session: Session, change: Partial<T>): void =>
    kept(session).setState({ [filingOf(session)]: { ...now(session), ...change } })
  function use(): [T, (change: Partial<T>) => void] {
    const session = useOpenSession()
    const filing = useSession((state) => state.place?.filing ?? '')
    const standing = useStore(kept(session), (all) => all[filing])
    // What is begun with stays, whatever has the focus later.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    const begun = useMemo(() => begin(session), [session, filing])
    useEffect(() => {
      if (!standing && filing !== '') kept(session).setState({ [filing]: begun })
    }, [session, filing, standing, begun])
    const change = useMemo(() => (part: Partial<T>) => set(session, part), [session])
    return [standing ?? begun, change]
  }
  return { now, set, use }
}
