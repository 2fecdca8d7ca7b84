/** How the log tells of what is said of a figure: by all that is said. */
import type { FactEdit } from '../../model/changes/fact.ts'
import { written, type Fields } from './fields.ts'

export function fact(change: FactEdit): Fields {
  return { schedule: change.schedule, line: change.line, column: change.column, ...written(change) }
}
