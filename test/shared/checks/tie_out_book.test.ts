/**
 * The tie-outs kept in step with an engine equal those computed afresh, after any edits, under a supposition and after it.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import { NOTHING_BESIDE } from '../../../shared/checks/beside.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { isOpen, type TieOut } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { IMPAC_2007_Q3 } from '../../../db/samples/impac_2007_q3/filing.ts'
import { byEntity } from '../structure/by_entity.ts'
import { blockFiling, blockLine, BLOCK_SCHEDULE } from '../../bench/block_filing.ts'
import { item, largeFiling, LEDGER } from '../../bench/large_filing.ts'

/** The third quarter split by entity, its figures consolidated as entered; one adjustment is of the subsidiaries. */
function ofEntities(): Filing {
  const filing = byEntity(IMPAC_2007_Q3, { schedules: ['income', 'reconciliation'], figures: 'consolidated' })
  const schedules = filing.schedules.map((schedule) => ({
    ...schedule,
    lines: schedule.lines.map((line) =>
      schedule.id === 'equity' && line.id === 'net_earnings' ? { ...line, entity: 'trs' } : line,
    ),
  }))
  return { ...filing, schedules }
}

const filings: readonly Filing[] = [
  ...sampleFilings(),
  ofEntities(),
  blockFiling(60),
  largeFiling({ lines: 60, status: 'draft' }),
]
const NONE: ReadonlySet<string> = new Set()

function cellsOf({ schedules }: Filing): CellRef[] {
  return schedules.flatMap((schedule) =>
    schedule.lines.flatMap((line) =>
      schedule.columns
        .filter((column) => takesInput(line, column))
        .map((column) => ({ schedule: schedule.id, line: line.id, column: column.id })),
    ),
  )
}

/** What can be compared of tie-outs: all of it, the sentence included. */
function plain(all: readonly TieOut[]): unknown[] {
  return all.map(({ id, status, filed, difference, text }) => ({
    id,
    status,
    filed,
    text,
    difference: difference && difference.toFixed(),
  }))
}

function isOpenAnywhere({ status, filed }: TieOut): boolean {
  return isOpen(status) || isOpen(filed)
}

function expectInStep(book: TieOutBook, filing: Filing, engine: Engine, commented = NONE): void {
  const fresh = tieOuts(filing, engine, commented)
  const counts = book.counts()
  for (const status of Object.keys(counts) as (keyof typeof counts)[]) {
    const own = fresh.filter((one) => one.status === status)
    expect(counts[status], status).toBe(own.length)
    expect(plain(book.first([status]))).toEqual(plain(own))
  }
  expect(book.openCounts()).toEqual({
    status: fresh.filter(({ status }) => isOpen(status)).length,
    filed: fresh.filter(({ filed }) => isOpen(filed)).length,
  })
  expect(plain(book.allOpen())).toEqual(plain(fresh.filter(isOpenAnywhere)))
}

const text = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map(String),
  fc.constantFrom(null, '', '0.4', '1234.5', '= 1 / 0'),
)
const edit = fc.record({ cell: fc.nat(), input: text, layer: fc.constantFrom<Layer>('scenario', 'base') })

test.each(filings)('the kept tie-outs of $id equal fresh ones after every edit and supposition', (filing) => {
  const cells = cellsOf(filing)
  const inputOf = ({ cell, input }: { cell: number; input: string | null }): CellInput => ({
    ...cells[cell % cells.length]!,
    input,
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edit, (edits, supposed) => {
      const engine = createEngine(filing)
      const book = new TieOutBook(filing, engine)
      for (const one of edits) {
        engine.apply([inputOf(one)], one.layer)
        expectInStep(book, filing, engine)
      }
      engine.suppose([inputOf(supposed)], supposed.layer, () => expectInStep(book, filing, engine))
      expectInStep(book, filing, engine)
    }),
    { numRuns: 15 },
  )
})

test('edits while the first look is under way are not missed', () => {
  const filing = filings.at(-1)
  const engine = createEngine(filing!)
  const book = new TieOutBook(filing!, engine)
  let looks = 0
  expect(book.advance(() => looks++ > 0)).toBe(false)
  engine.apply([{ schedule: 'ledger', line: 'item_0_0', column: 'q1_2006', input: '1' }])
  expect(book.advance()).toBe(true)
  expectInStep(book, filing!, engine)
})

test('an error that is mended before it was looked at does not hide another that read it', () => {
  const filing = filings.at(-1)
  const last = { schedule: 'ledger', line: filing!.schedules[0]!.lines.findLast(({ kind }) => kind === 'input')!.id }
  const first = { schedule: 'ledger', line: 'item_0_0', column: 'q1_2006' }
  const far = { ...last, column: 'q1_2006' }
  const engine = createEngine(filing!)
  engine.apply(
    [
      { ...far, input: '= nowhere' },
      { ...first, input: `= ${far.line} + nowhere` },
    ],
    'base',
  )
  const book = new TieOutBook(filing!, engine)
  let looks = 0
  expect(book.advance(() => looks++ > 0)).toBe(false)
  engine.apply([{ ...far, input: '1' }], 'base')
  expect(book.advance()).toBe(true)
  expect(book.counts().fail).toBeGreaterThan(0)
  expectInStep(book, filing!, engine)
})

test.each(filings)('$id looked at in pieces shows what it shows when looked at once, flags included', (filing) => {
  const engine = createEngine(filing)
  const book = new TieOutBook(filing, engine)
  expect(book.advance()).toBe(true)
  expectInStep(book, filing, engine)
})

test('the release shows its two flags as soon as it is looked at', () => {
  const [filing] = filings
  const book = new TieOutBook(filing!, createEngine(filing!))
  book.advance()
  expect(book.counts().flagged).toBe(2)
  const [later, earlier] = book.first(['flagged'])
  expect([later?.text, earlier?.text].map((one) => /\(\d+\.\d\d\)\.$/.exec(one ?? '')?.[0])).toEqual([
    '(15.71).',
    '(2.05).',
  ])
})

test('a comment explains a difference from books as soon as it stands', () => {
  const [filing] = filings
  const cell = { schedule: 'reconciliation', line: 'loan_loss_provisions', column: 'q3_2007' }
  const engine = createEngine(filing!, [{ ...cell, input: '842453' }])
  const book = new TieOutBook(filing!, engine)
  expect(book.of(cell).find(({ kind }) => kind === 'books')!.text).toContain('needs a note')
  book.setBeside({ ...NOTHING_BESIDE, commented: new Set([cellName(cell)]) })
  expect(book.of(cell).find(({ kind }) => kind === 'books')!.text).toContain('a comment explains it')
  expectInStep(book, filing!, engine, new Set([cellName(cell)]))
})

test('another structure needs a book of its own; other inputs do not', () => {
  const [filing] = filings
  const engine = createEngine(filing!)
  const book = new TieOutBook(filing!, engine)
  const [first, ...others] = filing!.schedules
  expect(book.serves({ ...filing!, schedules: [{ ...first!, cells: [] }, ...others] })).toBe(true)
  expect(book.serves({ ...filing!, schedules: [{ ...first!, lines: [...first!.lines] }, ...others] })).toBe(false)
  engine.restructure(filing!)
  expect(book.serves(filing!)).toBe(false)
})

/** An engine that counts how often a cell of it is read. */
function counting(own: Engine): { engine: Engine; reads: () => number } {
  let reads = 0
  const counted = <R>(read: () => R): R => {
    reads += 1
    return read()
  }
  const engine: Engine = {
    ...own,
    value: (ref, layer) => counted(() => own.value(ref, layer)),
    input: (ref, layer) => counted(() => own.input(ref, layer)),
    dependents: (ref, layer) => counted(() => own.dependents(ref, layer)),
    precedents: (ref, layer) => counted(() => own.precedents(ref, layer)),
  }
  return { engine, reads: () => reads }
}

/** Everything that the screen asks after an edit: the light, the headline, the panel with its first rows, a cell, the grid's marks. */
function askAll(book: TieOutBook, ref: CellRef): void {
  book.counts()
  book.openCounts()
  book.first(['fail', 'flagged', 'changed_by_scenario', 'not_testable', 'within_rounding', 'pass'], 200)
  book.adjustedCells()
  book.of(ref)
  book.takeNews()
}

/** Cells read to bring the tie-outs in step with an edit of one cell, everything asked that the screen asks. */
function readsOfEdit(filing: Filing, ref: CellRef): number {
  const { engine, reads } = counting(createEngine(filing))
  const book = new TieOutBook(filing, engine)
  askAll(book, ref)
  engine.apply([{ ...ref, input: '4321' }], 'base')
  const before = reads()
  askAll(book, ref)
  return reads() - before
}

test('an edit reads as many cells again in a filing of ten times the lines, also under a total of all of them', () => {
  const first = { schedule: BLOCK_SCHEDULE, line: blockLine(0), column: 'q1_2006' }
  const [few, many] = [readsOfEdit(blockFiling(100), first), readsOfEdit(blockFiling(1000), first)]
  expect(few).toBeLessThan(300)
  expect(many).toBe(few)
  const detail = { schedule: LEDGER, line: item(0, 0), column: 'q1_2006' }
  const sections = [60, 600].map((lines) => readsOfEdit(largeFiling({ lines, status: 'draft' }), detail))
  expect(sections[1]).toBeLessThan(sections[0]! * 1.5)
})

/** A filing whose lines stand in no total. */
function loose(items: number): Filing {
  const filing = blockFiling(items)
  const [schedule] = filing.schedules
  return { ...filing, schedules: [{ ...schedule!, lines: schedule!.lines.filter(({ kind }) => kind === 'input') }] }
}

test('an edit reads as many cells again where ten times the lines stand in no total', () => {
  const ref = { schedule: BLOCK_SCHEDULE, line: blockLine(3), column: 'q1_2006' }
  const [few, many] = [readsOfEdit(loose(30), ref), readsOfEdit(loose(300), ref)]
  expect(many).toBe(few)
})

test('a figure in no total is flagged until a formula typed in a cell reads it, and again once that formula goes', () => {
  const filing = blockFiling(4)
  const [schedule] = filing.schedules
  const line = { id: 'loose', label: 'Loose', kind: 'input' as const, format: 'amount' as const }
  const own: Filing = { ...filing, schedules: [{ ...schedule!, lines: [...schedule!.lines, line] }] }
  const engine = createEngine(own)
  const book = new TieOutBook(own, engine)
  const reader = { schedule: BLOCK_SCHEDULE, line: blockLine(1), column: 'q1_2006' }
  const flagged = (): number => book.first(['flagged']).filter(({ kind }) => kind === 'in_no_total').length
  const steps: [CellRef, string | null, Layer, number][] = [
    [{ ...reader, line: 'loose' }, '7', 'base', 1],
    [reader, '= loose', 'base', 0],
    [reader, '12', 'scenario', 1],
    [reader, null, 'scenario', 0],
    [reader, '7', 'base', 1],
    [reader, '= loose', 'scenario', 0],
    [reader, null, 'scenario', 1],
  ]
  for (const [ref, input, layer, count] of steps) {
    engine.apply([{ ...ref, input }], layer)
    expect(flagged(), `${ref.line} ${input}`).toBe(count)
    expectInStep(book, own, engine)
  }
})

test('after an act over very many cells they are looked at piece by piece, in a time that grows with them and no faster', () => {
  const filing = blockFiling(400)
  const { engine, reads } = counting(createEngine(filing))
  const book = new TieOutBook(filing, engine)
  askAll(book, { schedule: BLOCK_SCHEDULE, line: blockLine(0), column: 'q1_2006' })
  const all = cellsOf(filing).filter(({ column }) => column.startsWith('q'))
  engine.apply(
    all.map((ref, at) => ({ ...ref, input: `${at}.25` })),
    'base',
  )
  expect(book.isBehind).toBe(true)
  let pieces = 0
  for (let before = reads(); !book.advance(() => reads() > before + 2_000); before = reads()) pieces += 1
  expect(pieces).toBeGreaterThan(10)
  expect(book.isBehind).toBe(false)
  expectInStep(book, filing, engine)
  engine.apply([{ ...all[0]!, input: 'x' }], 'base')
  expect(book.isBehind).toBe(false)
  expectInStep(book, filing, engine)
})
