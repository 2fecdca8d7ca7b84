/**
 * Nodes waiting to be recomputed, the earliest in the order first, each once. It is kept from edit to edit, and empty between them.
 */
import type { Order } from './order.ts'

export class RankQueue {
  private readonly heap: number[] = []
  private waiting = new Uint8Array(64)

  push(node: number, order: Order): void {
    if (node >= this.waiting.length) this.grow(node)
    if (this.waiting[node] === 1) return
    this.waiting[node] = 1
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
    this.waiting[top] = 0
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

  private grow(node: number): void {
    const larger = new Uint8Array(Math.max(node + 1, this.waiting.length * 2))
    larger.set(this.waiting)
    this.waiting = larger
  }
}
