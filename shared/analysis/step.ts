/**
 * Acts whose text each cell spells for itself: a step up or down by the last digit that is printed, and the flipping of
 * the sign. They are changes of what stands, so what they mean at a link, a total or a blank is decided as for typed ones.
 */
import { cellDecimals, cellFormat } from '../calc/layout.ts'
import type { CellRef, Filing } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import { decimalsOf, isMeasured } from '../money/format.ts'
import type { ManyCell } from './many.ts'

/** What is done to each cell. */
export type Turn = 'step_up' | 'step_down' | 'flip_sign'

/** One unit of the last digit printed, as it would be typed: `1`, `0.01`, `0.01%` of a rate. */
function unitOf(format: Parameters<typeof decimalsOf>[0], decimals: number | undefined): string {
  const places = decimalsOf(format, decimals)
  const unit = places <= 0 ? '1' : `0.${'0'.repeat(places - 1)}1`
  return format === 'rate' ? `${unit}%` : unit
}

/** The cells with the text that the act types in each; those that hold words or a choice, or do not exist, are left out, and dates where a sign is flipped. */
export function turned(filing: Filing, refs: readonly CellRef[], turn: Turn): ManyCell[] {
  return refs.flatMap((ref): ManyCell[] => {
    const found = findCell(filing, ref)
    const format = found && cellFormat(found.line, found.column)
    if (!found || format === undefined || format === 'text' || format === 'choice') return []
    if (turn === 'flip_sign' && !isMeasured(format)) return []
    const text =
      turn === 'flip_sign'
        ? '*=-1'
        : `${turn === 'step_up' ? '+' : '-'}=${unitOf(format, cellDecimals(found.line, found.column))}`
    return [{ ref, text }]
  })
}
