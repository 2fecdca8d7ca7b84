/**
 * What an act of analysis proposes before anything is changed: the inputs it would set and what follows, or a refusal.
 * Types; must not read an engine.
 */
import type { CellInput } from '../model/filing.ts'

/** What shows beside the cell before Enter. */
export type Consequence = {
  text: string
  warning: boolean
  /** It warns of a sign that turns, and of nothing else. */
  turn?: true
}

/** Inputs to be entered as one change set; `title` is its name in the change log. */
export type Plan = { kind: 'plan'; inputs: CellInput[]; title: string; consequence?: Consequence }
