/**
 * The order of a layer by itself: the engine would heal most of its mistakes by computing twice, so they are looked for here.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Order } from '../../../shared/calc/order.ts'
import { runs } from './choices.ts'

/** Nodes by number, each with those it depends on. */
class Graph {
  readonly precedentsOf: number[][]
  readonly order = new Order({
    cellCount: () => this.precedentsOf.length,
    rangeCount: () => 0,
    precedents: (node) => [Int32Array.from(this.precedentsOf[node]!)],
    eachDependent: (node, visit) => {
      for (const [each, list] of this.precedentsOf.entries()) if (list.includes(node)) visit(each)
    },
  })

  constructor(precedents: number[][]) {
    this.precedentsOf = precedents
  }

  /** Everything that a node depends on, however far. */
  reached(node: number): Set<number> {
    const found = new Set(this.precedentsOf[node])
    for (const each of found) for (const next of this.precedentsOf[each]!) found.add(next)
    return found
  }

  cycles(): [number, number[]][] {
    const reached = this.precedentsOf.map((_, node) => this.reached(node))
    return reached.flatMap((own, node): [number, number[]][] =>
      own.has(node) ? [[node, [...own].filter((each) => reached[each]!.has(node)).sort((a, b) => a - b)]] : [],
    )
  }
}

const SIZE = 14
const node = fc.nat(SIZE - 1)
const lists = fc.array(fc.array(node, { maxLength: 2 }), { minLength: SIZE, maxLength: SIZE })
const acts = fc.array(fc.array(fc.tuple(node, fc.array(node, { maxLength: 3 })), { minLength: 1, maxLength: 5 }), {
  maxLength: 12,
})

function check(graph: Graph): void {
  const { order } = graph
  expect([...order.cycles].sort(([a], [b]) => a - b)).toEqual(graph.cycles())
  const ranks = graph.precedentsOf.map((_, each) => order.rank(each))
  expect(ranks.toSorted((a, b) => a - b)).toEqual(ranks.map((_, i) => i))
  for (const [each, list] of graph.precedentsOf.entries()) {
    if (order.cycles.has(each)) continue
    for (const precedent of list) expect(order.rank(precedent)).toBeLessThan(order.rank(each))
  }
}

test('after any changes of any nodes at once, precedents come first and cycles are those of the graph', () => {
  fc.assert(
    fc.property(lists, fc.boolean(), acts, (start, forward, history) => {
      // Half of the graphs start without a cycle, and keep to it in most steps.
      const only = (at: number, list: number[]): number[] => (forward ? list.filter((each) => each !== at) : list)
      const graph = new Graph(start.map((list, at) => (forward ? list.filter((each) => each < at) : list)))
      graph.order.build()
      check(graph)
      for (const step of history) {
        const before = step.map(([at]): [number, number[]] => [at, graph.precedentsOf[at]!])
        for (const [at, list] of step) graph.precedentsOf[at] = only(at, list)
        graph.order.update(step.map(([at]) => at))
        check(graph)
        if (!forward || graph.order.cycles.size === 0) continue
        for (const [at, list] of before.toReversed()) graph.precedentsOf[at] = list
        graph.order.update(step.map(([at]) => at))
        check(graph)
      }
    }),
    runs(2000),
  )
})

test('a cycle closed by two changes at once is found', () => {
  // 9 depends on 2. While 2 is placed after 5, the order does not know yet that 5 depends on 9.
  const graph = new Graph(Array.from({ length: 10 }, (_, at) => (at === 9 ? [2] : [])))
  graph.order.build()
  graph.precedentsOf[2] = [5]
  graph.precedentsOf[5] = [9]
  expect(graph.order.update([2, 5])).toBe(true)
  check(graph)
})
