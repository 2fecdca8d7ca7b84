/**
 * What stands around the caret: the name being typed, the function that is open, and where a reference may be put.
 * A bar in the text marks the caret.
 */
import { describe, expect, test } from 'vitest'
import { callAtCaret, nameAtCaret, openingAt, takesRange } from '../../../shared/formula/completion.ts'

function caret<T>(marked: string, ask: (text: string, caret: number) => T): T {
  const at = marked.indexOf('|')
  return ask(marked.replace('|', ''), at)
}

describe('the name at the caret', () => {
  test.each<[string, object | undefined]>([
    ['= int|', { kind: 'name', query: 'int', at: 2, end: 5 }],
    ['= in|come', { kind: 'name', query: 'in', at: 2, end: 8 }],
    ['= Net|', { kind: 'name', query: 'net' }],
    ['= a + |b', undefined],
    ['= a + |', undefined],
    ['|= a', undefined],
    ['int|', undefined],
    ['= income.|', { kind: 'line_of', schedule: 'income', query: '', at: 9, end: 9 }],
    ['= income.net|', { kind: 'line_of', schedule: 'income', query: 'net', at: 9, end: 12 }],
    ['= sum(income.a..b|)', { kind: 'line_of', schedule: 'income', query: 'b' }],
    ['= sum(income.a..income.b|)', { kind: 'line_of', schedule: 'income', query: 'b' }],
    ['= sum(a..b|)', { kind: 'line_of', query: 'b' }],
    ['= @|', { kind: 'column', query: '', at: 3, end: 3 }],
    ['= a@q|', { kind: 'column', query: 'q' }],
    ['= a@q|1', { kind: 'column', query: 'q', at: 4, end: 6 }],
    ['= a + t.b@|', { kind: 'column', schedule: 't', query: '' }],
    ['= t.b@q1..@q|', { kind: 'column', schedule: 't', query: 'q' }],
    ['= t.b + c@|', { kind: 'column', query: '' }],
    ['= sum(@a..@|)', { kind: 'column', query: '' }],
    ['= 1.5|', undefined],
  ])('%s', (marked, expected) => {
    const found = caret(marked, nameAtCaret)
    if (expected) expect(found).toMatchObject(expected)
    else expect(found).toBeUndefined()
    const schedule = expected && 'schedule' in expected ? expected.schedule : undefined
    expect(found && 'schedule' in found ? found.schedule : undefined).toBe(schedule)
  })
})

describe('the function at the caret', () => {
  test.each<[string, object | undefined]>([
    ['= round(|', { name: 'round', argument: 0 }],
    ['= round(a, |', { name: 'round', argument: 1 }],
    ['= round(a, 2|) + 1', { name: 'round', argument: 1 }],
    ['= round(a, 2)|', undefined],
    ['= if(sum(a, b) > 0, |', { name: 'if', argument: 1 }],
    ['= if(sum(a, |', { name: 'sum', argument: 1 }],
    ['= max((a + |b), c)', { name: 'max', argument: 0 }],
    ['= nothing(|', undefined],
    ['sum(|', undefined],
  ])('%s', (marked, expected) => {
    expect(caret(marked, callAtCaret)).toEqual(expected)
  })
})

describe('where a reference may be put', () => {
  test.each<[string, string | undefined]>([
    ['=|', 'reference'],
    ['= |', 'reference'],
    ['= a + |', 'reference'],
    ['= a >= |', 'reference'],
    ['= sum(|)', 'reference'],
    ['= sum(a, |', 'reference'],
    ['= a@|', 'column'],
    ['= sum(@a..@|)', 'column'],
    ['= sum(@a..|)', 'last_column'],
    ['= sum(a..|)', 'last_line'],
    ['= a|', undefined],
    ['= a |', undefined],
    ['= (a)|', undefined],
    ['= 5%|', undefined],
    ['= 5|', undefined],
    ['= income.|', undefined],
    ['= |a', undefined],
    ['= a - |b', undefined],
    ['|= a', undefined],
    ['|', undefined],
    ['100 - |', undefined],
  ])('%s', (marked, expected) => {
    expect(caret(marked, (text, at) => openingAt(text, at, at))).toBe(expected)
  })

  test('what is selected is replaced', () => {
    expect(openingAt('= a + net', 6, 9)).toBe('reference')
    expect(openingAt('= a + net', 2, 9)).toBe('reference')
    expect(openingAt('= a + net', 0, 9)).toBeUndefined()
  })

  test.each([
    ['= sum(|', true],
    ['= max(a, |', true],
    ['= sum(a + |', false],
    ['= sum((|', false],
    ['= abs(|', false],
    ['= |', false],
    ['= sum(if(|', false],
  ])('a range stands only as an argument of a function that takes ranges: %s', (marked, expected) => {
    expect(caret(marked, takesRange)).toBe(expected)
  })
})
