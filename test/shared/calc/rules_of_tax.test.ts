/** Rules of tax in formulas: what is handed over, what travels, and what Explain is told. */
import { expect, test } from 'vitest'
import { formulaFault } from '../../../shared/calc/formula_faults.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { at, engineOf, filing, text } from './sheet.ts'

const layers = { oldest: '100', middle: '', newest: '300', used: '150' }
const bears = (which: string, total = 'used') => `= tax_oldest_first(${total}, ${which}, oldest..newest)`

test('a range stands as its cells in their order, a blank among them', () => {
  const engine = engineOf({ ...layers, a: bears('1'), b: bears('2'), c: bears('3') })
  expect(['a', 'b', 'c'].map((line) => text(engine, line))).toEqual(['100', '0', '50'])
  engine.apply([{ ...at('middle'), input: '20' }])
  expect(['a', 'b', 'c'].map((line) => text(engine, line))).toEqual(['100', '20', '30'])
  expect(text(engine, 'c', 'c', 'base')).toBe('50')
})

test('the first error among the arguments stands for the whole; text is no amount; what cannot be used is #VALUE!', () => {
  const engine = engineOf({
    ...layers,
    words: { kind: 'text', input: 'Note' },
    first: '= tax_oldest_first(1 / 0, no_such, oldest..newest)',
    second: '= tax_oldest_first(used, no_such, oldest..newest)',
    text: '= tax_oldest_first(words, 1, oldest..newest)',
    beyond: bears('4'),
  })
  expect(['first', 'second', 'text', 'beyond'].map((line) => text(engine, line))).toEqual([
    '#DIV/0!',
    '#REF!',
    '#VALUE!',
    '#VALUE!',
  ])
  expect(engine.explain(at('first')).workings).toEqual([])
  expect(engine.explain(at('beyond')).workings[0]!.steps.map(({ words }) => words)).toEqual([
    'The number of the layer must be a whole number from 1 to 3.',
  ])
})

test('a formula that refers to blanks alone is blank', () => {
  const engine = engineOf({ one: '', two: '', x: '= tax_oldest_first(one, one, one..two)' })
  expect(text(engine, 'x')).toBe('')
  expect(engine.explain(at('x')).workings).toEqual([])
})

test('explain tells the steps and the source of each rule that was computed, as its own layer has it', () => {
  const engine = engineOf({
    ...layers,
    x: `= if(used > 0, 1 + tax_oldest_first(used, 3, oldest..newest), ${bears('1').slice(1)})`,
  })
  const [working, ...more] = engine.explain(at('x')).workings
  expect(more).toEqual([])
  expect(working).toMatchObject({
    name: 'tax_oldest_first',
    text: 'tax_oldest_first(used, 3, oldest..newest)',
    source: '26 USC 172(b)(2)',
  })
  expect(working!.steps.map(({ words, amount }) => [words, isAmount(amount) && amount.toFixed()])).toEqual([
    ['Total to be taken, the oldest layer first', '150'],
    ['Taken from layer 1, which is older', '100'],
    ['Left for layer 3', '50'],
    ['Held by layer 3', '300'],
    ['Taken from it: the smaller of the two', '50'],
  ])
  engine.apply([{ ...at('used'), input: '90' }])
  expect(engine.explain(at('x')).workings[0]!.value).toMatchObject({ d: [0] })
  expect(engine.explain(at('x'), 'base').workings[0]!.value).toMatchObject({ d: [50] })
  expect(engine.explain(at('used')).workings).toEqual([])
})

test('faults name what is wrong with a call', () => {
  const own = filing({ ...layers, x: '1' })
  const fault = (formula: string) => formulaFault(own, at('x'), formula)?.message
  expect(fault('= tax_oldest_first(used, 1)')).toBe('tax_oldest_first takes 3 arguments, not 2.')
  expect(fault('= tax_oldest(used, 1)')).toBe('There is no function tax_oldest; tax_oldest_first is one.')
  expect(fault('= tax_oldest_first(used, 1, newest..oldest)')).toMatch(/reversed/)
  expect(fault('= tax_oldest_first(used, 1, oldest..newest)')).toBeUndefined()
})

test('goal seek does not take a rule of tax for a proportion', () => {
  const engine = engineOf({ ...layers, x: bears('3') })
  const found = engine.solve({ target: at('x'), value: engine.value(at('newest')) as never, by: at('used') })
  expect(found).toMatchObject({ kind: 'not_affine' })
})
