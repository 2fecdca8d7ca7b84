/**
 * The words of an edit: its title in the change log and its consequence beside the cell.
 * Decides nothing; figures come formatted from calc.
 */
import { cellText } from '../calc/cell_text.ts'
import { structureFormula } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellTitle, type Found, lineName } from '../model/lookup.ts'
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
export function titleOf(found: Found): string {
  return cellTitle(found)
}

/** Said where a loss turns into a gain or the other way round, or an income or expense turns negative. */
export function signTurn(found: Found, before: Value, after: Value): Consequence | undefined {
  const words = turnWords(found, before, after)
  if (words === undefined) return undefined
  return { text: `${lineName(found)}${isSigned(found) ? ':' : ''} ${words}.`, warning: true, turn: true }
}

/**
 * `the loss of 135,347 becomes a gain of 140,347`; a deduction is positive where it is an expense. What is neither a
 * result nor an adjustment knows no gain or loss: it `turns negative`, and of its turning back nothing is said.
 */
export function turnWords(
  found: Found,
  before: Value,
  after: Value,
  [becomes, turns] = ['becomes', 'turns'],
): string | undefined {
  if (!isAmount(before) || !isAmount(after) || before.isZero() || after.isZero()) return undefined
  if (before.isNegative() === after.isNegative()) return undefined
  if (!isSigned(found)) return after.isNegative() ? `${turns} negative` : undefined
  const name = (value: Decimal): string => (value.isNegative() === (found.line.deduction ?? false) ? 'gain' : 'loss')
  return `the ${name(before)} of ${shown(before.abs(), found)} ${becomes} a ${name(after)} of ${shown(after.abs(), found)}`
}

/** What a line of either sign is called in an income statement. */
const EITHER_SIGN = /\b(?:gains?|loss(?:es)?|change|earnings|profit|result|net)\b/i

/** True for a line that is a result or an adjustment, of either sign; false for an income or an expense. */
function isSigned({ schedule, line }: Found): boolean {
  if (line.source !== undefined || line.type !== undefined || schedule.kind === 'reconciliation') return true
  if (line.deduction) return false
  return line.kind === 'formula' || EITHER_SIGN.test(line.label)
}

/** Said where an input comes to stand over a formula. */
export function overrideWords({ found }: Situation, result?: string): Consequence {
  const formula = structureFormula(found.line, found.column)!.text.replace(/^\s*=\s*/, '')
  const text = `Stands over the formula = ${formula}; Delete brings it back.`
  return { text: result === undefined ? text : `${result}. ${text}`, warning: true }
}
