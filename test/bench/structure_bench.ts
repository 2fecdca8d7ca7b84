/**
 * The engine's part in acts of structure, each and its undoing, beside building the engine anew; what their plans take beside the same;
 * and an edit of a scenario high in a chain beside one that stands on the base. Turn by turn in one run; asserts nothing.
 */
import { readBook } from '../../renderer/session/book/book.ts'
import { createSheets } from '../../renderer/session/book/sheets.ts'
import { createEngine, type Engine } from '../../shared/calc/engine.ts'
import { inverse } from '../../shared/model/change_set.ts'
import { heldFiling, holdWorkbook } from '../../shared/model/changes/held.ts'
import { applyChanges, type Change } from '../../shared/model/changes/kinds.ts'
import type { CellInput, Filing } from '../../shared/model/filing.ts'
import { changeColumn, insertColumn } from '../../shared/structure/columns.ts'
import { deleteLines } from '../../shared/structure/deletion.ts'
import { moveLines } from '../../shared/structure/line_order.ts'
import { changeLine, insertLine } from '../../shared/structure/lines.ts'
import type { Draft, StructurePlan } from '../../shared/structure/plan.ts'
import { item, largeFiling, LEDGER } from './large_filing.ts'
import { median } from './median.ts'

const ROUNDS = 9
const LINES = 5_000
/** A line in the middle of the ledger, in a section of its own kind. */
const [SECTION, LINE] = [90, item(90, 5)]

type Acts = Record<string, (draft: Draft, engine: Engine) => StructurePlan>

const ledgerOf = ({ filing }: Draft) => filing.schedules.find(({ id }) => id === LEDGER)!
const placeOf = (draft: Draft, line: string): number => ledgerOf(draft).lines.findIndex(({ id }) => id === line)

const ACTS: Acts = {
  insert_line: (draft) =>
    insertLine(draft, {
      schedule: LEDGER,
      at: placeOf(draft, LINE),
      line: { id: 'put_in', label: 'Put in', kind: 'input', format: 'amount', parent: `section_${SECTION}` },
    }),
  delete_line: (draft, engine) => deleteLines(draft, { schedule: LEDGER, lines: [LINE], replace: 'values', engine }),
  move_line: (draft) => moveLines(draft, { schedule: LEDGER, lines: [LINE], to: placeOf(draft, item(SECTION, 15)) }),
  insert_column: (draft) =>
    insertColumn(draft, { schedule: LEDGER, at: 7, column: { id: 'put_in', label: 'Put in', kind: 'duration' } }),
  rename_line: (draft) => {
    const line = ledgerOf(draft).lines.find(({ id }) => id === item(SECTION, 0))!
    return changeLine(draft, { schedule: LEDGER, line: line.id, to: { ...line, id: 'renamed' } })
  },
  rename_column: (draft) => {
    const column = ledgerOf(draft).columns.find(({ id }) => id === 'q1_2007')!
    return changeColumn(draft, { schedule: LEDGER, column: column.id, to: { ...column, id: 'renamed' } })
  },
}

const NAMES: Record<string, string> = {
  insert_line: 'a line put in',
  delete_line: 'a line deleted, its values kept',
  move_line: 'a line moved',
  insert_column: 'a column put in',
  rename_line: 'the id of a line renamed',
  rename_column: 'the id of a column renamed',
}

export const STRUCTURE_LABELS: [key: string, label: string][] = [
  ['build_ms', 'building the engine of 5,000 lines x 24 columns, milliseconds'],
  ...Object.keys(ACTS).flatMap((act): [string, string][] => [
    [`${act}_engine`, `${NAMES[act]}: engine / build (aim: at most 0.05)`],
    [`${act}_plan_ms`, `${NAMES[act]}: plan, milliseconds`],
  ]),
  ['chain', 'an edit of a scenario on a scenario on a scenario / of one on the base (aim: at most 1.2)'],
]

function clock<T>(into: number[], work: () => T): T {
  globalThis.gc?.()
  const began = performance.now()
  const done = work()
  into.push(performance.now() - began)
  return done
}

/** The base inputs as changes left them. */
function inputsOf(changes: readonly Change[]): CellInput[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'cell') return []
    const { schedule, line, column, after: input } = change
    return [{ schedule, line, column, input }]
  })
}

function acts(filing: Filing): Record<string, number> {
  const workbook = holdWorkbook([{ filing, scenarios: [], comments: [] }])
  const now = (): Filing => heldFiling(workbook, filing.id).filing
  const engine = createEngine(filing)
  const builds: number[] = []
  const engines: Record<string, number[]> = {}
  const plans: Record<string, number[]> = {}
  for (let round = 0; round <= ROUNDS; round++) {
    const warm: number[] = []
    clock(round > 0 ? builds : warm, () => createEngine(filing))
    for (const [name, act] of Object.entries(ACTS)) {
      const [ofEngine, ofPlan] = round > 0 ? [(engines[name] ??= []), (plans[name] ??= [])] : [warm, warm]
      const plan = clock(ofPlan, () => act({ filing: now(), at: 0, scenarios: [], comments: [] }, engine))
      if (plan.kind === 'refused') throw new Error(`${name} was refused.`)
      for (const changes of [plan.changes, inverse(plan.changes)]) {
        applyChanges(workbook, filing.id, changes)
        clock(ofEngine, () => engine.restructure(now(), inputsOf(changes)))
      }
    }
  }
  const build = median(builds)
  const figures: Record<string, number> = { build_ms: build }
  for (const name of Object.keys(ACTS)) {
    figures[`${name}_engine`] = median(engines[name]!) / build
    figures[`${name}_plan_ms`] = median(plans[name]!)
  }
  return figures
}

const EDITS = 400
const CELL = { schedule: LEDGER, line: LINE, column: 'q1_2007' }

/** Milliseconds of an edit of the uppermost of so many scenarios on one another, as the screen makes it, once for each round. */
function chained(filing: Filing, depth: number): () => number {
  const scenarios = Array.from({ length: depth }, (_, at) => ({
    id: `s${at}`,
    name: `Scenario ${at + 1}`,
    description: '',
    position: at,
    standsOn: at === 0 ? null : `s${at - 1}`,
    cells: [{ schedule: LEDGER, line: item(at, 0), column: 'q1_2007', input: `${at}` }],
  }))
  const book = readBook([{ filing, scenarios, comments: [] }])
  const sheets = createSheets(book)
  const top = `s${depth - 1}`
  sheets.engine(filing.id, top)
  let typed = 0
  return () => {
    const began = performance.now()
    for (let i = 0; i < EDITS; i++) {
      const before = typed === 0 ? null : `${typed}`
      const changes: Change[] = [{ kind: 'cell', ...CELL, scenario: top, before, after: `${++typed}` }]
      book.apply(filing.id, changes)
      sheets.apply(filing.id, changes)
    }
    return performance.now() - began
  }
}

export function structureFigures(): Record<string, number> {
  const filing = largeFiling({ lines: LINES, status: 'draft' })
  const [one, three] = [chained(filing, 1), chained(filing, 3)]
  const [ofOne, ofThree]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const [a, b] = [one(), three()]
    if (round === 0) continue
    ofOne.push(a)
    ofThree.push(b)
  }
  return { ...acts(filing), chain: median(ofThree) / median(ofOne) }
}
