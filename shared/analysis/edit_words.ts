/**
 * The words of an edit: its title in the change log and its consequence beside the cell.
 * Decides nothing; figures come formatted from calc.
 */
import { cellText, asPrinted } from '../calc/cell_text.ts'
import { structureFormula } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { placesOfTerms, printedSum, roundedTerms, roundingOf, textBeside } from '../checks/footing.ts'
import { sumTerms } from '../checks/sum_terms.ts'
import { type Found, lineName } from '../model/lookup.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import { NIL } from '../money/format.ts'
import type { Situation } from './edit.ts'
import type { Consequence } from './plan.ts'

/** A value in the cell's format, within a sentence: nil is a word there. */
export function shown(value: Value, { line, column }: Found): string {
  const text = cellText(value, line, column)
  return text === NIL ? 'nil' : text
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

/** Said where an input comes to stand over a formula; `value` is the amount that was typed. */
export function overrideWords(situation: Situation, result?: string, value?: Decimal): Consequence {
  const { found } = situation
  const formula = structureFormula(found.line, found.column)!.text.replace(/^\s*=\s*/, '')
  const rounding = value && roundingWords(situation, value)
  const text = `Overrides the formula = ${formula}. Press Delete to restore it.${rounding ? ` ${rounding}` : ''}`
  return { text: result === undefined ? text : `${result}. ${text}`, warning: true }
}

/**
 * Said where an amount typed at a total is not what its terms add up to as they are printed, but no further from it than their
 * rounding: `106,710 differs from the sum of its columns, 106,709, by 1, within rounding.`
 */
export function roundingWords({ found, engine, scenario }: Situation, value: Decimal): string | undefined {
  const formula = structureFormula(found.line, found.column)
  const terms = formula && sumTerms(found, formula.text)
  if (terms?.kind !== 'foots') return undefined
  const layer = scenario === null ? 'base' : 'scenario'
  const sum = printedSum(engine, found.filing, terms.cells, layer)
  const difference = sum && withoutResidue(asPrinted(found, value).minus(sum))
  if (!sum || !difference || difference.isZero()) return undefined
  if (difference.abs().gt(roundingOf(found, roundedTerms(engine, found.filing, terms.cells, layer)))) return undefined
  const text = (amount: Decimal): string => textBeside(found, amount, placesOfTerms(found.filing, terms.cells))
  const across = terms.cells.every(({ ref }) => ref.line === found.line.id && ref.schedule === found.schedule.id)
  return `${shown(value, found)} differs from the sum of its ${across ? 'columns' : 'lines'}, ${text(sum)}, by ${text(difference)}, within rounding.`
}
