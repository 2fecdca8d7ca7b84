/**
 * The sentence under the headlines never says the opposite of what a line's name does.
 */
import { expect, test } from 'vitest'
import { sampleFilings } from '../../../db/samples/samples.ts'
import { headlines } from '../../../shared/analysis/headlines.ts'
import { createEngine } from '../../../shared/calc/engine.ts'
import { readCellName } from '../../../shared/model/cell.ts'

const release = sampleFilings()[0]!

function sentence(name: string, input: string, column = 'q3_2007'): string {
  const engine = createEngine(release, [{ ...readCellName(name)!, input }])
  return headlines({ filing: release, engine, column })
    .flatMap(({ sentences }) => sentences)
    .join(' ')
}

test.each([
  ['reconciliation.actual_loan_losses@q3_2007', '-49460', '(34,348) to (49,460)'],
  ['reconciliation.actual_loan_losses@q3_2007', '0', '(34,348) to nil'],
  ['income.discontinued_operations@q3_2007', '-200000', '(194,077) to (200,000)'],
  ['income.derivatives_unrealized@q3_2007', '-140347', '(135,347) to (140,347)'],
])('%s to %s gives both figures of what stands negative', (name, input, words) => {
  expect(sentence(name, input)).toContain(words)
  expect(sentence(name, input)).not.toMatch(/raised|lowered/)
})

test('an expense, which stands positive, is said to be raised or lowered by its change', () => {
  expect(sentence('income.provision_for_loan_losses@q3_2007', '799445')).toContain('raised by 10,000.')
  expect(sentence('income.interest_expense@q3_2007', '302000')).toContain('lowered by 74.')
})

test('an edit in another period is said to stand elsewhere', () => {
  expect(sentence('reconciliation.actual_loan_losses@q3_2006', '-6000')).toContain('other periods')
})

test('the edit made last is told first, and every other one after it in the order of the filing', () => {
  const edits = ['income.interest_expense@q3_2007', 'income.provision_for_loan_losses@q3_2007'].map((name) => ({
    ...readCellName(name)!,
    input: '302000',
  }))
  const engine = createEngine(release, edits)
  const told = (last?: (typeof edits)[number]): string[] =>
    headlines({ filing: release, engine, column: 'q3_2007', ...(last && { last }) })
      .flatMap(({ sentences }) => sentences)
      .map((one) => one.slice(0, 16))
  expect(told()).toEqual(['Interest expense', 'Provision for lo'])
  expect(told(edits[1])).toEqual(['Provision for lo', 'Interest expense'])
})

test('an overridden adjustment does not follow an edit of the books, and the sentence does not say that it does', () => {
  const engine = createEngine(release, [
    { ...readCellName('income.provision_for_loan_losses@q3_2007')!, input: '799445' },
    { ...readCellName('reconciliation.loan_loss_provisions@q3_2007')!, input: '832453' },
  ])
  const told = headlines({ filing: release, engine, column: 'q3_2007' }).flatMap(({ sentences }) => sentences)
  const own = told.find((one) => one.startsWith('Provision for loan losses'))
  expect(own).toContain('taxable income changes too')
  expect(own).not.toContain('does not change')
})
