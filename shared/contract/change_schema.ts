/**
 * Schemas of change sets as they cross a process border or come out of the change log.
 * Says what is well formed; whether a change is allowed is the workbook's to say.
 */
import { z } from 'zod'
import type { ChangeSet } from '../model/change_set.ts'
import {
  columnSchema,
  factSchema,
  filingHeadSchema,
  idSchema,
  inputSchema,
  lineSchema,
  scheduleHeadSchema,
  scheduleSchema,
  text,
} from './filing_schema.ts'
import { textSchema } from './text_schema.ts'
import { MOST_CHANGES } from './size.ts'

const scenarioDefinition = z.strictObject({
  name: textSchema().trim().min(1).max(120),
  description: text,
  position: z.int(),
  standsOn: idSchema.nullable().optional(),
  locked: z.boolean().optional(),
})

const placed = <T extends z.ZodType>(definition: T) => z.strictObject({ definition, at: z.int().min(0) })

const cell = { schedule: idSchema, line: idSchema, column: idSchema }

/** A cell of a filing, whatever the layer. */
export const cellRefSchema = z.strictObject(cell)

/** A comment without its id. */
const commentSchema = z.strictObject({
  ...cell,
  text: textSchema().trim().min(1).max(10_000),
  author: textSchema().max(500),
  time: z.iso.datetime(),
})

/** A comment as stored, under its id. */
export const storedCommentSchema = commentSchema.extend({ id: z.uuid() })

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cell'),
    ...cell,
    scenario: idSchema.nullable(),
    before: inputSchema.nullable(),
    after: inputSchema.nullable(),
    source: text.optional(),
  }),
  z.strictObject({
    kind: z.literal('scenario'),
    scenario: idSchema,
    before: scenarioDefinition.nullable(),
    after: scenarioDefinition.nullable(),
  }),
  z.strictObject({
    kind: z.literal('line'),
    schedule: idSchema,
    line: idSchema,
    before: placed(lineSchema).nullable(),
    after: placed(lineSchema).nullable(),
  }),
  z.strictObject({
    kind: z.literal('column'),
    schedule: idSchema,
    column: idSchema,
    before: placed(columnSchema).nullable(),
    after: placed(columnSchema).nullable(),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    ...cell,
    before: factSchema.nullable(),
    after: factSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('schedule'),
    schedule: idSchema,
    before: placed(scheduleSchema).nullable(),
    after: placed(scheduleSchema).nullable(),
  }),
  z.strictObject({
    kind: z.literal('schedule_head'),
    schedule: idSchema,
    before: placed(scheduleHeadSchema),
    after: placed(scheduleHeadSchema),
  }),
  z.strictObject({
    kind: z.literal('filing'),
    before: placed(filingHeadSchema).nullable(),
    after: placed(filingHeadSchema).nullable(),
    reason: textSchema().trim().min(1).max(1_000).optional(),
  }),
  z.strictObject({
    kind: z.literal('comment'),
    comment: z.uuid(),
    before: commentSchema.nullable(),
    after: commentSchema.nullable(),
  }),
])

export const placeSchema = z.strictObject({ ...cell, scenario: idSchema.nullable() })

export const changeSetSchema: z.ZodType<ChangeSet> = z.strictObject({
  id: z.uuid(),
  filing: idSchema,
  title: textSchema().min(1).max(1_000),
  place: placeSchema.nullable(),
  changes: z.array(changeSchema).min(1).max(MOST_CHANGES),
})
