/** Figures that are days, or places in a list: what is shown is read back as the same, and what is refused says why. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDay, FIRST_DAY, LAST_DAY } from '../../../shared/calendar/day_number.ts'
import { choicesOf, choicesRefusal } from '../../../shared/money/choice_words.ts'
import { Decimal } from '../../../shared/money/decimal.ts'
import { editText, figureParts, formatAmount, printedValue, storedText } from '../../../shared/money/format.ts'
import { parseStored, parseTyped } from '../../../shared/money/parse.ts'
import { refusalText } from '../../../shared/refusals/refusal.ts'

const CHOICES = ['Ordinary dividend', 'Capital gain dividend', 'Return of capital']
const asChoice = { format: 'choice', choices: CHOICES } as const

function typed(text: string, format: 'date' | 'choice', choices = CHOICES): string | number {
  const read = parseTyped(text, format, choices)
  if (read.kind === 'refused') return refusalText(read.refusal)
  return read.kind === 'amount' ? read.value.toNumber() : read.kind
}

describe('dates', () => {
  test.each([
    ['9/30/2007', 39_355],
    ['2007-09-30', 39_355],
    ['Sept. 30, 2007', 39_355],
    [' 30 September 2007 ', 39_355],
    ['', 'blank'],
    ['= record + 30', 'formula'],
    ['+=30', 'change'],
    ['-=1', 'change'],
    ['39355', '39355 is a number, but the cell holds a date. Enter one such as 12/31/2007.'],
    ['30/9/2007', 'The month comes first, as in 12/31/2007.'],
    ['2/30/2007', 'February 2007 has 28 days.'],
    ['soon', 'Enter month, day and year, such as 12/31/2007.'],
    ['*=2', 'A date cannot be multiplied. Move it by days, such as +=30, or enter another.'],
    ['+=1.5', 'A date is moved by whole days, such as +=30; 1.5 is no whole number.'],
  ])('typed %j', (text, expected) => {
    expect(typed(text, 'date')).toBe(expected)
  })

  test('are shown in words, edited as typed and stored as ISO text; what is no day is shown as the number it is', () => {
    const day = new Decimal(39_355)
    expect(formatAmount(day, { format: 'date', currency: true })).toBe('September 30, 2007')
    expect(figureParts(day, { format: 'date' })).toEqual({
      currency: '',
      sign: '',
      digits: 'September 30, 2007',
      suffix: '',
    })
    expect([editText(day, 'date'), storedText(day, 'date')]).toEqual(['9/30/2007', '2007-09-30'])
    expect(formatAmount(new Decimal('39355.5'), { format: 'date' })).toBe('39355.5')
    expect(formatAmount(new Decimal('1e12'), { format: 'date' })).toBe('1000000000000')
  })

  test('what is shown, typed or stored is read back as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (number) => {
        const day = new Decimal(number)
        for (const text of [formatAmount(day, { format: 'date' }), editText(day, 'date'), dateOfDay(number)!])
          expect(typed(text, 'date'), text).toBe(number)
        for (const text of [storedText(day, 'date'), String(number)])
          expect(parseStored(text, 'date')?.toNumber(), text).toBe(number)
        expect(printedValue(day, 'date').eq(day)).toBe(true)
      }),
      { seed: 2007, numRuns: 500 },
    )
  })
})

describe('choices', () => {
  test.each([
    ['Ordinary dividend', 1],
    ['  capital  GAIN dividend ', 2],
    ['ret', 3],
    ['2', 2],
    ['', 'blank'],
    ['= if(a > 0, 1, 2)', 'formula'],
    [
      'x',
      'x is none of the choices: Ordinary dividend, Capital gain dividend and Return of capital. Enter one of them, its beginning, or its number.',
    ],
    [
      '4',
      '4 is none of the choices: Ordinary dividend, Capital gain dividend and Return of capital. Enter one of them, its beginning, or its number.',
    ],
    ['+=1', 'A choice cannot be raised, lowered or multiplied. Enter another choice.'],
  ])('typed %j', (text, expected) => {
    expect(typed(text, 'choice')).toBe(expected)
  })

  test('a beginning of several is refused with those, words in full are not', () => {
    const years = ['2006', '2007', '2007 amended', '1']
    expect(typed('200', 'choice', years)).toMatch(/^200 is none of the choices/)
    expect(typed('2007', 'choice', years)).toBe(2)
    expect(typed('2007 a', 'choice', years)).toBe(3)
    expect(typed('1', 'choice', years)).toBe(4)
    const two = ['Qualified', 'Quarterly']
    expect(typed('q', 'choice', two)).toBe(
      'q begins more than one of the choices: Qualified and Quarterly. Enter more letters.',
    )
    expect(typed('qua', 'choice', [])).toMatch(/^There is no list to choose from yet/)
  })

  test('are shown by their words; a number that is no place is shown as it is', () => {
    expect(formatAmount(new Decimal(2), asChoice)).toBe('Capital gain dividend')
    expect([editText(new Decimal(2), 'choice', CHOICES), storedText(new Decimal(2), 'choice')]).toEqual([
      'Capital gain dividend',
      '2',
    ])
    expect(['0', '4', '1.5', '-1'].map((place) => formatAmount(new Decimal(place), asChoice))).toEqual([
      '–',
      '4',
      '1.5',
      '(1)',
    ])
  })

  test('what is shown or stored is read back as the same place', () => {
    const words = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(words, (list) => {
        const choices = choicesOf(list.join('\n'))
        fc.pre(choices.length > 0 && choicesRefusal(choices) === undefined)
        for (const at of choices.keys()) {
          const place = new Decimal(at + 1)
          expect(typed(formatAmount(place, { format: 'choice', choices }), 'choice', choices)).toBe(at + 1)
          expect(typed(editText(place, 'choice', choices), 'choice', choices)).toBe(at + 1)
          expect(parseStored(storedText(place, 'choice'), 'choice', choices)?.toNumber()).toBe(at + 1)
        }
      }),
      { seed: 2007, numRuns: 300 },
    )
  })

  test.each([
    ['', 'Enter the choices, one to a line.'],
    ['One\n\n one ', 'one is entered twice. Enter each choice once.'],
    ['One\n= two', '= two would be read as a formula or a change. Enter words that begin otherwise.'],
    ['One\n+=2', '+=2 would be read as a formula or a change. Enter words that begin otherwise.'],
  ])('the list %j is refused', (text, reason) => {
    const refusal = choicesRefusal(choicesOf(text))
    expect(refusal && refusalText(refusal.refusal)).toBe(reason)
  })
})
