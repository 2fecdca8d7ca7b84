/**
 * Worked examples of the tax schedules: each template of a tax schedule has one, all that is shown has a figure, and figures known from the golden
 * tables come out of them.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../shared/calc/cell_error.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { hasCell, storedAt, takesInput } from '../../../../shared/calc/layout.ts'
import { readCellName } from '../../../../shared/model/cell.ts'
import { findCell, scheduleOf } from '../../../../shared/model/lookup.ts'
import {
  exampleFiling,
  exampleTitle,
  workedTables,
  type WorkedExample,
} from '../../../../shared/templates/examples/worked_example.ts'
import { WORKED_EXAMPLES } from '../../../../shared/templates/examples/worked_examples.ts'
import { TEMPLATES } from '../../../../shared/templates/templates.ts'
import type { Row } from '../../../golden/golden_table.ts'
import { isSame, missesOf, shown } from '../../../golden/yearly.ts'

const COVERS = { periodEnd: '2026-12-31', covers: 'year', against: 'before', chosen: new Set<string>() } as const

/** The schedules of tax with the templates that make them. */
const TAX = TEMPLATES.map((template) => ({ template, schedule: template.schedule(COVERS) })).filter(
  ({ schedule }) => schedule.kind === 'reit_tests',
)

/** What the tables give as one amount and the schedule adds up. */
const GIVEN = ['noncash_income']

function exampleOf(template: string): WorkedExample {
  return WORKED_EXAMPLES.find(({ of }) => of.includes(template))!
}

function golden(file: string, has: Row): Row {
  const rows = parse(readFileSync(join(import.meta.dirname, '../../../golden/reit', file), 'utf8'), {
    columns: true,
  }) as Row[]
  return rows.find((row) => Object.entries(has).every(([column, text]) => row[column] === text))!
}

/** The required distribution that an example shows. */
function required(of: WorkedExample): string {
  return workedTables(of)[0]!.comesTo.find(({ id }) => id === 'required')!.figures[0]!
}

describe('worked examples', () => {
  test.each(TAX.map(({ template, schedule }) => [template.id, schedule.id]))('%s has one', (template, schedule) => {
    const example = WORKED_EXAMPLES.find(({ of }) => of.includes(template))
    expect(example?.shown.find((one) => one.schedule === schedule)?.comesTo.length).toBeGreaterThan(0)
  })

  describe.each(WORKED_EXAMPLES.map((example) => [exampleTitle(example), example] as const))('%s', (_, example) => {
    const filing = exampleFiling(example)

    test('every input is one that its cell takes', () => {
      for (const [name, input] of Object.entries(example.inputs)) {
        const found = findCell(filing, readCellName(name)!)
        expect([name, found !== undefined && takesInput(found.line, found.column)]).toEqual([name, true])
        expect([name, storedAt(found!, input)?.toFixed()]).toEqual([name, expect.any(String)])
      }
    })

    test('no figure shown is blank or an error', () => {
      const engine = createEngine(filing)
      for (const table of workedTables(example)) {
        const { isRegister } = example.shown.find((one) => one.schedule === table.schedule)!
        expect(table.across).not.toEqual([])
        for (const { id, figures } of table.comesTo) {
          expect([id, figures.some((text) => text !== '')]).toEqual([id, true])
          for (const [at, text] of figures.entries()) {
            const across = table.across[at]!.id
            const place = isRegister ? { line: across, column: id } : { line: id, column: across }
            const ref = { schedule: table.schedule, ...place }
            const { line, column } = findCell(filing, ref)!
            const isElsewhere = !hasCell(line, column) || `${ref.schedule}.${ref.line}@${ref.column}` in example.inputs
            expect([ref, text !== '']).toEqual([ref, !isElsewhere])
            if (!isElsewhere) expect(engine.value(ref)).not.toBeInstanceOf(CellError)
          }
        }
        for (const { figures } of table.entered) expect(figures.join('')).not.toBe('')
      }
    })

    test('a rule is told by the notes of the schedule', () => {
      const marks = example.shown.flatMap(({ schedule, notes = [] }) => notes.map((mark) => ({ schedule, mark })))
      expect(marks).not.toEqual([])
      for (const { schedule, mark } of marks) {
        const note = scheduleOf(filing, schedule)!.notes?.find((one) => one.mark === mark)
        expect(note?.text).toMatch(/USC|CFR|\d{3}/)
      }
    })
  })

  test('what they come to follows from the inputs and is written nowhere', () => {
    const example = exampleOf('distribution_test')
    expect(required(example)).toBe('$ 11,469')
    const inputs = { ...example.inputs, 'distribution_test.nol_deduction@fy_2007': '0' }
    expect(required({ ...example, inputs })).toBe('$ 26,229')
  })

  test('a golden row comes out of them whole, figure by figure', () => {
    const of = [
      ['distribution_test', 2007, golden('distribution_test.csv', { case: 'D03N' })],
      ['excise', 2006, golden('excise.csv', { scenario: 'X03', year: '2006' })],
      ['nol_years', 2022, golden('nol_years.csv', { run: 'N05', year: '2022' })],
      ['ncl_years', 2019, golden('nol_years.csv', { run: 'L01', year: '2019' })],
      ['class_proportion', 2017, golden('class_proportion.csv', { year: '2017' })],
      ['trs_dividend', 2007, golden('trs_dividend.csv', { case: 'T04' })],
      ['remic', 2007, golden('remic.csv', { case: 'M09' })],
    ] as const
    for (const [schedule, year, row] of of) {
      const filing = exampleFiling(exampleOf(schedule))
      const misses = missesOf(createEngine(filing), filing, { schedule, year }, row, GIVEN)
      expect([schedule, misses.filter(({ column, expected }) => column !== 'used_literal' || expected !== '')]).toEqual(
        [schedule, []],
      )
    }
  })

  test('earnings per share come out as the golden table has them, whichever kind of shares is entered first', () => {
    const filing = exampleFiling(exampleOf('eps'))
    const engine = createEngine(filing)
    const row = golden('eps.csv', { case: 'E-TWO-m9_2021' })
    for (const line of ['available_to_common', 'basic', 'diluted_numerator', 'diluted_shares', 'diluted']) {
      const got = shown(engine, filing, { schedule: 'eps', line, column: 'm9_2021' })
      expect([line, got, isSame(row[line]!, got)]).toEqual([line, got, true])
    }
  })

  test('payments come out as the golden tables have them, as exact text', () => {
    const of = [
      ['dividends', 'dividend_character.csv', 'C11', ['in_tax_year', 'to_next_year', 'ordinary', 'ps_to_next_year']],
      ['published_dividends', 'dividend_character.csv', 'P12', ['ps_return_of_capital', 'reproduces']],
    ] as const
    for (const [schedule, file, name, columns] of of) {
      const filing = exampleFiling(exampleOf(schedule))
      const engine = createEngine(filing)
      const row = golden(file, { case: name, seq: '5' })
      for (const column of columns) {
        const got = shown(engine, filing, { schedule, line: 'payment_5', column })
        expect([column, got, isSame(row[column]!, got)]).toEqual([column, got, true])
      }
    }
    const filing = exampleFiling(exampleOf('published_dividends'))
    const ref = { schedule: 'published_dividends', line: 'payment_5', column: 'does_not_add' }
    expect(createEngine(filing).value(ref)?.toString()).toBe('0.0001')
  })
})
