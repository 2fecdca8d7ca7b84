/**
 * Every call between the screen and the process that owns the workbook: request, response and failures.
 * The service implements it, both shells carry it, and each end checks what crosses.
 */
import { z } from 'zod'
import { printAddressSchema } from '../print/address.ts'
import type { CallName } from './calls.ts'
import { cellRefSchema, changeSetSchema, placeSchema, storedCommentSchema } from './change_schema.ts'
import { filingSchema, idSchema, inputSchema, scenarioSchema } from './filing_schema.ts'
import { textSchema } from './text_schema.ts'

/**
 * Kinds of failure. invalid: the request is malformed. stale: what the edit replaces is no longer stored.
 * storage: the file could not be written. locked: another program holds it. damaged: verification failed.
 * newer: the file needs a newer version. refused: a rule of the workbook forbids it. canceled: the person chose so.
 * unavailable: this shell has no such call. missing: there is no file at the workbook's place, and none was made.
 * gone: the file was taken away while it was open. displaced: another stands at its place, or it was written over.
 * unknown: it may be stored or not; ask `outcome`.
 */
const failureSchema = z.strictObject({
  kind: z.enum([
    'invalid',
    'stale',
    'storage',
    'locked',
    'damaged',
    'newer',
    'refused',
    'canceled',
    'unavailable',
    'missing',
    'gone',
    'displaced',
    'unknown',
  ]),
  /** What is wrong, what is safe and what to do, in sentences that can be shown as they are. */
  message: textSchema(),
})

const number = z.int().min(0)

const viewSchema = z.strictObject({
  /** The active scenario of each filing; as_filed for the base layer. */
  scenarios: z.record(idSchema, idSchema).optional(),
  flow: z.enum(['books_and_tax', 'tax_only']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  /** Last place shown, `#/filing/schedule`. */
  place: textSchema().max(500).optional(),
  /** The cell last in focus, in its schedule. */
  cell: z.strictObject({ filing: idSchema, schedule: idSchema, line: idSchema, column: idSchema }).optional(),
  /** Folded lines, `filing/schedule/line`. */
  folded: z.array(textSchema().max(500)).optional(),
  /** True once the first-run page was dismissed. */
  welcomed: z.boolean().optional(),
  /** The scenarios that the comparison of each filing shows. */
  compared: z.record(idSchema, z.array(idSchema).max(4)).optional(),
  comparedChangedOnly: z.boolean().optional(),
  /** Widths of the side panels in percent. */
  panels: z.record(textSchema().max(60), z.number()).optional(),
  /** The panel beside the grid, and whether it stands open. */
  panel: textSchema().max(60).optional(),
  panelOpen: z.boolean().optional(),
  /** The size of the sheet in percent. */
  zoom: z.int().min(80).max(200).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  /** Widths that columns were given, in pixels at 100%, by `filing/schedule/column`. */
  widths: z.record(textSchema().max(500), z.int().min(20).max(4_000)).optional(),
})

const storedFilingSchema = z.strictObject({
  filing: filingSchema,
  scenarios: z.array(scenarioSchema),
  /** The oldest first. */
  comments: z.array(storedCommentSchema),
})

const undoable = z.strictObject({ number, title: textSchema() }).nullable()

const logEntrySchema = z.strictObject({
  number,
  id: textSchema(),
  /** ISO 8601 instant in UTC. */
  time: textSchema(),
  author: textSchema(),
  kind: z.enum(['created', 'edit', 'undo', 'redo']),
  filing: idSchema.nullable(),
  title: textSchema(),
  place: placeSchema.nullable(),
  /** The entry that an undo, a redo or a reverting edit reverses; null for any other. */
  reverses: number.nullable(),
  changeCount: z.int(),
})

/** What one act did to one cell in one layer: what stood there before the act, and after it. */
const historyEntrySchema = z.strictObject({
  number,
  time: textSchema(),
  author: textSchema(),
  kind: z.enum(['edit', 'undo', 'redo']),
  title: textSchema(),
  reverses: number.nullable(),
  /** True for an edit that undo took back and redo has not repeated: it cannot be reverted. */
  undone: z.boolean(),
  /** The layer: a scenario, or null for the base. It need not exist any more. */
  scenario: idSchema.nullable(),
  before: inputSchema.nullable(),
  after: inputSchema.nullable(),
})

const snapshotSchema = z.strictObject({
  /** File name without its folder. */
  name: textSchema(),
  path: textSchema(),
  shell: z.enum(['electron', 'browser']),
  productVersion: textSchema(),
  /** Who edits: changes and comments are stored under this name. */
  author: textSchema(),
  /** The last change number. */
  number,
  undo: undoable,
  redo: undoable,
  filings: z.array(storedFilingSchema),
  view: viewSchema,
  /** What opening found and did, such as a recovery from a backup; shown once. */
  notices: z.array(textSchema()),
})

const committed = z.strictObject({ number, undo: undoable, redo: undoable })

const reversal = committed.extend({
  /** The change set that was applied. */
  changeSet: changeSetSchema,
  /** The entry it reverses or repeats. */
  reverses: number,
})

const backupSchema = z.strictObject({
  name: textSchema(),
  time: textSchema(),
  bytes: z.int(),
  number: number.nullable(),
})

const nothing = z.strictObject({})

export const CONTRACT = {
  load: { request: nothing, response: snapshotSchema },
  commit: { request: z.strictObject({ changeSet: changeSetSchema }), response: committed },
  /** Asked after an answer was lost: the number under which the change set is stored, null when it is not. */
  outcome: { request: z.strictObject({ id: z.uuid() }), response: z.strictObject({ number: number.nullable() }) },
  /** Reverses the newest change not yet undone; refused unless `expect` is its number. */
  undo: { request: z.strictObject({ expect: number }), response: reversal },
  redo: { request: z.strictObject({ expect: number }), response: reversal },
  /**
   * Reverses the change of that number by a new edit, itself undoable; what came after it stays. Refused, naming what is in
   * the way, where a change that still stands touched the same cell or scenario later. Answers as `undo` does.
   */
  revert: { request: z.strictObject({ number }), response: reversal },
  /**
   * Entries below `before` (from the newest when absent), newest first: of one filing, or of those that touched one cell
   * in any layer, where asked.
   */
  log: {
    request: z.strictObject({
      before: number.optional(),
      limit: z.int().min(1).max(500),
      filing: idSchema.optional(),
      cell: cellRefSchema.optional(),
    }),
    response: z.strictObject({ entries: z.array(logEntrySchema) }),
  },
  /**
   * What happened to a cell, newest first: in a scenario, in the base layer (`scenario` null), or in all layers (absent);
   * of changes below `before` (from the newest when absent), the newest `limit` (500 when absent).
   */
  history: {
    request: cellRefSchema.extend({
      filing: idSchema,
      scenario: idSchema.nullable().optional(),
      before: number.optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    response: z.strictObject({ entries: z.array(historyEntrySchema) }),
  },
  /**
   * The change log up to now as a CSV file, oldest change first: `path` says where it was saved, or, in a browser, the address
   * that sends it, once.
   */
  export_log: { request: nothing, response: z.strictObject({ path: textSchema() }) },
  /** Merges what is given into the remembered view; not part of the change log. */
  remember: { request: z.strictObject({ view: viewSchema }), response: nothing },
  backups: { request: nothing, response: z.strictObject({ backups: z.array(backupSchema) }) },
  /** Replaces the workbook by a backup, keeping the replaced file beside it. */
  restore: {
    request: z.strictObject({ name: textSchema().max(300) }),
    response: z.strictObject({ kept: textSchema() }),
  },
  /** Asks where; with `here`, at the place of the workbook that was named and is not there. */
  new_workbook: { request: z.strictObject({ here: z.literal(true).optional() }), response: nothing },
  /** `path` only from the list of recent workbooks; otherwise a dialog asks. */
  open_workbook: { request: z.strictObject({ path: textSchema().max(4_000).optional() }), response: nothing },
  /** `opened`: the workbook's own file was gone, and the copy is open in its stead. */
  save_copy: { request: nothing, response: z.strictObject({ path: textSchema(), opened: z.boolean().optional() }) },
  /** Writes a workbook whose file was taken away while it was open to its place again, where nothing stands now. */
  put_back: { request: nothing, response: z.strictObject({ path: textSchema() }) },
  recent_workbooks: {
    request: nothing,
    response: z.strictObject({
      /** `missing`: there is no file at that place now. */
      workbooks: z.array(z.strictObject({ path: textSchema(), name: textSchema(), missing: z.boolean() })),
    }),
  },
  /** Prints what stands at an address: a PDF file chosen in a dialog, or the system's printer. */
  print: {
    request: z.strictObject({ address: printAddressSchema, to: z.enum(['pdf', 'printer']) }),
    response: z.strictObject({ path: textSchema().nullable() }),
  },
  /** Answer to the event `close_requested`: nothing is left to save; `holds`: something typed needs the person first. */
  ready_to_close: { request: z.strictObject({ holds: z.boolean().optional() }), response: nothing },
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>

export type Failure = z.infer<typeof failureSchema>
export type Request<N extends CallName> = z.infer<(typeof CONTRACT)[N]['request']>
export type Response<N extends CallName> = z.infer<(typeof CONTRACT)[N]['response']>
export type Answer<N extends CallName> = { ok: true; value: Response<N> } | { ok: false; failure: Failure }

export type View = z.infer<typeof viewSchema>
export type Snapshot = z.infer<typeof snapshotSchema>
export type StoredFiling = z.infer<typeof storedFilingSchema>
export type StoredComment = z.infer<typeof storedCommentSchema>
export type StoredScenario = z.infer<typeof scenarioSchema>
export type LogEntry = z.infer<typeof logEntrySchema>
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export type Undoable = z.infer<typeof undoable>
export type Backup = z.infer<typeof backupSchema>

/** Events and what they carry. */
export type EventPayloads = { action: { id: string }; close_requested: null; workbook_changed: null }

/** What the renderer reaches as `window.workbench`, the same in both shells; a call never rejects. */
export type Workbench = {
  [N in CallName]: (request: Request<N>) => Promise<Answer<N>>
} & {
  on<E extends keyof EventPayloads>(event: E, listener: (payload: EventPayloads[E]) => void): () => void
}

/** What implements the calls: the service; a thrown error is a fault, a failure is an answer. */
export type Service = { [N in CallName]: (request: Request<N>) => Promise<Answer<N>> }

/** Checks an answer that crossed a process border. */
export function answerSchema(name: CallName): z.ZodType {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: CONTRACT[name].response }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ])
}
