/**
 * The state of the screen: what is open, where a person is, what is being typed and what is being said.
 * Holds state and its types; acts live in the modules beside it, figures in the engines.
 */
import type { ActionId } from '../../shared/actions/actions.ts'
import type { KindAnswers, ManyCell } from '../../shared/analysis/many.ts'
import type { Failure } from '../../shared/contract/contract.ts'
import type { Undoable } from '../../shared/model/log_entry.ts'
import type { View } from '../../shared/model/view.ts'
import type { CellInput, CellRef } from '../../shared/model/filing.ts'
import type { Cut, Move } from './selection/move_plan.ts'
import type { Paste } from './selection/paste_plan.ts'
import type { Area, Range } from './selection/range.ts'
import type { Deleting } from './structure/deleting.ts'
import type { QueueStatus } from './book/commit_queue.ts'
import type { EditPlan } from '../../shared/analysis/edit.ts'
import type { ShownPlace } from './place/place.ts'
import { NOTHING_HELD, type Held } from './book/held.ts'
import type { TieOutBook } from '../../shared/checks/tie_out_book.ts'

export type Editing = {
  ref: CellRef
  where: 'cell' | 'formula_bar'
  text: string
  /** What Enter would do with the text as it stands; null before anything was typed. */
  plan: EditPlan | null
  /** The inputs that Enter would set, for previews; null while there is nothing to preview. */
  preview: readonly CellInput[] | null
  /** Why Enter was refused; stays until the text changes. */
  refusal: string | null
}

export type Toast = {
  id: number
  text: string
  tone: 'said' | 'warned'
  /** What it is about, one by one, under a title; the last is the newest. */
  list?: { title: string; items: readonly string[] }
  /** A way on: its label and what it does. `retries` marks the one that asks again for what waits, which the status bar offers too. */
  act?: { label: string; retries?: true } & ({ run: () => void } | { perform: ActionId })
  /** True for a warning that holds whatever is done next. */
  lasts?: boolean
}

/** The last edit as it can be repeated elsewhere: what was typed, or an act at the cells selected. */
export type Repeat =
  | { act: 'typed'; text: string }
  | { act: 'flip_sign' | 'step_up' | 'step_down' | 'fill_down' | 'fill_right' | 'fill_selection' }

/** Something done in many cells at once: in a word, and the text for each cell; `alike` is the cell it was typed in. */
export type ManyAct = {
  act: string
  cells: readonly ManyCell[]
  alike?: CellRef
  /** Signs are meant to turn, which is then not warned of. */
  turns?: boolean
  /** Where the cells are those of a cut block: what goes where. */
  moves?: readonly Move[]
  /** Where the cells are those of a pasted block: what was pasted, what is asked of it, where it lands. */
  paste?: Paste
  /** The answers to what edits ask, once for all cells of a kind. */
  answers?: KindAnswers
  /** What is to be known of it before it is applied, as how a block does not fit. */
  note?: string
  repeat?: Repeat
  /** What is selected once it is done. */
  area?: Area
}

/** What an act must ask before it goes on, or know to be seen; the shell shows it. */
export type Question =
  | { kind: 'welcome' }
  /** Which of several readings of a text is meant. */
  | { kind: 'choices'; question: string; choices: { label: string; run: () => void }[] }
  /** An amount of a draft is to be completed with where it comes from. */
  | { kind: 'complete'; ref: CellRef; text: string }
  /** An act over many cells, shown before it is done. */
  | ({ kind: 'many' } & ManyAct)
  /** The workbook's file is not at its place any more, as the failure says. */
  | { kind: 'displaced'; failure: Failure }
  /** What formulas still read, and what is to go all the same. */
  | { kind: 'delete_structure'; deleting: Deleting }

/** A dialog that a feature opened; what it shows is the feature's own. */
export type OpenDialog = {
  id: string
  /** About cells, lines or filings of the place shown: it is answered or closed before that is left. */
  ofPlace: boolean
  props: unknown
}

/** A message beside a cell that takes no edit: why not. */
type CellRemark = { ref: CellRef; text: string }

/** What the window leaves room for; each is true where there is little. */
export type Room = {
  /** Wide enough that room is left beside the figures of most schedules. */
  wide: boolean
  /** The panel stands over the sheet rather than beside it. */
  close: boolean
  /** Too narrow for anything beside the sheet. */
  narrow: boolean
  /** Too narrow for more than a column of figures beside the labels. */
  slim: boolean
  /** Too low for a whole heading above the figures. */
  low: boolean
  /** Too low for any heading above the figures. */
  shallow: boolean
  /** Too low for anything above the figures. */
  flat: boolean
}

/** Why no workbook is open: what the service reports, or that a page in a browser is not signed in. */
type NotOpenReason = Failure | { kind: 'signed_out'; message: string }

export type SessionState = {
  phase: 'opening' | 'open' | 'failed'
  failure: NotOpenReason | null
  shell: 'electron' | 'browser'
  name: string
  productVersion: string
  /** Who edits: comments are signed with it. */
  author: string
  number: number
  undo: Undoable
  redo: Undoable
  status: QueueStatus
  view: View
  /** What the workbook holds; another object whenever change sets were applied or it was read again. */
  held: Held
  /** The tie-outs of a large filing that were last looked at whole; null before any were. */
  tieOuts: TieOutBook | null
  place: ShownPlace | null
  focus: { line: string; column: string } | null
  /** The cells selected around the focused one; null while it is alone. */
  range: Range | null
  /** The cells that were cut and wait for their paste. */
  cut: Cut | null
  /** What repeating the last edit does; null before the first. */
  repeat: Repeat | null
  /** The cell that was edited last, by filing: its sentence stands under the headlines. */
  lastEdited: Record<string, CellRef>
  /** The period that the headlines show, by filing: the one last focused. */
  period: Record<string, string>
  editing: Editing | null
  remark: CellRemark | null
  /** What an act asks; never together with a dialog. */
  question: Question | null
  dialog: OpenDialog | null
  toasts: Toast[]
  /** What was said before, the newest last; kept for as long as the screen stands. */
  saidBefore: readonly Toast[]
  /** The panel beside the grid, by its id. */
  panel: string
  panelOpen: boolean
  room: Room
  /** The list of filings stands over a narrow sheet. */
  navigationOpen: boolean
  /** In a low window, what stands above the figures is shown in full. */
  unfolded: boolean
  /** What the panel Explain explains: the figure in focus, or what the scenario as a whole moved. */
  explained: 'figure' | 'scenario'
  /** The tool open in the panel What if; `enters`: its first field is to take the focus, once. */
  tool: { id: string; enters: boolean } | null
  /** For an adjustment (`schedule.line`) that mirrors a sum: the line of the books chosen to move. */
  sources: Record<string, string>
  /** Where the grid is to put the focus next, once. */
  goal: { line: string; column: string } | null
}

/** The session before a workbook is open. The figures come first; the panel is one key away. */
export function initialState(): SessionState {
  return {
    phase: 'opening',
    failure: null,
    shell: 'browser',
    name: '',
    productVersion: '',
    author: '',
    number: 0,
    undo: null,
    redo: null,
    status: 'saved',
    view: {},
    held: NOTHING_HELD,
    tieOuts: null,
    place: null,
    focus: null,
    range: null,
    cut: null,
    repeat: null,
    lastEdited: {},
    period: {},
    editing: null,
    remark: null,
    question: null,
    dialog: null,
    toasts: [],
    saidBefore: [],
    panel: 'explain',
    panelOpen: false,
    room: { wide: false, close: false, narrow: false, slim: false, low: false, shallow: false, flat: false },
    navigationOpen: false,
    unfolded: false,
    explained: 'figure',
    tool: null,
    sources: {},
    goal: null,
  }
}

/** The cell in focus as a reference; undefined when none is. */
export function focusedCell(state: SessionState): CellRef | undefined {
  return state.place && state.focus ? { schedule: state.place.schedule, ...state.focus } : undefined
}

/** True while something stands before the screen that is answered or closed first. */
export function isAsked({ question, dialog }: Pick<SessionState, 'question' | 'dialog'>): boolean {
  return question !== null || dialog !== null
}
