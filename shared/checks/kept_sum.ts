/**
 * What many terms add up to, kept: where one of them changed it alone is read again, so that a total over thousands of lines is held
 * against them at the cost of one. Equals `addedAfresh` at any time. Reads engines; judges nothing.
 */
import { asPrinted, unitOf } from '../calc/cell_text.ts'
import type { Engine } from '../calc/engine.ts'
import { cellPlaces } from '../calc/layout.ts'
import { isAmount, type Value } from '../calc/value.ts'
import type { Layer } from '../model/filing.ts'
import { refOf, type Found } from '../model/lookup.ts'
import { type Decimal, ZERO, withoutResidue } from '../money/decimal.ts'
import type { Added } from './footing.ts'
import type { SlotPlaces } from './slot_places.ts'

/** A term by the place of its cell in the filing. */
export type SlotTerm = { slot: number; sign: 1 | -1 }

/** A layer of the terms: the value of each as last read, and what they come to. */
type Side = {
  read: Value[]
  sum: Decimal
  /** Terms that hold neither an amount nor nothing. */
  faults: number
  /** Terms with a figure that is not nil, those among them of other decimals than the total, and half-units of all. */
  rounded: number
  mixed: number
  units: Decimal
}

const LAYERS: readonly Layer[] = ['scenario', 'base']

export class KeptSum implements Added {
  private readonly engine: Engine
  private readonly total: Found
  private readonly places: SlotPlaces
  /** In the order of the filing. */
  private readonly slots: Int32Array
  private readonly signs: Int8Array
  private readonly sides: Record<Layer, Side>

  constructor(engine: Engine, total: Found, terms: readonly SlotTerm[], places: SlotPlaces) {
    const sorted = terms.toSorted((a, b) => a.slot - b.slot)
    this.engine = engine
    this.total = total
    this.places = places
    this.slots = Int32Array.from(sorted, ({ slot }) => slot)
    this.signs = Int8Array.from(sorted, ({ sign }) => sign)
    const side = (): Side => ({
      read: sorted.map(() => null),
      sum: ZERO,
      faults: 0,
      rounded: 0,
      mixed: 0,
      units: ZERO,
    })
    this.sides = { scenario: side(), base: side() }
    for (let at = 0; at < sorted.length; at++) this.readAgain(at)
  }

  /** Reads a term again; nothing where it is none. */
  touch(slot: number): void {
    const { slots } = this
    let [from, to] = [0, slots.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (slots[middle]! < slot) from = middle + 1
      else to = middle
    }
    for (let at = from; slots[at] === slot; at++) this.readAgain(at)
  }

  sum(layer: Layer): Decimal | undefined {
    const { faults, sum } = this.sides[layer]
    return faults > 0 ? undefined : withoutResidue(sum)
  }

  rounding(layer: Layer): Decimal {
    const { rounded, mixed, units } = this.sides[layer]
    if (rounded < 2 && mixed === 0) return ZERO
    return (mixed > 0 ? units.plus(unitOf(this.total)) : units).div(2)
  }

  isAsFiled(): boolean {
    return false
  }

  private readAgain(at: number): void {
    const found = this.places.at(this.slots[at]!)
    for (const layer of LAYERS) {
      const { read } = this.sides[layer]
      const [before, now] = [read[at]!, this.engine.value(refOf(found), layer)]
      if (before === now) continue
      read[at] = now
      this.count(layer, found, before, this.signs[at]!, -1)
      this.count(layer, found, now, this.signs[at]!, 1)
    }
  }

  /** Takes a value in, or out again. */
  private count(layer: Layer, found: Found, value: Value, sign: number, by: 1 | -1): void {
    const side = this.sides[layer]
    if (value === null) return
    if (!isAmount(value)) return void (side.faults += by)
    const shown = value.isInteger() ? value : asPrinted(found, value)
    side.sum = sign === by ? side.sum.plus(shown) : side.sum.minus(shown)
    if (value.isZero()) return
    side.rounded += by
    side.units = by === 1 ? side.units.plus(unitOf(found)) : side.units.minus(unitOf(found))
    const { line, column } = this.total
    if (cellPlaces(found.line, found.column) !== cellPlaces(line, column)) side.mixed += by
  }
}
