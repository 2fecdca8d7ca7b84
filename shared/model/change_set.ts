/**
 * A change set: one user act with before and after, so that its inverse is a swap.
 * Holds no clock and no numbers: time and change number are given where it is stored.
 */
import { z } from './schema.ts'
import { changeSchema, type Change } from './changes/kinds.ts'
import { cellRefSchema, idSchema } from './filing.ts'
import { MOST_CHANGES } from './most_changes.ts'
import { textSchema } from './text_schema.ts'

/** Where an act took place: undo goes back there. */
export const placeSchema = cellRefSchema.extend({ scenario: idSchema.nullable() })

export const changeSetSchema = z.strictObject({
  /** Made by the client, unique: committing it twice stores it once. */
  id: z.uuid(),
  filing: idSchema,
  /** What was done, in words a controller uses: `Provision for loan losses, Q3 2007: 789,445 to 799,445`. */
  title: textSchema().min(1).max(1_000),
  place: placeSchema.nullable(),
  /** Applied in order. */
  changes: z.array(changeSchema).min(1).max(MOST_CHANGES),
})
export type ChangeSet = z.infer<typeof changeSetSchema>

/** The same act backwards: before and after swapped, in reverse order. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
}
