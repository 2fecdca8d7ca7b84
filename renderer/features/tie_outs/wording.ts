/**
 * What the tie-outs say: the verdicts, the light, the table.
 */
import type { TieOutStatus } from '../../../shared/checks/tie_out.ts'

/** A verdict as the table writes it. */
export const VERDICT: Record<TieOutStatus, string> = {
  fail: 'Does not tie',
  flagged: 'Flagged',
  changed_by_scenario: 'Changed by the scenario',
  not_testable: 'Not testable',
  within_rounding: 'Within rounding',
  pass: 'Ties',
}

/** The heads of the table. */
export const HEADS = {
  line: 'Line',
  schedule: 'Schedule',
  column: 'Column',
  source: 'Printed in the source',
  now: 'Now',
  difference: 'Difference',
  verdict: 'Verdict',
  check: 'Check',
} as const

export const ALL = 'All'
export const SHOWN = 'Verdicts shown'
export const OPEN_TABLE = 'Open as a table'
export const TITLE = 'Tie-outs'

/** Under the title of the whole table. */
export const ABOUT = 'What needs work is listed first. Enter goes to the figure.'

export const EMPTY = {
  place: 'No filing is shown.',
  checking: 'The tie-outs are being checked.',
  none: 'This filing has no total, link or printed figure to tie out.',
} as const

/** The light where nothing could be held against anything. */
export const NOT_TESTED = 'Nothing tied out'

/** The further rows of a long table. */
export function moreText(rest: number): string {
  return `Show more (${rest})`
}

/** The adjustments that differ from the books, and the ways to mend them. */
export const OVERRIDDEN = {
  title: 'Adjustments that differ from the books',
  noNote: 'No note explains the difference.',
  inherited: (scenario: string) => `The difference comes from ${scenario}, the scenario below. Change it there.`,
  followBooks: 'Follow the books again',
  changeBooks: 'Change the books to match',
  explain: 'Explain it in a comment',
  another: 'Another comment',
} as const
