/**
 * The tie-outs kept in step with an engine equal those computed afresh, after any edits, under a supposition and after it.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { isOpen, type TieOut } from '../../../shared/checks/tie_out.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { largeFiling } from '../../bench/large_filing.ts'

const filings: readonly Filing[] = [...sampleFilings(), largeFiling({ lines: 60, status: 'draft' })]
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
  expect(plain(book.all())).toEqual(plain(fresh))
  const counts = book.counts()
  for (const status of Object.keys(counts) as (keyof typeof counts)[]) {
    expect(counts[status], status).toBe(fresh.filter((one) => one.status === status).length)
  }
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
      const book = new TieOutBook(filing, engine, NONE)
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
  const book = new TieOutBook(filing!, engine, NONE)
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
  const book = new TieOutBook(filing!, engine, NONE)
  let looks = 0
  expect(book.advance(() => looks++ > 0)).toBe(false)
  engine.apply([{ ...far, input: '1' }], 'base')
  expect(book.advance()).toBe(true)
  expect(book.counts().fail).toBeGreaterThan(0)
  expectInStep(book, filing!, engine)
})

test.each(filings)('$id looked at in pieces shows what it shows when looked at once, flags included', (filing) => {
  const engine = createEngine(filing)
  const book = new TieOutBook(filing, engine, NONE)
  expect(book.advance()).toBe(true)
  expectInStep(book, filing, engine)
})

test('the release shows its two flags as soon as it is looked at', () => {
  const [filing] = filings
  const book = new TieOutBook(filing!, createEngine(filing!), NONE)
  book.advance()
  expect(book.counts().flagged).toBe(2)
  const [later, earlier] = book.all().filter(({ status }) => status === 'flagged')
  expect([later?.text, earlier?.text].map((one) => /\(\d+\.\d\d\)\.$/.exec(one ?? '')?.[0])).toEqual([
    '(15.71).',
    '(2.05).',
  ])
})

test('a comment explains a difference from books as soon as it stands', () => {
  const [filing] = filings
  const cell = { schedule: 'reconciliation', line: 'loan_loss_provisions', column: 'q3_2007' }
  const engine = createEngine(filing!, [{ ...cell, input: '842453' }])
  const book = new TieOutBook(filing!, engine, NONE)
  expect(book.of(cell).find(({ kind }) => kind === 'books')!.text).toContain('needs a note')
  book.setCommented(new Set([cellName(cell)]))
  expect(book.of(cell).find(({ kind }) => kind === 'books')!.text).toContain('a comment explains it')
  expectInStep(book, filing!, engine, new Set([cellName(cell)]))
})

test('another structure needs a book of its own; other inputs do not', () => {
  const [filing] = filings
  const engine = createEngine(filing!)
  const book = new TieOutBook(filing!, engine, NONE)
  const [first, ...others] = filing!.schedules
  expect(book.serves({ ...filing!, schedules: [{ ...first!, cells: [] }, ...others] })).toBe(true)
  expect(book.serves({ ...filing!, schedules: [{ ...first!, lines: [...first!.lines] }, ...others] })).toBe(false)
  engine.restructure(filing!)
  expect(book.serves(filing!)).toBe(false)
})
