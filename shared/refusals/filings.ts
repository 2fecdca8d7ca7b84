/**
 * Why a filing or a scenario cannot be as asked: its details, its next period, what it stands on. Names of persons come isolated.
 */

export const FILINGS = {
  filing_locked: ({ filing }: { filing: string }) =>
    `“${filing}” is filed and locked. Reopen it first, or duplicate it as a draft.`,
  scenario_locked: ({ scenario }: { scenario: string }) => `“${scenario}” is locked. Unlock it first, or duplicate it.`,
  nothing_to_undo: () => 'There is nothing to undo.',
  nothing_to_redo: () => 'There is nothing to redo.',

  scenario_missing: () => 'There is no such scenario.',
  stands_on_missing: ({ scenario }: { scenario: string }) => `${scenario} stands on a scenario that no longer exists.`,
  stands_on_itself: ({ scenario }: { scenario: string }) => `${scenario} cannot stand on itself.`,
  chain_loops: ({ steps }: { steps: string[] }) => `The chain of scenarios would loop: ${steps.join(', ')}.`,

  text_too_long_for_field: ({ most }: { most: number }) => `At most ${most} characters.`,
  title_missing: () => 'A filing needs a title.',
  period_end_missing: () => 'The end of the period is needed, such as 2007-12-31.',
  document_before_end: () => 'The document is dated before the end of its period.',

  period_end_not_stated: () => 'The filing states no end of its period. It is given in the filing details first.',
  date_malformed: ({ example }: { example: string }) => `A date as year-month-day, such as ${example}.`,
  next_period_not_after: ({ end }: { end: string }) => `The next period ends after ${end}.`,
  next_period_uneven: ({ end, months }: { end: string; months: number }) =>
    `From ${end} the next period ends 3, 6, 9 or 12 months later, or whole years; this is ${months === 1 ? '1 month' : `${months} months`}.`,
}
