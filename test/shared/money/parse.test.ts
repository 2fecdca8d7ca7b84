/**
 * What a person may type, and what is refused with which reason.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../../shared/money/format.ts'
import { plain } from '../../../shared/money/decimal.ts'
import { parseStored, parseTyped } from '../../../shared/money/parse.ts'
import { sentence, worded } from '../worded.ts'

const FORMATS: Format[] = ['amount', 'per_share', 'shares', 'percent', 'rate', 'text']

function read(text: string, format: Format = 'amount'): string {
  const typed = parseTyped(text, format)
  if (typed.kind === 'amount') return plain(typed.value)
  if (typed.kind === 'change') return `${typed.operator} ${plain(typed.operand)}`
  if (typed.kind === 'formula') return `formula ${typed.text}`
  if (typed.kind === 'text') return `text ${typed.value}`
  return typed.kind === 'refused' ? `refused ${sentence(typed)}` : typed.kind
}

describe('amounts', () => {
  test.each([
    ['1234', '1234'],
    ['1,234.5', '1234.5'],
    ['(1,234)', '-1234'],
    ['-1,234', '-1234'],
    ['\u22121,234', '-1234'],
    ['\u20131,234', '-1234'],
    ['$1,234', '1234'],
    ['$ 1,234', '1234'],
    ['$ (1,234)', '-1234'],
    ['($1,234)', '-1234'],
    ['-$1,234', '-1234'],
    ['$-5', '-5'],
    ['- 5', '-5'],
    ['( 5 )', '-5'],
    ['.47', '0.47'],
    ['(.47)', '-0.47'],
    ['5.', '5'],
    ['007', '7'],
    ['1234567', '1234567'],
    ['1234567.89', '1234567.89'],
    ['1,234,567.8900', '1234567.89'],
    ['-', '0'],
    ['--', '0'],
    ['\u2013', '0'],
    ['\u2014', '0'],
    ['\u2212', '0'],
    ['$ -', '0'],
    ['$-', '0'],
    ['-0', '0'],
    ['(0)', '0'],
    ['0.00', '0'],
    ['\u00a0 1,234\u202f', '1234'],
    ['\t1,234\n', '1234'],
    ['9999999999999999999.99999999999999999999', '9999999999999999999.99999999999999999999'],
    ['0.000000000000000000010000', '0.00000000000000000001'],
    // A dash is nil beside the signs of a printed figure too, whichever dash it is.
    ['$\u2014', '0'],
    ['$ \u2013', '0'],
    ['US$ \u2014', '0'],
    ['(\u2014)', '0'],
    ['(-)', '0'],
    ['$(\u2212)', '0'],
    ['($ \u2014)', '0'],
    ['\u2014%', '0'],
    ['- %', '0'],
    ['(\u2010)%', '0'],
    ['\u20141,234', '-1234'],
    ['\u2015 5', '-5'],
    ['$\u20145', '-5'],
    // What is not seen is not read.
    ['\ufeff1,\u200b234\u200e', '1234'],
    ['(\u20665\u00ad\u2069)', '-5'],
    ['', 'blank'],
    [' \u00a0\t', 'blank'],
    ['\u200b', 'blank'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
    expect(read(text, 'per_share')).toBe(expected)
    expect(read(text, 'shares')).toBe(expected)
  })
})

describe('percentages', () => {
  test.each<[string, Format, string]>([
    ['12.5', 'percent', '12.5'],
    ['12.5%', 'percent', '12.5'],
    ['12 %', 'percent', '12'],
    ['(681)%', 'percent', '-681'],
    ['(681%)', 'percent', '-681'],
    ['-681%', 'percent', '-681'],
    ['- %', 'percent', '0'],
    ['-', 'percent', '0'],
    ['12.5%', 'rate', '0.125'],
    ['0.125', 'rate', '0.125'],
    ['(12.50%)', 'rate', '-0.125'],
    ['150%', 'rate', '1.5'],
    ['.5', 'rate', '0.5'],
    ['0', 'rate', '0'],
  ])('%j in a %s cell is %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected)
  })
})

describe('changes of what stands, formulas, text', () => {
  test.each<[string, Format, string]>([
    ['+=500', 'amount', '+= 500'],
    ['-=500', 'amount', '-= 500'],
    ['\u2212=500', 'amount', '-= 500'],
    [' += 1,500.25 ', 'amount', '+= 1500.25'],
    ['+=(500)', 'amount', '+= -500'],
    ['*=1.1', 'amount', '*= 1.1'],
    ['*=110%', 'amount', '*= 1.1'],
    ['*=1.1', 'rate', '*= 1.1'],
    ['+=0.5%', 'rate', '+= 0.005'],
    ['+=0.5', 'percent', '+= 0.5'],
    ['= income.net_earnings@q3_2007', 'amount', 'formula = income.net_earnings@q3_2007'],
    [' =1/3 ', 'percent', 'formula =1/3'],
    ['Level 3', 'text', 'text Level 3'],
    ['=x', 'text', 'text =x'],
    ['12.5%', 'text', 'text 12.5%'],
    ['  ', 'text', 'blank'],
  ])('%j in a %s cell is %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected)
  })
})

describe('refused with the reason', () => {
  test.each<[string, Format, string]>([
    ['799.445,00', 'amount', 'Commas separate thousands, and a point the decimals, as in 799,445.00.'],
    ['1.234.567,8', 'amount', 'as in 1,234,567.8.'],
    ['799,44', 'amount', 'Enter 799.44 or 79,944.'],
    ['0,123', 'amount', 'Enter 0.123 or 123.'],
    ['1,23,456', 'amount', 'has commas that do not separate thousands. Enter 123,456.'],
    [',5', 'amount', 'has commas that do not separate thousands. Enter 5.'],
    ['(799,445', 'amount', 'has no closing parenthesis'],
    ['799,445)', 'amount', 'has no opening parenthesis'],
    ['(5)3', 'amount', 'has parentheses that do not enclose the whole figure.'],
    ['()', 'amount', 'has no figure'],
    ['(-5)', 'amount', 'two signs'],
    ['n/a', 'amount', 'Leave the cell blank for not disclosed, or enter a dash for nil.'],
    ['nil', 'amount', 'is not an amount'],
    ['10%', 'amount', 'Type *=0.1 to take that part of the present amount.'],
    ['12.5%', 'per_share', 'is a percentage, but the cell holds an amount'],
    ['1e5', 'amount', 'is written with an exponent'],
    ['5m', 'amount', 'is abbreviated'],
    ['--5', 'amount', 'has two signs'],
    ['-(5)', 'amount', 'has two signs'],
    ['(-5)', 'amount', 'has two signs'],
    ['-$-5', 'amount', 'has two signs'],
    ['1.2.3', 'amount', 'has more than one decimal point'],
    ['.', 'amount', 'has no figure'],
    [',', 'amount', 'has no figure'],
    ['5-', 'amount', 'A negative amount is -5.'],
    ['+5', 'amount', 'Type 5 to enter the amount, or +=5 to add it.'],
    ['$', 'amount', 'Enter an amount after the $'],
    ['5$', 'amount', 'before the figure'],
    ['-$', 'amount', 'no figure'],
    ['$$5', 'amount', 'must have one $'],
    ['\u20ac5', 'amount', 'currency sign other than $'],
    ['1 234', 'amount', 'has a space inside'],
    ['$ 1 234', 'amount', 'has a space inside'],
    ['10-5', 'amount', 'is a calculation. A formula starts with an equals sign: =10-5'],
    ['\u0661\u0662', 'amount', 'is not an amount'],
    ['0.000000000000000000001', 'amount', 'more than 20 decimal places'],
    ['10000000000000000000', 'amount', 'Amounts are smaller than 10,000,000,000,000,000,000.'],
    ['(10,000,000,000,000,000,000)', 'amount', 'is too large'],
    ['12.5', 'rate', 'Enter 12.5% or 0.125.'],
    ['0.1234567890123456789%', 'rate', 'more than 18 decimal places'],
    ['1', 'rate', 'Enter 1% or 0.01'],
    ['%', 'percent', 'has no figure'],
    ['%5', 'percent', 'is not at the end'],
    ['5%%', 'percent', 'is not at the end'],
    ['$5%', 'percent', 'the cell holds a percentage'],
    ['=', 'amount', 'Enter a formula after the equals sign'],
    ['+=', 'amount', 'Enter an amount after +='],
    ['*=-', 'amount', 'Enter an amount after *='],
    ['/=2', 'amount', '*=0.5 halves it'],
    ['+=10%', 'amount', 'is a percentage, but the cell holds an amount'],
    ['+=1,23', 'amount', 'has a comma that does not separate thousands'],
  ])('%j in a %s cell', (text, format, reason) => {
    const typed = read(text, format)
    expect(typed).toMatch(/^refused .+\.$|^refused .*=10-5$/)
    expect(typed).toContain(reason)
    if (format !== 'rate') expect(parseStored(text, format)).toBeUndefined()
  })

  test('text longer than a cell', () => {
    expect(read('a'.repeat(10_001), 'text')).toContain('at most 10000')
    expect(read('1'.repeat(200))).toContain('too long')
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(...'0123456789.,()$%+-*/=e \u00a0\u2212\u2013n'.split(''), '799,445')
  test('is read or refused, never thrown at', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (typed, format) => {
        const result = parseTyped(typed, format)
        if (result.kind === 'refused') expect(sentence(result)).toMatch(/\S/)
        if (result.kind === 'amount') {
          expect(plain(result.value)).toMatch(/^-?\d+(\.\d+)?$/)
          expect(parseStored(plain(result.value), format)?.eq(result.value)).toBe(true)
        }
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('stored text', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['-1191235', '-1191235'],
    ['0.47', '0.47'],
    ['1,234', '1234'],
    ['(5)', '-5'],
    ['1234567890123456789.00000000000000000001', '1234567890123456789.00000000000000000001'],
  ])('%s is %s', (text, expected) => {
    expect(plain(parseStored(text, 'amount')!)).toBe(expected)
  })
  test('a stored rate of 1 or more is the fraction itself', () => {
    expect(plain(parseStored('1.5', 'rate')!)).toBe('1.5')
    expect(plain(parseStored('12.5%', 'rate')!)).toBe('0.125')
  })
  test.each(['99999999999999999999', '-10000000000000000000', '0.123456789012345678901', '', '= a', '+=5'])(
    '%j is no amount',
    (text) => {
      expect(parseStored(text, 'amount')).toBeUndefined()
    },
  )
})

test.each(['+interest_income', '-interest_income', '+ fees - costs', '\u2212fees@q3_2007'])(
  '%s is told to begin with an equals sign',
  (typed) => {
    const read = worded(parseTyped(typed, 'amount'))
    expect(read).toMatchObject({ kind: 'refused', reason: expect.stringContaining('begins with an equals sign: =') })
  },
)
