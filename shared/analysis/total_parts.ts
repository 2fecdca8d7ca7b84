/**
 * What a total consists of, down to the inputs at its bottom, each with how often and in which sign it counts.
 * Follows plain sums of one schedule only; must not guess where a formula is anything else.
 */
import { isMeasured } from '../money/format.ts'
import type { Engine } from '../calc/engine.ts'
import { structureFormula, takesInput, cellFormat } from '../calc/layout.ts'
import { isAmount } from '../calc/value.ts'
import { sumTerms, type Term } from '../checks/sum_terms.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, Layer } from '../model/filing.ts'
import { sourceRef } from '../model/entities.ts'
import { findCell, type Found, lineName } from '../model/lookup.ts'
import type { Decimal } from '../money/decimal.ts'
import type { Refusal } from '../refusals/refusal.ts'

/** An input under a total. `count` is how much the total rises for one unit of it: 1, -1 for a deduction, rarely more. */
export type Part = { ref: CellRef; found: Found; count: number; value: Decimal | null }

/** A cell under a total that is not followed further, and why it takes no share. */
export type Held = { ref: CellRef; found: Found; why: Refusal }

export type Parts = { inputs: Part[]; held: Held[] }

/** The formula that serves a cell in a layer; undefined where an input without a formula stands, or nothing does. */
export function formulaInForce(engine: Engine, found: Found, ref: CellRef, layer: Layer): string | undefined {
  const own = layer === 'scenario' ? engine.input(ref, 'scenario') : null
  const input = own ?? engine.input(ref, 'base')
  if (input === null) return structureFormula(found.line, found.column)?.text
  return input.trimStart().startsWith('=') ? input : undefined
}

/** The cells that a total of a schedule adds up directly; undefined where it is no plain sum. */
export function termsOf(engine: Engine, found: Found, ref: CellRef, layer: Layer): readonly Term[] | undefined {
  const text = formulaInForce(engine, found, ref, layer) ?? structureFormula(found.line, found.column)?.text
  const terms = text === undefined ? undefined : sumTerms(found, text)
  return terms?.kind === 'foots' ? terms.cells : undefined
}

/** The parts of a total in reading order; undefined where the cell is no plain sum of cells of its schedule. */
export function partsOf(filing: Filing, engine: Engine, ref: CellRef, layer: Layer): Parts | undefined {
  const found = findCell(filing, ref)
  const terms = found && termsOf(engine, found, ref, layer)
  if (!terms) return undefined
  const inputs = new Map<string, Part>()
  const held = new Map<string, Held>()
  const visit = (term: Term, count: number, above: ReadonlySet<string>): void => {
    const name = cellName(term.ref)
    const cell = findCell(filing, term.ref)
    if (!cell || above.has(name)) return
    const own = count * term.sign
    const formula = formulaInForce(engine, cell, term.ref, layer)
    if (formula === undefined) {
      const why = whyHeld(engine, cell, term.ref, layer)
      const value = engine.value(term.ref, layer)
      const before = inputs.get(name)
      if (why) held.set(name, { ref: term.ref, found: cell, why })
      else if (before) before.count += own
      else inputs.set(name, { ref: term.ref, found: cell, count: own, value: isAmount(value) ? value : null })
      return
    }
    const inner = cell.line.source ? undefined : termsOf(engine, cell, term.ref, layer)
    if (!inner) held.set(name, { ref: term.ref, found: cell, why: whyComputed(filing, cell) })
    else for (const one of inner) visit(one, own, new Set([...above, name]))
  }
  for (const term of terms) visit(term, 1, new Set([cellName(ref)]))
  return { inputs: [...inputs.values()].filter(({ count }) => count !== 0), held: [...held.values()] }
}

/** Why a cell without a formula takes no share; undefined where it does. */
function whyHeld(engine: Engine, found: Found, ref: CellRef, layer: Layer): Refusal | undefined {
  const { line, column } = found
  const name = lineName(found)
  const value = engine.value(ref, layer)
  if (!takesInput(line, column) || !isMeasured(cellFormat(line, column))) return { code: 'takes_no_amount', line: name }
  if (value !== null && !isAmount(value)) return { code: 'holds_no_amount', line: name }
  return structureFormula(line, column) ? { code: 'over_its_formula', line: name } : undefined
}

function whyComputed(filing: Filing, found: Found): Refusal {
  if (!found.line.source) return { code: 'no_plain_sum', line: lineName(found) }
  const mirrored = sourceRef(filing, found)
  const source = mirrored && findCell(filing, mirrored)
  return { code: 'follows_the_books', line: lineName(found), source: source ? lineName(source) : 'the books' }
}
