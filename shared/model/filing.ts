/**
 * The shape of a filing: schedules of lines x columns, with what is known of each figure. Types come from the schemas, which are also
 * what crosses a process border and the form in which definitions are stored: the order of their fields is that of the file.
 * Says what is well formed, not what is true: computing belongs to calc, judging to calc and checks, storing to db.
 */
import { z } from './schema.ts'
import { correctionSchema } from './correction.ts'
import { FORMATS, type Format } from '../money/format.ts'
import { textSchema } from './text_schema.ts'

export type { Format }

/** lower_snake_case, starting with a letter. */
export const idSchema = textSchema()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(120)
/** Running text, such as a note. */
export const text = textSchema().max(20_000)
const short = textSchema().max(500)
const format = z.enum(FORMATS)
/** The words of a choice, in the order of their places: the value of the first is 1. */
const choices = z.array(short).max(200)
/** Choices, by their place, that ask for a person: a cell that shows one is flagged among the tie-outs. */
const attention = z.array(z.int().min(1).max(200)).max(200)
const decimals = z.int().min(0).max(10)
/** `schedule.line`. */
const lineName = textSchema().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/)

/** Where a figure comes from; see the glossary of README. */
const origin = z.enum(['published', 'derived', 'balancing', 'assumed', 'not_disclosed'])
export type Origin = z.infer<typeof origin>

export type Layer = 'scenario' | 'base'

const cell = { schedule: idSchema, line: idSchema, column: idSchema }

/** A cell of a filing, whatever the layer. */
export const cellRefSchema = z.strictObject(cell)
export type CellRef = z.infer<typeof cellRefSchema>

/** An input as entered; a cell holds at most this much text. Empty text is an explicit blank (nothing falls through). */
export const inputSchema = textSchema().max(10_000)

/** Text as entered; null: no input here, fall through to the layer below or to the formula. */
export const cellInputSchema = z.strictObject({ ...cell, input: inputSchema.nullable() })
export type CellInput = z.infer<typeof cellInputSchema>

/** What the document says of a cell, kept beside its input and never computed with. */
export const factSchema = z.strictObject({
  line: idSchema,
  column: idSchema,
  origin: origin.optional(),
  /** The arithmetic of a derived figure, the reason of an assumed one. */
  how: text.optional(),
  /** The figure as printed in the document, plain text such as -1191235; compared, never used in arithmetic. */
  perSource: short.optional(),
  /** A remark shown with the cell and printed in the workpaper copy. */
  remark: text.optional(),
  /** An input not disclosed by the document that may be completed once, with its source. */
  completable: z.boolean().optional(),
  /** Where the figure of a completed input was found; given with the completing edit. */
  source: text.optional(),
  /** The cell of an earlier filing that the input was carried from; looked up whenever it is read, and compared with it. */
  carried: z.strictObject({ filing: idSchema, ...cell }).optional(),
})
export type CellFact = z.infer<typeof factSchema>

export const columnSchema = z.strictObject({
  id: idSchema,
  label: short,
  kind: z.enum(['duration', 'instant', 'component', 'computed']),
  formula: text.optional(),
  all: z.boolean().optional(),
  format: format.optional(),
  decimals: decimals.optional(),
  choices: choices.optional(),
  attention: attention.optional(),
  /** ISO date on which the period ends. */
  end: z.iso.date().optional(),
  /** Where the column as a whole is not published: printed beside its head, left out of a filing copy. */
  origin: origin.optional(),
  how: text.optional(),
  /** False leaves the column out of the filing copy. */
  filingCopy: z.boolean().optional(),
  /** The part of an entity in the figures of the column `of`, which are the consolidated ones; see entities.ts. */
  entity: z.strictObject({ name: idSchema, of: idSchema }).optional(),
})
export type Column = z.infer<typeof columnSchema>

export const flowSchema = z.enum(['books_and_tax', 'tax_only'])
export type Flow = z.infer<typeof flowSchema>

/** A sentence of the trade without its full stop; the first whose conditions hold is shown. */
const reasonSchema = z.strictObject({
  text,
  /** Only when the edited figure rose or fell. */
  direction: z.enum(['higher', 'lower']).optional(),
  /** Only when the adjustment was edited in this way. */
  flow: flowSchema.optional(),
  /** Only while this other line (`schedule.line`) is changed too, by the scenario, in the same column. */
  alongside: lineName.optional(),
})
export type Reason = z.infer<typeof reasonSchema>

const adjustmentType = z.enum(['temporary', 'permanent', 'entity_scope', 'allocation', 'other'])
export type AdjustmentType = z.infer<typeof adjustmentType>

export const lineSchema = z.strictObject({
  id: idSchema,
  label: short,
  kind: z.enum(['input', 'formula', 'heading', 'text']),
  formula: text.optional(),
  /** The columns that the formula serves; all of them when absent. */
  columns: z.array(idSchema).optional(),
  /** The only columns in which the line has cells. */
  only: z.array(idSchema).optional(),
  format: format.optional(),
  decimals: decimals.optional(),
  choices: choices.optional(),
  attention: attention.optional(),
  /** A detail line folds under this line of the same schedule. */
  parent: idSchema.optional(),
  /** The GAAP line (`schedule.line`) that this adjustment mirrors, and the sign in which it does. */
  source: z.strictObject({ line: lineName, sign: z.union([z.literal(1), z.literal(-1)]) }).optional(),
  type: adjustmentType.optional(),
  /** Marks of the schedule's notes, printed after the label. */
  notes: z.array(short).optional(),
  origin: origin.optional(),
  how: text.optional(),
  /**
   * Whether the line prints in the filing copy. Unsaid, a line does and a detail does not: it folds under its line. See
   * lookup's printsInFilingCopy.
   */
  filingCopy: z.boolean().optional(),
  /** Rule drawn above the figures: single for a total, double also closes below the last. */
  rule: z.enum(['single', 'double']).optional(),
  /** Dollar sign on paper and screen. */
  currency: z.boolean().optional(),
  /** True for a deduction shown as a positive amount (an expense): a larger one lowers earnings. */
  deduction: z.boolean().optional(),
  /** A proof, such as assets less liabilities and equity: any amount of it but nil is a failed tie-out. */
  proof: z.boolean().optional(),
  /** The entity whose columns the line reads where it names no column; see entities.ts. */
  entity: idSchema.optional(),
  /** Why an edit of this line moves, or does not move, taxable income: the matter of the sentence shown. */
  reasons: z.array(reasonSchema).optional(),
})
export type Line = z.infer<typeof lineSchema>

/** A head that spans neighbouring columns, such as "Three Months Ended". */
const columnGroupSchema = z.strictObject({
  label: short,
  columns: z.array(idSchema),
  notes: z.array(short).optional(),
})
export type ColumnGroup = z.infer<typeof columnGroupSchema>

const noteSchema = z.strictObject({ mark: short, text })
export type Note = z.infer<typeof noteSchema>

const scheduleKind = z.enum(['income', 'reconciliation', 'equity', 'reit_tests', 'trust_rollforward', 'custom'])
export type ScheduleKind = z.infer<typeof scheduleKind>

/** A schedule without its rows, columns and figures, as stored. */
export const scheduleHeadSchema = z.strictObject({
  id: idSchema,
  title: short.optional(),
  /** The title in a few words, for lists. */
  short: short.optional(),
  kind: scheduleKind.optional(),
  groups: z.array(columnGroupSchema).optional(),
  notes: z.array(noteSchema).optional(),
  /** Heads the notes on paper, such as "Notes (summarized)"; "Notes" when absent. */
  notesTitle: short.optional(),
  /** The line under the title on paper, such as "(in thousands, except per share amounts)". */
  unitLine: short.optional(),
  /** Heads the label column, such as "For the year ended December 31, 2009". */
  caption: short.optional(),
  /** The line that opens the schedule's own sum, such as net earnings: it answers where a source has no cell. */
  start: idSchema.optional(),
})
export type ScheduleHead = z.infer<typeof scheduleHeadSchema>

/** A schedule whole, with its inputs and facts. */
export const scheduleSchema = scheduleHeadSchema.extend({
  columns: z.array(columnSchema),
  lines: z.array(lineSchema),
  cells: z.array(cellInputSchema),
  facts: z.array(factSchema).optional(),
})
export type Schedule = z.infer<typeof scheduleSchema>

export const headlineIdSchema = z.enum([
  'net_earnings',
  'taxable_income',
  'taxable_income_per_share',
  'equity',
  'effect_on_equity',
  'minimum_distribution',
  'net_trust_result',
  'residual',
  'long_term_debt',
  'open_tie_outs',
])
export type HeadlineId = z.infer<typeof headlineIdSchema>

/** Lines (`schedule.line`, or `schedule.line@column` for a fixed column) in order of preference. */
const headlinesSchema = z.array(
  z.strictObject({ id: headlineIdSchema, label: short, short: short.optional(), lines: z.array(short) }),
)
export type HeadlineMap = z.infer<typeof headlinesSchema>

/**
 * 90% of taxable income before preferred dividends, for the year to date, floor 0, before net operating losses.
 * 26 USC 857(a)(1). Preferred dividends stand as a deduction (negative) in the reconciliation and are added back.
 */
const minimumDistributionSchema = z.strictObject({
  taxableIncome: lineName,
  preferredDividends: lineName,
  /** The year-to-date column for each period in focus; read where neither id nor head tells of which year a column is. */
  yearToDate: z.record(idSchema, z.array(idSchema)),
})
export type MinimumDistribution = z.infer<typeof minimumDistributionSchema>

/** Where a document stands in the making of a period's figures, the earliest first; a report is a 10-Q or a 10-K. */
export const STAGES = ['flash', 'draft', 'release', 'report', 'return'] as const
const stageSchema = z.enum(STAGES)
export type Stage = z.infer<typeof stageSchema>

/** A filing without its schedules, as stored. */
export const filingHeadSchema = z.strictObject({
  id: idSchema,
  title: short,
  registrant: short.optional(),
  form: short.optional(),
  /** ISO date of the period's end. */
  periodEnd: z.iso.date().optional(),
  /** ISO date of the document. */
  documentDate: z.iso.date().optional(),
  unit: short.optional(),
  unaudited: z.boolean().optional(),
  status: z.enum(['filed', 'draft']).optional(),
  /** Put away by its owner: kept in the file, shown nowhere, brought back by undo. */
  deleted: z.literal(true).optional(),
  headlines: headlinesSchema.optional(),
  /** How tax and accounting figures beyond the schedules are formed; see analysis. */
  minimumDistribution: minimumDistributionSchema.optional(),
  stage: stageSchema.optional(),
  /** What was corrected since it was filed first, and why, the first reopening first. */
  corrections: z.array(correctionSchema).optional(),
  /** The filing that this one was made from, of the period before or of an earlier stage of the same period. */
  predecessor: idSchema.optional(),
})
export type FilingHead = z.infer<typeof filingHeadSchema>

export const filingSchema = filingHeadSchema.extend({ schedules: z.array(scheduleSchema) })
export type Filing = z.infer<typeof filingSchema>
