/**
 * Which cells a formula reads, directly and through others, and whether it comes to read itself. Follows names only; computes nothing.
 */
import { bind } from '../calc/bind.ts'
import { membersOf } from '../calc/extent.ts'
import { Layout, structureFormula } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import type { CellInput, CellRef, Filing } from '../model/filing.ts'
import { columnName, findCell, lineName } from '../model/lookup.ts'
import { countText } from '../money/count.ts'
import type { Refusal } from '../refusals/refusal.ts'
import { withoutInputs } from './figures.ts'
import { isFormulaInput, type FormulaPlace } from './formulas.ts'
import { inForce } from '../model/chain.ts'
import { baseInput } from './layers.ts'
import type { Draft } from './plan.ts'
import { cellsServed } from './ranges.ts'

/** One layer of a filing, with the cells that each of its cells reads. */
class Reading {
  readonly layout: Layout
  private readonly filing: Filing
  private readonly over: ReadonlyMap<string, CellInput>
  private readonly ranges: Int32Array[] = []

  /** `over` are the inputs in force over the base. */
  constructor(filing: Filing, layout: Layout, over: ReadonlyMap<string, CellInput>) {
    this.filing = filing
    this.layout = layout
    this.over = over
  }

  /** The cells that a cell reads; none where it holds what was entered. */
  of(cell: number): number[] {
    const { layout } = this
    const ref = layout.ref(cell)
    const input = this.over.get(cellName(ref))?.input ?? baseInput(this.filing, ref)
    const place = layout.place(cell)
    const { lines, columns } = place.sheet
    const text =
      input === undefined
        ? structureFormula(lines[place.line]!, columns[place.column]!)?.text
        : isFormulaInput(this.filing, { ...ref, input })
          ? input
          : undefined
    if (text === undefined) return []
    const { nodes, filedCells } = bind(text, place, layout.byId, (extent) => this.ranges.push(membersOf(extent)) - 1)
    const read = [...nodes].flatMap((node) => (node < 0 ? [...this.ranges[~node]!] : [node]))
    return [...read, ...filedCells]
  }
}

/** The base layer and each scenario. */
function readingsOf({ filing, scenarios }: Draft): Reading[] {
  const layout = new Layout(filing)
  return [NONE, ...inForce(scenarios).values()].map((over) => new Reading(filing, layout, over))
}

const NONE: ReadonlyMap<string, CellInput> = new Map()

/** The cells of a ring of reading that goes through one of these cells, in reading order; undefined where none does. */
export function cycleThrough(draft: Draft, through: readonly CellRef[]): CellRef[] | undefined {
  for (const reading of readingsOf(draft)) {
    const starts = through.flatMap((ref) => reading.layout.cell(ref) ?? [])
    const ring = ringIn(reading, starts)
    if (ring) return ring.map((cell) => reading.layout.ref(cell))
  }
  return undefined
}

function ringIn(reading: Reading, starts: readonly number[]): number[] | undefined {
  const sought = new Set(starts)
  const done = new Set<number>()
  for (const start of starts) {
    if (done.has(start)) continue
    const way = [{ cell: start, reads: reading.of(start), next: 0 }]
    const onWay = new Set([start])
    while (way.length > 0) {
      const at = way.at(-1)!
      const cell = at.reads[at.next++]
      if (cell === undefined) {
        way.pop()
        onWay.delete(at.cell)
        done.add(at.cell)
      } else if (onWay.has(cell)) {
        if (sought.has(cell)) return way.slice(way.findIndex((one) => one.cell === cell)).map((one) => one.cell)
      } else if (!done.has(cell)) {
        onWay.add(cell)
        way.push({ cell, reads: reading.of(cell), next: 0 })
      }
    }
  }
  return undefined
}

/** True where one of the cells `from` reads one of `to`, or is one, in the base layer. */
export function readsAny({ filing }: Draft, from: readonly CellRef[], to: readonly CellRef[]): boolean {
  const reading = new Reading(filing, new Layout(filing), NONE)
  const goals = new Set(to.flatMap((ref) => reading.layout.cell(ref) ?? []))
  const seen = new Set(from.flatMap((ref) => reading.layout.cell(ref) ?? []))
  for (const cell of seen) {
    if (goals.has(cell)) return true
    for (const read of reading.of(cell)) seen.add(read)
  }
  return false
}

/** Why a formula may not stand that would come to read itself through these cells, and did not before; undefined where it may. */
export function ringFault(before: Draft, after: Draft, through: readonly CellRef[]): Refusal | undefined {
  const ring = cycleThrough(after, through)
  if (!ring || cycleThrough(before, through)) return undefined
  // A ring within one line is told by its columns.
  const isAcross =
    ring.length > 1 && ring.every(({ line, schedule }) => line === ring[0]!.line && schedule === ring[0]!.schedule)
  const names = [...ring, ring[0]!].map((ref) => {
    const found = findCell(after.filing, ref)
    if (!found) return isAcross ? ref.column : ref.line
    return isAcross ? columnName(found.schedule, found.column) : lineName(found)
  })
  const path = names.filter((name, at) => name !== names[at - 1] || names.length === 2)
  const [first, ...others] = (path.length > 1 ? path : [path[0], path[0]]) as [string, ...string[]]
  if (others.length <= MOST_NAMED) return { code: 'reads_itself', first, others, further: null }
  const near = others.slice(0, MOST_NAMED - 1)
  return { code: 'reads_itself', first, others: near, further: countText(others.length - near.length - 1) }
}

/** Members of a ring that are named; of a longer one the others are counted. */
const MOST_NAMED = 12

/** The same of the formula that a line or column gives its cells, also where inputs stand over it now. */
export function formulaRing(before: Draft, after: Draft, place: FormulaPlace): Refusal | undefined {
  const through = cellsServed(after.filing, place)
  const names = new Set(through.map(cellName))
  const bare = (draft: Draft): Draft => withoutInputs(draft, (cell) => names.has(cellName(cell)))
  return ringFault(bare(before), bare(after), through)
}
