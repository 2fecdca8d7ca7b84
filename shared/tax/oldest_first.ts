/**
 * The order in which layers are taken: a total that is used up falls to the oldest layer first, then to the next. Knows no years and no
 * limits; what may be used, and when a layer expires, is for other rules.
 */
import { fixedWithoutResidue, UNIT, type Fixed } from '../money/fixed_point.ts'
import { countText } from '../money/count.ts'
import type { TaxArgument, TaxFunction, TaxResult, TaxStep } from './tax_function.ts'

/** An argument that is one amount; a list of one is that one, any other list is none. */
function single(argument: TaxArgument | undefined): Fixed | null | undefined {
  if (typeof argument === 'bigint' || argument === null) return argument
  return argument?.length === 1 ? argument[0] : undefined
}

function refusedFor(words: string): TaxResult {
  return { value: 'value', steps: [{ words, amount: null }] }
}

/**
 * `tax_oldest_first(total, which layer, layers)`: the part of a total that falls to the layer of that number (1 is the oldest), the layers
 * given oldest first. Blank while the total is; a blank layer holds nothing. What exceeds all layers falls to none of them. The place is
 * an argument because a cell does not know which member of the range it belongs to: ranges are read by amount alone.
 */
function oldestFirst([total, which, layers]: readonly TaxArgument[]): TaxResult {
  const used = single(total)
  const place = single(which)
  const held = typeof layers === 'bigint' || layers === null || layers === undefined ? [layers ?? null] : layers
  if (used === undefined) return refusedFor('The total must be one amount.')
  if (used === null) return { value: null, steps: [{ words: 'The total is blank', amount: null }] }
  if (used < 0n) return refusedFor('The total must not be negative.')
  if (typeof place !== 'bigint' || place % UNIT !== 0n || place < UNIT || place > BigInt(held.length) * UNIT) {
    return refusedFor(`The number of the layer must be a whole number from 1 to ${countText(held.length)}.`)
  }
  const own = Number(place / UNIT)
  const negative = held.findIndex((layer) => (layer ?? 0n) < 0n)
  if (negative >= 0) return refusedFor(`Layer ${countText(negative + 1)} is negative; a layer holds nil or more.`)
  const steps: TaxStep[] = [{ words: 'Total to be taken, the oldest layer first', amount: used }]
  let left = used
  for (const [at, layer] of held.slice(0, own - 1).entries()) {
    const taken = smaller(left, layer ?? 0n)
    left = fixedWithoutResidue(left - taken)
    if (taken !== 0n) steps.push({ words: `Taken from layer ${countText(at + 1)}, which is older`, amount: taken })
  }
  const holds = held[own - 1] ?? 0n
  const value = smaller(left, holds)
  steps.push(
    { words: `Left for layer ${countText(own)}`, amount: left },
    { words: `Held by layer ${countText(own)}`, amount: holds },
    { words: 'Taken from it: the smaller of the two', amount: value },
  )
  return { value, steps }
}

function smaller(a: Fixed, b: Fixed): Fixed {
  return a < b ? a : b
}

export const OLDEST_FIRST: TaxFunction = {
  least: 3,
  most: 3,
  takes: ['total', 'number of this layer', 'layers, oldest first'],
  help: 'The part of a total that falls to one of several layers when the oldest are used first.',
  source: '26 USC 172(b)(2)',
  compute: oldestFirst,
}
