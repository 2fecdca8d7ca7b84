/**
 * A line of a view (a comparison shown as a schedule): the look of the filing's own line, without its formula, its notes and its place in a
 * sum, since a view computes nothing.
 */
import type { Line } from '../model/filing.ts'
import type { FormatOptions } from '../money/format.ts'

/** A row of a view, as far as its line is made from it; `line` is null where the row is of no line of a filing. */
export type ViewRow = { id: string; kind: string; label: string; line: Line | null; format: FormatOptions }

export function viewLine({ id, kind, label, line: own, format }: ViewRow): Line {
  if (kind === 'heading') return { id, label, kind: 'heading' }
  const line: Line = { id, label, kind: own?.kind === 'text' ? 'text' : 'formula', format: format.format }
  if (format.decimals !== undefined) line.decimals = format.decimals
  if (own?.rule) line.rule = own.rule
  if (own?.currency) line.currency = true
  return line
}
