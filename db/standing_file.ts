/**
 * Whether the file at the workbook's place is still the one that is open, as this program left it: a program that deletes,
 * replaces or overwrites it is hindered by no lock. Tells what happened; whether to go on is its caller's to say.
 */
import { readFileSync, statSync, type BigIntStats } from 'node:fs'
import type Database from 'better-sqlite3'
import { lockAgain } from './connection.ts'
import { WorkbookFailure } from './failure.ts'

/** What became of the file under the program. */
export type Displacement = 'gone' | 'replaced' | 'overwritten'

function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino
}

export class StandingFile {
  readonly #path: string
  readonly #db: Database.Database
  #left: BigIntStats | undefined

  constructor(path: string, db: Database.Database) {
    this.#path = path
    this.#db = db
    this.leave()
  }

  #found(): BigIntStats | undefined {
    try {
      return statSync(this.#path, { bigint: true, throwIfNoEntry: false })
    } catch {
      // A folder or disk that cannot be reached has no file for us.
      return undefined
    }
  }

  /** Notes how this program leaves the file: on opening, and after each write. Another file is never taken for it. */
  leave(): void {
    const found = this.#found()
    if (!this.#left || (found && isSameFile(found, this.#left))) this.#left = found
  }

  /** What happened to the file since it was left; null when it stands as it was. Costs one look at the folder. */
  displacement(): Displacement | null {
    const [left, found] = [this.#left, this.#found()]
    if (!found) return 'gone'
    if (!left || !isSameFile(found, left)) return 'replaced'
    if (found.size === left.size && found.mtimeNs === left.mtimeNs) return null
    return this.#isSame() ? null : 'overwritten'
  }

  /** Someone touched the file: it is overwritten only where its bytes differ from what the database holds. */
  #isSame(): boolean {
    const held = this.#db.serialize()
    const isSame = readFileSync(this.#path).equals(held)
    // Closing the descriptor that read it has dropped the lock.
    if (isSame) {
      lockAgain(this.#db)
      this.leave()
    }
    return isSame
  }
}

const HAPPENED: Readonly<Record<Displacement, string>> = {
  gone: 'is no longer at its place: it was deleted, moved or renamed, or its disk was taken away',
  replaced: 'is no longer at its place: another file was put there',
  overwritten: 'was written over by another program',
}

/** What the person is told: what happened, what is safe, what to do. `saved` is the number of the last change stored. */
export function displaced(what: Displacement, path: string, saved: number): WorkbookFailure {
  return new WorkbookFailure(
    what === 'gone' ? 'gone' : 'displaced',
    `The workbook file ${path} ${HAPPENED[what]}. Nothing more is stored there. Everything saved up to change ${saved} is still held by Tieout: save a copy before Tieout is closed.`,
  )
}
