/**
 * What a golden table is: rows of inputs with the figures that must come out of them, run through the product's own templates and engine. A table
 * computes nothing itself: it says where its columns are entered and where they are read.
 */

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string>>

/** A figure that did not come out, both as exact text. */
export type Miss = { column: string; expected: string; got: string }

/** A row with what did not come out of it. */
export type Outcome = { row: string; misses: Miss[] }

export type GoldenTable = {
  file: string
  /** Other files of the folder that belong to the rows; without them the table is skipped. */
  needs?: readonly string[]
  /** `rows` are all of the file, in its order; `others` those of the files that it needs. */
  run(rows: readonly Row[], others: Readonly<Record<string, readonly Row[]>>): Outcome[]
}
