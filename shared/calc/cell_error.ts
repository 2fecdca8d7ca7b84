/**
 * Errors as values: they stand in a cell and travel to whatever depends on it.
 * Must not be thrown.
 */

export type ErrorCode = '#REF!' | '#DIV/0!' | '#VALUE!' | '#NAME?' | '#NUM!' | '#CYCLE!'

/** One error value. `members` names the cells of a cycle, in the order of the filing, on #CYCLE! alone. */
export class CellError {
  readonly code: ErrorCode
  readonly members: readonly string[] | undefined

  constructor(code: ErrorCode, members?: readonly string[]) {
    this.code = code
    this.members = members
  }

  toString(): string {
    return this.code
  }
}

export const REF_ERROR = new CellError('#REF!')
export const DIVISION_ERROR = new CellError('#DIV/0!')
export const VALUE_ERROR = new CellError('#VALUE!')
export const NAME_ERROR = new CellError('#NAME?')
export const NUMBER_ERROR = new CellError('#NUM!')

/** What each code means, for a person who sees it in a cell. */
export const ERROR_MEANING: Record<ErrorCode, string> = {
  '#REF!': 'A line, column or schedule that the formula names does not exist.',
  '#DIV/0!': 'The formula divides by zero or by a blank.',
  '#VALUE!': 'The cell holds text, but an amount is needed.',
  '#NAME?': 'The formula cannot be read.',
  '#NUM!': 'The result is beyond the range of amounts (less than 10,000,000,000,000,000,000 either way).',
  '#CYCLE!': 'The formula depends on its own result.',
}
