/**
 * Searching the amount at which a figure reaches a wanted value, where no slope leads there: trial amounts on a widening
 * ladder, then halving between two of them. Knows no cells; the number of trials is bounded.
 */
import { Decimal, ZERO, quantize } from '../money/decimal.ts'

type Search = {
  /** Where the search starts: the present amount. */
  start: Decimal
  /** The step on which answers are looked for first: the printed unit of the changing cell. */
  unit: Decimal
  want: Decimal
  /** The figure at an amount, as exact as `want` is meant; null where it is no amount there. */
  probe: (amount: Decimal) => Decimal | null
}

export type SearchResult =
  /** The nearest amount of each stretch of amounts that reach the value: one, or several where the figure turns. */
  | { kind: 'found'; amounts: Decimal[] }
  /** Every trial gave the same figure. */
  | { kind: 'flat' }
  /** The trials stayed between these, or jumped over the value. */
  | { kind: 'missed'; least: Decimal; most: Decimal }

type Trial = { amount: Decimal; value: Decimal; side: number }

/** Doublings of the ladder: up to about 10^15 units either way. */
const DOUBLINGS = 50
/** Decimal places tried beyond the unit. */
const FINER = 12
/** Crossings looked into; two are already too many for an answer. */
const CROSSINGS = 4

/** Looks for the amounts that reach the value, the nearest to the start first. At most about 1,000 trials. */
export function search({ start, unit, want, probe }: Search): SearchResult {
  const at = (amount: Decimal): Trial | undefined => {
    const value = probe(amount)
    return value === null ? undefined : { amount, value, side: value.cmp(want) }
  }
  const trials = ladder(start, unit).flatMap((amount) => at(amount) ?? [])
  const first = trials[0]
  if (first === undefined || trials.every(({ value }) => value.eq(first.value))) return { kind: 'flat' }
  const amounts: Decimal[] = []
  for (const [near, far] of crossings(trials, start).slice(0, CROSSINGS)) {
    const found = halve(near, far, unit, at)
    if (found && !amounts.some((one) => one.eq(found))) amounts.push(found)
  }
  if (amounts.length > 0) {
    return { kind: 'found', amounts: amounts.sort((a, b) => a.minus(start).abs().cmp(b.minus(start).abs())) }
  }
  const values = trials.map(({ value }) => value)
  return { kind: 'missed', least: Decimal.min(...values), most: Decimal.max(...values) }
}

/** Trial amounts in order: the start, nil, the start with its sign turned, and steps that double either way. */
function ladder(start: Decimal, unit: Decimal): Decimal[] {
  const whole = toUnit(start, unit)
  const amounts = new Map<string, Decimal>()
  const add = (amount: Decimal): void => {
    amounts.set(amount.toFixed(), amount)
  }
  for (const amount of [start, ZERO, start.neg()]) add(amount.isZero() ? ZERO : amount)
  let step = unit
  for (let i = 0; i < DOUBLINGS; i++) {
    for (const reach of [step, step.times(1.5)]) {
      const rounded = toUnit(reach, unit)
      add(whole.plus(rounded))
      add(whole.minus(rounded))
    }
    step = step.times(2)
  }
  return [...amounts.values()].sort((a, b) => a.cmp(b))
}

/**
 * Neighbouring trials between which the value is reached, each from the one nearer to the start: where the side changes,
 * and at the near end of each stretch that has the value itself.
 */
function crossings(trials: readonly Trial[], start: Decimal): [near: Trial, far: Trial][] {
  const found: [Trial, Trial][] = []
  for (let i = 1; i < trials.length; i++) {
    const [left, right] = [trials[i - 1]!, trials[i]!]
    if (left.side === right.side) continue
    const rightward = left.amount.gte(start)
    const [near, far] = rightward ? [left, right] : [right, left]
    // A stretch is entered once: where it is left again, it has been found already.
    if (near.side !== 0) found.push([near, far])
  }
  return found.sort(([, a], [, b]) => a.amount.minus(start).abs().cmp(b.amount.minus(start).abs()))
}

/** The first amount beyond `near` that has the value, on the unit or on the coarsest finer step that has one. */
function halve(
  near: Trial,
  far: Trial,
  unit: Decimal,
  at: (amount: Decimal) => Trial | undefined,
): Decimal | undefined {
  let [a, b] = [near, far]
  let step = unit
  for (let finer = 0; finer <= FINER; finer++) {
    for (;;) {
      const middle = toUnit(quantize(a.amount.plus(b.amount).div(2)), step)
      const inside = a.amount.lt(b.amount)
        ? middle.gt(a.amount) && middle.lt(b.amount)
        : middle.lt(a.amount) && middle.gt(b.amount)
      if (!inside) break
      const trial = at(middle)
      if (!trial) return undefined
      if (trial.side === near.side) a = trial
      else b = trial
    }
    if (b.side === 0) return b.amount
    step = step.div(10)
  }
  return undefined
}

/** The amount rounded half-up to a multiple of the step, which is a power of ten. */
export function toUnit(x: Decimal, unit: Decimal): Decimal {
  return x.div(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit)
}
