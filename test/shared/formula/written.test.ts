/**
 * Formula text as it is being written: references and pieces with their offsets, finished or not.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Node } from '../../../shared/formula/ast.ts'
import { parseFormula } from '../../../shared/formula/parse.ts'
import { isFormulaText, pieces, writtenReferences } from '../../../shared/formula/written.ts'
import { Choices, numbers, runs } from '../calc/choices.ts'
import { formula } from '../calc/random_filing.ts'

test('the references of a text that parses are those of the parser', () => {
  fc.assert(
    fc.property(numbers(60), (list) => {
      const choices = new Choices(list)
      const text = formula(choices, { schedule: choices.upTo(2), line: choices.upTo(7), backward: false })
      const parsed = parseFormula(text)
      if (!('formula' in parsed)) throw new Error(`${text} does not parse`)
      const expected = parsed.formula.references.map(
        ({ slot: _slot, role: _role, around: _around, ...reference }: Node & { slot?: number; role?: string }) =>
          reference,
      )
      expect(writtenReferences(text).map(({ names: _names, ...reference }) => reference)).toEqual(expected)
    }),
    runs(2000),
  )
})

test('no text is too odd to be read, and its pieces stand in order without overlap', () => {
  const odd = fc.string({ unit: fc.constantFrom(...' ab1@..,()+-*=%$"ä_sum'.split('')), maxLength: 40 })
  fc.assert(
    fc.property(odd, (rest) => {
      const text = `=${rest}`
      let end = 0
      for (const piece of pieces(text)) {
        expect(piece.at).toBeGreaterThanOrEqual(end)
        expect(piece.end).toBeGreaterThan(piece.at)
        expect(text.slice(end, piece.at).trim()).toBe('')
        end = piece.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
    runs(3000),
  )
})

function read(text: string): string[] {
  return pieces(text).map(({ kind, at, end, colour }) => `${kind}${colour ?? ''} ${text.slice(at, end)}`)
}

describe('pieces', () => {
  test('functions, amounts, operators and references are told apart; equal references share a colour', () => {
    expect(read('= sum(a..b) - 2.5% * a@q + t.a - A @ q')).toEqual([
      'equals =',
      'function sum',
      'operator (',
      'reference0 a..b',
      'operator )',
      'operator -',
      'number 2.5',
      'operator %',
      'operator *',
      'reference1 a@q',
      'operator +',
      'reference2 t.a',
      'operator -',
      'reference1 A @ q',
    ])
  })

  test('a formula being written keeps the colours of what is finished', () => {
    expect(read('= a + income.')).toEqual(['equals =', 'reference0 a', 'operator +', 'reference1 income', 'operator .'])
    expect(read('= sum(@a..')).toEqual(['equals =', 'function sum', 'operator (', 'reference0 @a', 'operator ..'])
    expect(read('= a; sum')).toEqual(['equals =', 'reference0 a', 'strange ;', 'function sum'])
  })
})

test('a formula text begins with an equals sign', () => {
  expect(isFormulaText(' = a')).toBe(true)
  expect(isFormulaText('+=500')).toBe(false)
  expect(isFormulaText('1,234')).toBe(false)
})
