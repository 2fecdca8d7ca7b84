/**
 * What helps at the formula being written: the list of completions, the function at the caret, what is wrong. Kept apart
 * from the session, since it follows the caret and not the workbook.
 */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FormulaError, Span } from '../../../shared/formula/ast.ts'
import type { CallAtCaret } from '../../../shared/formula/completion.ts'
import type { Candidate } from '../../session/edit/candidates.ts'
import { ofSession } from '../../session/session.ts'
import { useOpenSession } from '../../contrib/use_session.ts'

export type FormulaState = {
  list: readonly Candidate[]
  /** The candidate that Enter or Tab takes; -1 while none is chosen. */
  chosen: number
  /** The name that a candidate replaces. */
  name: Span | null
  call: CallAtCaret | null
  /** Live, so never where a name is still being typed. */
  fault: FormulaError | null
  /** Where the list opens, in the window. */
  spot: { left: number; top: number; bottom: number }
  /** Said to screen readers. */
  said: string
  /** Takes a candidate of the list. */
  take: (index: number) => void
}

export const NO_HELP: FormulaState = {
  list: [],
  chosen: -1,
  name: null,
  call: null,
  fault: null,
  spot: { left: 0, top: 0, bottom: 0 },
  said: '',
  take: () => undefined,
}

export const formulaState = ofSession(() => createStore<FormulaState>()(() => NO_HELP))

/** Reads the state in a component. */
export function useFormula<T>(select: (state: FormulaState) => T): T {
  const session = useOpenSession()
  return useStore(formulaState(session), select)
}

export const LIST_ID = 'formula-list'

/** The id of an option of the list. */
export function optionId(index: number): string {
  return `${LIST_ID}-${index}`
}
