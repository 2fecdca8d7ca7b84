/**
 * Scenarios side by side: every difference is that of two engines built afresh, and the view prints.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRows, type CompareRow } from '../../../shared/analysis/compare.ts'
import { compareSchedule } from '../../../shared/analysis/compare_schedule.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { buildPrintDocument } from '../../../shared/print/build_document.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { valueText } from '../calc/snapshots.ts'
import { cellTexts } from '../print/sample_documents.ts'
import { amountAt, fresh, input, letter, release, someEdits } from './sample_edits.ts'

const DOWNSIDE = [
  input('income.provision_for_loan_losses@q3_2007', '839445'),
  input('income.derivatives_realized@q3_2007', '-5000'),
]
const BETTER = [input('reconciliation.actual_loan_losses@q3_2007', '0')]

function compared(changedOnly = false, column = 'q3_2007'): CompareRow[] {
  return compareRows({
    filing: release,
    column,
    base: fresh(release),
    scenarios: [
      { id: 'downside', name: 'Downside', engine: fresh(release, DOWNSIDE) },
      { id: 'better', name: 'No actual losses', engine: fresh(release, BETTER) },
    ],
    changedOnly,
  })
}

function row(rows: readonly CompareRow[], id: string): string[] {
  const found = rows.find((one) => one.id === id)!
  const figures = Object.values(found.scenarios).flatMap(({ value, difference, percent }) => [
    valueText(value),
    valueText(difference),
    valueText(percent),
  ])
  return [valueText(found.base), ...figures]
}

describe('rows', () => {
  test('give figure, difference and percent of each scenario', () => {
    const rows = compared()
    expect(row(rows, 'income.provision_for_loan_losses')).toEqual('789445 839445 50000 6 789445 0 0'.split(' '))
    expect(row(rows, 'reconciliation.taxable_income')).toEqual([
      '-16297',
      '-21297',
      '-5000',
      '-31',
      '18051',
      '34348',
      '211',
    ])
    expect(row(rows, 'income.derivatives_realized')).toEqual(['', '-5000', '-5000', '0', '', '', ''])
    expect(row(rows, 'reconciliation.taxable_income_per_share')).toEqual(
      '-0.21 -0.28 -0.07 -33 0.24 0.45 214'.split(' '),
    )
  })

  test('begin with the headline figures, each with the cell that it opens', () => {
    const rows = compared()
    expect(rows.slice(0, 7).map(({ id }) => id)).toEqual([
      'heading:headlines',
      'headline:net_earnings',
      'headline:taxable_income',
      'headline:taxable_income_per_share',
      'headline:equity',
      'headline:effect_on_equity',
      'headline:minimum_distribution',
    ])
    expect(rows[2]!.ref).toEqual({ schedule: 'reconciliation', line: 'taxable_income', column: 'q3_2007' })
    expect(rows[6]!.ref).toEqual({ schedule: 'distribution_test', line: 'required_before_losses', column: 'to_date' })
    expect(row(rows, 'headline:minimum_distribution')).toEqual(['0', '0', '0', '0', '26228.7', '26228.7', '0'])
  })

  test('a level that was not disclosed stays unknown on both sides', () => {
    const opened = fresh(release, [input('equity.opening@q1_2007', '1000000')])
    const rows = compareRows({
      filing: release,
      column: 'q1_2007',
      base: fresh(release),
      scenarios: [{ id: 'opened', name: 'Opened', engine: opened }],
    })
    expect(row(rows, 'equity.opening')).toEqual(['', '1000000', '', ''])
    expect(row(rows, 'equity.closing')).toEqual(['', '867003', '', ''])
  })

  test('only the changed, on request, with the headings above them', () => {
    const rows = compared(true)
    const lines = rows.filter(({ kind }) => kind === 'line')
    expect(lines.every(({ changed }) => changed)).toBe(true)
    expect(lines.map(({ id }) => id)).toContain('reconciliation.loan_loss_provisions')
    expect(rows.map(({ id }) => id)).toContain('reconciliation.adjustments')
    expect(rows.map(({ id }) => id)).not.toContain('income.interest_income')
  })

  test('a quarter does not stand for nine months that end with it', () => {
    const rows = compared(false, 'm9_2007')
    expect(rows.some(({ id }) => id.startsWith('income.'))).toBe(false)
    expect(row(rows, 'headline:net_earnings')[0]).toBe('-1465450')
    expect(row(rows, 'reconciliation.net_earnings')[0]).toBe('-1465450')
  })

  test('a rollforward of components is shown by its last total, or by the column asked for', () => {
    const request = {
      filing: letter,
      column: 'fy_2009',
      base: fresh(letter),
      scenarios: [{ id: 'up', name: 'Up', engine: fresh(letter, [input('trusts.reo_losses@reo', '-200000')]) }],
    }
    expect(row(compareRows(request), 'trusts.closing')).toEqual(['22977', '41134', '18157', '79'])
    const collateral = compareRows({ ...request, columns: { trusts: 'collateral' } })
    expect(row(collateral, 'trusts.closing')).toEqual(['5666122', '5666122', '0', '0'])
  })

  test('more than four scenarios, or one twice, are a mistake of the caller', () => {
    const one = { id: 'a', name: 'A', engine: fresh(release) }
    const request = { filing: release, column: 'q3_2007', base: fresh(release) }
    expect(() => compareRows({ ...request, scenarios: [one, one] })).toThrow(RangeError)
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...one, id }))
    expect(() => compareRows({ ...request, scenarios: five })).toThrow(RangeError)
  })
})

test('differences are those of two engines built afresh, also after edits of a living one', () => {
  let seen = 0
  fc.assert(
    fc.property(numbers(60), (stream) => {
      const choices = new Choices(stream)
      const [first, second] = [someEdits(choices, release, 6), someEdits(choices, release, 4)]
      const living = fresh(release, second)
      living.apply(second.map((one) => ({ ...one, input: null })))
      living.apply(first)
      const rows = compareRows({
        filing: release,
        column: choices.pick(['q3_2007', 'q2_2007', 'q1_2007', 'm9_2007']),
        base: fresh(release),
        scenarios: [{ id: 'x', name: 'X', engine: living }],
      })
      const [base, scenario] = [fresh(release), fresh(release, first)]
      for (const { ref, scenarios } of rows) {
        const difference = scenarios['x']?.difference
        if (!ref || !difference || !isAmount(base.value(ref))) continue
        seen++
        expect(difference.toFixed()).toBe(amountAt(scenario, ref).minus(amountAt(base, ref)).toFixed())
      }
    }),
    runs(60),
  )
  expect(seen).toBeGreaterThan(1000)
})

describe('the schedule', () => {
  const sheet = compareSchedule({
    filing: release,
    column: 'q3_2007',
    base: fresh(release),
    scenarios: [{ id: 'downside', name: 'Downside', engine: fresh(release, DOWNSIDE) }],
  })

  test('is named compare, with the columns of each scenario', () => {
    expect(sheet.schedule.id).toBe('compare')
    expect(sheet.schedule.columns.map(({ id }) => id)).toEqual([
      'base',
      'downside',
      'downside_difference',
      'downside_percent',
    ])
    const at = (column: string, layer?: 'base'): string =>
      valueText(sheet.values({ schedule: 'compare', line: 'reconciliation.taxable_income', column }, layer))
    expect(sheet.schedule.columns.map(({ id }) => at(id))).toEqual(['-16297', '-21297', '-5000', '-31'])
    expect(at('downside', 'base')).toBe('-16297')
  })

  test('prints as a workpaper marked hypothetical, with what changed marked', () => {
    const document = buildPrintDocument(sheet.filing, 'compare', sheet.values, {
      mode: 'workpaper',
      details: 'all',
      tieOuts: [],
      changeNumber: 3,
      time: 'November 20, 2026',
      scenario: { name: 'Downside', cells: [] },
    })
    if (document.kind === 'refusal') throw new Error(document.reasons.join('\n'))
    expect(document.banner).toEqual(['Hypothetical: Downside'])
    expect(document.groups.map(({ label }) => label)).toEqual(['', 'Downside'])
    const printed = document.rows.find(({ id }) => id === 'reconciliation.taxable_income')!
    expect(cellTexts(printed)).toEqual(['$ (16,297)', '$ (21,297)', '$ (5,000)', '(31)%'])
    expect(printed.cells.map((one) => ('marks' in one ? one.marks : []))).toEqual([[], ['c'], [], []])
    expect(document.rows.find(({ id }) => id === 'income.derivatives_realized')!.depth).toBeGreaterThan(0)
  })

  test('a scenario may not take the columns of another', () => {
    const one = { id: 'base', name: 'Base', engine: fresh(release) }
    const request = { filing: release, column: 'q3_2007', base: fresh(release), scenarios: [one] }
    expect(() => compareSchedule(request)).toThrow(RangeError)
  })
})
