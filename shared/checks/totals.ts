/**
 * Totals against the cells that they add up, and figures against the one of another schedule that they tie to. Judges one cell;
 * what is rounding is told in footing.
 */
import { cellText, asPrinted } from '../calc/cell_text.ts'
import { structureFormula } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { CellRef } from '../model/filing.ts'
import { cellTitle, columnOf, findCell, lineName, scheduleName, type Found } from '../model/lookup.ts'
import { type Decimal, withoutResidue } from '../money/decimal.ts'
import { footing, placesOfTerms, textBeside, type Compared } from './footing.ts'
import { parsedOnce, sumTerms, type Terms } from './sum_terms.ts'
import type { CellCheck } from './tie_out.ts'

export const FOOTS: CellCheck = heldAgainstTerms('foots')
export const TIES: CellCheck = heldAgainstTerms('ties')

function heldAgainstTerms(kind: Terms['kind']): CellCheck {
  return {
    kind,
    find({ found, ref, engine, value, terms, added, perSource }) {
      if (terms?.kind !== kind || !added || isBalance(engine.input(ref, 'base'), terms)) return undefined
      const { scenario, filed } = footing(engine, found, ref, added, perSource)
      // What a column computes throughout holds but for rounding: it is told where that shows.
      const isTold = !found.column.all || scenario.status !== 'pass' || filed.status !== 'pass'
      if (scenario.difference === null || !isTold) return undefined
      return {
        scenario,
        filed: filed.status,
        // The sentence reads the terms again: kept for every total they would fill the memory.
        words: () => termWords(found, value, scenario),
        textOf: (amount) => besideTerms(found, amount),
      }
    },
  }
}

/**
 * True where a formula typed in the cell repeats one of the columns that its own column would add up: the opening balance of a year to date
 * is that of its first quarter, and no sum.
 */
function isBalance(input: string | null, { isAcross, cells }: Terms): boolean {
  if (!isAcross || !input?.trimStart().startsWith('=')) return false
  const parsed = parsedOnce(input.trim())
  if ('error' in parsed || parsed.formula.root.type !== 'reference') return false
  const { schedule, line, column } = parsed.formula.root
  return cells.some(({ ref }) => {
    const isSame = (schedule ?? ref.schedule) === ref.schedule && (line ?? ref.line) === ref.line
    return isSame && column === ref.column
  })
}

/** An amount at the decimals of a total and of its terms, the finer of them. */
function besideTerms(found: Found, amount: Decimal): string {
  const terms = sumTerms(found, structureFormula(found.line, found.column)!.text)!
  return textBeside(found, amount, placesOfTerms(found.filing, terms.cells))
}

/** What a total was held against, with the figure of the other side where they differ. */
function termWords(found: Found, value: Value, { difference }: Compared): string {
  const terms = sumTerms(found, structureFormula(found.line, found.column)!.text)!
  const text = cellText(value, found.line, found.column) || 'blank'
  const other =
    terms.kind === 'ties'
      ? tiedName(found, terms.cells[0]!.ref)
      : terms.isAcross
        ? acrossName(found, terms)
        : 'its lines'
  const verb = terms.kind === 'ties' ? 'ties to' : 'is the sum of'
  if (!isAmount(value) || difference === null || difference.isZero())
    return `${cellTitle(found)}: ${text} ${verb} ${other}.`
  const sum = terms.kind === 'ties' ? other : `the sum of ${other}`
  const given = withoutResidue(asPrinted(found, value).minus(difference))
  return `${cellTitle(found)}: ${text} differs from ${sum}, ${besideTerms(found, given)}, by ${besideTerms(found, difference)}.`
}

function acrossName({ schedule }: Found, { cells }: Terms): string {
  const areEntities = cells.every(({ ref }) => columnOf(schedule, ref.column)?.entity)
  return areEntities ? 'its entities' : 'its columns'
}

function tiedName({ filing }: Found, ref: CellRef): string {
  const other = findCell(filing, ref)
  return other ? `${lineName(other)} in ${scheduleName(other.schedule)}` : ref.line
}
