/**
 * The topological order of a layer, kept as a rank for each node, and the cycles in it.
 * A new dependency reorders only the nodes between its ends (Pearce and Kelly, 2006); a cycle makes it look at all.
 */

import { listOf } from './layout.ts'

/** The dependencies of one layer. A cell is a node by its number, a range by the complement of its own. */
export type Dependencies = {
  cellCount(): number
  rangeCount(): number
  precedents(node: number): readonly Int32Array[]
  eachDependent(node: number, visit: (dependent: number) => void): void
}

/** How far the precedents of a node were looked at. */
type Frame = { node: number; lists: readonly Int32Array[]; list: number; at: number }

export class Order {
  private readonly graph: Dependencies
  private ranks: number[] = []
  private rangeRanks: number[] = []
  /** The ranks given so far lie from the first to before the next. */
  private firstRank = 0
  private nextRank = 0
  /** Nodes whose present precedents are not yet in the order: looking past them could find no order, or miss a cycle. */
  private readonly pending = new Set<number>()
  /** Groups of nodes that depend on themselves, by member. */
  cycles: ReadonlyMap<number, readonly number[]> = new Map()

  constructor(graph: Dependencies) {
    this.graph = graph
  }

  rank(node: number): number {
    return node < 0 ? this.rangeRanks[~node]! : this.ranks[node]!
  }

  /** A node made after the order was built goes last. */
  append(node: number): void {
    this.put(node, this.nextRank++)
  }

  /**
   * Nodes made after the order was built, or whose numbers are given again. Those that depend on one another alone go first of all, so
   * that whatever comes to read them stands behind them already; the others go last, and are told.
   */
  admit(nodes: readonly number[]): number[] {
    const fresh = new Set(nodes)
    const first: number[] = []
    const last: number[] = []
    /** Whether a node that was looked at goes first; until it is looked at whole it does not, as in a ring it may not. */
    const isFree = new Map<number, boolean>()
    for (const start of nodes) {
      const path = isFree.has(start) ? [] : [this.looked(start, isFree)]
      while (path.length > 0) {
        const frame = path.at(-1)!
        const precedent = frame.list < frame.lists.length ? frame.lists[frame.list]![frame.at++] : undefined
        if (precedent === undefined) {
          if (++frame.list < frame.lists.length) {
            frame.at = 0
            continue
          }
          path.pop()
          isFree.set(frame.node, true)
          first.push(frame.node)
        } else if (fresh.has(precedent) && !isFree.has(precedent)) {
          // Looked at now, and asked about again.
          frame.at--
          path.push(this.looked(precedent, isFree))
        } else if (isFree.get(precedent) !== true) {
          path.pop()
          last.push(frame.node)
        }
      }
    }
    while (this.ranks.length < this.graph.cellCount()) this.ranks.push(0)
    this.firstRank -= first.length
    for (const [i, node] of first.entries()) this.put(node, this.firstRank + i)
    for (const node of last) this.append(node)
    return last
  }

  private looked(node: number, isFree: Map<number, boolean>): Frame {
    isFree.set(node, false)
    return { node, lists: this.graph.precedents(node), list: 0, at: 0 }
  }

  private put(node: number, rank: number): void {
    if (node < 0) this.rangeRanks[~node] = rank
    else this.ranks[node] = rank
  }

  copyFrom(other: Order): void {
    this.ranks = [...other.ranks]
    this.rangeRanks = [...other.rangeRanks]
    this.firstRank = other.firstRank
    this.nextRank = other.nextRank
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
    const cells = this.graph.cellCount()
    const count = cells + this.graph.rangeCount()
    // Here the ranges stand behind the cells.
    const placeOf = (node: number): number => (node < 0 ? cells + ~node : node)
    const nodeOf = (place: number): number => (place < cells ? place : ~(place - cells))
    const number = new Int32Array(count)
    const low = new Int32Array(count)
    const onStack = new Uint8Array(count)
    const ranks = listOf(count, 0)
    const cycles = new Map<number, readonly number[]>()
    const stack: number[] = []
    const path: Frame[] = []
    let visited = 0
    let ranked = 0
    const enter = (place: number): void => {
      number[place] = low[place] = ++visited
      const lists = this.graph.precedents(nodeOf(place))
      if (lists.length === 0) {
        ranks[place] = ranked++
        return
      }
      stack.push(place)
      onStack[place] = 1
      path.push({ node: place, lists, list: 0, at: 0 })
    }
    for (let start = 0; start < count; start++) {
      if (number[start] !== 0) continue
      enter(start)
      while (path.length > 0) {
        const frame = path.at(-1)!
        const list = frame.lists[frame.list]
        if (list && frame.at < list.length) {
          const precedent = placeOf(list[frame.at++]!)
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
        const { node: place } = frame
        const above = path.at(-1)
        if (above) low[above.node] = Math.min(low[above.node]!, low[place]!)
        if (low[place] !== number[place]) continue
        const group: number[] = []
        let member: number
        do {
          member = stack.pop()!
          onStack[member] = 0
          ranks[member] = ranked++
          group.push(nodeOf(member))
        } while (member !== place)
        if (group.length > 1 || frame.lists.some((nodes) => nodes.includes(nodeOf(place)))) {
          group.sort((a, b) => a - b)
          for (const each of group) cycles.set(each, group)
        }
      }
    }
    this.ranks = ranks.slice(0, cells)
    this.rangeRanks = ranks.slice(cells)
    this.firstRank = 0
    this.nextRank = count
    this.cycles = cycles
  }

  /** Moves the node after its precedents; false when one of them depends on it. */
  private place(node: number): boolean {
    this.pending.delete(node)
    for (const list of this.graph.precedents(node)) {
      for (const precedent of list) {
        if (precedent === node) return false
        if (this.rank(precedent) > this.rank(node) && !this.swap(precedent, node)) return false
      }
    }
    return true
  }

  private swap(precedent: number, node: number): boolean {
    const { graph } = this
    const upper = this.rank(precedent)
    const lower = this.rank(node)
    const after = new Set([node])
    for (const each of after) {
      graph.eachDependent(each, (dependent) => {
        if (this.rank(dependent) <= upper && !this.pending.has(dependent)) after.add(dependent)
      })
    }
    if (after.has(precedent)) return false
    const before = new Set([precedent])
    for (const each of before) {
      if (this.pending.has(each)) continue
      for (const list of graph.precedents(each)) {
        for (const earlier of list) if (this.rank(earlier) >= lower) before.add(earlier)
      }
    }
    const byRank = (a: number, b: number): number => this.rank(a) - this.rank(b)
    const nodes = [...[...before].sort(byRank), ...[...after].sort(byRank)]
    const places = nodes.map((each) => this.rank(each)).sort((a, b) => a - b)
    for (const [i, each] of nodes.entries()) this.put(each, places[i]!)
    return true
  }
}
