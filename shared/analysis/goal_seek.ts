/**
 * Goal seek: the amount of one cell that brings another to a wanted value, shown with its effects before it is applied.
 * Must not apply anything, and gives no answer that it has not tried.
 */
import { isMeasured } from '../money/format.ts'
import type { Engine } from '../calc/engine.ts'
import { isText, cellPlaces, cellFormat } from '../calc/layout.ts'
import { Unsolvable } from '../calc/solve.ts'
import { isAmount, type Value } from '../calc/value.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef, Filing, Layer } from '../model/filing.ts'
import { consolidatedColumn, sourceRef } from '../model/entities.ts'
import { findCell, type Found, lineName, originOf, cellTitle } from '../model/lookup.ts'
import { Decimal, ZERO, inRange, plain } from '../money/decimal.ts'
import { search } from './bracket.ts'
import { effectsOf, type Effect } from './effects.ts'
import { shown } from './edit_words.ts'
import { refused, type Refusal, type Refused } from '../refusals/refusal.ts'
import type { Plan } from './plan.ts'
import { unitOf } from '../calc/cell_text.ts'

/**
 * `amount` goes into the changing cell. `exact` where it is the one amount that gives the value to the last decimal;
 * otherwise it is the nearest of those at which the target prints the value. `reached` is what the target then holds. `plan` applies it; it sets nothing where the target has the value already.
 */
export type GoalAnswer = {
  kind: 'answer'
  amount: Decimal
  exact: boolean
  reached: Decimal
  plan: Plan
  effects: Effect[]
}

export type GoalRequest = {
  filing: Filing
  engine: Engine
  target: CellRef
  value: Decimal
  by: CellRef
  /** The period of the effects; unless said the target's own column, or that of the changing cell where it is no period. */
  column?: string
  /** The layer in which the answer would be entered: the base of a draft, else the scenario. */
  layer?: Layer
}

type Goal = GoalRequest & { layer: Layer; to: Found; from: Found }

/**
 * Seeks the goal. Exact where the formulas between are affine; otherwise the nearest amount at which the target prints the
 * value. Refused, with the reason as a sentence, where the target is blank, the changing cell cannot be edited or moves
 * nothing, more than one amount reaches the value, or none does.
 */
export function goalSeek(request: GoalRequest): GoalAnswer | Refused {
  const { filing, engine, target, value, by, layer = 'scenario' } = request
  const [to, from] = [findCell(filing, target), findCell(filing, by)]
  if (!to) return refused({ code: 'no_cell', cell: cellName(target) })
  if (!from) return refused({ code: 'no_cell', cell: cellName(by) })
  if (isText(from.line)) return refused({ code: 'holds_words', line: lineName(from) })
  if (!isMeasured(cellFormat(from.line, from.column))) return refused({ code: 'holds_no_range', cell: cellTitle(from) })
  if (!inRange(value)) return refused({ code: 'value_out_of_range' })
  const goal: Goal = { ...request, layer, to, from }
  const now = engine.value(target, layer)
  if (now === null) {
    return refused({
      code: 'target_blank',
      target: cellTitle(to),
      undisclosed: originOf(to).origin === 'not_disclosed',
    })
  }
  const answer = engine.solve({ target, value, by })
  if (!(answer instanceof Unsolvable)) return answered(goal, answer, true)
  switch (answer.kind) {
    case 'offset':
      return refused(mirroredAway(goal) ?? answer.refusal)
    case 'not_affine':
    case 'inexact':
      return searched(goal)
    case 'unrelated':
      return refused({ code: 'unrelated', target: cellTitle(to), by: cellTitle(from) })
    case 'unknown':
    case 'not_editable':
    case 'no_amount':
      return refused(answer.refusal)
  }
}

/** The target while the changing cell holds the amount. */
function reach({ engine, target, by, layer }: Goal, amount: Decimal): Value {
  return engine.suppose([{ ...by, input: plain(amount) }], layer, () => engine.value(target, layer))
}

function answered(goal: Goal, amount: Decimal, affine: boolean): GoalAnswer | Refused {
  const { filing, engine, target, value, by, to, from, layer } = goal
  const reached = reach(goal, amount)
  if (!isAmount(reached) || !asMeant(goal)(reached).eq(asMeant(goal)(value))) {
    return refused({ code: 'no_amount_found', by: cellTitle(from), value: shown(value, to) })
  }
  const before = engine.value(by, layer)
  const there = engine.value(target, layer)
  const stands = isAmount(before) ? before.eq(amount) : amount.isZero() && isAmount(there) && there.eq(reached)
  const plan: Plan = {
    kind: 'plan',
    inputs: stands ? [] : [{ ...by, input: plain(amount) }],
    title: `${cellTitle(from)}: ${shown(before, from) || 'blank'} to ${shown(amount, from)}, so that ${lineName(to)} is ${shown(reached, to)}`,
  }
  const period = [to, from].find(({ column }) => column.kind === 'duration' || column.kind === 'instant') ?? to
  const column = goal.column ?? consolidatedColumn(period.column)
  const effects = effectsOf({ filing, engine, column, inputs: plan.inputs, layer })
  return { kind: 'answer', amount, exact: affine && reached.eq(value), reached, plan, effects }
}

/** Where no slope leads to the value: by trials, as the target prints it. */
function searched(goal: Goal): GoalAnswer | Refused {
  const { engine, target, by, to, from, layer } = goal
  const present = engine.value(by, layer)
  const start = isAmount(present) ? present : ZERO
  const meant = asMeant(goal)
  const want = meant(goal.value)
  const now = engine.value(target, layer)
  if (isAmount(now) && meant(now).eq(want)) return answered(goal, start, false)
  const found = search({
    start,
    unit: unitOf(from),
    want,
    probe: (amount) => {
      const value = inRange(amount) ? reach(goal, amount) : null
      return value !== null && isAmount(value) ? meant(value) : null
    },
  })
  const names = { by: cellTitle(from), target: lineName(to) }
  if (found.kind === 'flat') return refused({ code: 'no_effect_tried', ...names })
  if (found.kind === 'missed') {
    const [least, most] = [shown(found.least, to), shown(found.most, to)]
    return refused({ code: 'never_reached', ...names, value: shown(want, to), least, most })
  }
  const [first, second] = found.amounts
  if (second !== undefined) {
    const amounts: [string, string] = [shown(first!, from), shown(second, from)]
    return refused({ code: 'two_answers', ...names, value: shown(want, to), amounts })
  }
  return answered(goal, first!, false)
}

/** Rounds to what the target prints, or to the decimals of the wanted value where it has more. */
function asMeant({ to, value }: Goal): (amount: Decimal) => Decimal {
  const places = Math.max(cellPlaces(to.line, to.column), value.decimalPlaces())
  return (amount) => amount.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
}

/** Names the adjustment that takes the effect away again: `Loan loss provisions mirrors it, so the add-back offsets it`. */
function mirroredAway({ filing, engine, target, by, layer, to, from }: Goal): Refusal | undefined {
  const now = engine.value(by, layer)
  const probe = (isAmount(now) ? now : ZERO).plus(unitOf(from).times(1000))
  const mirrors = engine
    .preview([{ ...by, input: plain(probe) }], layer)
    .filter(({ schedule, column }) => schedule === target.schedule && column === target.column)
    .flatMap((ref) => findCell(filing, ref) ?? [])
    .filter(({ line }) => line.source !== undefined)
  if (mirrors.length === 0) return undefined
  const addBack = mirrors.every((mirror) => {
    const mirrored = sourceRef(filing, mirror)
    const source = mirrored && findCell(filing, mirrored)
    return mirror.line.source!.sign === 1 && source?.line.deduction === true
  })
  const names = { by: cellTitle(from), target: lineName(to), mirrors: mirrors.map(lineName) }
  return { code: 'mirrored_away', ...names, addBack }
}
