/**
 * Keeps one workbook open for the service: one queue, one writer, backups by time, recovery after a fault.
 * Every call waits its turn; whatever goes wrong is answered with a failure, and the next call finds a usable keeper.
 * Long copies run beside the queue, in turns of their own. Must never make a workbook where one stood before.
 */
import { resolve } from 'node:path'
import type { Backup, Failure } from '../../shared/contract/contract.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { unknownOutcome, WorkbookFailure } from '../../db/failure.ts'
import { exists } from '../../db/file_kind.ts'
import {
  createWorkbook,
  listBackups,
  openWorkbook,
  restoreBackup,
  type Workbook,
  type WorkbookOptions,
} from '../../db/workbook.ts'
import { openAt, type NoFile } from './places.ts'

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** The part of the timers that backups by time need; tests bring their own. */
type Timers = { setInterval(run: () => void, ms: number): unknown; clearInterval(timer: never): void }

export type KeeperOptions = {
  /** The workbook to begin with. */
  path: string
  /** What to do where there is no file at the path, and no sign that one was there. */
  noFile: NoFile
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
  /** As `run`, for long work that begins in turn and goes on while other calls are answered. */
  runBeside<T>(work: (workbook: Workbook) => Promise<T>): Promise<Outcome<T>>
  /** What came of proving what opening the workbook put off, once that ended. */
  opened(): Promise<Outcome<null>>
  /** Resolves when no backup or copy is being made. */
  settled(): Promise<void>
  /**
   * As `run`, for work whose outcome can be looked up: after a fault `recover` says, from the file as verified anew,
   * what was stored, or null where nothing was.
   */
  write<T>(work: (workbook: Workbook) => T, recover: (workbook: Workbook) => T | null): Promise<Outcome<T>>
  /** Goes on with another workbook; with the old one where the new cannot be opened. */
  switchTo(path: string, how: 'open' | 'create'): Promise<Outcome<null>>
  /** Makes a new workbook at the path where none is; refused where something stands there. */
  makeHere(): Promise<Outcome<null>>
  /** The failure that the next edit would meet because the file was taken away; null while it stands, or none is open. */
  displaced(): Promise<Failure | null>
  /** Writes an open workbook whose file was taken away to its place again. */
  putBack(): Promise<Outcome<null>>
  backups(): Promise<Outcome<Backup[]>>
  restore(name: string): Promise<Outcome<{ kept: string }>>
  /** Ends the keeping. Where the file was taken away, a backup of what is held is made first if it can be: sentences say so. */
  close(): Promise<string[]>
}

export const BACKUP_INTERVAL_MS = 15 * 60_000

const FAULT: Failure = {
  kind: 'storage',
  message:
    'A fault inside Tieout stopped this step. Everything shown as saved is safe. ' +
    'Try the step again; if it fails again, close Tieout and start it anew.',
}

const PROVEN: Outcome<null> = { ok: true, value: null }

/** True for what says that the open file is not at its place any more. */
function isOfPlace(fault: unknown): fault is WorkbookFailure {
  return fault instanceof WorkbookFailure && (fault.kind === 'gone' || fault.kind === 'displaced')
}

export function createKeeper(options: KeeperOptions): WorkbookKeeper {
  // Backups on opening are made beside the queue, so that the screen does not wait for them.
  const workbookOptions: WorkbookOptions = { ...options.workbook, backUpOnOpen: false }
  let path = resolve(options.path)
  let { noFile } = options
  let workbook: Workbook | null = null
  let isClosed = false
  let notices: string[] = []
  let turn: Promise<unknown> = Promise.resolve()
  let rest: Promise<Outcome<null>> = Promise.resolve(PROVEN)
  const beside = new Set<Promise<unknown>>()

  /** Gives the file up, so that the next call opens it anew; what is doubted is then verified in full. */
  function letGo(isDoubted = false): void {
    const held = workbook
    workbook = null
    try {
      held?.close(isDoubted)
    } catch (fault) {
      options.report(fault)
    }
  }

  function take(opened: Workbook): Workbook {
    workbook = opened
    // What was open once is never made anew.
    noFile = 'ask'
    notices.push(...opened.notices)
    try {
      opened.prepareBackups()
      rest = proveRest(opened, backUp('No backup could be made on opening.'))
    } catch (fault) {
      const outcome = failureOf(fault)
      if (!outcome.ok) notices.push(`No backup could be made on opening. ${outcome.failure.message}`)
      rest = proveRest(opened, Promise.resolve())
    }
    return opened
  }

  function held(): Workbook {
    if (isClosed) throw new WorkbookFailure('refused', 'Tieout is closing. Start it again to go on.')
    return workbook ?? take(openAt(path, noFile, options.filings, workbookOptions))
  }

  /** What is wrong with the place of the open file; null where nothing is. */
  function displacement(): WorkbookFailure | null {
    try {
      workbook?.checkPlace()
      return null
    } catch (fault) {
      return isOfPlace(fault) ? fault : null
    }
  }

  function failureOf(fault: unknown): Outcome<never> {
    if (fault instanceof WorkbookFailure) {
      if (isOfPlace(fault)) void backUp('No backup could be made beside its place.')
      if (fault.kind === 'damaged') {
        const gone = displacement()
        // What is held is all there is of the workbook: it is not given up for a file that is another's.
        if (gone) return failureOf(gone)
        // Damage found in passing: opening anew verifies all of it, and a restore then works from outside.
        letGo(true)
      }
      return { ok: false, failure: { kind: fault.kind, message: fault.message } }
    }
    options.report(fault)
    letGo(true)
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

  async function runBeside<T>(work: (open: Workbook) => Promise<T>): Promise<Outcome<T>> {
    const begun = await inTurn(() => ({ work: work(held()) }))
    if (!begun.ok) return begun
    const running = begun.value.work.then(
      (value): Outcome<T> => ({ ok: true, value }),
      (fault: unknown) => failureOf(fault),
    )
    beside.add(running)
    try {
      return await running
    } finally {
      beside.delete(running)
    }
  }

  /** What opening put off, after the backup, which guards what is done meanwhile. Damage is told to whoever asks, and then to all. */
  async function proveRest(opened: Workbook, backup: Promise<void>): Promise<Outcome<null>> {
    const isPutOff = !opened.isProven
    await backup
    if (!isPutOff || isClosed) return PROVEN
    // The copy did not hold, and the workbook was given up: opened anew it is verified in full.
    if (workbook !== opened) return inTurn(() => (held(), null))
    const proven = await runBeside(async () => {
      await opened.verifyRest(() => {
        if (isClosed) throw new WorkbookFailure('canceled', 'The workbook was closed.')
      })
      return null
    })
    return isClosed ? PROVEN : proven
  }

  let backups: Promise<void> = Promise.resolve()

  /** One backup after another; makes none where one holds this state already. A failure is said once, at the next load. */
  function backUp(said: string): Promise<void> {
    const before = backups
    const next = async (): Promise<void> => {
      await before
      if (isClosed || !workbook) return
      const outcome = await runBeside((open) => open.backUp())
      if (!outcome.ok && !isClosed) notices.push(`${said} ${outcome.failure.message}`)
    }
    backups = next()
    return backups
  }

  async function settled(): Promise<void> {
    await backups
    await Promise.all(beside)
  }

  const timers: Timers = options.timers ?? { setInterval, clearInterval }
  const timer = timers.setInterval(() => void backUp('The backup by time could not be made.'), BACKUP_INTERVAL_MS)
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as NodeJS.Timeout).unref()

  /** After a fault: what the file, opened and verified anew, says; `unknown` where it cannot be asked. */
  function recovered<T>(fault: unknown, recover: (open: Workbook) => T | null): T {
    options.report(fault)
    letGo(true)
    let stored: T | null
    try {
      stored = recover(held())
    } catch (found) {
      throw found instanceof WorkbookFailure ? unknownOutcome(found) : found
    }
    if (stored === null) throw new WorkbookFailure(FAULT.kind, FAULT.message, { cause: fault })
    return stored
  }

  /** Before the end: what is held of a workbook whose file was taken away is kept as a backup, if that can be. */
  async function rescue(): Promise<string[]> {
    const gone = displacement()
    if (!gone || !workbook) return []
    try {
      await workbook.backUp()
      return [gone.message, `A backup is kept beside its place: ${listBackups(path)[0]?.name ?? path}.`]
    } catch (fault) {
      const outcome = failureOf(fault)
      return [gone.message, ...(outcome.ok ? [] : [`No backup could be made. ${outcome.failure.message}`])]
    }
  }

  return {
    path: () => path,
    takeNotices() {
      const taken = [...new Set(notices)]
      notices = []
      return taken
    },
    run: (work) => inTurn(() => work(held())),
    runBeside,
    opened: () => rest,
    settled,
    write: (work, recover) =>
      inTurn(() => {
        try {
          return work(held())
        } catch (fault) {
          if (fault instanceof WorkbookFailure && fault.kind !== 'unknown') throw fault
          return recovered(fault, recover)
        }
      }),
    switchTo: (asked, how) =>
      inTurn(() => {
        const target = resolve(asked)
        if (how === 'open' && target === path && workbook && !displacement()) return null
        if (how === 'open' && !exists(target)) {
          throw new WorkbookFailure(
            'missing',
            `There is no file ${target} any more: it was moved, renamed or deleted, or its disk is not connected. The workbook shown stays open.`,
          )
        }
        if (how === 'create' && exists(target)) {
          throw new WorkbookFailure('refused', `${target} exists already. Choose a name that is not taken.`)
        }
        // The old file is given up first: it could be the same one under another name. Where the new one cannot be
        // opened, the next call opens the old one again.
        letGo()
        const next =
          how === 'open'
            ? openWorkbook(target, workbookOptions)
            : createWorkbook(target, options.filings(), workbookOptions)
        notices = []
        path = target
        take(next)
        return null
      }),
    makeHere: () =>
      inTurn(() => {
        if (workbook || exists(path)) {
          throw new WorkbookFailure(
            'refused',
            `A file is already at ${path} and was left unchanged. Open that workbook.`,
          )
        }
        take(createWorkbook(path, options.filings(), workbookOptions))
        return null
      }),
    displaced: async () => {
      const outcome = await inTurn(displacement)
      if (!outcome.ok) return outcome.failure
      return outcome.value && { kind: outcome.value.kind, message: outcome.value.message }
    },
    async putBack() {
      const copied = await runBeside(async (open) => {
        if (!displacement() || exists(path)) {
          throw new WorkbookFailure(
            'refused',
            `A file is already at ${path} and was left unchanged. Save a copy under another name.`,
          )
        }
        await open.copyTo(path)
      })
      if (!copied.ok) return copied
      return inTurn(() => {
        letGo()
        held()
        return null
      })
    },
    backups: () => inTurn(() => (workbook ? workbook.backups() : listBackups(path))),
    async restore(name) {
      // What is held of a file that was taken away stands in no file that could be kept.
      if (displacement()) await backUp('No backup could be made beside its place.')
      return inTurn(() => {
        if (!workbook && exists(path)) {
          // A workbook that opens restores by itself; only one that does not is replaced from outside.
          try {
            held()
          } catch (fault) {
            if (!(fault instanceof WorkbookFailure) || fault.kind === 'locked') throw fault
          }
        }
        return workbook ? workbook.restore(name) : restoreBackup(path, name, workbookOptions)
      })
    },
    async close() {
      await inTurn(() => {
        isClosed = true
        timers.clearInterval(timer as never)
      })
      // A backup that is being made is the last one of these edits.
      await settled()
      const said = await rescue()
      letGo()
      return said
    },
  }
}
