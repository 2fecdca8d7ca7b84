/**
 * What acts on lines and columns say.
 */
export const CHOOSE = {
  column: 'Choose a cell of the column to change.',
  columnToDelete: 'Choose a cell of the column to delete.',
  line: 'Choose a cell of the line to change.',
  draft: 'Show a schedule of the draft to change its lines and columns.',
} as const

export const COLUMN = {
  oneAtATime: (count: number) => `Only one column can be duplicated at a time; ${count} are selected.`,
  first: (name: string) => `${name} is the first column.`,
  last: (name: string) => `${name} is the last column.`,
} as const

export const keepsName = (why: string): string => `${why} Escape keeps the previous name.`

/** What a sum of columns counts that it should not. */
export const SUM = {
  compared: (column: string, parts: string) => `The sum counts ${column} too, which compares ${parts}.`,
  twice: (column: string, parts: string) =>
    `The sum counts ${parts} twice, because ${column} includes the same amounts.`,
} as const

/** What becomes of totals when lines move to discontinued operations. */
export const RECAST = {
  moved: (cell: string, before: string, now: string) => `${cell}: ${now || 'blank'}, was ${before || 'blank'}.`,
  stays: (net: string) => `${net}: unchanged.`,
} as const
