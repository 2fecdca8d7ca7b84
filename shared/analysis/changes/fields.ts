/**
 * How a change is told in a table of the change log: where it was, and what stood before and after it.
 * Knows no kind of change; each has a file of its own beside this one.
 */

/** The columns of the table that tell of a change, in their order. */
export const FIELDS = ['scenario', 'schedule', 'line', 'column', 'before', 'after', 'source'] as const

/** What is absent or null is left blank. */
export type Fields = { [F in (typeof FIELDS)[number]]?: string | null | undefined }

/** What stood and what stands, written out whole. */
export function written({ before, after }: { before: unknown; after: unknown }): Fields {
  return {
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  }
}
