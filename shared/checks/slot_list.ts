/**
 * Places of cells, in order: one more or one less costs no reading of the others. Holds numbers only.
 */
export class SlotList {
  readonly slots: number[] = []

  add(slot: number): void {
    const at = this.placeOf(slot)
    if (at === this.slots.length) this.slots.push(slot)
    else if (this.slots[at] !== slot) this.slots.splice(at, 0, slot)
  }

  delete(slot: number): void {
    const at = this.placeOf(slot)
    if (this.slots[at] === slot) this.slots.splice(at, 1)
  }

  /** Where the place stands, or would stand. */
  private placeOf(slot: number): number {
    const { slots } = this
    let [from, to] = [0, slots.length]
    // Most are added in their order.
    if (to === 0 || slots[to - 1]! < slot) return to
    while (from < to) {
      const middle = (from + to) >> 1
      if (slots[middle]! < slot) from = middle + 1
      else to = middle
    }
    return from
  }
}
