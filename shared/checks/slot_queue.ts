/**
 * Places of cells that wait to be looked at, each once, the first to come the first to go. Holds numbers only.
 */
export class SlotQueue {
  private slots: number[] = []
  private next = 0
  private readonly waiting = new Set<number>()

  get size(): number {
    return this.waiting.size
  }

  add(slot: number): void {
    if (this.waiting.has(slot)) return
    this.waiting.add(slot)
    this.slots.push(slot)
  }

  take(): number | undefined {
    const slot = this.slots[this.next]
    if (slot === undefined) return undefined
    this.next += 1
    this.waiting.delete(slot)
    if (this.next === this.slots.length) {
      this.slots = []
      this.next = 0
    }
    return slot
  }
}
