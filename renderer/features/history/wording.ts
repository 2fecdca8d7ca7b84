/**
 * What the change log says, and how its entries are told: the inputs before and after, in the cell's own format.
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

export const NO_CELL = 'Choose a figure to see its changes.'

/** The program did not answer. */
export const NO_ANSWER = {
  history: 'The history could not be read, because the program did not answer.',
  log: 'The change log could not be read, because the program did not answer.',
  exported: 'The change log could not be exported, because the program did not answer.',
} as const

export const DOWNLOADED =
  'The change log is saved to the downloads folder. The browser shows when the download is complete.'

export function exportedText(path: string): string {
  return `The change log was saved: ${path}`
}
