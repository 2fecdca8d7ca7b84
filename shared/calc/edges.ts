/**
 * Which nodes depend on a node: adjacency in flat arrays, cheap to build and to add to. A cell is a node by its number, a range by the
 * complement of its own: -1 is range 0. Holds numbers only; the same edge may stand more than once.
 */
export class Edges {
  /** The first edge of each cell, and of each range; -1 for none. */
  private head: Int32Array
  private rangeHead = new Int32Array(0)
  private next = new Int32Array(1024)
  private to = new Int32Array(1024)
  private count = 0
  private free = -1

  constructor(nodes: number) {
    this.head = new Int32Array(nodes).fill(-1)
  }

  add(from: number, to: number): void {
    if (from >= this.head.length) this.head = grow(this.head, from + 1, -1)
    else if (~from >= this.rangeHead.length) this.rangeHead = grow(this.rangeHead, ~from + 1, -1)
    let edge = this.free
    if (edge >= 0) this.free = this.next[edge]!
    else {
      edge = this.count++
      if (edge >= this.to.length) {
        this.next = grow(this.next, edge + 1, 0)
        this.to = grow(this.to, edge + 1, 0)
      }
    }
    this.to[edge] = to
    this.next[edge] = this.first(from)
    this.begin(from, edge)
  }

  /** Removes one edge of that kind, where there is one. */
  remove(from: number, to: number): void {
    let before = -1
    for (let edge = this.first(from); edge >= 0; edge = this.next[edge]!) {
      if (this.to[edge] === to) {
        if (before < 0) this.begin(from, this.next[edge]!)
        else this.next[before] = this.next[edge]!
        this.next[edge] = this.free
        this.free = edge
        return
      }
      before = edge
    }
  }

  /** First edge of a node, -1 for none: `for (let e = first(n); e >= 0; e = following(e)) target(e)`. */
  first(from: number): number {
    if (from < 0) return ~from < this.rangeHead.length ? this.rangeHead[~from]! : -1
    return from < this.head.length ? this.head[from]! : -1
  }

  private begin(from: number, edge: number): void {
    if (from < 0) this.rangeHead[~from] = edge
    else this.head[from] = edge
  }

  following(edge: number): number {
    return this.next[edge]!
  }

  target(edge: number): number {
    return this.to[edge]!
  }
}

/** Puts the edges of a formula in place, or takes them away: by its cells and ranges, and by the cells that it reads as filed. */
export function link(
  { nodes, filedCells }: { nodes: Int32Array; filedCells: Int32Array },
  cell: number,
  edges: Edges,
  filed: Edges,
  act: 'add' | 'remove',
): void {
  for (const node of nodes) edges[act](node, cell)
  for (const node of filedCells) filed[act](node, cell)
}

function grow(old: Int32Array, least: number, fill: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, old.length * 2)).fill(fill, old.length)
  larger.set(old)
  return larger
}
