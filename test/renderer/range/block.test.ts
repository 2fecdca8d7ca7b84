/**
 * Blocks as other programs pass them on: tab-separated text, tables of pages, and how they are laid over a selection.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laidOver, readClipboard, readTabbed, writeTabbed } from '../../../renderer/range/block.ts'
import { readTable, writeTable } from '../../../renderer/range/pasted_table.ts'
import { runs } from '../../shared/calc/choices.ts'

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

describe('tables', () => {
  test('of a page with styles, comments, spans and entities', () => {
    const html = `<html><head><style>td{mso:"<td>"}</style></head><body><!--StartFragment--><TABLE border=0>
      <colgroup><col width=64></colgroup><tr height=20><TD class="x" colspan="2">1,234</TD><td>(5)&nbsp;</td></tr>
      <tr><th><b>a &amp; b</b></th><td>&#8722;7</td><td>&#x41;</td></tr></TABLE><table><tr><td>other</td></tr></table></body></html>`
    expect(readTable(html)).toEqual([
      ['1,234', '', '(5)'],
      ['a & b', '\u22127', 'A'],
    ])
  })

  test('are absent where there are none', () => {
    expect(readTable('<p>1</p>')).toBeUndefined()
    expect(readTable('<table></table>')).toBeUndefined()
  })

  test('what is written is read back, and nothing in it is markup', () => {
    const block = [
      ['1 & 2', '<b>"x"</b>'],
      ['', '(3)'],
    ]
    expect(readTable(writeTable(block))).toEqual(block)
  })
})

describe('the clipboard', () => {
  test('prefers text, unless a table shows columns that the text lost', () => {
    const table = '<table><tr><td>1</td><td>2</td></tr></table>'
    expect(readClipboard('3\t4', table)).toEqual([['3', '4']])
    expect(readClipboard('1 2', table)).toEqual([['1', '2']])
    expect(readClipboard('', table)).toEqual([['1', '2']])
    expect(readClipboard('1', '<b>1</b>')).toEqual([['1']])
    expect(readClipboard('', '')).toBeUndefined()
  })

  test('fills a selection that it goes into evenly, and otherwise stands as it is', () => {
    expect(laidOver([['1']], 2, 2)).toEqual([
      ['1', '1'],
      ['1', '1'],
    ])
    expect(laidOver([['1', '2']], 2, 2)).toEqual([
      ['1', '2'],
      ['1', '2'],
    ])
    expect(laidOver([['1', '2']], 1, 3)).toEqual([['1', '2']])
    expect(laidOver([['1'], ['2']], 1, 1)).toEqual([['1'], ['2']])
  })
})
