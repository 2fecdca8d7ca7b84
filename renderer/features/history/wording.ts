/**
 * How entries of the change log are told: the inputs before and after, in the cell's own format.
 */
import { cellText } from '../../../shared/calc/cell_text.ts'
import { cellFormat } from '../../../shared/calc/layout.ts'
import type { Found } from '../../../shared/model/lookup.ts'
import { parseStored } from '../../../shared/money/parse.ts'

/** An input as it was entered, in the cell's format where it is an amount; words where there was none. */
export function inputText(input: string | null, { line, column }: Found): string {
  if (input === null) return 'no entry'
  if (input === '') return 'blank'
  const amount = parseStored(input, cellFormat(line, column))
  return amount === undefined ? input : cellText(amount, line, column)
}
