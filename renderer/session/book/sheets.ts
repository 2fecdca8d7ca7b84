/**
 * Owns the engines: one for each filing and scenario that was shown, those of a filing over one base, made when first asked for and kept
 * in step with every change set. Nothing else builds or edits an engine of the screen.
 */
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import { reshapes, type Change } from '../../../shared/model/changes/kinds.ts'
import { differingCells } from '../../../shared/checks/engine_followed.ts'
import type { CellInput, CellRef, Layer } from '../../../shared/model/filing.ts'
import type { Book } from './book.ts'

type Held = { filing: string; scenario: string | null; engine: Engine }

function key(filing: string, scenario: string | null): string {
  return `${filing}/${scenario ?? ''}`
}

/**
 * Told of an engine that is about to be forgotten, while it may still be asked, and of that of the base alone, where one is held and stays.
 */
export type Forgetting = (filing: string, engine: Engine, base: Engine | undefined) => void

/** Engines over a book; the book must already hold the changes that `apply` is given. */
export function createSheets(book: Book, forgetting: Forgetting = () => undefined) {
  const engines = new Map<string, Held>()

  function build(filing: string, scenario: string | null): Engine {
    const described = book.filing(filing)
    if (!described) throw new Error(`There is no filing ${filing}.`)
    const cells = book.effectiveCells(filing, scenario)
    return anyOf(filing)?.layer(cells) ?? createEngine(described, cells)
  }

  /** An engine of the filing, in whichever scenario. */
  function anyOf(filing: string): Engine | undefined {
    for (const held of engines.values()) if (held.filing === filing) return held.engine
    return undefined
  }

  /** The engine of a filing in a scenario (null: the base layer alone), its chain folded into the scenario layer. */
  function engineOf(filing: string, scenario: string | null): Engine {
    const known = engines.get(key(filing, scenario))
    if (known) return known.engine
    const engine = build(filing, scenario)
    engines.set(key(filing, scenario), { filing, scenario, engine })
    return engine
  }

  /** What the engine of a scenario takes where its own inputs change so. */
  function through(filing: string, scenario: string | null, inputs: readonly CellInput[]): CellInput[] {
    return inputs.map((one) =>
      one.input === null ? { ...one, input: book.inherited(filing, scenario, one)?.input ?? null } : one,
    )
  }

  /** Forgets the engines that a scenario bears on: it was made, removed or put on another. */
  function forget(filing: string, scenario: string): void {
    for (const [name, held] of engines) {
      if (held.filing !== filing || held.scenario === null) continue
      const chain = book.chain(filing, held.scenario)
      if (chain.length > 0 && held.scenario !== scenario && !chain.includes(scenario)) continue
      forgetting(filing, held.engine, engines.get(key(filing, null))?.engine)
      held.engine.release()
      engines.delete(name)
    }
  }

  /** The structure of the filing as it now stands, in all its engines; false where it stands no more, and they are forgotten. */
  function restructure(filing: string, standing: Engine, inputs: readonly CellInput[]): boolean {
    const described = book.filing(filing)
    if (described) {
      standing.restructure(described, inputs)
      return true
    }
    for (const [name, held] of engines) if (held.filing === filing) engines.delete(name)
    return false
  }

  /** Brings one engine to the inputs that are now in force at the cells changed in scenarios of its chain. */
  function follow({ filing, scenario, engine }: Held, edits: readonly CellEdit[]): void {
    if (scenario === null || edits.length === 0) return
    const chain = new Set(book.chain(filing, scenario))
    const touched = new Map(
      edits.filter((edit) => edit.scenario !== null && chain.has(edit.scenario)).map((edit) => [cellName(edit), edit]),
    )
    const inputs = [...touched.values()].flatMap(({ schedule, line, column }): CellInput[] => {
      const ref = { schedule, line, column }
      return engine.has(ref) ? [{ ...ref, input: book.standing(filing, scenario, ref)?.input ?? null }] : []
    })
    if (inputs.length > 0) engine.apply(inputs, 'scenario')
  }

  return {
    engine: engineOf,
    /**
     * The cells in which two scenarios of one filing differ, and some beside; undefined where these are more than `most`, or an engine is
     * not one of those kept in step, which lie over one base.
     */
    differing(a: Engine, b: Engine, most: number): readonly CellRef[] | undefined {
      const held = [...engines.values()].filter(({ engine }) => engine === a || engine === b)
      return held.length === 2 && held[0]!.filing === held[1]!.filing ? differingCells(a, b, most) : undefined
    },
    through,
    /** The same engine for supposing what is taken back: an input that goes gives way to that of the scenario below. */
    fallingEngine(filing: string, scenario: string | null): Engine {
      const engine = engineOf(filing, scenario)
      const fall = (inputs: readonly CellInput[], layer: Layer): readonly CellInput[] =>
        layer === 'base' ? inputs : through(filing, scenario, inputs)
      return {
        ...engine,
        preview: (inputs, layer = 'scenario') => engine.preview(fall(inputs, layer), layer),
        suppose: (inputs, layer, read) => engine.suppose(fall(inputs, layer), layer, read),
      }
    },
    /** Brings the engines in step with changes that the book has applied. */
    apply(filing: string, changes: readonly Change[]): void {
      for (const change of changes) {
        if (change.kind !== 'scenario') continue
        const { before, after } = change
        const moved = (before?.standsOn ?? null) !== (after?.standsOn ?? null)
        if (before === null || after === null || moved) forget(filing, change.scenario)
      }
      const standing = anyOf(filing)
      if (!standing) return
      const edits = changes.filter((change) => change.kind === 'cell')
      const inputs = baseInputs(edits)
      if (!changes.some(reshapes)) {
        if (inputs.length > 0) standing.apply(inputs, 'base')
      } else if (!restructure(filing, standing, inputs)) return
      // The base is the same for all of them.
      for (const held of engines.values()) if (held.filing === filing) follow(held, edits)
    },
  }
}

/** The inputs of the base as edits of them left each cell. */
function baseInputs(edits: readonly CellEdit[]): CellInput[] {
  const ofBase = new Map(edits.filter(({ scenario }) => scenario === null).map((edit) => [cellName(edit), edit]))
  return [...ofBase.values()].map(({ schedule, line, column, after: input }) => ({ schedule, line, column, input }))
}

export type Sheets = ReturnType<typeof createSheets>
