/**
 * Tie-outs that go on from one scenario of a filing to another are those of a book made afresh there, at the cost of what differs.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine, type Engine } from '../../../shared/calc/engine.ts'
import { takesInput } from '../../../shared/calc/layout.ts'
import { differingCells } from '../../../shared/checks/engine_followed.ts'
import { TieOutBook } from '../../../shared/checks/tie_out_book.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { cellName } from '../../../shared/model/cell.ts'
import type { CellInput, CellRef, Filing, Layer } from '../../../shared/model/filing.ts'
import { item, largeFiling, LEDGER } from '../../bench/large_filing.ts'

const filings: readonly Filing[] = [...sampleFilings(), largeFiling({ lines: 60, status: 'filed' })]
const NONE: ReadonlySet<string> = new Set()

function inputCells({ schedules }: Filing): CellRef[] {
  return schedules.flatMap((schedule) =>
    schedule.lines.flatMap((line) =>
      schedule.columns
        .filter((column) => takesInput(line, column))
        .map((column) => ({ schedule: schedule.id, line: line.id, column: column.id })),
    ),
  )
}

function told(filing: Filing, engine: Engine, book?: TieOutBook): unknown[] {
  const all = book ? book.all() : tieOuts(filing, engine, NONE)
  return all.map(({ id, status, filed, difference, text }) => [id, status, filed, difference?.toFixed(), text])
}

const text = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map(String),
  fc.constantFrom(null, '', '0.4', '1234.5', '= 1 / 0'),
)
const edit = fc.record({ at: fc.nat(), cell: fc.nat(), input: text, layer: fc.constantFrom<Layer>('scenario', 'base') })

test.each(filings)('a book of $id goes from scenario to scenario and is what one made afresh is', (filing) => {
  const cells = inputCells(filing)
  fc.assert(
    fc.property(fc.array(fc.record({ edit, goes: fc.nat() }), { minLength: 2, maxLength: 6 }), (steps) => {
      const first = createEngine(filing)
      const engines = [first, first.layer([]), first.layer([{ ...cells[0]!, input: '7' }])]
      let shown = first
      const book = new TieOutBook(filing, shown)
      for (const { edit: one, goes } of steps) {
        const input: CellInput = { ...cells[one.cell % cells.length]!, input: one.input }
        engines[one.at % engines.length]!.apply([input], one.layer)
        const next = engines[goes % engines.length]!
        book.follow(next, differingCells(shown, next, Infinity)!)
        shown = next
        expect(told(filing, shown, book)).toEqual(told(filing, shown))
      }
    }),
    { numRuns: 25 },
  )
})

test('the cells in which scenarios differ are all of them, and no more than follow from what differs', () => {
  for (const filing of filings) {
    const cells = inputCells(filing)
    const base = createEngine(filing)
    const other = base.layer(cells.filter((_, at) => at % 7 === 3).map((ref) => ({ ...ref, input: '12' })))
    const found = new Set(differingCells(base, other, Infinity)!.map(cellName))
    for (const schedule of filing.schedules) {
      for (const line of schedule.lines) {
        for (const column of schedule.columns) {
          const ref = { schedule: schedule.id, line: line.id, column: column.id }
          const isOther = String(base.value(ref)) !== String(other.value(ref)) || other.input(ref, 'scenario') !== null
          if (isOther) expect(found).toContain(cellName(ref))
        }
      }
    }
    expect(differingCells(base, other, 3)).toBeUndefined()
    expect(differingCells(base, base.layer([]), 0)).toEqual([])
  }
})

test('the way to another scenario costs what differs there, whatever the size of the filing', () => {
  const reads = [400, 2_000].map((lines) => {
    const filing = largeFiling({ lines, status: 'filed' })
    const base = createEngine(filing)
    const book = new TieOutBook(filing, base)
    book.advance()
    const started = base.layer([{ schedule: LEDGER, line: item(0, 0), column: 'q1_2006', input: '7' }])
    let count = 0
    const counted: Engine = {
      ...started,
      value: (ref, layer) => ((count += 1), started.value(ref, layer)),
      input: (ref, layer) => ((count += 1), started.input(ref, layer)),
    }
    book.follow(counted, differingCells(base, counted, Infinity)!)
    book.counts()
    return { count, text: book.first(['changed_by_scenario', 'pass'])[0]!.text }
  })
  expect(reads[0]!.count).toBeGreaterThan(0)
  expect(reads[1]!.count).toBeLessThan(reads[0]!.count * 2)
})

test('what was found before reads the scenario that is followed by now, not the one that was', () => {
  const [filing] = filings
  const cell = { schedule: 'reconciliation', line: 'loan_loss_provisions', column: 'q3_2007' }
  const base = createEngine(filing!)
  const started = base.layer([])
  const book = new TieOutBook(filing!, started)
  book.counts()
  book.follow(base, differingCells(started, base, Infinity)!)
  started.apply([{ ...cell, input: '1' }])
  expect(told(filing!, base, book)).toEqual(told(filing!, base))
})
