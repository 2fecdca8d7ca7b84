/**
 * Sensitivity: what a range of amounts of one cell, or of two, does to others.
 * Every point is a supposition of the engine, never a copy, so that it costs what its edit costs.
 */
import { isMeasured } from '../money/format.ts'
import type { Engine } from '../calc/engine.ts'
import { isText, takesInput, cellFormat } from '../calc/layout.ts'
import { sameValue, type Value } from '../calc/value.ts'
import { cellName, sameCell } from '../model/cell.ts'
import type { CellRef, Layer } from '../model/filing.ts'
import { findCell, lineName, cellTitle } from '../model/lookup.ts'
import { Decimal, inRange, plain, quantize } from '../money/decimal.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'

/** The most amounts of one table, or cells of a two-way grid. */
export const MOST_POINTS = 1000

/** From one amount to another by steps of one size (its sign does not matter), or as so many points evenly apart. */
export type Range = { from: Decimal | null; to: Decimal | null; step?: Decimal | null; points?: number | null }

export type Amounts = { kind: 'amounts'; amounts: Decimal[] }

/**
 * The amounts of a range, its start first; its end is among them where a step falls on it. Refused where an end or the
 * step is missing, the step is nil, or there would be more than 1,000.
 */
export function amountsOf({ from, to, step, points }: Range): Amounts | Refused {
  if (from === null) return refused({ code: 'range_without_start' })
  if (to === null) return refused({ code: 'range_without_end' })
  if (!inRange(from) || !inRange(to)) return refused({ code: 'range_out_of_range' })
  const span = to.minus(from)
  if (points !== undefined && points !== null) return evenly(from, span, points)
  if (step === undefined || step === null) return refused({ code: 'range_without_step' })
  if (step.isZero()) return refused({ code: 'step_of_nil' })
  const count = span.div(step).abs().floor()
  if (count.gte(MOST_POINTS)) return refused({ code: 'too_many_points', count: count.plus(1).toFixed() })
  const signed = span.isNegative() ? step.abs().neg() : step.abs()
  return { kind: 'amounts', amounts: steps(count, (at) => from.plus(signed.times(at))) }
}

function evenly(from: Decimal, span: Decimal, points: number): Amounts | Refused {
  if (!Number.isInteger(points) || points < 1) return refused({ code: 'points_not_whole' })
  if (points > MOST_POINTS) return refused({ code: 'too_many_points', count: String(points) })
  if (points === 1) {
    return span.isZero() ? { kind: 'amounts', amounts: [from] } : refused({ code: 'one_point' })
  }
  return {
    kind: 'amounts',
    amounts: steps(new Decimal(points - 1), (at) => quantize(from.plus(span.times(at).div(points - 1)))),
  }
}

function steps(count: Decimal, amount: (at: number) => Decimal): Decimal[] {
  const amounts: Decimal[] = []
  for (let at = 0; count.gte(at); at++) amounts.push(amount(at))
  return amounts
}

/** `values` stand in the order of the outputs. */
export type OneWayRow = { amount: Decimal; values: Value[] }

/** `now` is what the changing cell and the outputs hold as they stand. */
export type OneWay = {
  kind: 'one_way'
  by: CellRef
  outputs: CellRef[]
  now: { by: Value; values: Value[] }
  rows: OneWayRow[]
}

/**
 * What each amount of a cell does to the outputs. Refused where the range is bad, a cell does not exist, the changing cell
 * takes no amount, or no output moves at any point.
 */
export function oneWay(
  request: { engine: Engine; by: CellRef; outputs: readonly CellRef[]; layer?: Layer } & Range,
): OneWay | Refused {
  const { engine, by, outputs, layer = 'scenario' } = request
  const wrong =
    cannotChange(engine, by) ?? outputs.map((ref) => cannotRead(engine, ref)).find((one) => one !== undefined)
  if (wrong) return refused(wrong)
  if (outputs.length === 0) return refused({ code: 'no_output' })
  const range = amountsOf(request)
  if (range.kind === 'refused') return range
  const read = (): Value[] => outputs.map((ref) => engine.value(ref, layer))
  const now = { by: engine.value(by, layer), values: read() }
  const rows = range.amounts.map((amount): OneWayRow => ({
    amount,
    values: engine.suppose([{ ...by, input: plain(amount) }], layer, read),
  }))
  const still = rows.every(({ values }) => values.every((value, at) => sameValue(value, now.values[at]!)))
  const apart = rows.some(({ amount }) => !sameValue(amount, now.by))
  if (still && apart) return refused(withoutEffect(engine, [by], outputs))
  return { kind: 'one_way', by, outputs: [...outputs], now, rows }
}

export type Axis = { by: CellRef; amounts: readonly Decimal[] }

/** `values[row][column]`, in the order of the amounts of either axis. */
export type TwoWay = { kind: 'two_way'; rows: Axis; columns: Axis; output: CellRef; now: Value; values: Value[][] }

/** What each pair of amounts does to one output. Refused as oneWay is, and where both axes are the same cell. */
export function twoWay(request: {
  engine: Engine
  rows: Axis
  columns: Axis
  output: CellRef
  layer?: Layer
}): TwoWay | Refused {
  const { engine, rows, columns, output, layer = 'scenario' } = request
  const wrong = cannotChange(engine, rows.by) ?? cannotChange(engine, columns.by) ?? cannotRead(engine, output)
  if (wrong) return refused(wrong)
  if (sameCell(rows.by, columns.by)) return refused({ code: 'same_axes' })
  if (rows.amounts.length === 0 || columns.amounts.length === 0) return refused({ code: 'axis_without_amounts' })
  const count = rows.amounts.length * columns.amounts.length
  if (count > MOST_POINTS) return refused({ code: 'too_many_points', count: String(count) })
  const now = engine.value(output, layer)
  const values = rows.amounts.map((row) =>
    engine.suppose([{ ...rows.by, input: plain(row) }], layer, () =>
      columns.amounts.map((column) =>
        engine.suppose([{ ...columns.by, input: plain(column) }], layer, () => engine.value(output, layer)),
      ),
    ),
  )
  const still = values.every((row) => row.every((value) => sameValue(value, now)))
  if (still && count > 1) return refused(withoutEffect(engine, [rows.by, columns.by], [output]))
  return { kind: 'two_way', rows, columns, output, now, values }
}

function cannotChange(engine: Engine, ref: CellRef): Refusal | undefined {
  const found = findCell(engine.filing(), ref)
  if (!found) return { code: 'no_cell', cell: cellName(ref) }
  if (isText(found.line)) return { code: 'holds_words', line: lineName(found) }
  if (!isMeasured(cellFormat(found.line, found.column))) return { code: 'holds_no_range', cell: cellTitle(found) }
  return takesInput(found.line, found.column) ? undefined : { code: 'input_closed', cell: cellTitle(found) }
}

function cannotRead(engine: Engine, ref: CellRef): Refusal | undefined {
  return findCell(engine.filing(), ref) ? undefined : { code: 'no_cell', cell: cellName(ref) }
}

function withoutEffect(engine: Engine, by: readonly CellRef[], outputs: readonly CellRef[]): Refusal {
  const name = (ref: CellRef): string => cellTitle(findCell(engine.filing(), ref)!)
  return { code: 'outputs_unmoved', by: by.map(name), output: name(outputs[0]!), outputs: outputs.length }
}
