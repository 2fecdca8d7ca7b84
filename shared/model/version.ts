/**
 * A version of a filing: what it held and what every cell came to when it was filed, kept for good. Says what is well formed; figures
 * are formed in analysis and stored by db.
 */
import { z } from './schema.ts'
import { filingSchema, idSchema } from './filing.ts'
import { numberSchema } from './log_entry.ts'
import { textSchema } from './text_schema.ts'

/**
 * The value of a cell as text: an amount in plain digits, `+0` and `-0` for what a rounding to nil left of a little more or less, the code
 * of an error, a text; null for blank. The format of the line tells an amount from a text.
 */
const keptValue = textSchema().max(10_000).nullable()

/** What a filing held, and its values by schedule, line by line, column by column. */
export const keptFiguresSchema = z.strictObject({
  filing: filingSchema,
  values: z.record(idSchema, z.array(z.array(keptValue))),
})
export type KeptFigures = z.infer<typeof keptFiguresSchema>

/** As many cells that differ from a version are told. */
export const MOST_APART = 1_000

/** A version in a list: the entry of the log at which it was filed, or after which it was first seen to be. */
export const versionSchema = z.strictObject({
  number: numberSchema,
  /** ISO 8601 instant in UTC. */
  time: textSchema(),
  author: textSchema(),
  title: textSchema(),
})
export type Version = z.infer<typeof versionSchema>
