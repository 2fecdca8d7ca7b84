/**
 * The one list of the rules of tax that formulas can call, by name. Each rule stands in a file of its own.
 */
import { OLDEST_FIRST } from './oldest_first.ts'
import type { TaxFunction } from './tax_function.ts'

export const TAX_FUNCTIONS = {
  tax_oldest_first: OLDEST_FIRST,
} as const satisfies Record<`tax_${string}`, TaxFunction>

export type TaxFunctionName = keyof typeof TAX_FUNCTIONS

/** True for the name of a rule of tax, in lower case. */
export function isTaxFunction(name: string): name is TaxFunctionName {
  return Object.hasOwn(TAX_FUNCTIONS, name)
}
