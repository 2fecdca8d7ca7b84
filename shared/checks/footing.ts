/**
 * Totals held against what a reader adds up: the figures of their terms as the cells print them. A difference is rounding where
 * it is at most half a printed unit for each rounded term. Compares; words are tie_outs'.
 */
import type { Engine } from '../calc/engine.ts'
import { cellFormat, cellPlaces } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { CellRef, Filing, Layer } from '../model/filing.ts'
import { findCell, type Found } from '../model/lookup.ts'
import { Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import { formatAmount, printedValue } from '../money/format.ts'
import type { Term } from './sum_terms.ts'
import type { TieOutStatus } from './tie_out.ts'
import { unitOf, asPrinted, formatOf } from '../calc/cell_text.ts'

/** What the terms of a total come to; read afresh, or kept by who follows them. */
export type Added = {
  /** Added up as they are printed; undefined where one of them holds no amount. */
  sum(layer: Layer): Decimal | undefined
  /** How far the total may be from them by rounding alone. */
  rounding(layer: Layer): Decimal
  /** True where each is known to hold the very same value in both layers. */
  isAsFiled(): boolean
}

/** The terms of a total, read when they are asked about. */
export function addedAfresh(engine: Engine, total: Found, terms: readonly Term[]): Added {
  const { filing } = total
  return {
    sum: (layer) => printedSum(engine, filing, terms, layer),
    rounding: (layer) => roundingOf(total, roundedTerms(engine, filing, terms, layer)),
    // Equal ones that are not the same object are only compared again.
    isAsFiled: () => terms.every(({ ref }) => engine.value(ref) === engine.value(ref, 'base')),
  }
}

/** What was found; the difference is what stands less what should, null where nothing was compared. */
export type Compared = { status: TieOutStatus; difference: Decimal | null }

/**
 * How far a total may be from its terms by rounding alone: half a printed unit for each rounded term, and for the total where it is
 * printed to other decimals than they are. A figure that repeats a single other of the same decimals has no such room.
 */
export function roundingOf(total: Found, terms: readonly Found[]): Decimal {
  const isMixed = terms.some((term) => cellPlaces(term.line, term.column) !== cellPlaces(total.line, total.column))
  if (terms.length < 2 && !isMixed) return ZERO
  const rounded = isMixed ? [...terms, total] : terms
  return rounded.reduce((sum, each) => sum.plus(unitOf(each)), ZERO).div(2)
}

/** The cells of the terms that hold a figure in the layer; nil is not rounded. */
export function roundedTerms(engine: Engine, filing: Filing, terms: readonly Term[], layer: Layer): Found[] {
  return terms.flatMap(({ ref }) => {
    const value = engine.value(ref, layer)
    const found = isAmount(value) && !value.isZero() ? findCell(filing, ref) : undefined
    return found ? [found] : []
  })
}

/** What the terms add up to as they are printed; undefined where one of them holds no amount. */
export function printedSum(engine: Engine, filing: Filing, terms: readonly Term[], layer: Layer): Decimal | undefined {
  let sum: Decimal = ZERO
  for (const { sign, ref } of terms) {
    const part: Value = engine.value(ref, layer)
    if (part === null) continue
    if (!isAmount(part)) return undefined
    const shown = part.isInteger() ? part : asPrinted(findCell(filing, ref)!, part)
    sum = sign === 1 ? sum.plus(shown) : sum.minus(shown)
  }
  return withoutResidue(sum)
}

/** Whether a total is what its terms add up to, in both layers; where the scenario holds the same figures, once. */
export function footing(
  engine: Engine,
  found: Found,
  ref: CellRef,
  added: Added,
  source: Decimal | undefined,
): Record<'scenario' | 'filed', Compared> {
  const scenario = addedUp(engine, found, ref, added, source, 'scenario')
  const isSame = engine.value(ref) === engine.value(ref, 'base') && added.isAsFiled()
  return { scenario, filed: isSame ? scenario : addedUp(engine, found, ref, added, source, 'base') }
}

function addedUp(
  engine: Engine,
  found: Found,
  ref: CellRef,
  added: Added,
  source: Decimal | undefined,
  layer: Layer,
): Compared {
  const value = engine.value(ref, layer)
  const sum = isAmount(value) ? added.sum(layer) : undefined
  if (!isAmount(value) || sum === undefined) return { status: 'pass', difference: null }
  const stands = asPrinted(found, value)
  const difference = withoutResidue(stands.minus(sum))
  // A total printed to fewer decimals than its terms is what they add up to, rounded as it is.
  if (difference.isZero() || asPrinted(found, sum).eq(stands)) return { status: 'pass', difference: ZERO }
  // A published total may be off by the rounding of its terms. One that the document is known to print otherwise is not it.
  const isContradicted = source !== undefined && !stands.eq(source) && isEntered(engine, ref, layer)
  const isRounding = !isContradicted && difference.abs().lte(added.rounding(layer))
  return { status: isRounding ? 'within_rounding' : 'fail', difference }
}

/** True where an input stands in the cell in the layer. */
export function isEntered(engine: Engine, ref: CellRef, layer: Layer): boolean {
  return engine.input(ref, 'base') !== null || (layer === 'scenario' && engine.input(ref, 'scenario') !== null)
}

/** A computed figure held against the one that the document prints, at the decimals of the finer of the two. */
export function againstSource(
  engine: Engine,
  found: Found,
  ref: CellRef,
  source: Decimal,
  added: Added | undefined,
  layer: Layer,
): Compared {
  const value = engine.value(ref, layer)
  if (value === null) return { status: 'not_testable', difference: null }
  if (!isAmount(value)) return { status: 'fail', difference: null }
  const difference = withoutResidue(printedBeside(found, value, source).minus(source))
  if (difference.isZero()) return { status: 'pass', difference }
  const rounding = added?.rounding(layer) ?? ZERO
  return { status: difference.abs().lte(rounding) ? 'within_rounding' : 'fail', difference }
}

/** The value printed to the decimals of its cell, or of the source where that has more. */
export function printedBeside(found: Omit<Found, 'filing'>, value: Decimal, source: Decimal): Decimal {
  return printedValue(value, cellFormat(found.line, found.column), decimalsBeside(found, [source.decimalPlaces()]))
}

/** An amount at the finest decimals among a cell's own and other places, as text in the cell's format. */
export function textBeside(found: Omit<Found, 'filing'>, amount: Decimal, places: readonly number[]): string {
  const decimals = decimalsBeside(found, places)
  return formatAmount(amount, { ...formatOf(found.line, found.column), decimals })
}

/** The places at which the cells of the terms are printed, as far as they are amounts. */
export function placesOfTerms(filing: Filing, terms: readonly Term[]): number[] {
  return terms.flatMap(({ ref }) => {
    const found = findCell(filing, ref)
    return found ? [cellPlaces(found.line, found.column)] : []
  })
}

/** Decimals as a format takes them: a rate is shown as a percentage, two places further on. */
function decimalsBeside(found: Omit<Found, 'filing'>, places: readonly number[]): number {
  const most = Math.max(cellPlaces(found.line, found.column), ...places)
  return cellFormat(found.line, found.column) === 'rate' ? most - 2 : most
}
