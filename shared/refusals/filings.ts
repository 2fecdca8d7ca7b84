/**
 * Why a filing or a scenario cannot be as asked: its details, its next period, what it stands on. Names of persons come isolated.
 */

export const FILINGS = {
  scenario_missing: () => 'There is no such scenario.',
  stands_on_missing: ({ scenario }: { scenario: string }) => `${scenario} stands on a scenario that no longer exists.`,
  stands_on_itself: ({ scenario }: { scenario: string }) => `${scenario} cannot stand on itself.`,
  chain_loops: ({ steps }: { steps: string[] }) => `The chain of scenarios would loop: ${steps.join(', ')}.`,

  period_end_not_stated: () => 'The filing states no end of its period. It is given in the filing details first.',
  date_malformed: ({ example }: { example: string }) => `A date as year-month-day, such as ${example}.`,
  next_period_not_after: ({ end }: { end: string }) => `The next period ends after ${end}.`,
  next_period_uneven: ({ end, months }: { end: string; months: number }) =>
    `From ${end} the next period ends 3, 6, 9 or 12 months later, or whole years; this is ${months === 1 ? '1 month' : `${months} months`}.`,
}
