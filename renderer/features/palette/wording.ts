/**
 * What the search for actions and places says.
 */
export const FIND = {
  title: 'Find an action or a place',
  example: 'An action, a filing, a schedule, a scenario, a column or a line',
  none: 'Nothing found.',
} as const

export const GO = {
  title: 'Go to',
  name: 'Id or label',
  example: 'line, schedule.line@column, filing/schedule, or a label',
  nearest: 'Nearest:',
  find: (key: string) => `Find looks for words: ${key}.`,
} as const
