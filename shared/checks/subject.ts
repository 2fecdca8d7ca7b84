/**
 * What may be flagged of a filing beyond a single cell, one thing each: a line in no total, a total beside its details. Told from
 * structure alone, with the lines that bear on it, so that it is looked at again where one of them changed. Must not check anything.
 */
import type { Engine } from '../calc/engine.ts'
import type { CellRef } from '../model/filing.ts'
import type { TieOut } from './tie_out.ts'

/** What was found; `readBy` are cells with a formula of their own that keep it from being flagged. */
export type Look = { flags: readonly TieOut[]; readBy?: readonly CellRef[] }

export type Subject = {
  /** The lines whose figures bear on it, as `schedule.line`. */
  lines: readonly string[]
  /** The one column of theirs that does; undefined where all do. */
  column?: string
  look(engine: Engine): Look
}

export const NOTHING: Look = { flags: [] }
