/**
 * Figures as they are said: every form that the one format function prints, and figures within sentences.
 */
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../../shared/money/decimal.ts'
import { formatAmount, type FormatOptions } from '../../../shared/money/format.ts'
import { closes, spokenFigure, spokenParts } from '../../../renderer/ui/spoken_figure.ts'

function said(amount: string, options: FormatOptions): string {
  return spokenFigure(formatAmount(new Decimal(amount), options), { percent: options.format === 'percent' })
}

describe('a figure is said', () => {
  it.each([
    ['-777747', { format: 'amount' }, 'minus 777,747'],
    ['-777747', { format: 'amount', currency: true }, 'minus $777,747'],
    ['-0.47', { format: 'per_share' }, 'minus 0.47'],
    ['-0.4', { format: 'amount' }, 'minus 0'],
    ['-38', { format: 'percent' }, 'minus 38 percent'],
    ['-38', { format: 'percent', percentSign: true }, 'minus 38 percent'],
    ['-0.125', { format: 'rate' }, 'minus 12.50 percent'],
    ['0', { format: 'amount' }, 'nil'],
    ['0', { format: 'amount', currency: true }, 'nil'],
    ['0', { format: 'percent', percentSign: true }, 'nil'],
    ['777747', { format: 'amount' }, '777,747'],
    ['777747', { format: 'amount', currency: true }, '$ 777,747'],
    ['390', { format: 'percent', percentSign: true }, '390 percent'],
    ['390', { format: 'percent' }, '390 percent'],
  ] as [string, FormatOptions, string][])('%s as %o: %s', (amount, options, text) =>
    expect(said(amount, options)).toBe(text),
  )

  it('as it stands where it is none: words, codes of errors, blank, dates', () => {
    for (const text of ['', 'blank', '#REF!', 'not disclosed', 'Prime (2007)', 'June 30, 2007', '2007-06-30'])
      expect(spokenFigure(text)).toBe(text)
  })
})

function sentence(text: string): string {
  return spokenParts(text)
    .map(({ shown, said: spoken }) => spoken ?? shown)
    .join('')
}

describe('a sentence is said', () => {
  it.each([
    ['Net earnings fall by (10,000) to (1,201,235).', 'Net earnings fall by minus 10,000 to minus 1,201,235.'],
    ['From $ (1,191,235) to $ 5', 'From minus $1,191,235 to $ 5'],
    ['by (38)% or (0.06)', 'by minus 38 percent or minus 0.06'],
    ['(12) lines', 'minus 12 lines'],
  ])('%s', (text, spoken) => expect(sentence(text)).toBe(spoken))

  it('without taking years, note marks of words, words in parentheses and arguments of functions for figures', () => {
    for (const text of [
      'Impac (2007) and (net) losses',
      'sum(3) of note(a)',
      'Differs (see note b) by 5',
      'round(x, 2)',
      'From 1,000 to 2,000',
    ])
      expect(spokenParts(text)).toEqual([{ shown: text }])
  })

  it('with what is shown as it was', () => {
    const text = 'a (1) b (2,000) c'
    expect(
      spokenParts(text)
        .map(({ shown }) => shown)
        .join(''),
    ).toBe(text)
  })
})

describe('a figure in a table keeps the room of a closing parenthesis', () => {
  it.each([
    ['(1,234)', true],
    ['$ (1,234)', true],
    ['(12.5)%', true],
    ['Increase (decrease)', true],
    ['1,234', false],
    ['12.5%', false],
    ['-', false],
    ['blank', false],
    ['', false],
  ])('%s closes with its own: %s', (text, own) => expect(closes(text)).toBe(own))
})
