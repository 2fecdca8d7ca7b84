/**
 * Columns by entity in a roll forward: they go where their period goes, comparatives keep the entity's figures, openings take the entity's
 * close, and the year to date that a second quarter adds has entities too. Figures are made up and added up by hand.
 */
import { expect, test } from 'vitest'
import { IMPAC_2007_Q3 } from '../../../../db/samples/impac_2007_q3/filing.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import { readCellName } from '../../../../shared/model/cell.ts'
import type { Filing } from '../../../../shared/model/filing.ts'
import { byEntity } from '../../structure/by_entity.ts'
import { taxFiling } from '../tax_filing.ts'
import { figure, rolled, scheduleOf } from '../filing_fixture.ts'

const BEFORE = byEntity(IMPAC_2007_Q3, { schedules: ['income', 'reconciliation', 'equity'] })

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const schedules = filing.schedules.map((one) => ({
    ...one,
    cells: [...one.cells, ...cells.filter(({ schedule }) => schedule === one.id)],
  }))
  return { ...filing, schedules }
}

function value(filing: Filing, name: string): string {
  return figure(createEngine(filing), readCellName(name)!)
}

test('the fourth quarter of 2007 has the entities of the third, which is its comparative', () => {
  const filled = entered(BEFORE, { 'income.provision_for_loan_losses@q3_2007_trs': '10000' })
  const { filing } = rolled(filled, 'quarter')
  const income = scheduleOf(filing, 'income')
  expect(income.columns.map(({ id }) => id).slice(0, 8)).toEqual([
    'q4_2007_reit',
    'q4_2007_trs',
    'q4_2007_eliminations',
    'q4_2007',
    'q3_2007_reit',
    'q3_2007_trs',
    'q3_2007_eliminations',
    'q3_2007',
  ])
  const labels = ['REIT', 'Taxable REIT subsidiaries', 'Eliminations', 'Consolidated']
  expect(income.columns.map(({ label }) => label).slice(0, 8)).toEqual([...labels, ...labels])
  expect(income.groups!.map(({ label }) => label)).toEqual([
    'Three Months Ended December 31, 2007',
    'Three Months Ended September 30, 2007',
  ])
  expect(income.columns[3]!.formula).toBe('= sum(@q4_2007_reit..@q4_2007_eliminations)')
  expect(income.columns[1]!.entity).toEqual({ name: 'trs', of: 'q4_2007' })
  expect(value(filing, 'income.provision_for_loan_losses@q3_2007_trs')).toBe('10000')
  expect(value(filing, 'income.provision_for_loan_losses@q3_2007')).toBe('799445')
  expect(value(filing, 'income.provision_for_loan_losses@q4_2007')).toBe('')
})

test('each entity opens at its own close', () => {
  const filled = entered(BEFORE, {
    'equity.opening@q1_2007_reit': '900000',
    'equity.opening@q1_2007_trs': '50000',
    'equity.opening@q1_2007_eliminations': '-20000',
    'equity.issuances@q3_2007_trs': '70',
  })
  const { filing } = rolled(filled, 'quarter')
  expect(value(filing, 'equity.opening@q4_2007_trs')).toBe('50070')
  expect(value(filing, 'equity.opening@q4_2007_eliminations')).toBe('-20000')
  // The sum of the three closes is the consolidated one.
  expect(value(filing, 'equity.opening@q4_2007')).toBe(value(filled, 'equity.closing@q3_2007'))
})

test('the six months that a second quarter adds have entities, each the sum of its quarters', () => {
  let filing = BEFORE
  for (let step = 0; step < 2; step++) filing = rolled(filing, 'quarter', `step_${step}`).filing
  expect(scheduleOf(filing, 'reconciliation').columns.map(({ id }) => id)).toContain('q1_2008_trs')
  filing = entered(filing, { 'reconciliation.miscellaneous@q1_2008_trs': '30' })
  const next = rolled(filing, 'quarter', 'second').filing
  const reconciliation = scheduleOf(next, 'reconciliation')
  const sixMonths = reconciliation.columns.find(({ id }) => /^(?:m6|h1)_2008$/.test(id))!
  const part = reconciliation.columns.find(({ entity }) => entity?.of === sixMonths.id && entity.name === 'trs')!
  expect(part.formula).toBe('= @q1_2008_trs + @q2_2008_trs')
  const filled = entered(next, { 'reconciliation.miscellaneous@q2_2008_trs': '12' })
  expect(value(filled, `reconciliation.miscellaneous@${part.id}`)).toBe('42')
  expect(value(filled, `reconciliation.miscellaneous@${sixMonths.id}`)).toBe('42')
  expect(reconciliation.groups!.find(({ columns }) => columns.includes(sixMonths.id))!.label).toBe(
    'Six Months Ended June 30, 2008',
  )
})

test('a sum over quarters counts each entity once, in its consolidated column, and grows with the year', () => {
  const before = byEntity(taxFiling(), { schedules: ['reconciliation', 'equity'] })
  expect(value(before, 'distribution_test.preferred_paid@to_date')).toBe('11166')
  const { filing } = rolled(before, 'quarter')
  const filled = entered(filing, { 'equity.preferred_dividends@q4_2026_trs': '34' })
  expect(value(filled, 'distribution_test.preferred_paid@to_date')).toBe('11200')
  const formula = scheduleOf(filled, 'distribution_test').lines.find(({ id }) => id === 'preferred_paid')!.formula
  expect(formula).toBe('= sum(equity.preferred_dividends@q1_2026..@q4_2026)')
})
