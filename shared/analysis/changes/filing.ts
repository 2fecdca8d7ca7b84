/** How the log tells of a filing: by its head and place, and why it was reopened. */
import type { FilingEdit } from '../../model/changes/filing.ts'
import { written, type Fields } from './fields.ts'

export function filing(change: FilingEdit): Fields {
  return { source: change.reason, ...written(change) }
}
