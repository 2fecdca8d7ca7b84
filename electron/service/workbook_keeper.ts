/**
 * Keeps one workbook open for the service: one queue, one writer, backups by time, recovery after a fault.
 * Every call waits its turn; whatever goes wrong is answered with a failure, and the next call finds a usable keeper.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Backup, Failure } from '../../shared/contract/contract.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { failureOf as storageFailure, WorkbookFailure } from '../../db/failure.ts'
import {
  createWorkbook,
  listBackups,
  openWorkbook,
  restoreBackup,
  type Workbook,
  type WorkbookOptions,
} from '../../db/workbook.ts'

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** The part of the timers that backups by time need; tests bring their own. */
type Timers = { setInterval(run: () => void, ms: number): unknown; clearInterval(timer: never): void }

export type KeeperOptions = {
  /** The workbook to begin with; made with `filings` where there is no file. */
  path: string
  /** What a new workbook holds. */
  filings: () => readonly Filing[]
  workbook: WorkbookOptions
  /** Told of faults that no failure describes, for the program's own diagnosis. */
  report: (fault: unknown) => void
  timers?: Timers
}

export type WorkbookKeeper = {
  /** The path of the workbook that is, or is to be, open. */
  path(): string
  /** Sentences that a person should see once: what opening found and backups that could not be made. */
  takeNotices(): string[]
  /** Runs `work` on the open workbook, in turn; opens it first where it is not open. */
  run<T>(work: (workbook: Workbook) => T): Promise<Outcome<T>>
  /**
   * As `run`, for work whose outcome can be looked up: after a fault `recover` says, from the file as verified anew,
   * what was stored, or null where nothing was.
   */
  write<T>(work: (workbook: Workbook) => T, recover: (workbook: Workbook) => T | null): Promise<Outcome<T>>
  /** Goes on with another workbook; with the old one where the new cannot be opened. */
  switchTo(path: string, how: 'open' | 'create'): Promise<Outcome<null>>
  backups(): Promise<Outcome<Backup[]>>
  restore(name: string): Promise<Outcome<{ kept: string }>>
  close(): Promise<void>
}

export const BACKUP_INTERVAL_MS = 15 * 60_000

const FAULT: Failure = {
  kind: 'storage',
  message:
    'A fault inside Tieout stopped this step. Everything shown as saved is safe. ' +
    'Try the step again; if it fails again, close Tieout and start it anew.',
}

export function createKeeper(options: KeeperOptions): WorkbookKeeper {
  let path = resolve(options.path)
  let workbook: Workbook | null = null
  let isClosed = false
  let notices: string[] = []
  let turn: Promise<unknown> = Promise.resolve()

  /** Gives the file up, so that the next call opens and verifies it anew. */
  function letGo(): void {
    const held = workbook
    workbook = null
    try {
      held?.close()
    } catch (fault) {
      options.report(fault)
    }
  }

  function create(file: string): Workbook {
    try {
      mkdirSync(dirname(file), { recursive: true })
    } catch (fault) {
      throw storageFailure(fault, 'opening')
    }
    return createWorkbook(file, options.filings(), options.workbook)
  }

  /** A missing file with backups was lost, not new: it must not be hidden behind a fresh workbook. */
  function openOrCreate(): Workbook {
    if (existsSync(path)) return openWorkbook(path, options.workbook)
    const newest = listBackups(path)[0]
    if (!newest) return create(path)
    throw new WorkbookFailure(
      'damaged',
      `The workbook file ${path} is missing. Put it back, or restore a backup; the newest is ${newest.name}.`,
    )
  }

  function held(): Workbook {
    if (isClosed) throw new WorkbookFailure('refused', 'Tieout is closing. Start it again to go on.')
    if (!workbook) {
      workbook = openOrCreate()
      notices.push(...workbook.notices)
    }
    return workbook
  }

  function failureOf(fault: unknown): Outcome<never> {
    if (fault instanceof WorkbookFailure) {
      // Damage found in passing: opening anew verifies all of it, and a restore then works from outside.
      if (fault.kind === 'damaged') letGo()
      return { ok: false, failure: { kind: fault.kind, message: fault.message } }
    }
    options.report(fault)
    letGo()
    return { ok: false, failure: FAULT }
  }

  /** One thing at a time, in the order asked; a failure ends its own turn only. */
  function inTurn<T>(work: () => T): Promise<Outcome<T>> {
    const next = turn.then((): Outcome<T> => {
      try {
        return { ok: true, value: work() }
      } catch (fault) {
        return failureOf(fault)
      }
    })
    turn = next
    return next
  }

  async function backUpByTime(): Promise<void> {
    if (isClosed) return
    // Makes none where the newest backup already holds this state.
    const outcome = await inTurn(() => workbook?.backUp())
    if (!outcome.ok) notices.push(`The backup by time could not be made. ${outcome.failure.message}`)
  }

  const timers: Timers = options.timers ?? { setInterval, clearInterval }
  const timer = timers.setInterval(() => void backUpByTime(), BACKUP_INTERVAL_MS)
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as NodeJS.Timeout).unref()

  return {
    path: () => path,
    takeNotices() {
      const taken = [...new Set(notices)]
      notices = []
      return taken
    },
    run: (work) => inTurn(() => work(held())),
    write: (work, recover) =>
      inTurn(() => {
        try {
          return work(held())
        } catch (fault) {
          if (fault instanceof WorkbookFailure) throw fault
          // The fault says nothing of the change itself: the file, opened and verified anew, does.
          options.report(fault)
          letGo()
          const stored = recover(held())
          if (stored === null) throw new WorkbookFailure(FAULT.kind, FAULT.message, { cause: fault })
          return stored
        }
      }),
    switchTo: (asked, how) =>
      inTurn(() => {
        const target = resolve(asked)
        if (how === 'open' && target === path && workbook) return null
        if (how === 'open' && !existsSync(target)) {
          throw new WorkbookFailure('refused', `There is no file ${target} any more. Choose another workbook.`)
        }
        if (how === 'create' && existsSync(target)) {
          throw new WorkbookFailure('refused', `${target} exists already. Choose a name that is not taken.`)
        }
        // The old file is given up first: it could be the same one under another name. Where the new one cannot be
        // opened, the next call opens the old one again.
        letGo()
        const next = how === 'open' ? openWorkbook(target, options.workbook) : create(target)
        workbook = next
        path = target
        notices = [...next.notices]
        return null
      }),
    backups: () => inTurn(() => (workbook ? workbook.backups() : listBackups(path))),
    restore: (name) =>
      inTurn(() => {
        if (!workbook && existsSync(path)) {
          // A workbook that opens restores by itself; only one that does not is replaced from outside.
          try {
            held()
          } catch (fault) {
            if (!(fault instanceof WorkbookFailure) || fault.kind === 'locked') throw fault
          }
        }
        return workbook ? workbook.restore(name) : restoreBackup(path, name, options.workbook)
      }),
    async close() {
      await inTurn(() => {
        isClosed = true
        timers.clearInterval(timer as never)
        letGo()
      })
    },
  }
}
