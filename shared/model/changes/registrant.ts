/**
 * A change of a registrant's record: made, changed or removed. A record belongs to the workbook, not to a filing; the change set that
 * brings it is of the filing that it came with.
 */
import { z } from '../schema.ts'
import { idSchema } from '../filing.ts'
import { textSchema } from '../text_schema.ts'
import type { ChangeKind } from './change_kind.ts'

/** What is known of a company, whatever its filings. */
export const registrantSchema = z.strictObject({
  id: idSchema,
  /** The names under which its documents were issued, the present one first. */
  names: z.array(textSchema().trim().min(1).max(500)).min(1).max(50),
})
export type Registrant = z.infer<typeof registrantSchema>

const schema = z.strictObject({
  kind: z.literal('registrant'),
  registrant: idSchema,
  before: registrantSchema.nullable(),
  after: registrantSchema.nullable(),
})

export type RegistrantEdit = z.infer<typeof schema>

const mark = ({ registrant: id }: RegistrantEdit): string => `registrant ${id}`

export const registrant = {
  schema,
  structural: false,
  reshapes: false,
  apply(workbook, _filing, run) {
    for (const { registrant: id, after } of run) {
      if (after === null) workbook.registrants.delete(id)
      else workbook.registrants.set(id, after)
    }
  },
  leaves: (edit) => [mark(edit)],
  meets: (edit) => [[mark(edit), 'registrant']],
} satisfies ChangeKind<RegistrantEdit>
