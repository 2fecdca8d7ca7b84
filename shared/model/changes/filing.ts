/**
 * A change of a filing's own head: made, changed, filed, reopened, deleted, brought back or removed.
 * Its schedules are changes of their own.
 */
import { z } from '../schema.ts'
import { filingHeadSchema } from '../filing.ts'
import { textSchema } from '../text_schema.ts'
import { MADE_FILING, NEEDS_DRAFT, placed, type ChangeKind, type Meeting } from './change_kind.ts'
import { holdFiling } from './held.ts'

const schema = z.strictObject({
  kind: z.literal('filing'),
  before: placed(filingHeadSchema).nullable(),
  after: placed(filingHeadSchema).nullable(),
  reason: textSchema().trim().min(1).max(1_000).optional(),
})

/**
 * A filing made, changed, filed, reopened, deleted or removed. A person deletes a filing by marking it `deleted`; only taking
 * back its making removes it. Filing locks it; reopening a filed one is done with a `reason`.
 */
export type FilingEdit = z.infer<typeof schema>

const HEAD = 'head of the filing'

export const filing = {
  schema,
  structural: false,
  reshapes: true,
  /** A filing that did not exist begins without schedules. */
  apply(workbook, id, run) {
    for (const { after } of run) {
      const held = workbook.filings.get(id)
      workbook.order = workbook.order.filter((one) => one !== id)
      if (after === null) {
        workbook.filings.delete(id)
        continue
      }
      workbook.order = workbook.order.toSpliced(after.at, 0, id)
      const made = { ...after.definition, schedules: held?.filing.schedules ?? [] }
      if (held) held.filing = made
      else workbook.filings.set(id, holdFiling({ filing: made, scenarios: [], comments: [] }))
    }
  },
  leaves: ({ before }) => (before === null ? [HEAD, MADE_FILING] : [HEAD]),
  meets({ before, after }) {
    const met: Meeting[] = [[HEAD, 'filing']]
    if (before?.definition.status !== after?.definition.status) met.push([NEEDS_DRAFT, 'filing'])
    return met
  },
} satisfies ChangeKind<FilingEdit>
