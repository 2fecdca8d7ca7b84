/**
 * How many lines and heads bear the mark of a note, in words. Pure.
 */
import { counted } from '../../../shared/money/count.ts'
import { listed } from '../../../shared/money/listed.ts'
import type { Schedule } from '../../../shared/model/filing.ts'

/** How many lines and heads bear a mark, in words: `on 2 lines`, `on a head`, `on no line`. */
export function bearersText(schedule: Schedule, mark: string): string {
  const lines = schedule.lines.filter(({ notes }) => notes?.includes(mark)).length
  const heads = (schedule.groups ?? []).filter(({ notes }) => notes?.includes(mark)).length
  const parts = [...(lines > 0 ? [counted(lines, 'line')] : []), ...(heads > 0 ? [counted(heads, 'head')] : [])]
  return parts.length === 0 ? 'on no line' : `on ${listed(parts)}`
}
