/**
 * A cell whose value changed, by what the cell held: an edit that moves thousands of cells makes no Decimal that nobody reads.
 */
import type { CellRef } from '../model/filing.ts'
import { valueOf, type Held } from './held.ts'
import type { Value } from './value.ts'

/** A cell whose value changed. */
export type CellChange = CellRef & { readonly old: Value; readonly new: Value }

/** The change, whose values are made as they are read. */
export class HeldChange implements CellChange {
  readonly schedule: string
  readonly line: string
  readonly column: string
  readonly #old: Held
  readonly #now: Held

  constructor({ schedule, line, column }: CellRef, old: Held, now: Held) {
    this.schedule = schedule
    this.line = line
    this.column = column
    this.#old = old
    this.#now = now
  }

  get old(): Value {
    return valueOf(this.#old)
  }

  get new(): Value {
    return valueOf(this.#now)
  }
}
