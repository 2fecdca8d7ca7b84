/**
 * How entries of the change log are told: when, by whom, and the inputs before and after in the cell's own format.
 */
import { cellText } from '../../shared/calc/cell_text.ts'
import { cellFormat } from '../../shared/calc/layout.ts'
import type { Found } from '../../shared/model/lookup.ts'
import { parseStored } from '../../shared/money/parse.ts'

/** Made once: making it takes longer than writing many times with it. */
const WRITTEN = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' })

/** An instant of the log in this machine's time zone, as people write it. */
export function timeText(time: string): string {
  return WRITTEN.format(new Date(time))
}

/** An input as it was entered, in the cell's format where it is an amount; words where there was none. */
export function inputText(input: string | null, { line, column }: Found): string {
  if (input === null) return 'no entry'
  if (input === '') return 'blank'
  const amount = parseStored(input, cellFormat(line, column))
  return amount === undefined ? input : cellText(amount, line, column)
}
