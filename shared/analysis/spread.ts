/**
 * An amount typed at a total, spread over the inputs that it adds up: in proportion, equally, or to one line.
 * Plans only, each of which foots exactly; must not change the engine.
 */
import type { Engine } from '../calc/engine.ts'
import { isAmount } from '../calc/value.ts'
import type { CellInput, CellRef, Filing, Layer } from '../model/filing.ts'
import { findCell, type Found, lineName, cellTitle } from '../model/lookup.ts'
import { type Decimal, ZERO, inRange, plain, withoutResidue } from '../money/decimal.ts'
import { shown } from './edit_words.ts'
import { refused, refusalText, type Refusal, type Refused } from '../refusals/refusal.ts'
import type { Plan } from './plan.ts'
import { toUnit } from './bracket.ts'
import { partsOf, termsOf, type Part } from './total_parts.ts'
import { unitOf } from '../calc/cell_text.ts'

export type SpreadWay = 'in_proportion' | 'equally' | 'one_line'

/** A line that takes a share; `from` is null where it stood blank. */
export type SpreadPart = { ref: CellRef; label: string; from: Decimal | null; to: Decimal }

/** `line` is the line that takes the whole change, of the way one_line alone. */
export type SpreadPlan = Plan & { way: SpreadWay; line?: CellRef; parts: SpreadPart[] }

/** The ways that can be offered, and why the others cannot. */
export type Spread = { kind: 'spread'; plans: SpreadPlan[]; refused: (Refused & { way: SpreadWay })[] }

const WAY_WORDS: Record<SpreadWay, string> = {
  in_proportion: 'spread in proportion',
  equally: 'spread equally',
  one_line: 'to one line',
}

type Total = {
  kind: 'total'
  found: Found
  name: string
  /** What goes so that the total is computed again. */
  lifted: CellInput[]
  now: Decimal | null
}

function totalAt(filing: Filing, engine: Engine, ref: CellRef, layer: Layer): Total | Refused {
  const found = findCell(filing, ref)
  if (!found) return refused({ code: 'no_such_cell' })
  const name = lineName(found)
  if (!termsOf(engine, found, ref, layer)) return refused({ code: 'no_sum_to_spread', line: name })
  const lifted = engine.input(ref, layer) === null ? [] : [{ ...ref, input: null }]
  const now = engine.suppose(lifted, layer, () => engine.value(ref, layer))
  if (now !== null && !isAmount(now)) return refused({ code: 'no_amount_to_spread', line: name })
  return { kind: 'total', found, name, lifted, now }
}

/** Why the cell is no total to be spread; undefined where it is. Its lines are not looked at, which costs little. */
export function spreadRefusal(filing: Filing, engine: Engine, ref: CellRef, layer: Layer): Refusal | undefined {
  const total = totalAt(filing, engine, ref, layer)
  return total.kind === 'refused' ? total.refusal : undefined
}

/**
 * The plans that bring a total to the value. In proportion: each line takes the share of the change that its size has in
 * the sum of all sizes, so that lines of either sign move the same way for the total. Shares are rounded half-up to the
 * printed unit of their line, and the largest part takes what is left, so that the total is the value exactly. Lines that
 * stand blank take no share while others hold amounts. Refused where the cell is no plain sum.
 */
export function spreadPlans(request: {
  filing: Filing
  engine: Engine
  ref: CellRef
  value: Decimal
  layer?: Layer
}): Spread | Refused {
  const { filing, engine, ref, value, layer = 'scenario' } = request
  const total = totalAt(filing, engine, ref, layer)
  if (total.kind === 'refused') return total
  const { found, name, lifted, now } = total
  const parts = partsOf(filing, engine, ref, layer) ?? { inputs: [], held: [] }
  const change = withoutResidue(value.minus(now ?? ZERO))
  if (change.isZero()) return refused({ code: 'total_unchanged', line: name, value: shown(value, found) })
  const usable = parts.inputs.filter(({ count }) => Math.abs(count) === 1)
  if (usable.length === 0) {
    const why = parts.held[0]?.why
    return refused({ code: 'no_part_editable', line: name, why: why ? refusalText(why) : null })
  }
  const spread: Spread = { kind: 'spread', plans: [], refused: [] }
  const refuse = (way: SpreadWay, refusal: Refusal): void => {
    spread.refused.push({ ...refused(refusal), way })
  }
  const offer = (way: SpreadWay, changes: ReadonlyMap<Part, Decimal>, line?: Part): void => {
    const plan = planOf(found, now, value, way, changes, line)
    if (plan.parts.some(({ to }) => !inRange(to))) {
      refuse(way, { code: 'part_out_of_range' })
      return
    }
    const inputs = [...lifted, ...plan.inputs]
    const reached = engine.suppose(inputs, layer, () => engine.value(ref, layer))
    if (isAmount(reached) && withoutResidue(reached.minus(value)).isZero()) spread.plans.push({ ...plan, inputs })
    else refuse(way, { code: 'fed_in_two_ways', line: name })
  }
  const whole = parts.held.map(({ why }) => why)[0] ?? countedTwice(parts.inputs)
  const standing = usable.filter(({ value: amount }) => amount !== null)
  const shared = standing.length > 0 ? standing : usable
  const sizes = shared.map(({ value: amount }) => amount?.abs() ?? ZERO)
  const size = sizes.reduce((a, b) => a.plus(b), ZERO)
  if (whole) {
    for (const way of ['in_proportion', 'equally'] as const) refuse(way, whole)
  } else {
    if (size.isZero()) refuse('in_proportion', { code: 'no_shares', line: name })
    else
      offer(
        'in_proportion',
        sharesOf(shared, change, (at) => change.times(sizes[at]!).div(size)),
      )
    offer(
      'equally',
      sharesOf(shared, change, () => change.div(shared.length)),
    )
  }
  for (const part of usable) offer('one_line', new Map([[part, change.times(part.count)]]), part)
  return spread
}

function countedTwice(inputs: readonly Part[]): Refusal | undefined {
  const twice = inputs.find(({ count }) => Math.abs(count) !== 1)
  return twice && { code: 'counted_twice', line: lineName(twice.found) }
}

/** What each line itself changes by, when the total takes `change` and each line its share of it. */
function sharesOf(parts: readonly Part[], change: Decimal, share: (at: number) => Decimal): Map<Part, Decimal> {
  const rounded = parts.map((part, at) => toUnit(share(at), unitOf(part.found)))
  const largest = parts.reduce((best, part, at) => (sizeOf(part).gt(sizeOf(parts[best]!)) ? at : best), 0)
  const others = rounded.reduce((sum, one, at) => (at === largest ? sum : sum.plus(one)), ZERO)
  rounded[largest] = withoutResidue(change.minus(others))
  return new Map(parts.map((part, at) => [part, rounded[at]!.times(part.count)]))
}

function sizeOf({ value }: Part): Decimal {
  return value?.abs() ?? ZERO
}

function planOf(
  found: Found,
  now: Decimal | null,
  value: Decimal,
  way: SpreadWay,
  changes: ReadonlyMap<Part, Decimal>,
  line: Part | undefined,
): SpreadPlan {
  const moved = [...changes].filter(([, change]) => !change.isZero())
  const parts = moved.map(([part, change]): SpreadPart => {
    const to = withoutResidue((part.value ?? ZERO).plus(change))
    return { ref: part.ref, label: lineName(part.found), from: part.value, to }
  })
  const words = line ? `to ${lineName(line.found)}` : `${WAY_WORDS[way]} over ${parts.length} lines`
  const told = moved.map(([part], at) => `${lineName(part.found)} becomes ${shown(parts[at]!.to, part.found)}`)
  return {
    kind: 'plan',
    way,
    ...(line && { line: line.ref }),
    parts,
    inputs: parts.map(({ ref, to }) => ({ ...ref, input: plain(to) })),
    title: `${cellTitle(found)}: ${shown(now, found) || 'blank'} to ${shown(value, found)}, ${words}`,
    consequence: { text: `${told.join('; ')}.`, warning: false },
  }
}
