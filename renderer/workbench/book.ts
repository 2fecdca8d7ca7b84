/**
 * What the workbook holds, as the screen knows it: each filing's inputs and its scenarios.
 * It applies change sets and reads inputs; it computes nothing, and what is stored in the file is the service's to say.
 */
import { cellName } from '../../shared/model/cell.ts'
import type { CellEdit, Change, ScenarioDefinition } from '../../shared/model/change_set.ts'
import type { CellFact, CellInput, CellRef, Filing, Schedule } from '../../shared/model/filing.ts'
import type { StoredFiling } from '../../shared/contract/contract.ts'

type ScenarioBook = { definition: ScenarioDefinition; cells: Map<string, CellInput> }
type FilingBook = { filing: Filing; base: Map<string, CellInput>; scenarios: Map<string, ScenarioBook> }

/** A scenario as lists show it. */
type ScenarioHead = ScenarioDefinition & { id: string; inputCount: number }

export type Book = {
  filings(): Filing[]
  /** The filing with its base inputs as they now stand; undefined when the workbook has no such filing. */
  filing(id: string): Filing | undefined
  /** The filing's scenarios in their order. */
  scenarios(filing: string): ScenarioHead[]
  hasScenario(filing: string, scenario: string): boolean
  /** The inputs of one scenario; none for the base layer. */
  scenarioCells(filing: string, scenario: string | null): CellInput[]
  /** The text entered for a cell in exactly this layer (null: the base); null where there is none. */
  input(filing: string, scenario: string | null, ref: CellRef): string | null
  /** Applies the changes in order. */
  apply(filing: string, changes: readonly Change[]): void
}

function inputsOf(cells: readonly CellInput[]): Map<string, CellInput> {
  return new Map(cells.filter((cell) => cell.input !== null).map((cell) => [cellName(cell), cell]))
}

function readFiling({ filing, scenarios }: StoredFiling): FilingBook {
  return {
    filing,
    base: inputsOf(filing.schedules.flatMap((schedule) => schedule.cells)),
    scenarios: new Map(scenarios.map(({ id, cells, ...definition }) => [id, { definition, cells: inputsOf(cells) }])),
  }
}

/** The schedule with one base input replaced, and its source kept as the cell's fact. */
function withBaseInput(schedule: Schedule, edit: CellEdit): Schedule {
  const others = schedule.cells.filter((cell) => cell.line !== edit.line || cell.column !== edit.column)
  const cell = { schedule: edit.schedule, line: edit.line, column: edit.column, input: edit.after }
  const facts = edit.source === undefined ? schedule.facts : withSource(schedule, edit)
  return { ...schedule, cells: edit.after === null ? others : [...others, cell], facts }
}

/** The facts with the source of a completed figure; a figure taken back leaves none. */
function withSource({ facts = [] }: Schedule, { line, column, after, source }: CellEdit): CellFact[] {
  return facts.map((fact) => {
    if (fact.line !== line || fact.column !== column) return fact
    const { source: _replaced, ...rest } = fact
    return after === null ? rest : { ...rest, source }
  })
}

function applyCell(book: FilingBook, edit: CellEdit): void {
  const cells = edit.scenario === null ? book.base : book.scenarios.get(edit.scenario)?.cells
  if (!cells) throw new Error(`There is no scenario ${edit.scenario} in ${book.filing.id}.`)
  const { schedule, line, column, after } = edit
  if (after === null) cells.delete(cellName(edit))
  else cells.set(cellName(edit), { schedule, line, column, input: after })
  if (edit.scenario !== null) return
  const schedules = book.filing.schedules.map((one) => (one.id === schedule ? withBaseInput(one, edit) : one))
  book.filing = { ...book.filing, schedules }
}

/** Reads the filings of a snapshot. */
export function readBook(stored: readonly StoredFiling[]): Book {
  const filings = new Map(stored.map((one) => [one.filing.id, readFiling(one)]))

  return {
    filings: () => [...filings.values()].map((book) => book.filing),
    filing: (id) => filings.get(id)?.filing,
    scenarios: (filing) =>
      [...(filings.get(filing)?.scenarios ?? [])]
        .map(([id, { definition, cells }]) => ({ id, ...definition, inputCount: cells.size }))
        .toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'en')),
    hasScenario: (filing, scenario) => filings.get(filing)?.scenarios.has(scenario) ?? false,
    scenarioCells: (filing, scenario) =>
      scenario === null ? [] : [...(filings.get(filing)?.scenarios.get(scenario)?.cells.values() ?? [])],
    input(filing, scenario, ref) {
      const book = filings.get(filing)
      const cells = scenario === null ? book?.base : book?.scenarios.get(scenario)?.cells
      return cells?.get(cellName(ref))?.input ?? null
    },
    apply(filing, changes) {
      const book = filings.get(filing)
      if (!book) throw new Error(`There is no filing ${filing}.`)
      for (const change of changes) {
        if (change.kind === 'cell') applyCell(book, change)
        else if (change.after === null) book.scenarios.delete(change.scenario)
        else {
          const cells = book.scenarios.get(change.scenario)?.cells ?? new Map<string, CellInput>()
          book.scenarios.set(change.scenario, { definition: change.after, cells })
        }
      }
    },
  }
}
