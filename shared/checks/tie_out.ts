/**
 * What a tie-out is, and what finds one: a check of single cells, one object each, listed in tie_outs.ts. Must not check anything.
 */
import type { Engine } from '../calc/engine.ts'
import type { Value } from '../calc/value.ts'
import type { CellRef } from '../model/filing.ts'
import type { Found } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import type { CarriedSource } from './carried.ts'
import type { Added, Compared } from './footing.ts'
import type { LeftOutAt } from './left_out.ts'
import type { Terms } from './sum_terms.ts'

export type TieOutStatus = 'pass' | 'within_rounding' | 'fail' | 'changed_by_scenario' | 'not_testable' | 'flagged'

/** One thing for each status. */
export function perStatus<T>(make: () => T): Record<TieOutStatus, T> {
  return {
    pass: make(),
    within_rounding: make(),
    fail: make(),
    changed_by_scenario: make(),
    not_testable: make(),
    flagged: make(),
  }
}

/** True where a person still has to look: what does not tie, and what is flagged. */
export function isOpen(status: TieOutStatus): boolean {
  return status === 'fail' || status === 'flagged'
}

/** How many are open, in the scenario and as filed. */
export type OpenCounts = { status: number; filed: number }

/** How many of them are open. */
export function openAmong(all: readonly Pick<TieOut, 'status' | 'filed'>[]): OpenCounts {
  const count = (layer: keyof OpenCounts): number => all.filter((one) => isOpen(one[layer])).length
  return { status: count('status'), filed: count('filed') }
}

export type TieOut = CellRef & {
  id: string
  /** The check that found it: the kind of an object of the list, or of a flag. */
  kind: string
  status: TieOutStatus
  /** The status in the base layer. */
  filed: TieOutStatus
  /** What stands less what should; null where nothing was compared. */
  difference: Decimal | null
  /** The difference at the decimals of the figures compared; blank where there is none. */
  differenceText: string
  /** What was compared and what was found, as a sentence. */
  text: string
}

/** A cell with what several checks ask of it; most of it is gone once they are done, so that no sentence may hold on to the whole. */
export type Checked = {
  found: Found
  ref: CellRef
  engine: Engine
  value: Value
  /** The formula that lines and columns give it. */
  formula: string | undefined
  /** The cells that the formula adds up or ties to, where it is so plain. */
  terms: Terms | undefined
  /** What these come to. */
  added: Added | undefined
  /** The figure that the document prints. */
  perSource: Decimal | undefined
  /** The names of the cells that bear a comment. */
  commented: ReadonlySet<string>
  /** Undefined where no figure leaves a period out. */
  leftOutAt: LeftOutAt | undefined
  /** The cell of an earlier filing that the figure was carried from. */
  carried: CarriedSource | undefined
  /** What the version of a filed filing keeps of the cell, where that comes to something else today. */
  keptApart: string | undefined
}

/** What a check finds in the scenario, and in the base beside. */
export type Finding = {
  scenario: Compared
  filed: TieOutStatus
  /** Written when it is first read: most of a large filing's are never shown. */
  words: () => string
  /** The difference as text, where it has other decimals than the cell. */
  textOf?: (amount: Decimal) => string
}

export type CellCheck = { kind: string; find: (cell: Checked) => Finding | undefined }
