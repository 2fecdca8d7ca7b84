/**
 * The allowance, real estate owned and other comprehensive income: linked to earnings and equity, rolled from quarter to quarter, held against the
 * reconciliation. Figures are worked out beside the expectations.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tieOuts } from '../../../shared/checks/tie_outs.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { newFiling } from '../../../shared/templates/templates.ts'
import { figure, rolled, row } from './filing_fixture.ts'

const FIRST = newFiling({
  id: 'first',
  details: {
    title: 'First quarter 2026 results',
    registrant: 'Harbor Mortgage Trust',
    form: 'Form 10-Q',
    periodEnd: '2026-03-31',
    documentDate: '',
    unit: 'thousands of dollars',
    unaudited: true,
  },
  covers: 'quarter',
  against: 'before',
  schedules: ['income_comparison', 'reconciliation', 'equity', 'loss_rollforwards'],
})

function entered(filing: Filing, inputs: Record<string, string>): Filing {
  const cells = Object.entries(inputs).map(([name, input]) => ({ ...readCellName(name)!, input }))
  const of = (id: string) => cells.filter(({ schedule }) => schedule === id)
  return { ...filing, schedules: filing.schedules.map((one) => ({ ...one, cells: [...one.cells, ...of(one.id)] })) }
}

function value(filing: Filing, name: string): string {
  return figure(createEngine(filing), readCellName(name)!)
}

const FILLED = entered(FIRST, {
  'loss_rollforwards.allowance_opening@q1_2026': '1000',
  'loss_rollforwards.charge_offs@q1_2026': '250',
  'loss_rollforwards.recoveries@q1_2026': '10',
  'loss_rollforwards.reo_opening@q1_2026': '400',
  'loss_rollforwards.foreclosed@q1_2026': '90',
  'loss_rollforwards.reo_sold@q1_2026': '70',
  'loss_rollforwards.reo_losses@q1_2026': '5',
  'loss_rollforwards.oci_opening@q1_2026': '-60',
  'income.provision_for_loan_losses@q1_2026': '300',
  'income.reo_provision@q1_2026': '20',
  'income.otti_loss@q1_2026': '15',
  'equity.other_comprehensive_income@q1_2026': '-25',
  'reconciliation.actual_loan_losses@q1_2026': '-240',
})

function at(line: string): string {
  return value(FILLED, `loss_rollforwards.${line}@q1_2026`)
}

test('each balance rolls, from the lines of earnings and equity', () => {
  expect(at('allowance_closing')).toBe('1060')
  expect(at('reo_closing')).toBe('400')
  // The impairment comes out of other comprehensive income.
  expect(at('oci_closing')).toBe('-70')
  expect([at('provisions'), at('provisions_differ')]).toEqual(['320', '0'])
  // 250 less 10 and 5, of which tax deducts 240.
  expect([at('losses'), at('losses_differ')]).toEqual(['245', '5'])
})

test('an add-back that differs from the provisions fails its proof', () => {
  const filing = entered(FILLED, { 'reconciliation.loan_loss_provisions@q1_2026': '330' })
  const failing = tieOuts(filing, createEngine(filing)).filter(({ status }) => status === 'fail')
  expect(failing.map(({ text }) => text)).toEqual([expect.stringContaining('Difference from the add-back, to be nil')])
  const engine = createEngine(FILLED)
  expect(tieOuts(FILLED, engine).filter(({ status }) => status === 'fail')).toEqual([])
})

test('every balance opens where the quarter before closed, in the next year too', () => {
  const amount = fc.integer({ min: 0, max: 900_000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount, amount), { minLength: 4, maxLength: 4 }), (quarters) => {
      let filing = FILLED
      for (const [at, [chargedOff, foreclosed, change]] of quarters.entries()) {
        filing = rolled(filing, 'quarter', `next_${at}`).filing
        const column = at === 3 ? 'q1_2027' : `q${at + 2}_2026`
        filing = entered(filing, {
          [`loss_rollforwards.charge_offs@${column}`]: String(chargedOff),
          [`loss_rollforwards.foreclosed@${column}`]: String(foreclosed),
          [`equity.other_comprehensive_income@${column}`]: String(change),
        })
        if (at === 2) {
          for (const balance of ['allowance', 'reo', 'oci']) {
            const [opening, closing] = [
              row(filing, 'loss_rollforwards', `${balance}_opening`),
              row(filing, 'loss_rollforwards', `${balance}_closing`),
            ]
            expect(opening.slice(1)).toEqual(closing.slice(0, -1))
          }
        }
      }
      const charged = quarters.slice(0, 3).reduce((sum, [one]) => sum + one, 0)
      expect(value(filing, 'loss_rollforwards.allowance_opening@q1_2027')).toBe(String(1060 - charged))
    }),
    { numRuns: 8 },
  )
})
