/**
 * Formulas that are left behind after a deletion: what went is gone from them with its sign, and they compute what they did.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../shared/calc/engine.ts'
import { deleteColumns, deleteLines } from '../../../shared/structure/deletion.ts'
import type { Draft } from '../../../shared/structure/plan.ts'
import { withoutNoughts } from '../../../shared/structure/terms_left.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { filing, text, type LineText } from '../calc/sheet.ts'
import { done, input, line, value } from './sample_drafts.ts'

/** The formula with its noughts gone: `_` stands for what was blank, `~` for what was nil. */
function left(formula: string): string {
  const noughts = [...formula.matchAll(/[_~]/g)].map(({ index, 0: sign }) => ({ at: index, blank: sign === '_' }))
  return withoutNoughts(formula.replaceAll(/[_~]/g, '0'), noughts)
}

describe('what went is gone with its sign', () => {
  test.each([
    ['= a + _ - _ + b', '= a + b'],
    ['= a - _', '= a'],
    ['= _ + b', '= b'],
    ['= _ - b', '= -b'],
    ['= -_ + b', '= b'],
    ['= -_ - b', '= -b'],
    ['= a - (_ - b)', '= a + b'],
    ['= a + (_ - b)', '= a - b'],
    ['= a - (b - _)', '= a - b'],
    ['= a - (_ - b + c)', '= a + (b - c)'],
    ['= a - ((_ - b) - _)', '= a + b'],
    ['= a - (_ - ~)', '= a'],
    ['= -(_ - b) + c', '= b + c'],
    ['= _ - -b', '= b'],
    ['= _ - b * c', '= -b * c'],
    ['= _ - (b + c)', '= -(b + c)'],
    ['=a+_-b', '=a-b'],
    ['= (a + _) * c', '= a * c'],
    ['= (_ - a) * c', '= (-a) * c'],
    ['= c / (a + b + _)', '= c / (a + b)'],
    ['= (a + _) ^ 2', '= a ^ 2'],
    ['= a + _ * 5%', '= a'],
    ['= a + 25% * _ / 4', '= a'],
    ['= a - abs(_) - round(_ * 5%, 2)', '= a'],
    ['= sum(a, _)', '= sum(a)'],
    ['= sum(a..c, ~, _)', '= sum(a..c)'],
    ['= a - sum(_, ~)', '= a'],
    ['= sum(a + _, b)', '= sum(a, b)'],
    ['= average(a, _)', '= average(a)'],
    ['= max(_, a, b)', '= max(a, b)'],
    ['= if(a + _ > b - _, a - _ + b, c)', '= if(a > b, a + b, c)'],
    ['= round(a - _, 0)', '= round(a, 0)'],
    ['= a + 0 - _', '= a + 0'],
  ])('%s', (formula, plainer) => {
    expect(left(formula)).toBe(plainer)
  })

  test.each([
    ['a factor: what it multiplies may be an error, or the only thing that is not blank', '= a * _ + b'],
    ['a divisor', '= a / _'],
    ['what is divided', '= _ / a'],
    ['a power', '= _ ^ a'],
    ['a condition', '= if(_, a, b)'],
    ['a branch', '= if(a, _, b)'],
    ['what is compared', '= if(a > ~, a, b)'],
    ['a nil among those that are counted', '= average(a, ~)'],
    ['what is asked for', '= needs(_, a) + is_blank(_)'],
    ['a term alone that may be blank where a blank is no nil', '= if(a, b + _, c)'],
    ['a term alone in a comparison of printed amounts', '= percent_change(a + _, b)'],
    ['nothing went', '= a + 0 - 0 + b'],
  ])('what says something stays: %s', (_why, formula) => {
    expect(left(formula)).toBe(formula.replaceAll(/[_~]/g, '0'))
  })
})

const NAMES = ['a', 'b', 'c', 'd', 'gone', 'lost']

/** A formula rich in sums within parentheses. */
function formula(choices: Choices, depth: number): string {
  const inner = (): string => formula(choices, depth - 1)
  if (depth === 0) return choices.chance(80) ? choices.pick(NAMES) : choices.pick(['0', '2', '5%', '1'])
  const sum = (): string =>
    choices.times(2, 3, () => inner()).reduce((all, one) => `${all}${choices.pick([' + ', ' - ', '-', '+'])}${one}`)
  switch (choices.upTo(13)) {
    case 0:
    case 1:
      return inner()
    case 2:
    case 3:
    case 4:
    case 5:
      return choices.chance(30) ? sum() : `(${sum()})`
    case 6:
      return `${choices.pick(['-', '+', '-'])}${choices.chance(50) ? `(${inner()})` : inner()}`
    case 7:
      return `${choices.chance(60) ? `(${inner()})` : inner()} ${choices.pick(['*', '/'])} ${choices.chance(60) ? `(${inner()})` : inner()}`
    case 8:
      return `${choices.pick(['sum', 'average', 'min', 'max', 'count'])}(${choices.times(1, 3, inner).join(', ')})`
    case 9:
      return `${choices.pick(['abs', 'round', 'not', 'is_blank'])}(${inner()})`
    case 10:
      return `if(${inner()}${choices.chance(50) ? ` > ${inner()}` : ''}, ${inner()}${choices.chance(60) ? `, ${inner()}` : ''})`
    case 11:
      return `${choices.pick(['needs', 'iferror', 'percent_change', 'and', 'or'])}(${inner()}, ${inner()})`
    case 12:
      return `(${inner()}) ^ ${choices.pick(['2', '(-1)', '0'])}`
    default:
      return choices.chance(50) ? `round(${inner()}, 2)` : `(${inner()})`
  }
}

const INPUTS = ['', '', '0', '0.4', '5', '-3', '1000000.125', '9999999999999999999']

/** A formula over lines some of which go, the figures of the others, and whether what goes is blank. */
const cases = numbers(80).map((list) => {
  const choices = new Choices(list)
  const text = `= ${formula(choices, 4)}`
  const kept = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, choices.pick(INPUTS)]))
  return { text, kept, gone: choices.pick(['', '0']), lost: choices.pick(['', '0']) }
})

/** What a formula gives beside these lines. */
function given(lines: Record<string, LineText>, text_: string): string {
  return text(createEngine(filing({ ...lines, x: { kind: 'formula', formula: text_ } })), 'x')
}

test('no value and no blank changes', () => {
  let plainer = 0
  fc.assert(
    fc.property(cases, ({ text: written, kept, ...went }) => {
      // A name that stands for a nought must be one, so that offsets hold: it is put in from the front.
      const noughts: { at: number; blank: boolean }[] = []
      let bare = ''
      let from = 0
      for (const { 0: name, index } of written.matchAll(/\b(?:gone|lost)\b/g)) {
        bare += written.slice(from, index)
        noughts.push({ at: bare.length, blank: went[name as 'gone' | 'lost'] === '' })
        bare += '0'
        from = index + name.length
      }
      bare += written.slice(from)
      // A formula that reads nothing any more becomes a plain value: that is not this rule's matter.
      if (!/\b[abcd]\b/.test(bare)) return
      const next = withoutNoughts(bare, noughts)
      if (next !== bare) plainer++
      const [was, unsimplified, now] = [given({ ...kept, ...went }, written), given(kept, bare), given(kept, next)]
      // A blank that went counts as one still where it was passed over, which a nought is not.
      if (noughts.every(({ blank }) => !blank) || unsimplified === was)
        expect(now, `${written} -> ${next}`).toBe(unsimplified)
      else expect([was, unsimplified], `${written} -> ${next}`).toContain(now)
    }),
    runs(6000),
  )
  expect(plainer).toBeGreaterThan(1500)
})

function lines(total: string): Draft {
  return {
    filing: filing({ a: '7', b: '5', c: '', d: '0', total: { kind: 'formula', formula: total } }, ['x', 'y']),
    at: 0,
    scenarios: [],
    comments: [],
  }
}

describe('deleting', () => {
  test('blank and nil lines leave a plain formula', () => {
    const draft = lines('= a + c - d + b')
    const after = done(draft, deleteLines(draft, { schedule: 's', lines: ['c', 'd'], replace: 'values' }))
    expect(line(after, 's.total').formula).toBe('= a + b')
    expect(value(after, 's.total@x')).toBe('12')
  })

  test('a formula of which nothing is left becomes its value', () => {
    const draft = lines('= c - d')
    const after = done(draft, deleteLines(draft, { schedule: 's', lines: ['c', 'd'], replace: 'values' }))
    expect(input(after, 's.total@x')).toBe('0')
    expect(value(after, 's.total@x')).toBe('0')
  })

  test('a blank column leaves a plain formula', () => {
    const draft: Draft = {
      filing: filing({ a: { input: { x: '7', y: '2' } }, b: { input: { x: '5', y: '1' } } }, [
        'x',
        'y',
        'z',
        { id: 'all', label: 'All', kind: 'computed', formula: '= @x - (@z - @y)' },
      ]),
      at: 0,
      scenarios: [],
      comments: [],
    }
    const after = done(draft, deleteColumns(draft, { schedule: 's', columns: ['z'], replace: 'values' }))
    expect(after.filing.schedules[0]!.columns.at(-1)!.formula).toBe('= @x + @y')
    expect(value(after, 's.a@all')).toBe('9')
  })
})
