/**
 * Measures building and editing: microseconds a cell, and ratios to a full recompute and to the bare decimal operations
 * that an edit needs, and a point of a sensitivity table as a ratio to its edit, all in one run; then what a person feels of a
 * large filing in a browser. `npm run bench` prints tables, `npm run bench -- --json` the figures; `--only engine`, `structure`,
 * `tie_outs`, `valuation`, `storage` or `browser` leaves the others out. Asserts nothing: a machine's speed is no property of the product.
 */
import { cpus } from 'node:os'
import { oneWay } from '../../shared/analysis/sensitivity.ts'
import { createEngine, type Engine } from '../../shared/calc/engine.ts'
import type { CellInput } from '../../shared/model/filing.ts'
import { Decimal, quantize } from '../../shared/money/decimal.ts'
import { BROWSER_LABELS, BROWSER_STAGES, browserFigures, type BrowserFigures } from './browser_bench.ts'
import { BLOCK_LABELS } from './browser_blocks.ts'
import { STRUCTURE_KEY_LABELS } from './browser_structure.ts'
import { STORAGE_LABELS, storageFigures } from './storage_bench.ts'
import { STRUCTURE_LABELS, structureFigures } from './structure_bench.ts'
import { CHANGED_DOWNSTREAM, CHANGED_IN_SCHEDULE, COLUMN, benchFiling, cellCount, type Size } from './bench_filing.ts'
import { TIE_OUT_LABELS, tieOutFigures } from './tie_out_bench.ts'
import { median } from './median.ts'
import { VALUATION_LABELS, valuationFigures } from './valuation_bench.ts'

const ROUNDS = 9
const WARM_UP = 2
/** Calls in one sample, and samples in a round: many short ones, so that the median forgives a busy machine. */
const TAIL = { calls: 50, samples: 20 }
const HEAD = { calls: 3, samples: 10 }

const SIZES = {
  ordinary: { schedules: 100, items: 119, columns: 8 },
  five_times: { schedules: 500, items: 119, columns: 8 },
  long_sum: { schedules: 10, items: 10_000, columns: 8 },
} satisfies Record<string, Size>

type Name = keyof typeof SIZES
const NAMES = Object.keys(SIZES) as Name[]

/** Microseconds of one call of `work`, once for each sample. */
function clock({ calls, samples }: { calls: number; samples: number }, work: (i: number) => void): number[] {
  return Array.from({ length: samples }, () => {
    const start = process.hrtime.bigint()
    for (let i = 0; i < calls; i++) work(i)
    return Number(process.hrtime.bigint() - start) / 1000 / calls
  })
}

/** Clears what earlier rounds left, so that no measurement pays for another; needs node --expose-gc. */
function settle(): void {
  globalThis.gc?.()
}

let typed = 0
/** An input at one end of the chain that differs from what stood. */
function input(size: Size, end: 'head' | 'tail'): CellInput {
  const schedule = `schedule_${end === 'head' ? 0 : size.schedules - 1}`
  return { schedule, line: 'item_7', column: COLUMN, input: `${++typed}` }
}

function edit(engine: Engine, size: Size, end: 'head' | 'tail'): void {
  const downstream = end === 'head' ? (size.schedules - 1) * CHANGED_DOWNSTREAM : 0
  const changes = engine.apply([input(size, end)])
  if (changes.length !== CHANGED_IN_SCHEDULE + downstream) throw new Error(`${changes.length} cells changed.`)
}

const amounts = Array.from({ length: 64 }, (_, i) => new Decimal(123_456 + i * 977))
let kept = new Decimal(0)

/** The decimal operations of an edit and nothing else: total - old + new, opening + items, closing / shares; and the chain. */
function bare(schedules: number, i: number): void {
  const [old, now, shares] = [amounts[i % 64]!, amounts[(i + 1) % 64]!, amounts[7]!]
  const items = kept.minus(old).plus(now)
  let closing = old.plus(items)
  kept = quantize(closing.div(shares))
  for (let s = 1; s < schedules; s++) {
    closing = closing.plus(items)
    kept = quantize(closing.div(shares))
  }
}

/** Points of a sensitivity table that is measured as a whole, so that what it costs besides its points is counted too. */
const POINTS = 50
const TABLE = { calls: 1, samples: 20 }

/** A table of one item over a range against the closing of its schedule. */
function table(engine: Engine, size: Size): void {
  const by = { ...input(size, 'tail'), input: null }
  const outputs = [{ ...by, line: 'closing' }]
  const from = new Decimal(typed)
  const made = oneWay({ engine, by, outputs, from, to: from.plus(POINTS - 1), step: new Decimal(1) })
  if (made.kind === 'refused' || made.rows.length !== POINTS) throw new Error('The table was not made.')
}

type Samples = Record<'build' | 'layer' | 'tail' | 'head' | 'bare_tail' | 'bare_head' | 'preview' | 'point', number[]>

function measure(): Record<Name, Samples> {
  const samples = Object.fromEntries(
    NAMES.map((name) => [
      name,
      { build: [], layer: [], tail: [], head: [], bare_tail: [], bare_head: [], preview: [], point: [] },
    ]),
  ) as unknown as Record<Name, Samples>
  const filings = NAMES.map((name) => benchFiling(SIZES[name]))
  const engines = filings.map((filing) => createEngine(filing))
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, name] of NAMES.entries()) {
      const size = SIZES[name]
      const engine = engines[i]!
      settle()
      const build = clock({ calls: 1, samples: 1 }, () => createEngine(filings[i]!))
      // Edits run on an engine that stands, as while a person works; some go first, since collecting garbage cools the code.
      settle()
      clock(TAIL, () => edit(engine, size, 'tail'))
      const taken: Samples = {
        build,
        layer: clock({ calls: 1, samples: 1 }, () => engine.layer([]).release()),
        tail: clock(TAIL, () => edit(engine, size, 'tail')),
        head: clock(HEAD, () => edit(engine, size, 'head')),
        preview: clock(TAIL, () => engine.preview([input(size, 'tail')])),
        point: clock(TABLE, () => table(engine, size)).map((whole) => whole / POINTS),
        bare_tail: clock(TAIL, (n) => bare(1, n)),
        bare_head: clock(HEAD, (n) => bare(size.schedules, n)),
      }
      if (round < 0) continue
      for (const what of Object.keys(taken) as (keyof Samples)[]) samples[name][what].push(...taken[what])
    }
  }
  return samples
}

function heldBytes(): number {
  settle()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** What the filing and its engine keep, with a scenario over the base as a share of without; read after collecting garbage. */
function scenarioMemory(size: Size): number {
  const nothing = heldBytes()
  const filing = benchFiling(size)
  const engine = createEngine(filing)
  const alone = heldBytes() - nothing
  const scenario = engine.layer([input(size, 'tail')])
  const ratio = (heldBytes() - nothing) / alone
  // Both are kept until here.
  if (engine.filing() !== scenario.filing()) throw new Error('A scenario stands over another filing.')
  return ratio
}

function report(samples: Record<Name, Samples>, memory: Record<Name, number>): Record<Name, Record<string, number>> {
  return Object.fromEntries(
    NAMES.map((name) => {
      const size = SIZES[name]
      const of = (what: keyof Samples): number => median(samples[name][what])
      const cells = cellCount(size)
      const changedByHead = CHANGED_IN_SCHEDULE + (size.schedules - 1) * CHANGED_DOWNSTREAM
      return [
        name,
        {
          cells,
          build_us_per_cell: of('build') / cells,
          build_cells_per_second: (cells / of('build')) * 1e6,
          scenario_to_build: of('layer') / of('build'),
          scenario_memory: memory[name],
          tail_us_per_changed_cell: of('tail') / CHANGED_IN_SCHEDULE,
          tail_cells_per_second: (CHANGED_IN_SCHEDULE / of('tail')) * 1e6,
          tail_to_full_recompute: of('tail') / of('build'),
          tail_to_bare_decimals: of('tail') / of('bare_tail'),
          preview_to_bare_decimals: of('preview') / of('bare_tail'),
          preview_us_per_changed_cell: of('preview') / CHANGED_IN_SCHEDULE,
          sensitivity_us_per_point: of('point'),
          sensitivity_point_to_bare_decimals: of('point') / of('bare_tail'),
          sensitivity_point_to_edit: of('point') / of('tail'),
          sensitivity_point_to_preview: of('point') / of('preview'),
          head_changed_cells: changedByHead,
          head_us_per_changed_cell: of('head') / changedByHead,
          head_cells_per_second: (changedByHead / of('head')) * 1e6,
          head_to_full_recompute: of('head') / of('build'),
          head_to_bare_decimals: of('head') / of('bare_head'),
        },
      ]
    }),
  ) as unknown as Record<Name, Record<string, number>>
}

const LABELS: [key: string, label: string][] = [
  ['cells', 'cells'],
  ['build_us_per_cell', 'build, microseconds a cell (aim: under 5)'],
  ['build_cells_per_second', 'build, cells per second'],
  ['scenario_to_build', 'a scenario over a base that stands / building it'],
  ['scenario_memory', 'memory with the first scenario / before it (aim: at most 1.1)'],
  ['tail_us_per_changed_cell', 'edit at the end, microseconds a changed cell (aim: under 5)'],
  ['tail_cells_per_second', 'edit at the end, changed cells per second'],
  ['tail_to_full_recompute', 'edit at the end / full recompute'],
  ['tail_to_bare_decimals', 'edit at the end / its bare decimal operations (aim: at most 3)'],
  ['preview_to_bare_decimals', 'preview at the end / the same'],
  ['preview_us_per_changed_cell', 'preview at the end, microseconds a changed cell'],
  ['sensitivity_us_per_point', 'sensitivity table of 50 points, microseconds a point'],
  ['sensitivity_point_to_bare_decimals', 'a point of the table / the same'],
  ['sensitivity_point_to_edit', 'a point of the table / its edit'],
  ['sensitivity_point_to_preview', 'a point of the table / the preview of its edit'],
  ['head_changed_cells', 'edit at the head, changed cells'],
  ['head_us_per_changed_cell', 'edit at the head, microseconds a changed cell'],
  ['head_cells_per_second', 'edit at the head, changed cells per second'],
  ['head_to_full_recompute', 'edit at the head / full recompute'],
  ['head_to_bare_decimals', 'edit at the head / its bare decimal operations (aim: at most 3)'],
]

function shown(figure: number): string {
  if (figure >= 1000 || Number.isInteger(figure)) return Math.round(figure).toLocaleString('en-US')
  return figure < 0.01 ? figure.toExponential(1) : figure.toFixed(2)
}

/** A table on standard output: a label, then a figure for each column. */
function print(
  heads: readonly string[],
  labels: readonly [string, string][],
  of: (column: number, key: string) => number | undefined,
): void {
  const rows = [['', ...heads]]
  for (const [key, label] of labels) {
    rows.push([
      label,
      ...heads.map((_, at) => {
        const figure = of(at, key)
        return figure === undefined ? '' : shown(figure)
      }),
    ])
  }
  const wide = Math.max(...rows.map(([label]) => label!.length))
  for (const [label, ...cells] of rows) {
    process.stdout.write(`${label!.padEnd(wide)}${cells.map((cell) => cell.padStart(14)).join('')}\n`)
  }
}

function printBrowser(figures: BrowserFigures): void {
  process.stdout.write('\nA filing of 5,000 lines x 24 columns in headless Chromium\n\n')
  const { measured } = figures
  if (!measured) return void process.stdout.write(`Skipped: ${figures.skipped}\n`)
  print(BROWSER_STAGES, BROWSER_LABELS, (at, key) => measured[BROWSER_STAGES[at]!][key])
  process.stdout.write('\nActs of structure of a draft of 5,000 lines x 24 columns\n\n')
  print(['draft'], STRUCTURE_KEY_LABELS, (_at, key) => figures.structure[key])
  process.stdout.write('\nActs over 80,000 cells of the same\n\n')
  print(['draft'], BLOCK_LABELS, (_at, key) => figures.blocks[key])
}

const only = process.argv[process.argv.indexOf('--only') + 1]
type Part = 'engine' | 'structure' | 'tie_outs' | 'valuation' | 'browser' | 'storage'
const isAsked = (part: Part): boolean => !process.argv.includes('--only') || only === part
const isJson = process.argv.includes('--json')
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  rounds: ROUNDS,
  gc: globalThis.gc !== undefined,
}
const memoryOf = (): Record<Name, number> =>
  Object.fromEntries(NAMES.map((name) => [name, scenarioMemory(SIZES[name])])) as Record<Name, number>
const figures = isAsked('engine') ? report(measure(), memoryOf()) : undefined
if (figures && !isJson) {
  process.stdout.write(`Medians of ${ROUNDS} interleaved rounds, Node ${machine.node}, ${machine.cpu}\n\n`)
  print(
    NAMES.map((name) => name.replaceAll('_', ' ')),
    LABELS,
    (at, key) => figures[NAMES[at]!][key],
  )
}
const structure = isAsked('structure') ? structureFigures() : undefined
if (structure && !isJson) {
  process.stdout.write('\nActs of structure\n\n')
  print(['figure'], STRUCTURE_LABELS, (_at, key) => structure[key])
}
const tieOuts = isAsked('tie_outs') ? tieOutFigures() : undefined
if (tieOuts && !isJson) {
  process.stdout.write('\nTie-outs of a filing of 5,000 lines x 24 columns, medians\n\n')
  print([''], TIE_OUT_LABELS, (_at, key) => tieOuts[key])
}
const valuation = isAsked('valuation') ? valuationFigures() : undefined
if (valuation && !isJson) {
  process.stdout.write('\nThe trust valuation model, medians of processor time\n\n')
  print([''], VALUATION_LABELS, (_at, key) => valuation[key])
}
const browser = isAsked('browser') ? await browserFigures() : undefined
if (browser && !isJson) printBrowser(browser)
const storage = isAsked('storage') ? await storageFigures() : undefined
if (storage && !isJson) {
  process.stdout.write('\nThe workbook file and the start\n\n')
  print(['figure'], STORAGE_LABELS, (_at, key) => storage[key])
}
if (isJson) {
  process.stdout.write(
    `${JSON.stringify({ machine, figures, structure, tieOuts, valuation, browser, storage }, null, 2)}\n`,
  )
}
