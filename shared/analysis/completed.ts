/**
 * A figure that was not disclosed, completed where a formula serves its cell: the formula tells what a scenario changes of the
 * figure, and goes on doing so on top of what was found. Makes the text of the input; stores nothing.
 */
import { structureFormula } from '../calc/layout.ts'
import type { Found } from '../model/lookup.ts'

/** The input that completes a cell with what was found: as it is, or with the formula that serves the cell added. */
export function completedInput({ line, column }: Found, input: string): string {
  const formula = structureFormula(line, column)
  if (!formula) return input
  const own = bare(input)
  return `= ${input.trimStart().startsWith('=') ? `(${own})` : own} + (${bare(formula.text)})`
}

function bare(text: string): string {
  return text.replace(/^\s*=\s*/, '').trim()
}
