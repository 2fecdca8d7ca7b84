/**
 * What the comparison of scenarios says at its cells.
 */
export const COMPARED = {
  noCell: (line: string) => `${line} is made up of several cells, so there is no cell to open.`,
  computed: (line: string) => `${line} is computed and takes no entry.`,
  elsewhere: (scenario: string | undefined) =>
    `The comparison takes no entries. The figures of ${scenario ?? 'the base'} are edited in their own schedule. Enter opens the cell there.`,
} as const
