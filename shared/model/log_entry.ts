/**
 * An entry of the change log as lists show it, and what it did to one cell.
 */
import { z } from './schema.ts'
import { placeSchema } from './change_set.ts'
import { idSchema, inputSchema } from './filing.ts'
import { textSchema } from './text_schema.ts'

/** A change number, or a count. */
export const numberSchema = z.int().min(0)

/** What an entry is: the making of the workbook, an edit, or the reversal or repetition of one. */
export const ENTRY_KINDS = ['created', 'edit', 'undo', 'redo'] as const

/** What the log can be narrowed to: edits of figures and comments, acts on structure and scenarios, or what went back and forth. */
export const LOG_KINDS = ['edits', 'structure', 'undo'] as const
export type LogKind = (typeof LOG_KINDS)[number]

export const logEntrySchema = z.strictObject({
  number: numberSchema,
  id: textSchema(),
  /** ISO 8601 instant in UTC. */
  time: textSchema(),
  author: textSchema(),
  kind: z.enum(ENTRY_KINDS),
  filing: idSchema.nullable(),
  title: textSchema(),
  place: placeSchema.nullable(),
  /** The entry that an undo, a redo or a reverting edit reverses; null for any other. */
  reverses: numberSchema.nullable(),
  changeCount: z.int(),
})
export type LogEntry = z.infer<typeof logEntrySchema>

/** What one act did to one cell in one layer: what stood there before the act, and after it. */
export const historyEntrySchema = logEntrySchema
  .pick({ number: true, time: true, author: true, title: true, reverses: true })
  .extend({
    kind: z.enum(['edit', 'undo', 'redo']),
    /** True for an edit that undo took back and redo has not repeated: it cannot be reverted. */
    undone: z.boolean(),
    /** The layer: a scenario, or null for the base. It need not exist any more. */
    scenario: idSchema.nullable(),
    before: inputSchema.nullable(),
    after: inputSchema.nullable(),
  })
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** What undo or redo would take; null where there is nothing. */
export const undoableSchema = z.strictObject({ number: numberSchema, title: textSchema() }).nullable()
export type Undoable = z.infer<typeof undoableSchema>
