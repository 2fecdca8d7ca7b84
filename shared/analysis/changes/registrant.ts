/** How the log tells of a registrant: by its record. */
import type { RegistrantEdit } from '../../model/changes/registrant.ts'
import { written, type Fields } from './fields.ts'

export function registrant(change: RegistrantEdit): Fields {
  return written(change)
}
