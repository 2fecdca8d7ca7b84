/**
 * How large one change set may be.
 * Must not import zod (the preload, which looks at it before a change set travels, is one small CommonJS file).
 */

/** The most changes of one change set; an edit of that many cells is about 15 MB. */
export const MOST_CHANGES = 100_000
