/**
 * How many lines and heads bear the mark of a note, in words. Pure.
 */
import type { Schedule } from '../../../shared/model/filing.ts'

/** How many lines and heads bear a mark, in words: `on 2 lines`, `on a head`, `on no line`. */
export function bearersText(schedule: Schedule, mark: string): string {
  const lines = schedule.lines.filter(({ notes }) => notes?.includes(mark)).length
  const heads = (schedule.groups ?? []).filter(({ notes }) => notes?.includes(mark)).length
  const parts = [counted(lines, 'line'), counted(heads, 'head')].filter((part) => part !== '')
  return parts.length === 0 ? 'on no line' : `on ${parts.join(' and ')}`
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : count === 1 ? `1 ${word}` : `${count} ${word}s`
}
