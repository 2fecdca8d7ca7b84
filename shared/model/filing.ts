/**
 * The shape of a filing: schedules of lines x columns, with what is known of each figure.
 * Holds types only; computing belongs to calc, storing to db.
 */

import type { Format } from '../money/format.ts'

export type { Format }

export type ScheduleKind = 'income' | 'reconciliation' | 'equity' | 'reit_tests' | 'trust_rollforward' | 'custom'

/** Where a figure comes from; see the glossary of README. */
export type Origin = 'published' | 'derived' | 'balancing' | 'assumed' | 'not_disclosed'

export type AdjustmentType = 'temporary' | 'permanent' | 'entity_scope' | 'allocation' | 'other'

export type Layer = 'scenario' | 'base'

export type CellRef = { schedule: string; line: string; column: string }

/** Text as entered; null: no input here, fall through to the layer below or to the formula. */
export type CellInput = CellRef & { input: string | null }

/** What the document says of a cell, kept beside its input and never computed with. */
export type CellFact = {
  line: string
  column: string
  origin?: Origin
  /** The arithmetic of a derived figure, the reason of an assumed one. */
  how?: string
  /** The figure as printed in the document, plain text such as -1191235; compared, never used in arithmetic. */
  perSource?: string
  /** A remark shown with the cell and printed in the workpaper copy. */
  remark?: string
  /** An input not disclosed by the document that may be completed once, with its source. */
  completable?: boolean
  /** Where the figure of a completed input was found; given with the completing edit. */
  source?: string
}

export type Note = { mark: string; text: string }

export type Column = {
  id: string
  label: string
  kind: 'duration' | 'instant' | 'component' | 'computed'
  formula?: string
  all?: boolean
  format?: Format
  decimals?: number
  /** ISO date on which the period ends. */
  end?: string
  /** Where the column as a whole is not published: printed beside its head, left out of a filing copy. */
  origin?: Origin
  how?: string
  /** False leaves the column out of the filing copy. */
  filingCopy?: boolean
}

/** A head that spans neighbouring columns, such as "Three Months Ended". */
export type ColumnGroup = { label: string; columns: string[]; notes?: string[] }

export type Line = {
  id: string
  label: string
  kind: 'input' | 'formula' | 'heading' | 'text'
  formula?: string
  /** The columns that the formula serves; all of them when absent. */
  columns?: string[]
  /** The only columns in which the line has cells. */
  only?: string[]
  format?: Format
  decimals?: number
  /** A detail line folds under this line of the same schedule. */
  parent?: string
  /** The GAAP line (`schedule.line`) that this adjustment mirrors, and the sign in which it does. */
  source?: { line: string; sign: 1 | -1 }
  type?: AdjustmentType
  /** Marks of the schedule's notes, printed after the label. */
  notes?: string[]
  origin?: Origin
  how?: string
  /**
   * Whether the line prints in the filing copy. Unsaid, a line does and a detail does not: it folds under its line. See
   * lookup's printsInFilingCopy.
   */
  filingCopy?: boolean
  /** Rule drawn above the figures: single for a total, double also closes below the last. */
  rule?: 'single' | 'double'
  /** Dollar sign on paper and screen. */
  currency?: boolean
  /** True for a deduction shown as a positive amount (an expense): a larger one lowers earnings. */
  deduction?: boolean
  /** Why an edit of this line moves, or does not move, taxable income: the matter of the sentence shown. */
  reasons?: Reason[]
}

export type Flow = 'books_and_tax' | 'tax_only'

/** A clause of trade without a full stop; the first whose conditions hold is shown. */
export type Reason = {
  text: string
  /** Only when the edited figure rose or fell. */
  direction?: 'higher' | 'lower'
  /** Only when the adjustment was edited in this way. */
  flow?: Flow
  /** Only while this other line (`schedule.line`) is changed too, by the scenario, in the same column. */
  alongside?: string
}

export type Schedule = {
  id: string
  title?: string
  /** The title in a few words, for lists. */
  short?: string
  kind?: ScheduleKind
  columns: Column[]
  lines: Line[]
  cells: CellInput[]
  groups?: ColumnGroup[]
  notes?: Note[]
  /** Heads the notes on paper, such as "Notes (summarized)"; "Notes" when absent. */
  notesTitle?: string
  facts?: CellFact[]
  /** The line under the title on paper, such as "(in thousands, except per share amounts)". */
  unitLine?: string
  /** Heads the label column, such as "For the year ended December 31, 2009". */
  caption?: string
  /** The line that opens the schedule's own sum, such as net earnings: it answers where a source has no cell. */
  start?: string
}

/** A schedule without its rows, columns and figures. */
export type ScheduleHead = Omit<Schedule, 'columns' | 'lines' | 'cells' | 'facts'>

export type HeadlineId =
  | 'net_earnings'
  | 'taxable_income'
  | 'taxable_income_per_share'
  | 'equity'
  | 'effect_on_equity'
  | 'minimum_distribution'
  | 'net_trust_result'
  | 'residual'
  | 'long_term_debt'
  | 'open_tie_outs'

/** Lines (`schedule.line`, or `schedule.line@column` for a fixed column) in order of preference. */
export type HeadlineMap = { id: HeadlineId; label: string; short?: string; lines: string[] }[]

export type Filing = {
  id: string
  title: string
  schedules: Schedule[]
  registrant?: string
  form?: string
  /** ISO date of the period's end. */
  periodEnd?: string
  /** ISO date of the document. */
  documentDate?: string
  unit?: string
  unaudited?: boolean
  status?: 'filed' | 'draft'
  /** Put away by its owner: kept in the file, shown nowhere, brought back by undo. */
  deleted?: boolean
  headlines?: HeadlineMap
  /** How tax and accounting figures beyond the schedules are formed; see analysis. */
  minimumDistribution?: MinimumDistribution
}

/** A filing without its schedules. */
export type FilingHead = Omit<Filing, 'schedules'>

/**
 * 90% of taxable income before preferred dividends, for the year to date, floor 0, before net operating losses.
 * 26 USC 857(a)(1). Preferred dividends stand as a deduction (negative) in the reconciliation and are added back.
 */
export type MinimumDistribution = {
  taxableIncome: string
  preferredDividends: string
  /** The year-to-date column for each period in focus; read where neither id nor head tells of which year a column is. */
  yearToDate: Record<string, string[]>
}
