/**
 * What single edits say, in the log and in passing.
 */
export const completedTitle = (title: string): string => `Completed as filed. ${title}`

/** An edit of figures as filed starts a scenario. */
export const STARTED = {
  title: (scenario: string, title: string) => `${scenario} started. ${title}`,
  said: (scenario: string) =>
    `${scenario} was started. The figures as filed do not change, and this edit is in the scenario.`,
} as const

/** What completion says of `@previous`. */
export const COLUMN_BEFORE = 'The column before, of the same kind'

/** Where nothing can be reset. */
export const NO_RESET = {
  base: (isDraft: boolean) =>
    `${isDraft ? 'The draft itself is' : 'The figures as filed are'} shown. Only a scenario can be reset.`,
  line: 'Choose a line to reset its edits.',
} as const
