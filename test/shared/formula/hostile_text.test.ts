/**
 * Formula text that nobody would write: it is read, or refused, and computed without throwing, hanging or running out of memory.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { FUNCTIONS } from '../../../shared/formula/ast.ts'
import { parseFormula } from '../../../shared/formula/parse.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { formula } from '../calc/random_filing.ts'
import { at, filing } from '../calc/sheet.ts'
import { valueText } from '../calc/snapshots.ts'

const NAMES = 'a b s c nowhere s.a a@c a..b @c..@d s.a..b@d as_filed(a) printed(b) __proto__'
const SYMBOLS = '+ - * / ^ ( ) , @ . .. = < > <= >= <> % ; " $ ! : # { } \\'
const NUMBERS = '0 1 -1 2 0.5 12.5% 1e9 9999999999999999999 0.00000000000000000001 1,234 . ..5 1..2'
const STRANGE = ['\n', '\t', ' ', '  ', '\u0000', '\ud800', 'é', '💰', '\u202e']
const tokens = [NAMES, SYMBOLS, NUMBERS]
  .flatMap((list) => list.split(' '))
  .concat(STRANGE)
  .concat(Object.keys(FUNCTIONS).flatMap((name) => [name, `${name}(`]))
/** Formulas that can be read, and such with a piece cut out or doubled. */
const wellFormed = numbers(60).map((stream) => {
  const place = { schedule: 0, line: 4, backward: false }
  return formula(new Choices(stream), place)
    .slice(1)
    .replaceAll(/l[0-3]/g, 'a')
    .replaceAll(/l[4-7]/g, 'b')
})
const broken = fc
  .tuple(wellFormed, fc.nat(80), fc.nat(5), fc.boolean())
  .map(
    ([whole, from, length, twice]) =>
      whole.slice(0, from + (twice ? length : 0)) + whole.slice(from + (twice ? 0 : length)),
  )
const text = fc.oneof(
  { weight: 3, arbitrary: wellFormed },
  { weight: 3, arbitrary: broken },
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...tokens), { maxLength: 40, size: 'max' }).map((list) => list.join('')),
  },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...tokens), { maxLength: 25 }).map((list) => list.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
)

const lines = {
  a: { input: { c: '6', d: '-2.5' } },
  b: { input: { c: '', d: '9999999999999999999' } },
  w: { kind: 'text' as const },
}
const structure = filing({ ...lines, x: {}, y: '= x + 1' }, ['c', 'd'])

/** Computes a formula in the cell x, as the structure's formula and as an input; both ways give the same. */
function compute(entered: string): string {
  const engine = createEngine(structure)
  const changes = engine.apply([{ ...at('x'), input: `=${entered}` }])
  const value = valueText(engine.value(at('x')))
  expect(changes.filter(({ line }) => line === 'x').map((change) => valueText(change.new))).toEqual(
    value === '' ? [] : [value],
  )
  const [sheet] = structure.schedules
  const served = sheet!.lines.map((line) => (line.id === 'x' ? { ...line, formula: `=${entered}` } : line))
  const built = createEngine({ ...structure, schedules: [{ ...sheet!, lines: served }] })
  expect(valueText(built.value(at('x')))).toBe(value)
  for (const target of [at('x'), at('y')]) engine.solve({ target, value: new Decimal(5), by: at('a') })
  engine.explain(at('x'))
  engine.preview([{ ...at('a'), input: entered }])
  return value
}

test('any text is read or refused inside its own length, and computes to a value', () => {
  let read = 0
  fc.assert(
    fc.property(text, (given) => {
      const result = parseFormula(given)
      if ('error' in result) {
        const { at: from, end, message } = result.error
        expect(from).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(from)
        expect(end).toBeLessThanOrEqual(given.length)
        expect(message).toMatch(/\.$/s)
      } else {
        read++
        for (const { at: from, end } of result.formula.references) {
          expect(given.slice(from, end)).toMatch(/^[a-z@_]/i)
        }
      }
      const value = compute(given)
      if ('error' in result && given.trim() !== '') expect(value.split(' ')[0]).toBe('#NAME?')
    }),
    runs(4000),
  )
  expect(read).toBeGreaterThan(1000)
})

/** Products in the first place of products: shallow to the parser, thousands of operations deep. */
function leftProducts(levels: number): string {
  let product = 'a'
  for (let i = 0; i < levels; i++) product = `(${product}${'*1'.repeat(95)})`
  return product
}

describe('as much as the bounds allow', () => {
  test.each([
    ['terms', `a${'+a'.repeat(4900)}`, '29406'],
    ['products within products', leftProducts(49), '6'],
    ['quotients within quotients', leftProducts(49).replaceAll('*', '/'), '6'],
    ['parentheses', `${'('.repeat(99)}a${')'.repeat(99)}`, '6'],
    ['signs', `${'-'.repeat(99)}a`, '-6'],
    ['functions', `${'abs('.repeat(99)}a${')'.repeat(99)}`, '6'],
    ['choices', `${'if(a,'.repeat(99)}a${')'.repeat(99)}`, '6'],
    ['arguments', `sum(${'a,'.repeat(254)}a)`, '1530'],
    ['powers', `a${'^1'.repeat(98)}`, '6'],
    ['digits', '9999999999999999999.99999999999999999999', '9999999999999999999.99999999999999999999'],
    ['one digit more', '99999999999999999999', '#NAME?'],
    ['a flood of open parentheses', '('.repeat(9_999), '#NAME?'],
    ['a flood of text', 'x'.repeat(1_000_000), '#NAME?'],
    ['a flood of spaces', `${' '.repeat(9_000)}a`, '6'],
  ])('%s', (_, entered, expected) => {
    expect(compute(entered)).toBe(expected)
  })

  test.each([
    ['9999999999999999999 ^ 9999999999999999999', '#NUM!'],
    ['9999999999999999999 ^ -9999999999999999999', '0'],
    ['0.00000000000000000001 ^ 9999999999999999999.5', '0'],
    ['0.00000000000000000001 ^ -0.5', '10000000000'],
    ['2 ^ 3 ^ 4 ^ 5 ^ 6 ^ 7', '#NUM!'],
    ['9999999999999999999 ^ 0.00000000000000000001', '1.00000000000000000044'],
    ['round(9999999999999999999, -20)', '0'],
    ['round(9999999999999999999, -19)', '#NUM!'],
    ['round(1, 9999999999999999999)', '#NUM!'],
    ['9999999999999999999 / 0.00000000000000000001', '#NUM!'],
    ['1 / 9999999999999999999', '0.0000000000000000001'],
  ])('%s', (entered, expected) => {
    expect(compute(entered)).toBe(expected)
  })

  test('hundreds of roots in one formula', () => {
    const roots = `1.1${'+1.7^0.12345678901234567891'.repeat(350)}`
    expect(compute(roots)).toMatch(/^37\d\.\d+$/)
  })
})
