/**
 * The rules of design.md sections 4 and 5, one example each, and what was once wrong.
 */
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { BaseLayer } from '../../../shared/calc/base_layer.ts'
import { atOnce } from '../../../shared/model/steps.ts'
import { Network } from '../../../shared/calc/network.ts'
import type { Column } from '../../../shared/model/filing.ts'
import { at, computed, engineOf, filing, text } from './sheet.ts'
import { both, changeTexts } from './snapshots.ts'

const variance: Column = { id: 'v', label: 'Change', kind: 'computed', formula: '= @c - @d', all: true }
const total: Column = { id: 't', label: 'Total', kind: 'computed', formula: '= @c + @d' }
const two = { c: '10', d: '4' }

describe('which formula serves a cell', () => {
  const engine = engineOf(
    {
      a: { input: two },
      f: { kind: 'formula', formula: '= a * 2' },
      some: { kind: 'formula', formula: '= a * 3', columns: ['c'], input: { d: '1' } },
      per_share: { format: 'per_share', input: { c: '1.5', d: '1' } },
      shares: { format: 'shares', input: two },
      words: { kind: 'text', input: { c: 'Note' } },
      head: { kind: 'heading' },
      confined: { only: ['c'], input: two },
    },
    ['c', 'd', total, variance],
  )
  test.each([
    ['a', '10', '4', '14', '6'],
    ['f', '20', '8', '28', '12'],
    ['some', '30', '1', '31', '29'],
    ['per_share', '1.5', '1', '', '0.5'],
    ['shares', '10', '4', '', ''],
    ['words', '"Note"', '', '', ''],
    ['head', '', '', '', ''],
    ['confined', '10', '', '', ''],
  ])('%s', (line, ...expected) => {
    expect(['c', 'd', 't', 'v'].map((column) => text(engine, line, column))).toEqual(expected)
  })

  test('a scenario input stands over a base input, a base input over a formula, and null falls through', () => {
    const own = engineOf({ a: '6', double: '= a * 2' })
    own.apply([{ ...at('double'), input: '5' }], 'base')
    own.apply([{ ...at('double'), input: '7' }])
    expect([text(own, 'double'), text(own, 'double', 'c', 'base')]).toEqual(['7', '5'])
    own.apply([{ ...at('double'), input: null }])
    expect(text(own, 'double')).toBe('5')
    own.apply([{ ...at('double'), input: null }], 'base')
    expect(text(own, 'double')).toBe('12')
  })

  test('an entered blank hides what lies below it', () => {
    const own = engineOf({ a: '6', double: '= a * 2' })
    own.apply([{ ...at('a'), input: '' }])
    expect([text(own, 'a'), text(own, 'double'), text(own, 'a', 'c', 'base')]).toEqual(['', '', '6'])
  })

  test('a heading, a column computed throughout and a line without a cell take no input', () => {
    const before = both(engine)
    const none = engine.apply([
      { ...at('head'), input: '1' },
      { ...at('a', 'v'), input: '1' },
      { ...at('confined', 'd'), input: '1' },
    ])
    expect(none).toEqual([])
    expect(both(engine)).toEqual(before)
  })

  test('a cell that does not exist stops the whole edit', () => {
    const before = both(engine)
    const inputs = [at('a'), at('nowhere')].map((ref) => ({ ...ref, input: '99' }))
    expect(() => engine.apply(inputs)).toThrow(new RangeError('There is no cell s.nowhere@c.'))
    expect(both(engine)).toEqual(before)
  })
})

describe('ranges', () => {
  const lines = {
    a: '1',
    head: { kind: 'heading' as const },
    b: '2',
    detail: { input: '20', parent: 'b' },
    other: { input: '300', parent: 'b' },
    words: { kind: 'text' as const, input: 'x' },
    d: '4',
  }
  test.each([
    ['sum(a..d)', '7'],
    ['sum(detail..other)', '320'],
    ['sum(a..a)', '1'],
    ['sum(d..a)', '#REF!'],
    ['sum(a..other)', '#REF!'],
    ['sum(a..nowhere)', '#REF!'],
    ['sum(a..d@nowhere)', '#REF!'],
    ['count(a..d)', '3'],
    ['average(a..b, 6)', '3'],
    ['max(a..d, detail)', '20'],
    ['min(a..d)', '1'],
    ['sum(s.a..s.d) + sum(s.a..b)', '10'],
  ])('%s is %s', (formula, expected) => {
    expect(computed(formula, { ...lines })).toBe(expected)
  })

  test('columns between, in their order', () => {
    const engine = engineOf({ a: { input: { c: '1', d: '2', e: '4' } }, x: '= sum(a@c..@e) - sum(a@d..@e)' }, [
      'c',
      'd',
      'e',
    ])
    expect(text(engine, 'x', 'd')).toBe('1')
    engine.apply([{ ...at('x'), input: '= sum(a@e..@c)' }])
    expect(text(engine, 'x')).toBe('#REF!')
  })
})

describe('blanks, errors and limits', () => {
  test.each([
    ['nil + nil', ''],
    ['nil + a', '6'],
    ['nil * a', '0'],
    ['nil + 1', ''],
    ['is_blank(nil) + a - a', '1'],
    ['a / nil', '#DIV/0!'],
    ['a / (b - 4)', '#DIV/0!'],
    ['0 ^ -1', '#DIV/0!'],
    ['nowhere', '#REF!'],
    ['a +', '#NAME?'],
    ['1 / 0 + nowhere', '#DIV/0!'],
    ['nowhere + 1 / 0', '#REF!'],
    ['if(a > 5, b, 1 / 0)', '4'],
    ['if(a < 5, b)', ''],
    ['iferror(1 / 0, b)', '4'],
    ['and(a, 1 / 0)', '#DIV/0!'],
    ['needs(nil, a)', ''],
    ['needs(a, nil)', ''],
    ['9999999999999999999 + 1', '#NUM!'],
    ['9999999999999999999 + 1 + 1 / 0', '#NUM!'],
    ['9999999999999999999 * 9999999999999999999', '#NUM!'],
    ['(0 - 8) ^ (1 / 3)', '#NUM!'],
    ['a / 9', '0.66666666666666666667'],
    ['-a / 9', '-0.66666666666666666667'],
    ['0 * -a', '0'],
    ['round(2.5) + round(-2.5)', '0'],
    ['round(-2.5)', '-3'],
    ['round(1250, -2)', '1300'],
    ['round(1.005, 2)', '1.01'],
    ['round(1, 21)', '#NUM!'],
    ['percent_change(a, b)', '50'],
    ['percent_change(-3, -4)', '25'],
    ['percent_change(a, nil)', '0'],
    ['a = 6', '1'],
    ['a <> 6', '0'],
  ])('%s is %s', (formula, expected) => {
    expect(computed(formula)).toBe(expected)
  })

  test('text where an amount is needed', () => {
    const lines = { words: { kind: 'text' as const, input: 'Audited' }, bad: 'n/a' }
    expect(computed('words + 1', lines)).toBe('#VALUE!')
    expect(computed('sum(words)', lines)).toBe('#VALUE!')
    expect(computed('bad + 1', lines)).toBe('#VALUE!')
  })

  test('powers with huge exponents are computed, not assumed', () => {
    expect(computed('1.00000001 ^ 2000000').slice(0, 12)).toBe('1.0202013399')
    expect(computed('0.5 ^ 2000000')).toBe('0')
    expect(computed('2 ^ 2000000')).toBe('#NUM!')
    expect(computed('(0 - 0.5) ^ 2000000.5')).toBe('#NUM!')
    expect(computed('(0 - 1) ^ 9999999999999999999')).toBe('-1')
  })

  test('printed rounds to the display scale of the cell that it names', () => {
    const lines = { eps: { format: 'per_share' as const, input: '1.005' }, rough: '1234.5' }
    expect(computed('printed(eps)', lines)).toBe('1.01')
    expect(computed('printed(rough)', lines)).toBe('1235')
    expect(computed('percent_change(rough, rough) + printed(eps)', lines)).toBe('1.01')
  })
})

describe('cycles', () => {
  test('every member says so, in the order of the filing, and what depends on them carries it', () => {
    const engine = engineOf({ a: '= c2 + 1', b: '= a', c2: '= b', after: '= a + 1', beside: '5' })
    const cycle = '#CYCLE! s.a@c s.b@c s.c2@c'
    expect(['a', 'b', 'c2', 'after', 'beside'].map((line) => text(engine, line))).toEqual([
      cycle,
      cycle,
      cycle,
      cycle,
      '5',
    ])
    expect(engine.explain(at('b')).meaning).toContain('s.a@c, s.b@c, s.c2@c')
  })

  test('an override in a scenario cuts it there alone', () => {
    const engine = engineOf({ a: '= b + 1', b: '= a' })
    expect(changeTexts(engine.apply([{ ...at('b'), input: '3' }]))).toEqual([
      's.a@c: #CYCLE! s.a@c s.b@c -> 4',
      's.b@c: #CYCLE! s.a@c s.b@c -> 3',
    ])
    expect(text(engine, 'a', 'c', 'base')).toBe('#CYCLE! s.a@c s.b@c')
    expect(engine.apply([{ ...at('b'), input: null }])).toHaveLength(2)
  })

  test('a range that holds its own total is one', () => {
    expect(text(engineOf({ a: '1', sum_of: '= sum(a..sum_of)' }), 'sum_of')).toBe('#CYCLE! s.sum_of@c')
  })

  test('a branch that is not taken closes it all the same, since a cycle is by reference', () => {
    expect(text(engineOf({ a: '= if(1 > 0, 5, a)' }), 'a')).toBe('#CYCLE! s.a@c')
  })

  test('two formulas entered at once close one; it is found and does not run on', () => {
    const engine = engineOf({ l2: '1', l5: '1', l9: '= l2 + 1' })
    engine.apply([
      { ...at('l2'), input: '= l5 + 1' },
      { ...at('l5'), input: '= l9 + 1' },
    ])
    expect(text(engine, 'l9')).toBe('#CYCLE! s.l2@c s.l5@c s.l9@c')
  })

  test('as_filed closes one in the base alone; the scenario reads its error there, whatever was edited before', () => {
    const engine = engineOf({ a: '= iferror(as_filed(a), 8)', b: '1' })
    expect([text(engine, 'a', 'c', 'base'), text(engine, 'a')]).toEqual(['#CYCLE! s.a@c', '8'])
    const cutAndClosed = (): void => {
      engine.apply([{ ...at('a'), input: '5' }], 'base')
      expect([text(engine, 'a', 'c', 'base'), text(engine, 'a')]).toEqual(['5', '5'])
      engine.apply([{ ...at('a'), input: null }], 'base')
      expect([text(engine, 'a', 'c', 'base'), text(engine, 'a')]).toEqual(['#CYCLE! s.a@c', '8'])
    }
    cutAndClosed()
    engine.apply([{ ...at('b'), input: '2' }])
    engine.apply([{ ...at('b'), input: '= 3' }])
    expect(text(engine, 'a')).toBe('8')
    cutAndClosed()
  })
})

test('recalculation stops where a value did not change', () => {
  const network = new Network(
    atOnce(
      BaseLayer.inSteps(
        filing({
          a: '6',
          b: '4',
          lower: '= min(a, b)',
          next: '= lower + 1',
          range: '= sum(lower..next)',
          cap: '= max(0 * range, 100)',
        }),
      ),
    ),
  )
  const touched = (line: string, input: string): string[] =>
    [...network.edit([{ ...at(line), input }], 'base').base.cells].map((cell) => network.layout.ref(cell).line)
  expect(touched('a', '5')).toEqual(['a'])
  expect(touched('b', '3')).toEqual(['b', 'lower', 'next', 'range'])
  expect(touched('b', '3.00')).toEqual([])
})

describe('the scenario and what was filed', () => {
  test('as_filed reads the base, which a scenario does not move', () => {
    const engine = engineOf({ a: '6', moved: '= a - as_filed(a)' })
    engine.apply([{ ...at('a'), input: '10' }])
    expect([text(engine, 'moved'), text(engine, 'moved', 'c', 'base')]).toEqual(['4', '0'])
    engine.apply([{ ...at('a'), input: '7' }], 'base')
    expect(text(engine, 'moved')).toBe('3')
    expect(engine.precedents(at('moved'))).toEqual([at('a')])
    expect(engine.dependents(at('a'))).toEqual([at('moved')])
  })

  test('an input of the scenario that the filing no longer has is passed over', () => {
    const engine = createEngine(filing({ a: '6' }), [{ ...at('gone'), input: '1' }])
    expect(text(engine, 'a')).toBe('6')
    expect(engine.value(at('gone'))?.toString()).toBe('#REF!')
  })
})

test('a supposition is taken back when its reading fails, and the failure goes on', () => {
  const engine = engineOf({ a: '6', double: '= a * 2' })
  const fails = (): never => {
    expect(text(engine, 'double')).toBe('10')
    throw new Error('unreadable')
  }
  expect(() => engine.suppose([{ ...at('a'), input: '5' }], 'scenario', fails)).toThrow('unreadable')
  expect([text(engine, 'double'), engine.input(at('a'), 'scenario')]).toEqual(['12', null])
})

describe('structures that storage never lets through', () => {
  const { schedules, ...rest } = filing({ a: '6' })
  const sheet = schedules[0]!
  test.each([
    ['two schedules', [sheet, sheet], 'The id s occurs twice among the schedules.'],
    [
      'two lines',
      [{ ...sheet, lines: [...sheet.lines, ...sheet.lines] }],
      'The id a occurs twice among the lines of s.',
    ],
    [
      'a column named as a function',
      [{ ...sheet, columns: [{ ...sheet.columns[0]!, id: 'sum' }] }],
      'The id sum is reserved for the function of that name.',
    ],
    [
      'a schedule named as a function',
      [{ ...sheet, id: 'round' }],
      'The id round is reserved for the function of that name.',
    ],
  ])('%s', (_, given, message) => {
    expect(() => createEngine({ ...rest, schedules: given })).toThrow(message)
  })
})

test('an edit of many cells at once is taken back in one preview', () => {
  const lines = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`l${i}`, `${i}`]))
  const engine = engineOf({ ...lines, x: '= sum(l0..l19999)' })
  const inputs = Object.keys(lines).map((line) => ({ ...at(line), input: '= 2' }))
  expect(engine.preview(inputs)).toHaveLength(20_000)
  expect(text(engine, 'x')).toBe('199990000')
})
