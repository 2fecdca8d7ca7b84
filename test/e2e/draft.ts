/**
 * A draft to work on: the press release of the third quarter of 2007, its figures and structure as they stand, open to every
 * change of lines and columns. Makes the change set alone.
 */
import { randomUUID } from 'node:crypto'
import { sampleFilings } from '../../db/samples/samples.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'

export const DRAFT = 'impac_draft'

/** The act that makes the draft behind the samples. */
export function draftMade(): ChangeSet {
  const filings = sampleFilings()
  const { schedules, ...head } = filings.find(({ id }) => id === 'impac_2007_q3')!
  const definition = { ...head, id: DRAFT, title: 'Draft of the third quarter', status: 'draft' as const }
  return {
    id: randomUUID(),
    filing: DRAFT,
    title: 'Draft made',
    place: null,
    changes: [
      { kind: 'filing', before: null, after: { definition, at: filings.length } },
      ...schedules.map((one, at) => ({
        kind: 'schedule' as const,
        schedule: one.id,
        before: null,
        after: { definition: one, at },
      })),
    ],
  }
}
