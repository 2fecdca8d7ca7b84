/**
 * The workbook: the one object through which a filing is stored, read, undone, backed up and copied.
 * Synchronous; what it returns from is on disk. It computes no figure and shows nothing.
 *
 * While a workbook is open its file must not be opened by anything else of this process, not even to be read: POSIX drops
 * the locks of a file as soon as any descriptor of it is closed.
 */
import { isolated } from '../shared/money/isolated.ts'
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { Backup, Request, Tell } from '../shared/contract/contract.ts'
import { inverse, type ChangeSet } from '../shared/model/change_set.ts'
import type { Filing } from '../shared/model/filing.ts'
import { refusalText } from '../shared/refusals/refusal.ts'
import type { HistoryEntry, LogEntry, Undoable } from '../shared/model/log_entry.ts'
import type { KeptFigures, Version } from '../shared/model/version.ts'
import type { View } from '../shared/model/view.ts'
import { backUpInTurns, listBackups, readyFolder } from './backup.ts'
import { append, readHead, storedChangeSet, titleOf } from './change_log.ts'
import type { NewEntry } from './change_log.ts'
import { applyChanges } from './commit.ts'
import { readHeld, type Committed, type Content, type Reversal } from './content.ts'
import { damaged, failureOf, isDamage, refused, unknownOutcome } from './failure.ts'
import { cellHistory, listEntries } from './history.ts'
import { exportPiece, type ExportMark, type ExportPiece } from './log_export.ts'
import { MIGRATIONS } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { createFile, openFile } from './open.ts'
import type { FileOptions, OpenFile } from './open.ts'
import { proveAll, proveRest } from './proving.ts'
import { copyWorkbook, replaceByBackup } from './restore.ts'
import { revertingEdit } from './revert.ts'
import { displaced } from './standing_file.ts'
import { UndoOrder } from './undo.ts'
import { apartFromVersion, listVersions, readVersion, versionsAround } from './versions.ts'
import { mergeView, readView } from './view_state.ts'
import { wellFormed } from './well_formed.ts'

export type WorkbookOptions = {
  /** The clock; entries and backups carry its time in UTC. */
  now: () => Date
  /** Who edits; stored with each change. */
  author: string
  /** The version of the product that opens the file. */
  productVersion: string
  /** Limits the file's size in pages of 4,096 bytes, as a full disk would; for tests. */
  maximumPages?: number
  /** False leaves out the backup on opening; for tests. */
  backUpOnOpen?: boolean
  /** Other migrations than the product's own; for tests. */
  migrations?: readonly Migration[]
}

function fileOptions(options: WorkbookOptions): FileOptions {
  const { author, migrations = MIGRATIONS, backUpOnOpen = true } = options
  // The system gives the name as it likes; in the file stand whole characters.
  return { ...options, author: author.toWellFormed(), migrations, backUpOnOpen }
}

/**
 * Creates a workbook with these filings and opens it. Throws `refused` where a file of that name exists, which is never
 * overwritten, and `storage` where the folder cannot be written to.
 */
export function createWorkbook(path: string, filings: readonly Filing[], options: WorkbookOptions): Workbook {
  createFile(resolve(path), filings, fileOptions(options))
  return openWorkbook(path, options)
}

/**
 * Opens, locks and verifies a workbook. Throws `locked`, `newer` (naming the version needed), `damaged` (naming the newest
 * good backup, also in `failure.backup`), `refused` (not a workbook) or `storage`.
 */
export function openWorkbook(path: string, options: WorkbookOptions): Workbook {
  return new Workbook(resolve(path), fileOptions(options))
}

/**
 * Replaces a workbook that is not open, such as a damaged one, by one of its backups; `kept` is the path of the replaced
 * file. Throws `refused`, `damaged` (the backup), `locked` or `storage`.
 */
export function restoreBackup(path: string, name: string, options: WorkbookOptions): { kept: string } {
  return { kept: replaceByBackup(resolve(path), name, options.now(), fileOptions(options)) }
}

export { listBackups }

/** An open workbook. Every function throws WorkbookFailure where it cannot do what was asked. */
export class Workbook {
  readonly path: string
  readonly #options: FileOptions
  #file: OpenFile | null
  /** After a failed write the stored state is read again before anything is based on it. */
  #uncertain = false

  /** Use createWorkbook or openWorkbook. */
  constructor(path: string, options: FileOptions) {
    this.path = path
    this.#options = options
    this.#file = openFile(path, options)
  }

  get #open(): OpenFile {
    if (!this.#file) throw new Error('The workbook is closed')
    if (this.#uncertain) {
      try {
        const head = readHead(this.#file.db)
        if (!head) throw damaged('the head of the change log is missing')
        this.#file.head = head
        this.#file.order = new UndoOrder(this.#file.db)
      } catch (error) {
        throw failureOf(error, 'reading')
      }
      this.#uncertain = false
    }
    return this.#file
  }

  /** Who edits: what changes and comments are stored under. */
  get author(): string {
    return this.#options.author
  }

  /** What opening did that a person should know: sentences. */
  get notices(): readonly string[] {
    return this.#open.notices
  }

  #committed(number: number): Committed {
    const { db, order } = this.#open
    const top = (kind: 'undo' | 'redo'): Undoable => {
      const edit = order.top(kind)
      return edit === null ? null : { number: edit, title: titleOf(db, edit) }
    }
    return { number, undo: top('undo'), redo: top('redo') }
  }

  #reading<T>(read: (file: OpenFile) => T): T {
    const file = this.#open
    try {
      return read(file)
    } catch (error) {
      file.isDoubted ||= isDamage(error)
      throw failureOf(error, 'reading')
    }
  }

  /** Everything stored: filings with their scenarios, the last change number, what undo and redo would take. */
  read(): Content {
    return this.#reading(({ db, head }) => ({ ...readHeld(db), ...this.#committed(head.number) }))
  }

  /** Throws `gone` or `displaced` where the file is no longer at its place as it was left: nothing may be written then. */
  checkPlace(): void {
    const { standing, head } = this.#open
    const what = this.#reading(() => standing.displacement())
    if (what !== null) throw displaced(what, this.path, head.number)
  }

  /**
   * Stores a change set; it is on disk when this returns. Idempotent by id. Throws `invalid` (malformed), `stale` (a
   * `before` is not what is stored), `refused` (a rule forbids it), `gone` or `displaced` (the file is not there any more), `storage`
   * (not stored, all else is safe) or `unknown` (only opening the file anew can tell).
   */
  commit(changeSet: ChangeSet): Committed {
    const given = wellFormed(changeSet)
    const stored = this.#reading(({ db }) => storedChangeSet(db, 'id', given.id))
    if (stored) {
      if (canonical(stored.changeSet) === canonical(given)) return this.#committed(stored.number)
      throw refused('Another change is stored under the same id. This one was not stored.')
    }
    return this.#store(given, 'edit', null)
  }

  /** Stores an act as an entry of this kind; `reverses` is the entry that it reverses or repeats, if it does. */
  #store(changeSet: ChangeSet, kind: 'edit' | 'undo' | 'redo', reverses: number | null): Committed {
    this.checkPlace()
    const { db, records, head, order, standing, inOne } = this.#open
    const { now, author } = this.#options
    try {
      const entry: NewEntry = { ...changeSet, time: now().toISOString(), author, kind, reverses }
      const moved = inOne(() => {
        records.continueFrom(head.digest)
        const act = { isEdit: reverses === null, author }
        const target = { db, records, filing: changeSet.filing }
        const keepVersions = versionsAround(target, changeSet.changes, head.number)
        applyChanges(target, changeSet.changes, act)
        keepVersions(head.number + 1)
        return append(db, head, entry, records.digest)
      })
      this.#file!.head = moved
      order.advance({ number: moved.number, kind, reverses })
    } catch (error) {
      this.#uncertain = true
      // A commit that failed in its last step may still have been made: only the file knows.
      if (!this.#isStored(changeSet.id, error)) throw failureOf(error, 'storing')
    } finally {
      standing.leave()
    }
    return this.#committed(this.#open.head.number)
  }

  /** After a failed write: whether it was made all the same. Throws `unknown` where the file cannot be asked. */
  #isStored(id: string, cause: unknown): boolean {
    try {
      return this.outcome(id) !== null
    } catch {
      throw unknownOutcome(cause)
    }
  }

  /** The number under which a change set is stored, after an answer was lost; null when it is not stored. */
  outcome(id: string): number | null {
    return this.#reading(({ db }) => storedChangeSet(db, 'id', id)?.number ?? null)
  }

  /** Takes back the newest edit not yet undone; `refused` unless `expect` is its number. */
  undo(expect: number): Reversal {
    return this.#reverse('undo', expect)
  }

  /** Repeats the edit undone last; `refused` unless `expect` is the number of that edit. */
  redo(expect: number): Reversal {
    return this.#reverse('redo', expect)
  }

  #reverse(kind: 'undo' | 'redo', expect: number): Reversal {
    const { db, order } = this.#open
    // What lies below the top is needed from now on, and it proves the top.
    const next = this.#reading(() => order.proven(kind))
    if (next === null) throw refused(refusalText({ code: kind === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo' }))
    if (next !== expect) {
      throw refused(
        `The next change to ${kind} is number ${next}, “${isolated(titleOf(db, next))}”, not number ${expect}. Nothing was changed.`,
      )
    }
    const edit = this.#reading(() => storedChangeSet(db, 'number', next))
    if (!edit) throw damaged(`entry ${next} of the change log is missing`)
    const { changes } = edit.changeSet
    const changeSet = { ...edit.changeSet, id: randomUUID(), changes: kind === 'undo' ? inverse(changes) : changes }
    return { ...this.#store(changeSet, kind, next), changeSet, reverses: next }
  }

  /**
   * Takes back the edit of that number by a new edit, which is undone like any other and closes redo; what came after it
   * stays. Throws `refused` where it is no edit, does not stand any more, where a later edit that stands touched the same
   * cell or scenario (naming it), or where a rule of scenarios forbids the result.
   */
  revert(number: number): Reversal {
    const changeSet = this.#reading(({ db, order }) => revertingEdit(db, order.stacks, number))
    return { ...this.#store(changeSet, 'edit', number), changeSet, reverses: number }
  }

  /** Entries below `before` (from the newest when absent), of one filing or one cell where asked, newest first. */
  log(range: Request<'log'>): LogEntry[] {
    return this.#reading(({ db }) => listEntries(db, range))
  }

  /** What happened to a cell in one layer or in all, newest first. */
  history(request: Request<'history'>): HistoryEntry[] {
    return this.#reading(({ db, order }) => cellHistory(db, request, new Set(order.stacks.undo)))
  }

  /** The versions of a filing, the oldest first. */
  versions(filing: string): Version[] {
    return this.#reading(({ db, order }) => listVersions(db, filing, new Set(order.stacks.undo)))
  }

  /** The cells of a filing's newest version that its inputs come to no longer; see recomputedOtherwise. */
  checkVersion(filing: string): { cell: string; kept: string }[] {
    return this.#reading(({ db, order }) => apartFromVersion(db, filing, new Set(order.stacks.undo)))
  }

  /** What a version of a filing held and came to. Throws `refused` where there is none. */
  version(filing: string, number: number): KeptFigures {
    return this.#reading(({ db }) => readVersion(db, filing, number))
  }

  /**
   * A piece of the change log as CSV text, oldest first, one row for each change: the first, or the one that the piece before
   * names. Edits may be stored meanwhile; they are not in it. Throws `refused` where another log stands in the file by now.
   */
  exportLog(mark?: ExportMark): ExportPiece {
    return this.#reading(({ db }) => exportPiece(db, mark))
  }

  /** What the screen asked to be remembered. */
  view(): View {
    return this.#reading(({ db }) => readView(db))
  }

  /** Merges into what is remembered; no part of the change log. */
  remember(view: View): void {
    this.checkPlace()
    const { db, standing, inOne } = this.#open
    try {
      inOne(() => mergeView(db, view))
    } catch (error) {
      this.#uncertain = true
      throw failureOf(error, 'storing')
    } finally {
      standing.leave()
    }
  }

  /**
   * Stores a backup, in turns between which other calls are answered; null where one holds this state already, or where the
   * workbook was closed meanwhile. Throws `storage`.
   */
  async backUp(): Promise<Backup | null> {
    const file = this.#open
    try {
      return await backUpInTurns(file.db, this.path, file.head, this.#options.now, this.#options)
    } catch (error) {
      if (this.#file !== file) return null
      throw error
    }
  }

  /** Makes the folder of the backups; throws `storage` where none could be stored. */
  prepareBackups(): void {
    readyFolder(this.path)
  }

  /** The one with the most changes first. */
  backups(): Backup[] {
    return listBackups(this.path)
  }

  /**
   * Replaces the workbook by a backup and goes on with that; `kept` is the path of the replaced file. Where it fails the
   * workbook goes on as it was.
   */
  restore(name: string): { kept: string } {
    this.close()
    try {
      return { kept: replaceByBackup(this.path, name, this.#options.now(), this.#options) }
    } finally {
      this.#file = openFile(this.path, this.#options)
    }
  }

  /**
   * Writes a verified copy elsewhere, in turns between which other calls are answered; replaces a closed file that stands there.
   * `tell` hears how far that is; where it throws, what stood there stays.
   */
  async copyTo(path: string, tell?: Tell): Promise<void> {
    const file = this.#open
    // A file that is no longer at its place is in nobody's way there.
    const open = file.standing.displacement() === null ? file.id : null
    try {
      await copyWorkbook(file.db, open, resolve(path), this.#options, tell)
    } catch (error) {
      if (this.#file === file) throw error
      throw refused('The copy was not made: the workbook was closed meanwhile. Open it and save the copy again.')
    }
  }

  /** True once all of the file is proven: opening puts off what `verifyRest` does. */
  get isProven(): boolean {
    return this.#open.isProven
  }

  /** Proves what opening put off, while other calls are answered. Throws `damaged` as opening does. */
  async verifyRest(tell?: Tell): Promise<void> {
    await proveRest(this.#proving(), tell)
  }

  /** Proves all of it, read anew from the disk, while other calls are answered. Throws `damaged` as opening does. */
  async verify(tell?: Tell): Promise<void> {
    this.checkPlace()
    await proveAll(this.#proving(), tell)
  }

  #proving() {
    const file = this.#open
    return { file, path: this.path, checks: this.#options, isOpen: () => this.#file === file }
  }

  /** Gives the file back; one file is left. Harmless when closed already. `isDoubted`: the next opening verifies in full. */
  close(isDoubted = false): void {
    const file = this.#file
    const isSound = !isDoubted && !this.#uncertain
    this.#file = null
    this.#uncertain = false
    file?.close(isSound && !file.isDoubted ? file.head : null)
  }
}

/** The same text for the same change set, whatever the order in which its fields were written. */
function canonical(changeSet: ChangeSet): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]))
  }
  return JSON.stringify(sorted(changeSet))
}
