/**
 * Tab-separated text as other programs pass it on: quotes, line breaks within a field, ragged rows.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTabbed, writeTabbed } from '../../../shared/intake/tabbed_text.ts'
import { runs } from '../calc/choices.ts'

describe('tab-separated text', () => {
  test.each([
    ['1', [['1']]],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t\n\t4',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    [
      '1\n2\t3',
      [
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['"a\tb\n""c"""\t2', [['a\tb\n"c"', '2']]],
    ['"open\t2', [['"open', '2']]],
    ['5" pipe\t2', [['5" pipe', '2']]],
    ['', [['']]],
  ])('%j', (text, block) => expect(readTabbed(text)).toEqual(block))

  test('what is written is read back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\t', '\n', '\r', '(', ' ') })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.constant('x')), { minLength: 1, maxLength: 5 }), (block) => {
        expect(readTabbed(writeTabbed(block))).toEqual(block)
      }),
      runs(200),
    )
  })
})
