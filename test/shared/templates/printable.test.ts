/**
 * A filing rolled forward or duplicated and filled in prints as a filing copy: nothing of the old document stands against
 * it. Only what really is assumed goes on saying so.
 */
import { describe, expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { cellFormat, isText, takesInput } from '../../../shared/calc/layout.ts'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import type { CellFact, CellInput, Filing } from '../../../shared/model/filing.ts'
import { detailsOf } from '../../../shared/templates/filing_details.ts'
import { isOfLayers } from '../../../shared/templates/roll/roll_tax_year.ts'
import { duplicateFiling } from '../../../shared/templates/templates.ts'
import { isMeasured } from '../../../shared/money/format.ts'
import { print } from '../print/sample_documents.ts'
import { comparedByProofs, rolled, scheduleOf } from './filing_fixture.ts'

const [release, letter] = sampleFilings() as [Filing, Filing]

/** The filing with an amount in every cell that shows nothing and takes an input. */
function filled(filing: Filing): Filing {
  const engine = createEngine(filing)
  const schedules = filing.schedules.map((schedule) => {
    const typed: CellInput[] = []
    const compared = comparedByProofs(schedule)
    for (const line of schedule.lines) {
      for (const column of schedule.columns) {
        if (isText(line) || line.kind === 'formula' || !takesInput(line, column)) continue
        const ref = { schedule: schedule.id, line: line.id, column: column.id }
        if (engine.value(ref, 'base') !== null || column.formula !== undefined) continue
        // Rows for further layers stay free, as dates and choices that nobody makes, and what a proof compares.
        if (isOfLayers(schedule) || !isMeasured(cellFormat(line, column)) || compared.has(line.id)) continue
        typed.push({ ...ref, input: cellFormat(line, column) === 'shares' ? '76084' : '100' })
      }
    }
    return { ...schedule, cells: [...schedule.cells, ...typed] }
  })
  const next = { ...filing, schedules }
  const lacking = createEngine(next)
  // A formula line takes inputs where its formula does not serve the column: the comparative year, the year to date's shares.
  return {
    ...next,
    schedules: schedules.map((schedule) => ({
      ...schedule,
      cells: [
        ...schedule.cells,
        ...schedule.lines.flatMap((line) =>
          schedule.columns.flatMap((column): CellInput[] => {
            const ref = { schedule: schedule.id, line: line.id, column: column.id }
            if (isText(line) || line.kind !== 'formula' || line.proof || line.columns?.includes(column.id)) return []
            if (!takesInput(line, column) || lacking.value(ref, 'base') !== null || isOfLayers(schedule)) return []
            if (!isMeasured(cellFormat(line, column)) || schedule.kind === 'reit_tests') return []
            return [{ ...ref, input: line.format === 'shares' ? '76084' : '100' }]
          }),
        ),
      ],
    })),
  }
}

function refusals(filing: Filing): string[] {
  return filing.schedules.flatMap(({ id }) => {
    const made = print(filing, id, { mode: 'filing' })
    return made.kind === 'refusal' ? made.reasons.map((reason) => `${id}: ${reason}`) : []
  })
}

function perSource(filing: Filing): unknown[] {
  return filing.schedules.flatMap(({ facts = [] }) => facts.filter((fact) => fact.perSource !== undefined))
}

describe('a rolled filing prints once it is filled', () => {
  test('the third quarter of 2007 rolled to the fourth', () => {
    expect(refusals(filled(rolled(release, 'quarter').filing))).toEqual([
      'equity: Dividends on common stock, Three Months Ended March 31, 2007, is assumed.',
    ])
  })

  test('the trusts of 2009 rolled to 2010', () => {
    expect(refusals(filled(rolled(letter, 'year').filing))).toEqual([])
  })

  test('and on to the first quarter of 2008: only the share count that is assumed stands against it', () => {
    const fourth = { ...filled(rolled(release, 'quarter').filing), status: 'filed' as const }
    const first = rolled(fourth, 'quarter').filing
    expect(scheduleOf(first, 'reconciliation').columns.find(({ id }) => id === 'q1_2007')).not.toHaveProperty('origin')
    expect(refusals(filled(first))).toEqual([
      'reconciliation: Diluted weighted average common shares outstanding, Three Months Ended March 31, 2007, is assumed.',
    ])
  })
})

/** Schedules that the release does not print: their figures are derived. */
const WORKED_OUT = /^(?:equity|distribution_test|nol_years|nol|liquidity):/

describe('another document is not held against the old one', () => {
  test('neither rolled nor duplicated filings carry figures that the old document prints', () => {
    for (const filing of [release, letter]) {
      expect(perSource(filing).length).toBeGreaterThan(10)
      const copy = duplicateFiling(filing, 'copy', detailsOf(filing))
      expect(perSource(copy)).toEqual([])
      expect(perSource(rolled(filing, 'quarter').filing)).toEqual([])
      expect(tieOuts(copy, createEngine(copy)).filter(({ kind }) => kind === 'per_source')).toEqual([])
    }
  })

  test('an amended duplicate prints', () => {
    const copy = duplicateFiling(release, 'copy', detailsOf(release))
    const [income, ...others] = copy.schedules
    const cells = income!.cells.map((cell) =>
      cell.line === 'interest_income' && cell.column === 'q3_2007' ? { ...cell, input: '313872' } : cell,
    )
    const amended = { ...copy, schedules: [{ ...income!, cells }, ...others] }
    expect(refusals(amended).filter((one) => !WORKED_OUT.test(one))).toEqual([])
  })
})

function opening(filing: Filing): CellFact | undefined {
  return scheduleOf(rolled(filing, 'year').filing, 'trusts').facts?.find(({ column }) => column === 'afs')
}

test('an opening that is the closing of a filed filing is published, and says where it is from; a draft says nothing more', () => {
  expect(opening(letter)).toMatchObject({
    origin: 'published',
    remark: 'Closing of December 31, 2009. From “Trust rollforward for 2009”, as filed.',
  })
  expect(opening({ ...letter, status: 'draft' })).not.toHaveProperty('origin')
  const assumed = structuredClone(letter)
  scheduleOf(assumed, 'trusts').facts!.find(({ line, column }) => line === 'closing' && column === 'afs')!.origin =
    'assumed'
  expect(opening(assumed)).toMatchObject({ origin: 'assumed' })
})

test('a rolled level is blank until what it rests on stands', () => {
  const { filing } = rolled(letter, 'year')
  const engine = createEngine(filing)
  for (const line of ['closing', 'other_net_assets']) {
    expect([line, engine.value({ schedule: 'equity', line, column: 'fy_2010' })]).toEqual([line, null])
  }
})
