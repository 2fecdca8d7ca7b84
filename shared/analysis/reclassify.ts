/**
 * Reclassifying from the balancing line: an amount whose true line has become known moves there, net unchanged.
 * Plans only; must not move anything between totals.
 */
import type { Engine } from '../calc/engine.ts'
import { hasCell, isText, structureFormula, takesInput } from '../calc/layout.ts'
import { isAmount, sameValue } from '../calc/value.ts'
import { sameCell } from '../model/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { findCell, originOf, type Found, lineName, cellTitle } from '../model/lookup.ts'
import { type Decimal, ZERO, inRange, plain, withoutResidue } from '../money/decimal.ts'
import { shown, signTurn } from './edit_words.ts'
import { headlineCell } from './headlines.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'
import type { Consequence, Plan } from './plan.ts'
import { formulaInForce, termsOf } from './total_parts.ts'

/** A line, the balancing line beside it, and the total that both count in, with the sign in which each counts. */
export type Reclassification = { total: CellRef; from: CellRef; turn: 1 | -1 }

/**
 * The balancing line that an amount of the cell can come from: one that the same total adds up, in the same column.
 * `turn` is the change of the balancing line for one unit more in the cell.
 */
export function balancingLine(
  filing: Filing,
  engine: Engine,
  to: CellRef,
  layer: Layer = 'scenario',
): Reclassification | undefined {
  const target = findCell(filing, to)
  if (!target) return undefined
  const { schedule, column } = target
  for (const line of schedule.lines) {
    if (!hasCell(line, column) || isText(line) || !structureFormula(line, column)) continue
    const total = { schedule: schedule.id, line: line.id, column: column.id }
    const terms = termsOf(engine, { filing, schedule, line, column }, total, layer) ?? []
    const own = terms.find(({ ref }) => sameCell(ref, to))
    const other = terms.find(({ ref }) => {
      const cell = sameCell(ref, to) ? undefined : findCell(filing, ref)
      return cell !== undefined && ref.column === to.column && originOf(cell).origin === 'balancing'
    })
    if (own && other) return { total, from: other.ref, turn: own.sign === other.sign ? -1 : 1 }
  }
  return undefined
}

/**
 * Moves an amount from the balancing line to another line of the same total. The amount is what the other line rises by,
 * in its own sign: 1,000 at a deduction is a larger deduction, which the balancing line makes good. Refused where either
 * line is computed, or no balancing line counts in the same total.
 */
export function reclassify(request: {
  filing: Filing
  engine: Engine
  to: CellRef
  amount: Decimal
  layer?: Layer
}): Plan | Refused {
  const { filing, engine, to, amount, layer = 'scenario' } = request
  const target = findCell(filing, to)
  if (!target) return refused({ code: 'no_such_cell' })
  if (amount.isZero()) return refused({ code: 'nil_moves_nothing' })
  if (originOf(target).origin === 'balancing') {
    return refused({ code: 'is_balancing_line', line: lineName(target) })
  }
  const way = balancingLine(filing, engine, to, layer)
  const source = way && findCell(filing, way.from)
  if (!way || !source) return refused({ code: 'no_balancing_line', line: lineName(target) })
  for (const [found, ref] of [
    [target, to],
    [source, way.from],
  ] as const) {
    const refusal = notEditable(engine, found, ref, layer)
    if (refusal) return refused(refusal)
  }
  const [stood, left] = [engine.value(to, layer), engine.value(way.from, layer)]
  if (!isAmount(left) || (stood !== null && !isAmount(stood))) {
    return refused({ code: 'holds_no_amount', line: lineName(isAmount(left) ? target : source) })
  }
  const [next, rest] = [withoutResidue((stood ?? ZERO).plus(amount)), withoutResidue(left.plus(amount.times(way.turn)))]
  if (!inRange(next) || !inRange(rest)) return refused({ code: 'result_out_of_range' })
  const inputs = [
    { ...to, input: plain(next) },
    { ...way.from, input: plain(rest) },
  ]
  const total = engine.value(way.total, layer)
  if (
    !sameValue(
      engine.suppose(inputs, layer, () => engine.value(way.total, layer)),
      total,
    )
  ) {
    return refused({ code: 'total_would_move', line: lineName(findCell(filing, way.total)!) })
  }
  const consequence = consequenceOf({ filing, engine, layer }, inputs, source, [left, rest], way)
  const title = `${cellTitle(target)}: ${shown(amount, target)} reclassified from ${lineName(source)}`
  return { kind: 'plan', inputs, title, consequence }
}

function notEditable(engine: Engine, found: Found, ref: CellRef, layer: Layer): Refusal | undefined {
  const name = lineName(found)
  if (!takesInput(found.line, found.column)) return { code: 'takes_no_input_here', line: name }
  if (formulaInForce(engine, found, ref, layer) === undefined) return undefined
  return { code: found.line.source ? 'reclassified_in_books' : 'computed_from_lines', line: name }
}

/** What becomes of the balancing line, and of taxable income where the other line is mirrored. */
function consequenceOf(
  { filing, engine, layer }: { filing: Filing; engine: Engine; layer: Layer },
  inputs: readonly CellInput[],
  source: Found,
  [left, rest]: readonly [Decimal, Decimal],
  { total, from }: Reclassification,
): Consequence {
  const held = findCell(filing, total)!
  const turned = signTurn(source, left, rest)
  const parts = [
    `${lineName(source)} becomes ${shown(rest, source)}; ${lineName(held)} stays ${shown(engine.value(total, layer), held) || 'blank'}.`,
  ]
  if (turned) parts.push(turned.text)
  const headline = filing.headlines?.find(({ id }) => id === 'taxable_income')
  const ref = headline ? headlineCell(filing, headline, from.column) : null
  const cell = ref && findCell(filing, ref)
  if (!ref || !cell) return { text: parts.join(' '), warning: turned !== undefined }
  const [before, after] = [engine.value(ref, layer), engine.suppose(inputs, layer, () => engine.value(ref, layer))]
  const moves = !sameValue(before, after)
  if (moves) {
    parts.push(
      `${lineName(cell)} becomes ${shown(after, cell) || 'blank'}: an adjustment mirrors one of the two lines.`,
    )
  }
  return { text: parts.join(' '), warning: moves || turned !== undefined }
}
