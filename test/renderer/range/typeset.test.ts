/**
 * Tables set for the eye: what a browser copies of a filing on the web goes in as whole figures, in their own columns.
 */
import { describe, expect, test } from 'vitest'
import { readClipboard } from '../../../renderer/range/block.ts'
import { readTable } from '../../../renderer/range/pasted_table.ts'
import { hasLabels } from '../../../renderer/range/typeset.ts'

const FILING = `<table border=0 cellspacing=0>
<tr><td>&nbsp;</td><td colspan=7 align=center>Three Months Ended</td></tr>
<tr><td></td><td colspan=3>September 30,<br>2007</td><td>&#160;</td><td colspan=3>June 30,<br>2007</td></tr>
<tr><td><font size=2>Interest income</font></td><td>$</td><td align=right>313,772</td><td></td><td></td><td>$</td><td>316,285</td><td></td></tr>
<tr><td>Interest expense</td><td></td><td>302,074</td><td></td><td></td><td></td><td>305,076</td><td></td></tr>
<tr><td>Fair value</td><td></td><td>(135,347</td><td>)</td><td></td><td></td><td>53,269<sup>(1)</sup></td><td></td></tr>
<tr><td>Other</td><td></td><td>&#151;</td><td></td><td></td><td></td><td>26,709</td><td></td></tr>
<tr><td>Net loss</td><td>$</td><td>(1,191,235</td><td>)</td><td></td><td>$</td><td>(152,547</td><td>)</td></tr></table>`

describe('a table of a filing', () => {
  test('has its figures whole, its empty columns gone and its heads above them', () => {
    expect(readTable(FILING)).toEqual([
      ['', 'Three Months Ended', ''],
      ['', 'September 30, 2007', 'June 30, 2007'],
      ['Interest income', '$313,772', '$316,285'],
      ['Interest expense', '302,074', '305,076'],
      ['Fair value', '(135,347)', '53,269'],
      ['Other', '\u2014', '26,709'],
      ['Net loss', '$(1,191,235)', '$(152,547)'],
    ])
  })

  test('keeps a figure that goes over the columns of its sign in the column of the others', () => {
    const html = `<table><tr><td>$</td><td>1,234</td><td></td><td>12.5</td><td>%</td></tr>
      <tr><td colspan="2">567</td><td></td><td>3</td><td>%</td></tr><tr><td colspan="2">(8</td><td>)</td><td>(1</td><td>)%</td></tr></table>`
    expect(readTable(html)).toEqual([
      ['$1,234', '12.5%'],
      ['567', '3%'],
      ['(8)', '(1)%'],
    ])
  })

  test('comes in as text too, where the page gives no table', () => {
    expect(readClipboard('$\t1,234\t\r\n\t(567\t)\r\n', '')).toEqual([['$1,234'], ['(567)']])
    // Where both are there, the table alone knows what goes over several columns.
    const html = '<table><tr><td>$</td><td>1</td><td>2</td></tr><tr><td colspan=2>3</td><td>4</td></tr></table>'
    expect(readClipboard('$\t1\t2\n3\t4', html)).toEqual([
      ['$1', '2'],
      ['3', '4'],
    ])
  })

  test('is left as it is where no figure is in parts: its blanks are meant', () => {
    expect(
      readTable('<table><tr><td>1</td><td></td><td>3</td></tr><tr><td>$ 4</td><td></td><td>(5)</td></tr></table>'),
    ).toEqual([
      ['1', '', '3'],
      ['$ 4', '', '(5)'],
    ])
    expect(readClipboard('$\t\t\n\t\t1', '')).toEqual([
      ['$', '', ''],
      ['', '', '1'],
    ])
  })
})

describe('cells of a table', () => {
  test('over several rows keep their place below', () => {
    const html = `<table><tr><td rowspan=2>a</td><td>1</td><td rowspan="3">z</td></tr><tr><td>2</td></tr><tr><td>b</td><td>3</td></tr></table>`
    expect(readTable(html)).toEqual([
      ['a', '1', 'z'],
      ['', '2', ''],
      ['b', '3', ''],
    ])
  })

  test('of Excel and LibreOffice: styles, numbers of their own, line breaks within', () => {
    const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- td {mso-number-format:General} --></style></head>
      <body><!--StartFragment--><table><col width=64><tr height=20><td class=xl65 align=right x:num="1234.5">1,235</td><td>a<br>b</td></tr></table><!--EndFragment--></body></html>`
    expect(readTable(excel)).toEqual([['1,235', 'a b']])
    const office = `<meta http-equiv="content-type" content="text/html; charset=utf-8"/><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
      <tr><td height="17" align="right" sdval="-5" sdnum="1033;0;#,##0_);(#,##0)"><font face="Arial">(5)</font></td><td align="left"><br></td></tr></table>`
    expect(readTable(office)).toEqual([['(5)', '']])
  })
})

describe('labels', () => {
  test.each([
    [
      true,
      [
        ['Interest income', '1'],
        ['', '2'],
      ],
    ],
    [
      false,
      [
        ['n/a', '1'],
        ['799,44', '2'],
      ],
    ],
    [false, [['Interest income', '1']]],
    [
      false,
      [
        ['Interest', 'words'],
        ['more', 'words'],
      ],
    ],
    [
      false,
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      false,
      [
        ['', '2'],
        ['', '4'],
      ],
    ],
  ])('%s for %j', (expected, block) => expect(hasLabels(block)).toBe(expected))
})
