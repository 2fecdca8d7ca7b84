/**
 * The linear undo of a workbook, read out of the change log: which edit undo takes next, and which one redo.
 * Nothing of it is stored beside the log, so it survives a restart as far as the log goes.
 */
import type Database from 'better-sqlite3'
import { ENTRY_KINDS } from '../shared/model/log_entry.ts'
import { damaged } from './failure.ts'
import { eachRow, number, oneOf, optional, rowOf, type RowOf } from './row_reader.ts'

/** Numbers of edits, the next to be taken last. */
export type Stacks = { undo: number[]; redo: number[] }

const stepRow = rowOf({ number, kind: oneOf(...ENTRY_KINDS), reverses: optional(number) })

type Step = RowOf<typeof stepRow>

/** Moves the stacks past one entry: an edit closes redo; what was given at creation cannot be undone. */
export function advance(stacks: Stacks, step: Step): void {
  switch (step.kind) {
    case 'created':
      return
    case 'edit':
      stacks.undo.push(step.number)
      stacks.redo.length = 0
      return
    case 'undo':
      stacks.redo.push(expected(stacks.undo.pop(), step))
      return
    case 'redo':
      stacks.undo.push(expected(stacks.redo.pop(), step))
  }
}

function expected(edit: number | undefined, step: Step): number {
  if (edit === undefined || edit !== step.reverses) {
    throw damaged(`entry ${step.number} of the change log reverses another change than the last one`)
  }
  return edit
}

/** The stacks as the whole log leaves them. Throws `damaged` where an undo or redo is out of order. */
export function readStacks(db: Database.Database): Stacks {
  const stacks: Stacks = { undo: [], redo: [] }
  const steps = db.prepare('SELECT number, kind, reverses FROM change_set ORDER BY number').iterate()
  for (const step of eachRow(stepRow, steps)) advance(stacks, step)
  return stacks
}
