/**
 * The topological order of a layer, kept as a rank for each node, and the cycles in it.
 * A new dependency reorders only the nodes between its ends (Pearce and Kelly, 2006); a cycle makes it look at all.
 */

import { listOf } from './layout.ts'

/** The dependencies of one layer. */
export type Dependencies = {
  /** How many nodes there are. */
  count(): number
  precedents(node: number): readonly Int32Array[]
  eachDependent(node: number, visit: (dependent: number) => void): void
}

export class Order {
  private readonly graph: Dependencies
  private ranks: number[] = []
  /** Nodes whose present precedents are not yet in the order: looking past them could find no order, or miss a cycle. */
  private readonly pending = new Set<number>()
  /** Groups of nodes that depend on themselves, by member. */
  cycles: ReadonlyMap<number, readonly number[]> = new Map()

  constructor(graph: Dependencies) {
    this.graph = graph
  }

  rank(node: number): number {
    return this.ranks[node]!
  }

  /** A node made after the order was built goes last. */
  append(): void {
    this.ranks.push(this.ranks.length)
  }

  copyFrom(other: Order): void {
    this.ranks = [...other.ranks]
    this.cycles = other.cycles
  }

  /** Takes up the present precedents of these nodes; true when the cycles may have changed. */
  update(nodes: readonly number[]): boolean {
    if (this.cycles.size === 0) {
      for (const node of nodes) this.pending.add(node)
      const placed = nodes.every((node) => this.place(node))
      this.pending.clear()
      if (placed) return false
    }
    this.build()
    return true
  }

  /** Orders all nodes afresh: strongly connected components by Tarjan's algorithm, without recursion. */
  build(): void {
    const count = this.graph.count()
    const number = new Int32Array(count)
    const low = new Int32Array(count)
    const onStack = new Uint8Array(count)
    const ranks = listOf(count, 0)
    const cycles = new Map<number, readonly number[]>()
    const stack: number[] = []
    const path: { node: number; lists: readonly Int32Array[]; list: number; at: number }[] = []
    let visited = 0
    let ranked = 0
    const enter = (node: number): void => {
      number[node] = low[node] = ++visited
      const lists = this.graph.precedents(node)
      if (lists.length === 0) {
        ranks[node] = ranked++
        return
      }
      stack.push(node)
      onStack[node] = 1
      path.push({ node, lists, list: 0, at: 0 })
    }
    for (let start = 0; start < count; start++) {
      if (number[start] !== 0) continue
      enter(start)
      while (path.length > 0) {
        const frame = path.at(-1)!
        const list = frame.lists[frame.list]
        if (list && frame.at < list.length) {
          const precedent = list[frame.at++]!
          if (number[precedent] === 0) enter(precedent)
          else if (onStack[precedent]) low[frame.node] = Math.min(low[frame.node]!, number[precedent]!)
          continue
        }
        if (list) {
          frame.list++
          frame.at = 0
          continue
        }
        path.pop()
        const { node } = frame
        const above = path.at(-1)
        if (above) low[above.node] = Math.min(low[above.node]!, low[node]!)
        if (low[node] !== number[node]) continue
        const group: number[] = []
        let member: number
        do {
          member = stack.pop()!
          onStack[member] = 0
          ranks[member] = ranked++
          group.push(member)
        } while (member !== node)
        if (group.length > 1 || frame.lists.some((nodes) => nodes.includes(node))) {
          group.sort((a, b) => a - b)
          for (const each of group) cycles.set(each, group)
        }
      }
    }
    this.ranks = ranks
    this.cycles = cycles
  }

  /** Moves the node after its precedents; false when one of them depends on it. */
  private place(node: number): boolean {
    this.pending.delete(node)
    for (const list of this.graph.precedents(node)) {
      for (const precedent of list) {
        if (precedent === node) return false
        if (this.ranks[precedent]! > this.ranks[node]! && !this.swap(precedent, node)) return false
      }
    }
    return true
  }

  private swap(precedent: number, node: number): boolean {
    const { ranks, graph } = this
    const upper = ranks[precedent]!
    const lower = ranks[node]!
    const after = new Set([node])
    for (const each of after) {
      graph.eachDependent(each, (dependent) => {
        if (ranks[dependent]! <= upper && !this.pending.has(dependent)) after.add(dependent)
      })
    }
    if (after.has(precedent)) return false
    const before = new Set([precedent])
    for (const each of before) {
      if (this.pending.has(each)) continue
      for (const list of graph.precedents(each)) {
        for (const earlier of list) if (ranks[earlier]! >= lower) before.add(earlier)
      }
    }
    const byRank = (a: number, b: number): number => ranks[a]! - ranks[b]!
    const nodes = [...[...before].sort(byRank), ...[...after].sort(byRank)]
    const places = nodes.map((each) => ranks[each]!).sort((a, b) => a - b)
    for (const [i, each] of nodes.entries()) ranks[each] = places[i]!
    return true
  }
}
