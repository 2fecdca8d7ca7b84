/**
 * Lines and columns whose labels repeat: every name is unlike the others, and reads as an accountant would say it.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { planEdit } from '../../../shared/analysis/edit.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { Column, Filing, Line, Schedule } from '../../../shared/model/filing.ts'
import { cellTitle, columnName, lineName } from '../../../shared/model/lookup.ts'
import { deleteLines } from '../../../shared/structure/deletion.ts'
import { changeLine } from '../../../shared/structure/lines.ts'
import { runs } from '../calc/choices.ts'
import { worded } from '../worded.ts'

const line = (id: string, label: string, more: Partial<Line> = {}): Line => ({ id, label, kind: 'input', ...more })

function names(lines: Line[]): string[] {
  return lines.map((one) => lineName({ schedule: { lines }, line: one }))
}

describe('names of lines', () => {
  test('a label that stands once is the name, also beside a heading of the same words', () => {
    expect(names([line('h', 'Revenues:', { kind: 'heading' }), line('a', 'Fees'), line('b', 'Revenues')])).toEqual([
      'Revenues (heading)',
      'Fees',
      'Revenues',
    ])
  })

  test('a label that stands again is told by its parent, by the heading above, by the line above, at last by its id', () => {
    const lines = [
      line('other', 'Other'),
      line('h1', 'Interest income:', { kind: 'heading' }),
      line('other_2', 'Other'),
      line('h2', 'Non-interest expense:', { kind: 'heading' }),
      line('staff', 'Personnel'),
      line('other_3', 'Other'),
      line('bonus', 'other:', { parent: 'staff' }),
      line('bonus_2', 'Other', { parent: 'staff' }),
    ]
    expect(names(lines)).toEqual([
      'Other (other)',
      'Interest income:',
      'Other (Interest income)',
      'Non-interest expense:',
      'Personnel',
      'Other (Non-interest expense)',
      'other (bonus)',
      'Other (bonus_2)',
    ])
  })

  test('parents that bear the same label are told by what stands above them', () => {
    const lines = [
      line('h1', 'Assets', { kind: 'heading' }),
      line('loans', 'Loans'),
      line('a', 'Accrued', { parent: 'loans' }),
      line('h2', 'Liabilities', { kind: 'heading' }),
      line('loans_2', 'Loans'),
      line('b', 'Accrued', { parent: 'loans_2' }),
    ]
    expect(names(lines)).toEqual([
      'Assets',
      'Loans (Assets)',
      'Accrued (Loans, Assets)',
      'Liabilities',
      'Loans (Liabilities)',
      'Accrued (Loans, Liabilities)',
    ])
  })

  test('a line without a label is named by its id, and a line that is not in the schedule by its label', () => {
    expect(names([line('a', ' '), line('b', 'Fees')])).toEqual(['a', 'Fees'])
    expect(lineName({ schedule: { lines: [] }, line: line('a', 'Fees') })).toBe('Fees')
  })

  test('no two lines of a schedule have one name, whatever the labels', () => {
    const labels = fc.constantFrom('Other', 'other:', 'A', 'Other (A)', 'Other (below A)', '', 'id1', 'Other (id1)')
    const one = fc.record({
      label: labels,
      kind: fc.constantFrom('input', 'formula', 'heading', 'text'),
      parent: fc.option(fc.nat(9)),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 10 }), (rows) => {
        const lines = rows.map(({ label, kind, parent }, i): Line =>
          line(`id${i}`, label, { kind, ...(parent !== null && { parent: `id${parent}` }) }),
        )
        const all = names(lines).map((name) => name.toLowerCase())
        expect(new Set(all).size, JSON.stringify(all)).toBe(all.length)
      }),
      runs(2000),
    )
  })
})

test('columns whose names repeat are told by the head above, or by their ids', () => {
  const columns: Column[] = [
    { id: 'a', label: '2007', kind: 'duration' },
    { id: 'b', label: 'Change', kind: 'computed' },
    { id: 'c', label: '2007', kind: 'duration' },
    { id: 'd', label: 'Change', kind: 'computed' },
    { id: 'e', label: 'Plan', kind: 'component' },
    { id: 'f', label: 'Plan', kind: 'component' },
  ]
  const groups = [
    { label: 'Three Months', columns: ['a', 'b'] },
    { label: 'Nine Months', columns: ['c', 'd'] },
  ]
  expect(columns.map((column) => columnName({ columns, groups }, column))).toEqual([
    'Three Months 2007',
    'Change (Three Months)',
    'Nine Months 2007',
    'Change (Nine Months)',
    'Plan (e)',
    'Plan (f)',
  ])
})

describe('messages tell lines of the same label apart', () => {
  const lines = [
    line('h1', 'Interest income', { kind: 'heading' }),
    line('loans', 'Loans'),
    line('other', 'Other'),
    line('h2', 'Expense', { kind: 'heading' }),
    line('other_2', 'Other'),
    line('total', 'Total', { kind: 'formula', formula: '= loans + other - other_2' }),
    line('last', 'Other', { kind: 'formula', formula: '= sum(loans..other)', parent: 'total' }),
  ]
  const columns: Column[] = [{ id: 'x', label: '2024', kind: 'duration' }]
  const cells = [
    { schedule: 's', line: 'loans', column: 'x', input: '3' },
    { schedule: 's', line: 'other_2', column: 'x', input: '5' },
  ]
  const facts = [{ line: 'last', column: 'x', perSource: '9' }]
  const schedule: Schedule = { id: 's', title: 'Income', columns, lines, cells, facts }
  const filing: Filing = { id: 'f', title: 'F', schedules: [schedule], status: 'draft' }
  const engine = createEngine(filing)
  const draft = { filing, at: 0, scenarios: [], comments: [] }

  function edit(id: string, text: string): unknown {
    const ref = { schedule: 's', line: id, column: 'x' }
    return worded(planEdit({ filing, engine, scenario: null, flow: 'books_and_tax', ref, text }))
  }

  test('titles and refusals of edits', () => {
    expect(edit('other_2', '7')).toMatchObject({ kind: 'plan', title: 'Other (Expense), 2024: 5 to 7' })
    expect(edit('other', '*=2')).toMatchObject({
      kind: 'refused',
      reason: 'Other (Interest income) is blank, so there is nothing to multiply.',
    })
    expect(edit('other', '= other + 1')).toMatchObject({
      reason: 'The formula would depend on its own result, through Other (Interest income).',
    })
  })

  test('tie-outs', () => {
    const texts = tieOuts(filing, engine).map(({ text }) => text)
    expect(texts).toContain('Other (Total), 2024: the source prints 9, the figures give 3; the difference is (6).')
  })

  test('changes of structure', () => {
    const gone = worded(deleteLines(draft, { schedule: 's', lines: ['loans'] }))
    expect(gone).toMatchObject({ reason: expect.stringContaining('Other (Total)') })
    expect(deleteLines(draft, { schedule: 's', lines: ['last'] })).toMatchObject({
      title: 'Deleted line Other (Total) in Income',
    })
    const named = changeLine(draft, { schedule: 's', line: 'loans', to: { ...lines[1]!, label: 'Other' } })
    expect(named).toMatchObject({ title: 'Renamed line Loans to Other (below Interest income) in Income' })
  })

  test('a cell is named once for each structure', () => {
    const found = { schedule, line: lines[4]!, column: columns[0]! }
    expect(cellTitle(found)).toBe('Other (Expense), 2024')
    // Figures that change leave the lines as they are, and the names with them.
    const edited = { ...schedule, cells: [] }
    expect(lineName({ schedule: edited, line: lines[4]! })).toBe('Other (Expense)')
  })
})
