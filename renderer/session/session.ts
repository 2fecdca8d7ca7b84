/**
 * A session: the state of one open workbook's screen with what acts need to change it. Made by a factory over a client of
 * the contract; holds no act itself. Must know no DOM: how the screen is drawn, the address and the clock are given to it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Workbench } from '../../shared/contract/contract.ts'
import type { Book } from './book/book.ts'
import type { CommitQueue } from './book/commit_queue.ts'
import type { Sheets } from './book/sheets.ts'
import { initialState, type SessionState } from './state.ts'

/** What was read of the workbook: replaced as a whole when it is read again. */
export type Opened = { book: Book; sheets: Sheets; queue: CommitQueue }

/** What a session is given of the page, or of a test. */
export type Surroundings = {
  client: Workbench
  /** Draws what an act changes before it returns. */
  drawAtOnce(act: () => void): void
  /** The address of the place shown: the part that begins with `#`. */
  address: { read(): string; write(hash: string): void }
  /** Takes what stands at a path of the shell into the downloads of a browser. */
  download(path: string): void
  timer: {
    now(): number
    /** Runs later, in milliseconds; returns what forgets it. */
    after(wait: number, run: () => void): () => void
    /** Runs once what now stands was drawn. */
    afterFrame(run: () => void): void
  }
}

export type Session = StoreApi<SessionState> &
  Surroundings & {
    /** The open workbook; only to be asked while the phase is `open`. */
    workbook(): Opened
    /** The same, undefined before one was opened. */
    opened(): Opened | undefined
    /** Takes what was read in place of what stood. */
    replace(opened: Opened): void
    /** Runs an act whose result is to be on the screen when the task ends. Acts within one another are drawn once, with the outermost. */
    atOnce(act: () => void): void
  }

/** Makes a session; nothing is open yet. */
export function createSession(surroundings: Surroundings): Session {
  const store = createStore<SessionState>()(() => initialState())
  let opened: Opened | undefined
  let isAtOnce = false
  return {
    ...store,
    ...surroundings,
    workbook() {
      if (!opened) throw new Error('No workbook is open.')
      return opened
    },
    opened: () => opened,
    replace(read) {
      opened = read
    },
    atOnce(act) {
      if (isAtOnce) return act()
      isAtOnce = true
      try {
        surroundings.drawAtOnce(act)
      } finally {
        isAtOnce = false
      }
    },
  }
}

/** Something that each session has one of, made when first asked for. */
export function ofSession<T>(make: (session: Session) => T): (session: Session) => T {
  const made = new WeakMap<Session, T>()
  return (session) => {
    if (!made.has(session)) made.set(session, make(session))
    return made.get(session)!
  }
}
