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
    /**
     * Runs an act whose result is to be on the screen when the task ends. Acts within one another are drawn once, with the outermost, and
     * whoever listens hears once of all that they changed.
     */
    atOnce(act: () => void): void
  }

type Listener = Parameters<StoreApi<SessionState>['subscribe']>[0]

/** Makes a session; nothing is open yet. */
export function createSession(surroundings: Surroundings): Session {
  const store = createStore<SessionState>()(() => initialState())
  const listeners = new Set<Listener>()
  let opened: Opened | undefined
  let isAtOnce = false
  /** The state that was last told of, while an act at once goes on. */
  let told: SessionState | undefined

  const tell: Listener = (state, before) => {
    for (const listener of listeners) listener(state, before)
  }
  store.subscribe((state, before) => {
    if (isAtOnce) told ??= before
    else tell(state, before)
  })
  /** Tells once of all that an act at once changed: each of its steps would otherwise be drawn for itself. */
  const tellAll = (): void => {
    // Whoever hears of it may change something in turn.
    for (let before = told; before; before = told) {
      told = undefined
      tell(store.getState(), before)
    }
  }
  return {
    ...store,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
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
        surroundings.drawAtOnce(() => {
          try {
            act()
          } finally {
            tellAll()
          }
        })
      } finally {
        isAtOnce = false
        tellAll()
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
