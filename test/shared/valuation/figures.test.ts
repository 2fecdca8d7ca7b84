/**
 * The figures of a trust by name: exact decimals, and for what does not exist the reason in words.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Decimal, plain } from '../../../shared/money/decimal.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'
import { monthFigures, valueFigures } from '../../../shared/valuation/figures.ts'
import { valuedTrust } from '../../../shared/valuation/valued_trust.ts'

function valuesOf(name: string) {
  const path = join(import.meta.dirname, `../../golden/valuation/trusts/${name}.json`)
  const made = valuedTrust(JSON.parse(readFileSync(path, 'utf8')))
  if (made.kind === 'faulty') throw new Error('The trust is refused.')
  return made.values
}

test('amounts are exact: a month pays all its digits, and the balance sheet comes to the residual', () => {
  const values = valuesOf('t01_no_defaults')
  const { months, terms } = values.projection
  const figures = monthFigures(months[0]!, terms)
  const of = (name: string): Decimal => figures.get(name)!
  expect(plain(of('a.paid'))).toBe('3750')
  expect(plain(of('collateral_cash').minus(of('bond_interest')).minus(of('residual')))).toBe('0')
  const sheet = valueFigures(values)
  const amount = (name: string): Decimal => sheet.get(name) as Decimal
  expect(plain(amount('collateral').plus(amount('borrowings')).minus(amount('residual')))).toBe('0')
  expect(plain(amount('a.yield'))).toBe('0.05')
})

test('a figure that does not exist says why', () => {
  const sheet = valueFigures(valuesOf('t03_zero_balance'))
  const why = [...sheet].flatMap(([name, figure]) =>
    figure instanceof Decimal ? [] : [[name, refusalText(figure.refusal)]],
  )
  expect(why).toEqual([
    ['collateral_yield', 'The value is nil or less, so that there is no yield.'],
    ['claims_yield', 'The value is nil or less, so that there is no yield.'],
    ['value_weighted_yield', 'No class has a value, so that there is no weighted yield.'],
    ['a.price', 'The class has no balance, so that there is no price in percent.'],
    ['a.average_life', 'No principal is paid, so that there is no average life.'],
    ['a.yield', 'The value is nil or less, so that there is no yield.'],
  ])
})
