/**
 * The linear undo of a workbook, read out of the change log: which edit undo takes next, and which one redo.
 * Nothing of it is stored beside the log, so it survives a restart as far as the log goes.
 */
import type Database from 'better-sqlite3'
import { ENTRY_KINDS } from '../shared/model/log_entry.ts'
import { damaged } from './failure.ts'
import { eachRow, number, oneOf, optional, rowOf, type RowOf } from './row_reader.ts'

/**
 * Numbers of edits, the next to be taken last. Of those that stand the first `closed` are not taken back: they were made before the file
 * was brought to ids that they do not know.
 */
export type Stacks = { undo: number[]; redo: number[]; closed: number }

const stepRow = rowOf({ number, kind: oneOf(...ENTRY_KINDS), reverses: optional(number) })

type Step = RowOf<typeof stepRow>

/** Moves the stacks past one entry: an edit closes redo; what was given at creation, or stood when ids were renamed, cannot be undone. */
export function advance(stacks: Stacks, step: Step): void {
  switch (step.kind) {
    case 'created':
      stacks.closed = stacks.undo.length
      stacks.redo.length = 0
      return
    case 'edit':
      stacks.undo.push(step.number)
      stacks.redo.length = 0
      return
    case 'undo':
      stacks.redo.push(expected(open(stacks) ? stacks.undo.pop() : undefined, step))
      return
    case 'redo':
      stacks.undo.push(expected(stacks.redo.pop(), step))
  }
}

/** True where an edit can be undone. */
function open({ undo, closed }: Stacks): boolean {
  return undo.length > closed
}

function expected(edit: number | undefined, step: Step): number {
  if (edit === undefined || edit !== step.reverses) throw outOfOrder(step)
  return edit
}

function outOfOrder(step: Step): Error {
  return damaged(`entry ${step.number} of the change log reverses another change than the last one`)
}

/** What an entry reverses stands behind its changes, which can be long: it is read of the entries alone that have one. */
const STEPS = `SELECT number, kind, CASE WHEN kind IN ('undo', 'redo') THEN reverses END AS "reverses" FROM change_set`

/** The stacks as the whole log leaves them. Throws `damaged` where an undo or redo is out of order. */
function readStacks(db: Database.Database): Stacks {
  const stacks: Stacks = { undo: [], redo: [], closed: 0 }
  for (const step of eachRow(stepRow, db.prepare(`${STEPS} ORDER BY number`).iterate())) advance(stacks, step)
  return stacks
}

/** What undo and redo would take next; null where there is nothing. */
type Tops = { undo: number | null; redo: number | null }

/**
 * What is on top alone, read from the end of the log: under an edit stands what stood on top when it was made, and only what was undone
 * since the last edit can be redone.
 */
function readTops(db: Database.Database): Tops {
  const at = db.prepare(`${STEPS} WHERE number <= ? ORDER BY number DESC LIMIT 1`)
  let undo: number | null = null
  for (let number = Number.MAX_SAFE_INTEGER; undo === null;) {
    const found = at.get(number)
    if (found === undefined) break
    const step = stepRow(found)
    if (step.kind === 'created') break
    if (step.kind === 'edit') undo = step.number
    else if (step.reverses === null || step.reverses >= step.number) throw outOfOrder(step)
    else if (step.kind === 'redo') undo = step.reverses
    else number = step.reverses - 1
  }
  const redo: number[] = []
  const run = `${STEPS} WHERE number > coalesce(
    (SELECT number FROM change_set WHERE kind IN ('created', 'edit') ORDER BY number DESC LIMIT 1), 0) ORDER BY number`
  for (const step of eachRow(stepRow, db.prepare(run).iterate())) {
    if (step.kind === 'undo' && step.reverses !== null) redo.push(step.reverses)
    else redo.pop()
  }
  return { undo, redo: redo.at(-1) ?? null }
}

/** The order of undo of an open workbook: what is on top at once, all of it when that is first asked for. */
export class UndoOrder {
  readonly #db: Database.Database
  #stacks: Stacks | null
  #tops: Tops

  /** `stacks` where the whole log was walked. Throws `damaged`. */
  constructor(db: Database.Database, stacks: Stacks | null = null) {
    this.#db = db
    this.#stacks = stacks
    this.#tops = stacks ? { undo: null, redo: null } : readTops(db)
  }

  /** The edit that undo or redo would take next; null where there is none. */
  top(kind: 'undo' | 'redo'): number | null {
    if (!this.#stacks) return this.#tops[kind]
    return kind === 'undo' && !open(this.#stacks) ? null : (this.#stacks[kind].at(-1) ?? null)
  }

  /** The same, proven by all that lies below it. Throws `damaged`. */
  proven(kind: 'undo' | 'redo'): number | null {
    this.#stacks ??= readStacks(this.#db)
    return this.top(kind)
  }

  /** Everything that can be undone and redone. Throws `damaged` where an undo or redo of the log is out of order. */
  get stacks(): Stacks {
    this.#stacks ??= readStacks(this.#db)
    return this.#stacks
  }

  /** Goes past an entry that was just appended. */
  advance(step: Step): void {
    // An entry that reverses nothing of the order is an edit: it needs nothing below it.
    if (this.#stacks) advance(this.#stacks, step)
    else if (step.kind === 'edit') this.#tops = { undo: step.number, redo: null }
    else this.#tops = readTops(this.#db)
  }
}
