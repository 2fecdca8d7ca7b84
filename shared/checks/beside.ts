/**
 * What is known beside a filing, and which cells are told otherwise once it changes. Checks nothing.
 */
import { cellName, readCellName } from '../model/cell.ts'
import type { CellRef } from '../model/filing.ts'
import { NOTHING_APART, type KeptApart } from './kept.ts'
import { isSameSource, NOTHING_CARRIED, type CarriedSources } from './carried.ts'

/** The names of the cells that bear a comment, where figures were carried from, and which are not what a version keeps. */
export type Beside = { commented: ReadonlySet<string>; carried: CarriedSources; kept: KeptApart }

export const NOTHING_BESIDE: Beside = {
  commented: new Set(),
  carried: NOTHING_CARRIED,
  kept: NOTHING_APART,
}

/** True where both are the same objects. */
export function isSameBeside(a: Beside, b: Beside): boolean {
  return a.commented === b.commented && a.carried === b.carried && a.kept === b.kept
}

/** The cells to be looked at again: adjusted ones whose comments came or went, and carried ones whose source is another. */
export function* toldOtherwise(before: Beside, now: Beside, adjusted: Iterable<CellRef>): Iterable<CellRef> {
  for (const ref of before.commented === now.commented ? [] : adjusted) {
    if (before.commented.has(cellName(ref)) !== now.commented.has(cellName(ref))) yield ref
  }
  for (const name of before.kept === now.kept ? [] : new Set([...before.kept.keys(), ...now.kept.keys()])) {
    const ref = readCellName(name)
    if (ref && before.kept.get(name) !== now.kept.get(name)) yield ref
  }
  if (before.carried === now.carried) return
  for (const name of new Set([...before.carried.keys(), ...now.carried.keys()])) {
    const ref = readCellName(name)
    if (ref && !isSameSource(before.carried.get(name), now.carried.get(name))) yield ref
  }
}
