/**
 * What a recalculation replaced in one layer, enough to take it back: cells with what they held, ranges with what they stood at. Each
 * stands once, in the order in which it was reached.
 */
import type { Held } from './held.ts'
import type { SavedTotal } from './range_total.ts'

export type Journal = { cells: number[]; held: Held[]; ranges: number[]; saved: SavedTotal[] }

export function emptyJournal(): Journal {
  return { cells: [], held: [], ranges: [], saved: [] }
}
