/**
 * What a feature can contribute to the screen: actions, panels, tools, parts of named slots, views, answers to questions, what it attaches
 * to a grid, and something to start. Types only; who contributes is in features.ts.
 */
import type { JSX } from 'react'
import type { ActionId } from '../../shared/actions/actions.ts'
import type { Session } from '../session/session.ts'
import type { Question } from '../session/state.ts'
import type { ShownPlace } from '../session/place/place.ts'
import type { GiveHelp, GridAttachment } from './grid_handle.ts'
import type { Refusal } from '../../shared/refusals/refusal.ts'

/** What the menu of a cell was opened over. */
export type Under = 'cell' | 'line' | 'column'

/** Where an action stands in the menu of a cell. */
export type MenuPlace = {
  under: Under
  /** The group between two rules, and the place within it; both count from 0. */
  group: number
  at: number
  /** What it is called where it is known how many lines or columns it is about. */
  label?: readonly [one: string, many: string]
}

/** What an action of the shared list does, and when. */
export type Act = {
  /** `given` is what another feature asked for; an act that knows none ignores it. */
  run(session: Session, given?: unknown): void
  /** Why it cannot be done as things stand; undefined where it can. It may still refuse with a reason of its own. */
  whyNot?(session: Session): Refusal | undefined
  /**
   * What is typed in a cell is entered before it: it would leave that out, or take its place. The others let it go on, use it, or
   * enter it once it is known that they can be done.
   */
  enters?: true
  /** It can be done where no workbook could be opened. */
  withoutWorkbook?: true
  /** Tried first, whatever stands before the screen; true where the action meant this. */
  first?(): boolean
  cellMenu?: readonly MenuPlace[]
  /** False where the menu of a cell leaves it out, its counterpart being there; it always stands there without this. */
  isInCellMenu?(session: Session): boolean
}

/** A part of the screen, in a slot; parts of one slot stand by their order. */
export type Part = {
  slot:
    | 'not_open'
    | 'scenario'
    | 'headline'
    | 'left'
    | 'no_filings'
    | 'no_schedules'
    | 'above_sheet'
    | 'above_grid'
    | 'within_sheet'
    | 'spare'
    | 'cell_menu'
    | 'figure_facts'
    | 'figure_history'
    | 'tied'
    | 'status'
    | 'overlay'
    | 'page'
  order: number
  Content: () => JSX.Element | null
}

/** A tool of the panel What if: shown there alone, chosen by its label and opened by its action. */
export type Tool = {
  id: string
  label: string
  order: number
  /** What it answers, in one sentence. */
  about: string
  Content: () => JSX.Element | null
}

export type Panel = { id: string; label: string; order: number; Content: () => JSX.Element | null }

/** What is shown in the middle in place of a schedule. */
export type View = { serves: (place: ShownPlace) => boolean; Content: () => JSX.Element | null }

/**
 * A page of the manual: in Markdown, its first line being its heading, or drawn when it is opened, under a title that it repeats as its heading.
 * Pages stand by their order.
 */
export type ManualPage = { order: number } & ({ text: string } | { title: string; Content: () => JSX.Element })

/** How a question of an act is put to the person. */
export type QuestionContents = {
  [K in Question['kind']]?: (props: { question: Extract<Question, { kind: K }> }) => JSX.Element | null
}

/** All that one feature contributes. */
export type Contribution = {
  actions?: Partial<Record<ActionId, Act>>
  questions?: QuestionContents
  panels?: readonly Panel[]
  tools?: readonly Tool[]
  parts?: readonly Part[]
  views?: readonly View[]
  grid?: readonly GridAttachment[]
  /** What a person reads of the feature in the help. */
  manual?: readonly ManualPage[]
  /** Help at the field in which a cell is edited; one feature has it. */
  fieldHelp?: GiveHelp
  /** Begins what the feature does by itself; returns what ends it, where it can end. */
  start?(session: Session): (() => void) | void
}
