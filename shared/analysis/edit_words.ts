/**
 * The words of an edit: its title in the change log and its consequence beside the cell.
 * Decides nothing; figures come formatted from calc.
 */
import { cellText } from '../calc/cell_text.ts'
import { structureFormula } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { columnName, type Found } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import { NIL } from '../money/format.ts'
import type { Situation } from './edit.ts'
import type { Consequence } from './plan.ts'

/** A value in the cell's format, within a sentence: nil is a word there. */
export function shown(value: Value, { line, column }: Found): string {
  const text = cellText(value, line, column)
  return text === NIL ? 'nil' : text
}

/** `Provision for loan losses, Three Months Ended September 30, 2007`. */
export function titleOf({ schedule, line, column }: Found): string {
  return `${line.label}, ${columnName(schedule, column)}`
}

/** Said where a loss turns into a gain or the other way round; undefined where the sign stays. */
export function signTurn(found: Found, before: Value, after: Value): Consequence | undefined {
  const words = turnWords(found, before, after)
  return words === undefined ? undefined : { text: `${found.line.label}: ${words}.`, warning: true, turn: true }
}

/** `the loss of 135,347 becomes a gain of 140,347`; a deduction is positive where it is an expense. */
export function turnWords(found: Found, before: Value, after: Value, verb = 'becomes'): string | undefined {
  if (!isAmount(before) || !isAmount(after) || before.isZero() || after.isZero()) return undefined
  if (before.isNegative() === after.isNegative()) return undefined
  const name = (value: Decimal): string => (value.isNegative() === (found.line.deduction ?? false) ? 'gain' : 'loss')
  return `the ${name(before)} of ${shown(before.abs(), found)} ${verb} a ${name(after)} of ${shown(after.abs(), found)}`
}

/** Said where an input comes to stand over a formula. */
export function overrideWords({ found }: Situation, result?: string): Consequence {
  const formula = structureFormula(found.line, found.column)!.text.replace(/^\s*=\s*/, '')
  const text = `Stands over the formula = ${formula}; Delete brings it back.`
  return { text: result === undefined ? text : `${result}. ${text}`, warning: true }
}
