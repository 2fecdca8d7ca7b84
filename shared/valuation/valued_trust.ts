/**
 * A trust from its terms as they are exchanged to its values, or what is wrong with them: the face of the model for whatever shows trusts.
 * Given what was made of the trust before, only the months that an edit changes are computed. Each trust stands alone: the faults of one
 * leave the others as they are.
 */
import type { TermsFault } from './field_reading.ts'
import { valueTrust, type TrustValues } from './fair_values.ts'
import { projectTrust } from './projection.ts'
import { readTerms } from './terms_reading.ts'

/** The months stand in `values.projection`, classes and loan groups in the order of the terms. */
export type ValuedTrust =
  | { kind: 'valued'; values: TrustValues; warnings: readonly TermsFault[] }
  | { kind: 'faulty'; faults: readonly TermsFault[] }

/** Values a trust; `earlier` is what the same trust, or any other, gave before. */
export function valuedTrust(terms: unknown, earlier?: ValuedTrust): ValuedTrust {
  const read = readTerms(terms)
  if (read.kind === 'faulty') return read
  const before = earlier?.kind === 'valued' ? earlier.values : undefined
  const projection = projectTrust(read.terms, before?.projection)
  return { kind: 'valued', values: valueTrust(projection, before), warnings: read.warnings }
}
