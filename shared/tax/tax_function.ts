/**
 * What a rule of tax is to a formula: a pure function over exact units that gives an amount and the steps that lead to it.
 * Holds shapes only; each rule stands in a file of its own.
 */
import type { Fixed } from '../money/fixed_point.ts'
import type { Format } from '../money/format.ts'

/**
 * What a formula hands over: one amount, or the cells of a range in their order. A blank is null. Dates are day numbers, choices
 * their place in the list (1 is the first), both in units like any amount.
 */
export type TaxArgument = Fixed | null | readonly (Fixed | null)[]

/** One step of the working, in reading order: words in plain accounting English, and the amount it comes to (null where it is blank). */
export type TaxStep = { words: string; amount: Fixed | null; format?: Format }

/** What a rule comes to: an amount, blank (null), or why the arguments can't be used ('value') with the sentence why in `steps`. */
export type TaxResult = { value: Fixed | null | 'value'; steps: readonly TaxStep[] }

export type TaxFunction = {
  least: number
  most: number
  /** Arguments by name, as FUNCTIONS of formula/ast.ts has them; which may be a range. */
  takes: readonly string[]
  help: string
  /** Statute or regulation, such as `26 USC 172(b)(2)`. */
  source: string
  compute(args: readonly TaxArgument[]): TaxResult
}
