/** How the log tells of an input: its layer, its cell, and the texts as they were entered. */
import type { CellEdit } from '../../model/changes/cell.ts'
import type { Fields } from './fields.ts'

export function cell({ scenario, schedule, line, column, before, after, source }: CellEdit): Fields {
  return { scenario: scenario ?? 'as_filed', schedule, line, column, before, after, source }
}
