/**
 * A formula with the amounts of its references in their places.
 */
import { describe, expect, it } from 'vitest'
import { amountsInFormula } from '../../../../renderer/features/explain/formula_amounts.ts'
import { sampleFilings } from '../../../../db/samples/samples.ts'
import { createEngine } from '../../../../shared/calc/engine.ts'
import type { CellInput, CellRef, Filing } from '../../../../shared/model/filing.ts'
import { readCellName } from '../../../../shared/model/cell.ts'

const release = sampleFilings().find(({ id }) => id === 'impac_2007_q3')!

function amounts(cell: string, text: string, scenario: CellInput[] = [], filing: Filing = release): string | null {
  const ref: CellRef = readCellName(cell)!
  return amountsInFormula(filing, createEngine(filing, scenario), ref, text)
}

const PROVISION = { ...readCellName('income.provision_for_loan_losses@q3_2007')!, input: '799445' }
const AFTER = 'income.net_interest_after_provision@q3_2007'

describe('amounts in a formula', () => {
  it('stand in the places of the names, in the scenario', () => {
    const formula = '= net_interest_income - provision_for_loan_losses'
    expect(amounts(AFTER, formula)).toBe('= 11,698 - 789,445')
    expect(amounts(AFTER, formula, [PROVISION])).toBe('= 11,698 - 799,445')
  })

  it('are those of another schedule or column where it is named, and as filed where asked', () => {
    expect(
      amounts('reconciliation.loan_loss_provisions@q3_2007', 'income.provision_for_loan_losses * 2', [PROVISION]),
    ).toBe('= 799,445 * 2')
    expect(amounts('income.provision_for_loan_losses@variance', '= @q3_2007 - @q2_2007')).toBe('= 789,445 - 161,163')
    expect(amounts(AFTER, '= provision_for_loan_losses - as_filed(provision_for_loan_losses)', [PROVISION])).toBe(
      '= 799,445 - as_filed(789,445)',
    )
  })

  it('of a range are its members, without details and headings', () => {
    expect(amounts(AFTER, '= sum(interest_income..net_interest_income)')).toBe('= sum(313,772; 302,074; 11,698)')
    expect(amounts('reconciliation.loan_loss_provisions@m9_2007', '= sum(@q2_2007..@q3_2006)')).toBe(
      '= sum(181,977; 3,183)',
    )
  })

  it('are words where nothing stands, a digit where nil, and an error where there is no such cell', () => {
    const realized = '= derivatives_realized + nowhere + dividends_declared_per_share'
    expect(amounts(AFTER, '= derivatives_realized')).toBe('= blank')
    expect(amounts(AFTER, realized)).toContain('#REF!')
    expect(amounts('reconciliation.trs_dividend@q3_2007', '= trs_dividend')).toBe('= 0')
  })

  it('are none where the formula cannot be read', () => {
    expect(amounts(AFTER, '= net_interest_income +')).toBeNull()
  })
})
