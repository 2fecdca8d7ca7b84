/**
 * Owns the engines: one for each filing and scenario that was shown, built when first asked for and kept in step
 * with every change set. Nothing else builds or edits an engine of the screen.
 */
import { createEngine, type Engine } from '../../shared/calc/engine.ts'
import type { Change } from '../../shared/model/change_set.ts'
import type { Book } from './book.ts'

export type Sheets = {
  /** The engine of a filing in a scenario (null: the base layer alone). */
  engine(filing: string, scenario: string | null): Engine
  /** Brings the engines in step with changes that the book has applied. */
  apply(filing: string, changes: readonly Change[]): void
}

function key(filing: string, scenario: string | null): string {
  return `${filing}/${scenario ?? ''}`
}

/** Engines over a book; the book must already hold the changes that `apply` is given. */
export function createSheets(book: Book): Sheets {
  const engines = new Map<string, { filing: string; scenario: string | null; engine: Engine }>()

  return {
    engine(filing, scenario) {
      const known = engines.get(key(filing, scenario))
      if (known) return known.engine
      const described = book.filing(filing)
      if (!described) throw new Error(`There is no filing ${filing}.`)
      const engine = createEngine(described, book.scenarioCells(filing, scenario))
      engines.set(key(filing, scenario), { filing, scenario, engine })
      return engine
    },
    apply(filing, changes) {
      for (const change of changes) {
        if (change.kind === 'scenario') {
          if (change.after === null) engines.delete(key(filing, change.scenario))
          continue
        }
        const { schedule, line, column, after } = change
        for (const held of engines.values()) {
          if (held.filing !== filing) continue
          const input = [{ schedule, line, column, input: after }]
          if (change.scenario === null) held.engine.apply(input, 'base')
          else if (change.scenario === held.scenario) held.engine.apply(input, 'scenario')
        }
      }
    },
  }
}
