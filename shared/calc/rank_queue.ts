/**
 * Nodes waiting to be recomputed, the earliest in the order first, each once. It is kept from edit to edit, and empty between them.
 */
import type { Order } from './order.ts'

export class RankQueue {
  private readonly heap: number[] = []
  /** By the cell, and by the range. */
  private waiting = new Uint8Array(64)
  private rangeWaiting = new Uint8Array(64)

  push(node: number, order: Order): void {
    if (!this.takes(node)) return
    const { heap } = this
    const rank = order.rank(node)
    let at = heap.length
    heap.push(node)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (order.rank(heap[above]!) <= rank) break
      heap[at] = heap[above]!
      at = above
    }
    heap[at] = node
  }

  /** The earliest node; undefined where none waits. */
  pop(order: Order): number | undefined {
    const { heap } = this
    if (heap.length === 0) return undefined
    const top = heap[0]!
    if (top < 0) this.rangeWaiting[~top] = 0
    else this.waiting[top] = 0
    const last = heap.pop()!
    if (heap.length === 0) return top
    const rank = order.rank(last)
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && order.rank(heap[child + 1]!) < order.rank(heap[child]!)) child++
      if (order.rank(heap[child]!) >= rank) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return top
  }

  /** True where the node did not wait; it does now. */
  private takes(node: number): boolean {
    if (node < 0) {
      if (~node >= this.rangeWaiting.length) this.rangeWaiting = grown(this.rangeWaiting, ~node)
      if (this.rangeWaiting[~node] === 1) return false
      this.rangeWaiting[~node] = 1
    } else {
      if (node >= this.waiting.length) this.waiting = grown(this.waiting, node)
      if (this.waiting[node] === 1) return false
      this.waiting[node] = 1
    }
    return true
  }
}

function grown(flags: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(place + 1, flags.length * 2))
  larger.set(flags)
  return larger
}
