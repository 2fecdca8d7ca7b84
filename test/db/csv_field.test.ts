/** A field of the exported log is no formula in a spreadsheet of any locale, and ordinary text reads back as it was. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvField } from '../../db/csv_field.ts'

/** The cells of one line for a spreadsheet that splits at this sign, with regard to quotation marks or without. */
function cells(line: string, separator: string, quotes: boolean): string[] {
  if (!quotes) return line.split(new RegExp(`[${separator}\r\n]`))
  const found = ['']
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (isQuoted && sign === '"' && line[at + 1] === '"') found.push(`${found.pop()!}${line[++at]!}`)
    else if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === separator || sign === '\n' || sign === '\r')) found.push('')
    else found.push(`${found.pop()!}${sign}`)
  }
  return found
}

/** True for what a spreadsheet may run: a sign after nothing but blanks, quotation marks and what is not seen. */
function isFormula(cell: string): boolean {
  const bare = cell.replace(/^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}"]+/u, '')
  return /^[=+\-@＝＋－＠]/.test(bare) && !/^-\d[\d.,]*"?$/.test(bare)
}

const SEPARATORS = [',', ';', '\t', '|']

function formulasIn(...fields: string[]): string[] {
  const line = fields.map(csvField).join(',')
  return SEPARATORS.flatMap((one) => [true, false].flatMap((quotes) => cells(line, one, quotes))).filter(isFormula)
}

const PARTS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  ';',
  ',',
  '\t',
  '|',
  '\n',
  '\r',
  '"',
  "'",
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u0000',
  '\u202e',
  '\u2028',
  'a',
  '1',
  'sum(A1)',
  '.',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 2 })), { maxLength: 9 })
  .map((parts) => parts.join(''))

test('no cell begins like a formula, wherever and however the line is split', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (fields) => {
      expect(formulasIn('7', ...fields)).toEqual([])
    }),
    { numRuns: 4_000 },
  )
})

describe('what is written', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['  =1', "  '=1"],
    ['\u200b@x', "\u200b'@x"],
    ['Note; =cmd', "Note; '=cmd"],
    ['Note;"=cmd"', `"Note;""'=cmd"""`],
    ['a|+b', "a|'+b"],
    ['a\n-b', `"a\n'-b"`],
    ['a,\t=b', `"a,\t'=b"`],
    ['-', "'-"],
    ['-cmd', "'-cmd"],
    ['-5+cmd', "'-5+cmd"],
    ['\tx', "'\tx"],
    ["'=1", "'=1"],
  ])('%j becomes %j', (given, written) => expect(csvField(given)).toBe(written))

  test.each([
    [
      'Provision for loan losses, Q3 2007: 789,445 to 799,445',
      '"Provision for loan losses, Q3 2007: 789,445 to 799,445"',
    ],
    ['-789445', '-789445'],
    ['-1,234.5', '"-1,234.5"'],
    ['(1,250)', '"(1,250)"'],
    ['a = b; c - d', 'a = b; c - d'],
    ['He said "no"', '"He said ""no"""'],
    ['', ''],
  ])('%j stays as it is', (given, written) => expect(csvField(given)).toBe(written))

  test('numbers and nothing', () => {
    expect([csvField(-7), csvField(0), csvField(null)]).toEqual(['-7', '0', ''])
  })
})

test('ordinary text reads back as it was', () => {
  const ordinary = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '0', '1', '.', ':', '"', "'", '(', ')', '/', '&', 'é', '—', '’', '💡'),
  })
  fc.assert(
    fc.property(ordinary, (given) => {
      expect(cells(csvField(given), ',', true)).toEqual([given])
    }),
  )
})
