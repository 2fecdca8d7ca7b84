/**
 * Schemas of filings as they cross a process border or come out of a file.
 * Says what is well formed, not what is true: formulas and figures are judged by calc and checks.
 */
import { z } from 'zod'
import type { Filing, Schedule } from '../model/filing.ts'
import { textSchema } from './text_schema.ts'

z.config({ jitless: true })

/** lower_snake_case, starting with a letter. */
export const idSchema = textSchema()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(120)
/** Running text, such as a note. */
export const text = textSchema().max(20_000)
const short = textSchema().max(500)
const origin = z.enum(['published', 'derived', 'balancing', 'assumed', 'not_disclosed'])
const format = z.enum(['amount', 'per_share', 'shares', 'percent', 'rate', 'text'])
const decimals = z.int().min(0).max(10)
const lineName = textSchema().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/)

/** An input as entered; a cell holds at most this much text. Empty text is an explicit blank (nothing falls through). */
export const inputSchema = textSchema().max(10_000)

const cellInput = z.strictObject({
  schedule: idSchema,
  line: idSchema,
  column: idSchema,
  input: inputSchema.nullable(),
})

export const factSchema = z.strictObject({
  line: idSchema,
  column: idSchema,
  origin: origin.optional(),
  how: text.optional(),
  perSource: short.optional(),
  remark: text.optional(),
  completable: z.boolean().optional(),
  source: text.optional(),
})

export const columnSchema = z.strictObject({
  id: idSchema,
  label: short,
  kind: z.enum(['duration', 'instant', 'component', 'computed']),
  formula: text.optional(),
  all: z.boolean().optional(),
  format: format.optional(),
  decimals: decimals.optional(),
  end: z.iso.date().optional(),
  origin: origin.optional(),
  how: text.optional(),
  filingCopy: z.boolean().optional(),
})

const flow = z.enum(['books_and_tax', 'tax_only'])

export const lineSchema = z.strictObject({
  id: idSchema,
  label: short,
  kind: z.enum(['input', 'formula', 'heading', 'text']),
  formula: text.optional(),
  columns: z.array(idSchema).optional(),
  only: z.array(idSchema).optional(),
  format: format.optional(),
  decimals: decimals.optional(),
  parent: idSchema.optional(),
  source: z.strictObject({ line: lineName, sign: z.union([z.literal(1), z.literal(-1)]) }).optional(),
  type: z.enum(['temporary', 'permanent', 'entity_scope', 'allocation', 'other']).optional(),
  notes: z.array(short).optional(),
  origin: origin.optional(),
  how: text.optional(),
  filingCopy: z.boolean().optional(),
  rule: z.enum(['single', 'double']).optional(),
  currency: z.boolean().optional(),
  deduction: z.boolean().optional(),
  reasons: z
    .array(
      z.strictObject({
        text,
        direction: z.enum(['higher', 'lower']).optional(),
        flow: flow.optional(),
        alongside: lineName.optional(),
      }),
    )
    .optional(),
})

/** A schedule without its rows, as stored. */
export const scheduleHeadSchema = z.strictObject({
  id: idSchema,
  title: short.optional(),
  short: short.optional(),
  kind: z.enum(['income', 'reconciliation', 'equity', 'reit_tests', 'trust_rollforward', 'custom']).optional(),
  groups: z
    .array(z.strictObject({ label: short, columns: z.array(idSchema), notes: z.array(short).optional() }))
    .optional(),
  notes: z.array(z.strictObject({ mark: short, text })).optional(),
  notesTitle: short.optional(),
  unitLine: short.optional(),
  caption: short.optional(),
  start: idSchema.optional(),
})

/** A schedule whole, with its inputs and facts. */
export const scheduleSchema: z.ZodType<Schedule> = scheduleHeadSchema.extend({
  columns: z.array(columnSchema),
  lines: z.array(lineSchema),
  cells: z.array(cellInput),
  facts: z.array(factSchema).optional(),
})

/** A filing without its schedules, as stored. */
export const filingHeadSchema = z.strictObject({
  id: idSchema,
  title: short,
  registrant: short.optional(),
  form: short.optional(),
  periodEnd: z.iso.date().optional(),
  documentDate: z.iso.date().optional(),
  unit: short.optional(),
  unaudited: z.boolean().optional(),
  status: z.enum(['filed', 'draft']).optional(),
  deleted: z.literal(true).optional(),
  headlines: z
    .array(
      z.strictObject({
        id: z.enum([
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
        ]),
        label: short,
        short: short.optional(),
        lines: z.array(short),
      }),
    )
    .optional(),
  minimumDistribution: z
    .strictObject({
      taxableIncome: lineName,
      preferredDividends: lineName,
      yearToDate: z.record(idSchema, z.array(idSchema)),
    })
    .optional(),
})

export const filingSchema: z.ZodType<Filing> = filingHeadSchema.extend({ schedules: z.array(scheduleSchema) })

export const scenarioSchema = z.strictObject({
  id: idSchema,
  name: short,
  description: text,
  position: z.int(),
  /** The scenario over which it lies; absent where that is the base layer. */
  standsOn: idSchema.nullable().optional(),
  /** True or absent. */
  locked: z.boolean().optional(),
  cells: z.array(cellInput),
})
