/**
 * Every call between the screen and the process that owns the workbook: request, response and failures.
 * The service implements it, both shells carry it, and each end checks what crosses.
 */
import { z } from '../model/schema.ts'
import { printAddressSchema } from '../print/address.ts'
import type { CallName } from './calls.ts'
import { changeSetSchema } from '../model/change_set.ts'
import { changeSchema } from '../model/changes/kinds.ts'
import { registrantSchema } from '../model/changes/registrant.ts'
import { MOST_CHANGES } from '../model/most_changes.ts'
import { isPacked, STRETCH, unpackedInSteps, withChanges } from './packing.ts'
import type { Steps } from '../model/steps.ts'
import { cellRefSchema, idSchema } from '../model/filing.ts'
import { historyEntrySchema, LOG_KINDS, logEntrySchema, numberSchema, undoableSchema } from '../model/log_entry.ts'
import { storedFilingSchema } from '../model/stored_filing.ts'
import { keptFiguresSchema, MOST_APART, versionSchema } from '../model/version.ts'
import { textSchema } from '../model/text_schema.ts'
import { viewSchema } from '../model/view.ts'

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

const snapshotSchema = z.strictObject({
  /** File name without its folder. */
  name: textSchema(),
  path: textSchema(),
  shell: z.enum(['electron', 'browser']),
  productVersion: textSchema(),
  /** Who edits: changes and comments are stored under this name. */
  author: textSchema(),
  /** The last change number. */
  number: numberSchema,
  undo: undoableSchema,
  redo: undoableSchema,
  filings: z.array(storedFilingSchema),
  registrants: z.array(registrantSchema),
  view: viewSchema,
  /** What opening found and did, such as a recovery from a backup; shown once. */
  notices: z.array(textSchema()),
})

const committed = z.strictObject({ number: numberSchema, undo: undoableSchema, redo: undoableSchema })

const reversal = committed.extend({
  /** The change set that was applied. */
  changeSet: changeSetSchema,
  /** The entry it reverses or repeats. */
  reverses: numberSchema,
})

const backupSchema = z.strictObject({
  name: textSchema(),
  time: textSchema(),
  bytes: z.int(),
  number: numberSchema.nullable(),
})

const nothing = z.strictObject({})

/**
 * How far long work is: entries of the change log written, megabytes copied, entries of the copy or of the
 * workbook checked, schedules whose figures were
 * read and whose pages were laid out, the file written. `of` is 0 where nothing is counted.
 */
const progressSchema = z.strictObject({
  step: z.enum(['entries', 'copying', 'checking', 'verifying', 'figures', 'pages', 'writing']),
  done: z.int().min(0),
  of: z.int().min(0),
})

/** Names the work of a call that may take long, so that `progress` and `call_off` can speak of it. */
const workSchema = z.uuid()
const long = z.strictObject({ work: workSchema.optional() })

export const CONTRACT = {
  load: { request: nothing, response: snapshotSchema },
  commit: { request: z.strictObject({ changeSet: changeSetSchema }), response: committed },
  /** Asked after an answer was lost: the number under which the change set is stored, null when it is not. */
  outcome: { request: z.strictObject({ id: z.uuid() }), response: z.strictObject({ number: numberSchema.nullable() }) },
  /** Reverses the newest change not yet undone; refused unless `expect` is its number. */
  undo: { request: z.strictObject({ expect: numberSchema }), response: reversal },
  redo: { request: z.strictObject({ expect: numberSchema }), response: reversal },
  /**
   * Reverses the change of that number by a new edit, itself undoable; what came after it stays. Refused, naming what is in
   * the way, where a change that still stands touched the same cell or scenario later. Answers as `undo` does.
   */
  revert: { request: z.strictObject({ number: numberSchema }), response: reversal },
  /**
   * Entries below `before` (from the newest when absent), newest first, of those that are all that is asked: of one filing; that
   * touched one cell in any layer, one schedule, one scenario or, with null, the base layer alone; of one kind; with a text in
   * their title, whatever its case.
   */
  log: {
    request: z.strictObject({
      before: numberSchema.optional(),
      limit: z.int().min(1).max(500),
      filing: idSchema.optional(),
      cell: cellRefSchema.optional(),
      schedule: idSchema.optional(),
      scenario: idSchema.nullable().optional(),
      kind: z.enum(LOG_KINDS).optional(),
      text: textSchema().max(200).optional(),
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
      before: numberSchema.optional(),
      limit: z.int().min(1).max(500).optional(),
    }),
    response: z.strictObject({ entries: z.array(historyEntrySchema) }),
  },
  /** The versions of a filing, the oldest first: what it held and came to each time it was filed. */
  versions: {
    request: z.strictObject({ filing: idSchema }),
    response: z.strictObject({ versions: z.array(versionSchema) }),
  },
  /**
   * The cells of the newest version whose kept figure is not what the kept inputs come to, the first of very many: none where all is as
   * filed, or where there is no version.
   */
  check_version: {
    request: z.strictObject({ filing: idSchema }),
    response: z.strictObject({
      apart: z.array(z.strictObject({ cell: textSchema(), kept: textSchema() })).max(MOST_APART),
    }),
  },
  /** One of them whole. */
  version: { request: z.strictObject({ filing: idSchema, number: numberSchema }), response: keptFiguresSchema },
  /**
   * The change log up to now as a CSV file, oldest change first, whole or not at all: `path` says where it was saved, or, in a
   * browser, the address that sends it, once.
   */
  export_log: { request: long, response: z.strictObject({ path: textSchema() }) },
  /**
   * Proves that the workbook holds what was stored in it, while other calls are answered; `damaged` names the newest good backup, and so
   * does every call after it. With `opening` only what opening the workbook put off, which is proven unasked: answers when that ended.
   */
  verify: { request: long.extend({ opening: z.literal(true).optional() }), response: nothing },
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
  save_copy: { request: long, response: z.strictObject({ path: textSchema(), opened: z.boolean().optional() }) },
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
    request: long.extend({ address: printAddressSchema, to: z.enum(['pdf', 'printer']) }),
    response: z.strictObject({ path: textSchema().nullable() }),
  },
  /** How far the work of a call is that was given this name; null before it counts, and once it is over. */
  progress: {
    request: z.strictObject({ work: workSchema }),
    response: z.strictObject({ progress: progressSchema.nullable() }),
  },
  /** Ends that work at its next step, with nothing half done: its call is answered with `canceled`. Too late, it does nothing. */
  call_off: { request: z.strictObject({ work: workSchema }), response: nothing },
  /** Answer to the event `close_requested`: nothing is left to save; `holds`: something typed needs the person first. */
  ready_to_close: { request: z.strictObject({ holds: z.boolean().optional() }), response: nothing },
} as const satisfies Record<CallName, { request: z.ZodType; response: z.ZodType }>

export type Failure = z.infer<typeof failureSchema>
export type Request<N extends CallName> = z.infer<(typeof CONTRACT)[N]['request']>
export type Response<N extends CallName> = z.infer<(typeof CONTRACT)[N]['response']>
export type Answer<N extends CallName> = { ok: true; value: Response<N> } | { ok: false; failure: Failure }

/** How far long work is. */
export type Progress = z.infer<typeof progressSchema>

/** Says how far long work is, null for nothing to tell. Throws where the work was called off: whatever was begun is then taken back. */
export type Tell = (progress: Progress | null) => void

export type Snapshot = z.infer<typeof snapshotSchema>
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

/**
 * Checks an answer that crossed a process border, as `answerSchema` does, in steps where it brings very many changes. Undefined for one
 * that the contract does not know.
 */
export function* answerInSteps(name: CallName, answer: unknown): Steps<Answer<CallName> | undefined> {
  if (isPacked(answer)) {
    const all = yield* unpackedInSteps(answer)
    if (!all) return undefined
    const checked = answerSchema(name).safeParse(withChanges(answer, all.slice(0, 1)))
    return checked.success ? (withChanges(checked.data, all) as Answer<CallName>) : undefined
  }
  const { changeSet } = (answer as { value?: { changeSet?: { changes?: unknown } } } | null)?.value ?? {}
  const changes: unknown = changeSet?.changes
  const isLong = Array.isArray(changes) && changes.length > STRETCH && changes.length <= MOST_CHANGES
  const given = isLong ? withChanges(answer, changes.slice(0, 1)) : answer
  const checked = answerSchema(name).safeParse(given)
  if (!checked.success) return undefined
  if (!isLong) return checked.data as Answer<CallName>
  const all: unknown[] = []
  for (let from = 0; from < changes.length; from += STRETCH) {
    const some = someChanges.safeParse(changes.slice(from, from + STRETCH))
    if (!some.success) return undefined
    for (const one of some.data) all.push(one)
    yield
  }
  return withChanges(checked.data, all) as Answer<CallName>
}

const someChanges = z.array(changeSchema)

/** Checks an answer that crossed a process border. */
export function answerSchema(name: CallName): z.ZodType {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: CONTRACT[name].response }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ])
}
