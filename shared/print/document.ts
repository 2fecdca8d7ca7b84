/**
 * What a printed schedule consists of, before it is laid out into pages.
 * Types only: figures are already text in parts, so that nothing downstream can round again.
 */
import type { Value } from '../calc/value.ts'
import type { TieOut } from '../checks/tie_out.ts'
import type { CellComment } from '../model/changes/comment.ts'
import type { CellInput, CellRef, Layer } from '../model/filing.ts'
import type { FigureParts } from '../money/format.ts'
import type { PrintAddress } from './address.ts'
import type { ChartLine } from './line_shares.ts'
import type { Waterfall } from './waterfall.ts'

export type PrintMode = PrintAddress['mode']

/** Where the figures come from: the engine, or a test. The layer is the scenario's unless said. */
export type ValueSource = (ref: CellRef, layer?: Layer) => Value

/** A check that must hold, as found; `schedule` says on whose page it is told. */
export type PrintTieOut = Pick<TieOut, 'kind' | 'status' | 'schedule' | 'line' | 'column' | 'text'> &
  Partial<Pick<TieOut, 'filed'>>

export type PrintOptions = {
  mode: PrintMode
  /** The scenario whose figures are printed; absent for as filed or the draft. */
  scenario?: { name: string; cells: readonly CellInput[] }
  /** Which details a workpaper copy unfolds: those that the scenario changed (the default), or all. */
  details?: 'changed' | 'all'
  tieOuts: readonly PrintTieOut[]
  /** True where a scenario's workpaper has the figures as filed and the differences beside. */
  beside?: boolean
  /** False where the notes are left out, with the marks that cite them. */
  notes?: boolean
  /** The comments of the filing: a workpaper copy prints those of its schedule, a filing copy none. */
  comments?: readonly CellComment[]
  changeNumber: number
  /** When it is printed, as it is to stand on the page. */
  time: string
  /** The time zone in which comments tell when they were made; the same everywhere without one. */
  zone?: string
}

/** Letters that mark a figure's standing in a workpaper copy, explained in its legend. */
export type StandingMark = 'a' | 'b' | 'c' | 'd' | 'o' | 'p'

/** `comment` is the number under which the comments on the cell are printed. */
export type PrintCell = { comment?: string } &
  /** `isNone`: the line has no cell in the column, so that no rule is drawn there. */
  (
    | { kind: 'blank'; isNone?: true }
    | { kind: 'figure'; parts: FigureParts; marks: StandingMark[] }
    | { kind: 'words'; text: string; marks: StandingMark[] }
    | { kind: 'not_disclosed' }
    | { kind: 'error'; code: string }
  )

export type PrintRow = {
  id: string
  kind: 'heading' | 'detail' | 'line' | 'total'
  label: string
  notes: string[]
  marks: StandingMark[]
  /** Steps of indentation. */
  depth: number
  /** Rules across the figures: single above a total, double also closing below. */
  rule: 'none' | 'single' | 'double'
  cells: PrintCell[]
}

export type PrintColumn = {
  id: string
  label: string
  marks: StandingMark[]
  /** The period that it is a part of, where a period has several columns: they are kept together. */
  period?: string
  /** True where any figure carries a dollar sign, so that room is kept for it. */
  currency: boolean
  /** The longest of each part in the column, so that figures align and what follows the digits hangs. */
  widest: { digits: string; sign: string; suffix: string; words: string; marks: number; comment: string }
}

/** A head over neighbouring columns; `from` counts from the first printed column. An empty label heads nothing. */
export type HeadGroup = { label: string; notes: string[]; marks?: StandingMark[]; from: number; span: number }

/** What follows the table. A heading stays with the item after it; an item is never split. */
export type PrintBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'item'; mark: string; text: string }
  /** A line with its figures in columns of one width, in ems; `isHead` where it heads those below. */
  | { kind: 'row'; text: string; figures: string[]; width: number; isHead: boolean }
  | { kind: 'chart'; chart: Waterfall | ChartLine }

export type PrintDocument = {
  kind: 'document'
  mode: PrintMode
  filing: string
  schedule: string
  registrant: string
  title: string
  /** Lines under the title: "(unaudited)" and the unit. */
  qualifiers: string[]
  /** What a reader of any page must know: that a workpaper copy is hypothetical, that a filing copy is of a draft. */
  banner: string[]
  /** What does not foot, said on the first page of a workpaper copy. */
  warnings: string[]
  caption: string
  groups: HeadGroup[]
  /** Heads under the groups, over the columns of each period; empty where a period is a column. */
  periods: HeadGroup[]
  columns: PrintColumn[]
  rows: PrintRow[]
  blocks: PrintBlock[]
  /** Foot of a workpaper copy; a filing copy has the page number alone. */
  foot: { statement: string; signatures: string[] } | undefined
}

/** A filing copy that must not be made, with every cause as a sentence. */
export type Refusal = { kind: 'refusal'; title: string; reasons: string[] }
