/**
 * A filing as a workbook keeps it: with its scenarios and the comments at its cells.
 */
import { z } from './schema.ts'
import { commentSchema } from './changes/comment.ts'
import { scenarioDefinitionSchema } from './changes/scenario.ts'
import { cellInputSchema, filingSchema, idSchema } from './filing.ts'
import { textSchema } from './text_schema.ts'

/** A scenario with its own inputs. It stands as it was stored: a name of today's form is asked for where one is given. */
export const storedScenarioSchema = scenarioDefinitionSchema.extend({
  id: idSchema,
  name: textSchema().max(500),
  cells: z.array(cellInputSchema),
})
export type StoredScenario = z.infer<typeof storedScenarioSchema>

/** A comment under its id. */
const storedCommentSchema = commentSchema.extend({ id: z.uuid() })
export type StoredComment = z.infer<typeof storedCommentSchema>

export const storedFilingSchema = z.strictObject({
  filing: filingSchema,
  scenarios: z.array(storedScenarioSchema),
  /** The oldest first. */
  comments: z.array(storedCommentSchema),
})
export type StoredFiling = z.infer<typeof storedFilingSchema>
