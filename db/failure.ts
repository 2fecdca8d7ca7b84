/**
 * The failures of a workbook, in the kinds of the contract, with messages that can be shown as they are.
 * A fault of the program is not a failure: it stays the error that it was.
 */
import Database from 'better-sqlite3'
import type { Failure } from '../shared/contract/contract.ts'

type FailureKind = Failure['kind']

/** What was under way: it decides what the message can promise. */
export type Doing = 'opening' | 'storing' | 'reading' | 'copying'

/** Thrown by every function of db/ that cannot do what was asked; `message` is for a controller. */
export class WorkbookFailure extends Error {
  readonly kind: FailureKind
  /** The newest backup that was verified, where the workbook itself is damaged. */
  readonly backup: string | null

  constructor(kind: FailureKind, message: string, options: { backup?: string | null; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'WorkbookFailure'
    this.kind = kind
    this.backup = options.backup ?? null
  }
}

const CONSEQUENCE: Record<Doing, string> = {
  opening: 'The workbook was not opened and nothing in it was changed.',
  storing: 'The change was not stored; everything saved before it is safe.',
  reading: 'Nothing in the workbook was changed.',
  copying: 'The workbook itself is safe and unchanged.',
}

const RETRY: Record<Doing, string> = {
  opening: 'then open it again.',
  storing: 'then make the change again.',
  reading: 'then open the workbook again.',
  copying: 'then try again.',
}

function full(doing: Doing, cause: unknown): WorkbookFailure {
  return new WorkbookFailure('storage', `The disk is full. ${CONSEQUENCE[doing]} Free some space, ${RETRY[doing]}`, {
    cause,
  })
}

function unreachable(doing: Doing, cause: unknown): WorkbookFailure {
  const what =
    doing === 'storing' || doing === 'copying'
      ? 'The file could not be written.'
      : 'The file could not be read, or its folder could not be written to.'
  const check = `Check that the disk is connected and that the file and its folder can be written to, ${RETRY[doing]}`
  return new WorkbookFailure('storage', `${what} ${CONSEQUENCE[doing]} ${check}`, { cause })
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const UNREACHABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EBUSY',
  'EMFILE',
  'EEXIST',
])

/**
 * Turns an error of SQLite or of the file system into a failure. A WorkbookFailure passes unchanged, and so does
 * everything that is a fault of the program (a broken constraint, a wrong argument).
 */
export function failureOf(error: unknown, doing: Doing): unknown {
  if (error instanceof WorkbookFailure) return error
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  if (error instanceof Database.SqliteError) {
    if (code.startsWith('SQLITE_FULL')) return full(doing, error)
    if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|NOLFS|AUTH)/.test(code)) return unreachable(doing, error)
    if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return locked(error)
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damaged(readable(code), error)
    // A flipped bit in the file's head can make sound statements fail in many ways; a broken constraint is our own fault.
    return doing === 'storing' || code.startsWith('SQLITE_CONSTRAINT') ? error : damaged('it cannot be read', error)
  }
  if (FULL.has(code)) return full(doing, error)
  const said = PLAIN[code]
  if (said !== undefined) return new WorkbookFailure('refused', `${said} ${CONSEQUENCE[doing]}`, { cause: error })
  return UNREACHABLE.has(code) ? unreachable(doing, error) : error
}

/** What is wrong with a name that the system does not take, with what to do. */
const PLAIN: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'The name of the file is too long for this disk. Give it a shorter name.',
  ELOOP: 'The name leads in a circle of links and to no file. Choose the file itself.',
}

function readable(code: string): string {
  return code.startsWith('SQLITE_NOTADB') ? 'it is not a workbook file' : 'its pages do not fit together'
}

/** The file is held by another window or program. */
export function locked(cause?: unknown): WorkbookFailure {
  return new WorkbookFailure(
    'locked',
    'The workbook is open in another window or program. Close it there, then open it again.',
    { cause },
  )
}

/** A write failed in its last step and the file cannot be asked: it may be stored or not. */
export function unknownOutcome(cause: unknown): WorkbookFailure {
  return new WorkbookFailure(
    'unknown',
    'The file cannot be read now, so it is still open whether the change was stored. Everything saved before it is safe. Check that the disk is connected.',
    { cause },
  )
}

/** There is no file at the place of the workbook. */
export function missing(cause?: unknown): WorkbookFailure {
  return new WorkbookFailure(
    'missing',
    'The workbook is not there: the file was moved, renamed or deleted, or its disk is not connected. Choose the file where it is now.',
    { cause },
  )
}

/** The file is a database, but no workbook. */
export function foreign(): WorkbookFailure {
  return refused(
    'The file is a database of another program, not a workbook of Tieout. Nothing in it was changed. Choose a file that ends in .tieout.',
  )
}

const UNTOUCHED = 'Nothing in it was changed.'

/** The failure of opening a file whose journal was played back first: then it is not true that nothing was changed. */
export function playedBack(failure: WorkbookFailure): WorkbookFailure {
  const taken = 'An interrupted change was undone from its journal; nothing else was changed.'
  const message = failure.message
    .replace(UNTOUCHED, taken)
    .replace(CONSEQUENCE.opening, `The workbook was not opened. ${taken}`)
  return new WorkbookFailure(failure.kind, message, { backup: failure.backup, cause: failure })
}

/** The file did not pass verification; `what` completes "The workbook is damaged: ...". */
export function damaged(what: string, cause?: unknown): WorkbookFailure {
  return new WorkbookFailure('damaged', `The workbook is damaged: ${what}. ${UNTOUCHED}`, { cause })
}

/** True for what says that the file is not what was stored. */
export function isDamage(error: unknown): boolean {
  const failure = failureOf(error, 'reading')
  return failure instanceof WorkbookFailure && failure.kind === 'damaged'
}

/** A rule of the workbook forbids what was asked. */
export function refused(message: string): WorkbookFailure {
  return new WorkbookFailure('refused', message)
}

/** What the edit replaces is no longer what is stored. */
export function stale(what: string): WorkbookFailure {
  return new WorkbookFailure('stale', `${what} The change was not stored, and the screen was read again from the file.`)
}

/** The file gives back another text than it was handed: what is stored would not be what was entered. */
export function notAsGiven(): WorkbookFailure {
  return new WorkbookFailure(
    'storage',
    `A text cannot be stored as entered. ${CONSEQUENCE.storing} Enter the text again, letter by letter where it was copied.`,
  )
}
