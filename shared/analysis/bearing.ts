/**
 * How the cells of an act over many bear on one another: which follow from others, and which mean the same whatever was entered before
 * them. Reads engines; plans nothing but the edits that it asks about.
 */
import { structureFormula, typedAt } from '../calc/layout.ts'
import { cellName } from '../model/cell.ts'
import type { CellRef } from '../model/filing.ts'
import { findCell } from '../model/lookup.ts'
import type { Steps } from '../model/steps.ts'
import { isFormula, planOne, STRETCH, type ManyCell, type ManyRequest } from './many_request.ts'

/** How the cells of an act bear on one another; `ALL`: on none does another. */
export type Bearing = { follow: ReadonlySet<string>; free: ReadonlySet<string> | typeof ALL }
export const ALL = 'all'
const ALONE: Bearing = { follow: new Set(), free: ALL }

/** How the cells bear on one another, in steps where none does. */
export function* bearingOf(request: ManyRequest, cells: readonly ManyCell[]): Steps<Bearing> {
  return (yield* isPlain(request, cells)) ? ALONE : bearing(request, cells)
}

/**
 * True where no cell bears on another, as most acts are: it is cleared, which sets no other cell and depends on no figure, or plain
 * figures are entered where no formula stands, nor the mirror of another line, so that nothing but its own edit moves it.
 */
function* isPlain({ filing, engine, scenario }: ManyRequest, cells: readonly ManyCell[]): Steps<boolean> {
  if (cells.every(({ text }) => text.trim() === '')) return true
  for (const [at, { ref, text }] of cells.entries()) {
    if (at % STRETCH === 0) yield
    const found = findCell(filing, ref)
    if (!found || isFormula(text) || found.line.source || structureFormula(found.line, found.column)) return false
    const own = scenario === null ? null : engine.input(ref, 'scenario')
    if (isFormula(own ?? engine.input(ref, 'base') ?? '')) return false
  }
  return true
}

/** The cells that an edit may move besides its own: those of its plan, where a link or a sum of periods passes it on. */
function seedsOf(request: ManyRequest, cell: ManyCell): readonly CellRef[] {
  const found = findCell(request.filing, cell.ref)
  if (!found) return []
  const mayPassOn = found.line.source !== undefined || structureFormula(found.line, found.column)?.by === 'column'
  const planned = mayPassOn ? planOne(request, cell) : undefined
  return planned?.kind === 'plan' ? [cell.ref, ...planned.inputs] : [cell.ref]
}

/**
 * How the cells of an act bear on one another. `follow`: what others move, so that it takes no edit of its own. `free`: what
 * no other bears on, so that its edit means the same whatever was entered before it.
 */
function bearing(request: ManyRequest, cells: readonly ManyCell[]): Bearing {
  const typed = cells.filter(({ text }) => text.trim() !== '')
  const layer = request.scenario === null ? 'base' : 'scenario'
  const dependents = (ref: CellRef): CellRef[] => request.engine.dependents(ref, layer)
  const seeds = new Map(typed.map((cell) => [cellName(cell.ref), seedsOf(request, cell)]))
  const moved = movers(seeds, dependents)
  const follow = following(request, typed, seeds, moved, dependents)

  // What follows makes no edit, so it bears on nothing.
  const entered = cells.filter(({ ref }) => !follow.has(cellName(ref)))
  const all = new Map(entered.map(({ ref }) => [cellName(ref), seeds.get(cellName(ref)) ?? [ref]]))
  const movedByAll = entered.length === seeds.size && follow.size === 0 ? moved : movers(all, dependents)
  const isFree = (name: string, text: string): boolean =>
    !isFormula(text) &&
    all.get(name)!.every((seed) => {
      const own = cellName(seed)
      return (own === name || !all.has(own)) && [...(movedByAll.get(own) ?? [])].every((mover) => mover === name)
    })
  const names = entered.map(({ ref, text }) => ({ name: cellName(ref), text }))
  return { follow, free: new Set(names.filter(({ name, text }) => isFree(name, text)).map(({ name }) => name)) }
}

/**
 * The cells, by name, that other cells of the act move: by a formula that reads them, or because their edits pass on to it.
 * Of cells that would move each other, as two adjustments of one source line, one takes its edit and the rest follow:
 * first those whose edit passes on to no other cell.
 */
function following(
  request: ManyRequest,
  typed: readonly ManyCell[],
  seeds: ReadonlyMap<string, readonly CellRef[]>,
  moved: ReadonlyMap<string, ReadonlySet<string>>,
  dependents: (ref: CellRef) => CellRef[],
): ReadonlySet<string> {
  const replaced = new Set(typed.filter((cell) => replacesFormula(request, cell)).map(({ ref }) => cellName(ref)))
  const follows = (name: string): boolean =>
    !replaced.has(name) && [...(moved.get(name) ?? [])].some((mover) => mover !== name)

  const reached = new Set<string>()
  const spread = (mover: string, from: readonly CellRef[]): void => {
    const open = movedFirst(mover, from, dependents)
    for (let ref = open.pop(); ref; ref = open.pop()) {
      if (reached.has(cellName(ref))) continue
      reached.add(cellName(ref))
      open.push(...dependents(ref))
    }
  }
  for (const [name, from] of seeds) if (!follows(name)) spread(name, from)
  const following = new Set<string>()
  const disputed = [...seeds].filter(([name]) => follows(name)).sort(([, a], [, b]) => passesOn(a) - passesOn(b))
  for (const [name, from] of disputed) {
    if (reached.has(name)) following.add(name)
    else spread(name, from)
  }
  return following
}

/** True where the text does away with a formula that was entered in the cell, so that nothing makes it follow. */
function replacesFormula({ filing, engine, scenario }: ManyRequest, { ref, text }: ManyCell): boolean {
  const found = findCell(filing, ref)
  const standing = (scenario === null ? null : engine.input(ref, 'scenario')) ?? engine.input(ref, 'base')
  if (!found || standing === null || !isFormula(standing)) return false
  return typedAt(found, text).kind !== 'change'
}

/** 1 where an edit passes on to other cells, 0 where it stays in its own. */
function passesOn(seeds: readonly CellRef[]): 0 | 1 {
  return seeds.length > 1 ? 1 : 0
}

/** What an edit moves at first hand: the other cells that it sets, and the formulas that read any of them. */
function movedFirst(mover: string, seeds: readonly CellRef[], dependents: (ref: CellRef) => CellRef[]): CellRef[] {
  return [...seeds.filter((ref) => cellName(ref) !== mover), ...seeds.flatMap(dependents)]
}

/** For each cell that the act moves: which cells of the act move it. Two of them tell all that is asked. */
function movers(
  seeds: ReadonlyMap<string, readonly CellRef[]>,
  dependents: (ref: CellRef) => CellRef[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const moved = new Map<string, Set<string>>()
  const open = [...seeds].flatMap(([mover, from]) => movedFirst(mover, from, dependents).map((ref) => ({ ref, mover })))
  for (let next = open.pop(); next; next = open.pop()) {
    const { ref, mover } = next
    const known = moved.get(cellName(ref)) ?? new Set()
    if (known.has(mover) || known.size === 2) continue
    moved.set(cellName(ref), known.add(mover))
    for (const one of dependents(ref)) open.push({ ref: one, mover })
  }
  return moved
}
