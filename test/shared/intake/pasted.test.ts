/**
 * The clipboard read as tables: the table of a page wins over its text, all tables are read, figures set in several cells
 * are put together, and what is not seen is gone.
 */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeTable } from '../../../renderer/session/selection/copying.ts'
import { readClipboard } from '../../../shared/intake/pasted.ts'
import { writeTabbed } from '../../../shared/intake/tabbed_text.ts'
import { runs } from '../calc/choices.ts'

/** The tables of a page that a browser copied, with a text that lost them. */
function ofPage(html: string): string[][][] | undefined {
  return readClipboard('lost', html)?.tables
}

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
    expect(ofPage(FILING)).toEqual([
      [
        ['', 'Three Months Ended', ''],
        ['', 'September 30, 2007', 'June 30, 2007'],
        ['Interest income', '$313,772', '$316,285'],
        ['Interest expense', '302,074', '305,076'],
        ['Fair value', '(135,347)', '53,269'],
        ['Other', '\u2014', '26,709'],
        ['Net loss', '$(1,191,235)', '$(152,547)'],
      ],
    ])
  })

  test('keeps a figure that goes over the columns of its sign in the column of the others', () => {
    const html = `<table><tr><td>$</td><td>1,234</td><td></td><td>12.5</td><td>%</td></tr>
      <tr><td colspan="2">567</td><td></td><td>3</td><td>%</td></tr><tr><td colspan="2">(8</td><td>)</td><td>(1</td><td>)%</td></tr></table>`
    expect(ofPage(html)).toEqual([
      [
        ['$1,234', '12.5%'],
        ['567', '3%'],
        ['(8)', '(1)%'],
      ],
    ])
  })

  test.each([
    ['$|\u2014||$|(7|)', ['$\u2014', '$(7)']],
    ['(|\u2013|)|3', ['(\u2013)', '3']],
    ['-|%|(|4|)%', ['-%', '(4)%']],
    ['1,401|CR|9', ['1,401 CR', '9']],
    ['US$|5|US$|-', ['US$5', 'US$-']],
    // A sign beside no figure says nothing.
    ['$||$|5', ['$5']],
  ])('%s is put together', (cells, figures) => {
    const row = `<tr><td>Gain</td>${cells
      .split('|')
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>`
    expect(ofPage(`<table>${row}</table>`)).toEqual([[['Gain', ...figures]]])
    expect(readClipboard(`Gain\t${cells.replaceAll('|', '\t')}`, '')?.tables).toEqual([[['Gain', ...figures]]])
  })

  test('has no columns for the marks of notes, typed or raised', () => {
    const rows = [
      ['Interest income', '$ 1,401', '[1]', '$ 1,458', '[1]'],
      ['Interest expense', '900', '', '800', ''],
    ]
    const figures = [
      ['Interest income', '$ 1,401', '$ 1,458'],
      ['Interest expense', '900', '800'],
    ]
    expect(readClipboard(writeTabbed(rows), '')?.tables).toEqual([figures])
    const raised = rows.map((row) => row.map((text) => `<td>${text.replace('[1]', '<sup>(1)</sup>')}</td>`).join(''))
    expect(ofPage(`<table>${raised.map((row) => `<tr>${row}</tr>`).join('')}</table>`)).toEqual([figures])
  })
})

describe('the tables of a page', () => {
  const first = '<table><tr><td>a</td><td>$</td><td>1</td></tr><tr><td>b</td><td></td><td>2</td></tr></table>'
  const second = '<table><tr><td>c</td><td>$</td><td>3</td></tr><tr><td>d</td><td></td><td>4</td></tr></table>'

  test('are all read, in order, and text beside them is said to be left out', () => {
    const pasted = readClipboard('', `${first}<p>Some words</p>${second}`)
    expect(pasted?.tables).toEqual([
      [
        ['a', '$1'],
        ['b', '2'],
      ],
      [
        ['c', '$3'],
        ['d', '4'],
      ],
    ])
    expect(pasted?.leftOut).toEqual(['The text beside the tables is left out.'])
    expect(readClipboard('', `${first}${second}`)?.leftOut).toEqual([])
  })

  test('are read where they stand one in another', () => {
    const frame = `<table><tr><td>Before</td><td>9</td></tr><tr><td>${first}</td><td>${second}</td></tr><tr><td>After</td><td>8</td></tr></table>`
    expect(ofPage(frame)?.map((rows) => rows.map((row) => row.join(' ')))).toEqual([
      ['Before 9'],
      ['a $1', 'b 2'],
      ['c $3', 'd 4'],
      ['After 8'],
    ])
  })

  test('are read with what pages leave open, and further down than pages go nothing breaks', () => {
    expect(ofPage('<table><tr><td>a<td>1<tr><td>b<td>2')).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ])
    const deep = `${'<table><tr><td>'.repeat(3000)}1`
    expect(() => ofPage(deep)).not.toThrow()
    expect(() => ofPage(`${'<div>'.repeat(30_000)}<table><tr><td>1`)).not.toThrow()
    const long = `<table>${'<tr><td>1'.repeat(150_000)}</table>`
    expect(ofPage(long)?.[0]?.length).toBe(150_000)
  })

  test('win over the text: a line break within a cell is no row', () => {
    const html = '<table><tr><td>Unrealized loss on<br>derivatives</td><td>(5)</td></tr></table>'
    const text = 'Unrealized loss on\nderivatives\t(5)\n'
    expect(readClipboard(text, html)?.tables).toEqual([[['Unrealized loss on derivatives', '(5)']]])
    expect(readClipboard('"Unrealized loss on\nderivatives"\t(5)\n', '')?.tables).toEqual([
      [['Unrealized loss on derivatives', '(5)']],
    ])
    // Without a table the text counts.
    expect(readClipboard('3\t4', '<b>1</b>')?.tables).toEqual([[['3', '4']]])
    expect(readClipboard('3', '<table></table>')?.tables).toEqual([[['3']]])
    expect(readClipboard('', '')).toBeUndefined()
    expect(readClipboard('', '<p>1</p>')).toBeUndefined()
  })

  test('of Excel and LibreOffice keep the blank rows and columns that a person left', () => {
    const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- td {mso-number-format:"<td>"} --></style></head>
      <body><!--StartFragment--><table><col width=64><tr height=20><td class=xl65 align=right x:num="1234.5">1,235</td><td></td><td>a<br>b</td></tr>
      <tr><td></td><td></td><td></td></tr><tr><td>2</td><td></td><td>&#8722;3</td></tr></table><!--EndFragment--></body></html>`
    expect(readClipboard('', excel)).toMatchObject({ isGrid: true, leftOut: [] })
    expect(ofPage(excel)).toEqual([
      [
        ['1,235', '', 'a b'],
        ['', '', ''],
        ['2', '', '\u22123'],
      ],
    ])
    const office = `<meta http-equiv="content-type" content="text/html; charset=utf-8"/><meta name="generator" content="LibreOffice 7.4"/>
      <table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
      <tr><td height="17" align="right" sdval="-5" sdnum="1033;0;#,##0_);(#,##0)"><font face="Arial">(5)</font></td><td align="left"><br></td></tr></table>`
    expect(ofPage(office)).toEqual([[['(5)', '']]])
  })

  test('cells over several rows keep their place below', () => {
    const html = `<table><tr><td rowspan=2>a</td><td>1</td><td rowspan="3">z</td></tr><tr><td>2</td></tr><tr><td>b</td><td>3</td></tr></table>`
    expect(ofPage(html)).toEqual([
      [
        ['a', '1', 'z'],
        ['', '2', ''],
        ['b', '3', ''],
      ],
    ])
  })
})

describe('what is not seen', () => {
  test('is gone from text as from a page', () => {
    const text = '\ufeffInterest in\u00adcome\t\u200e1,401\u200b\t(\u2066900\u2069)'
    const cells = ['Interest income', '1,401', '(900)']
    expect(readClipboard(text, '')?.tables).toEqual([[cells]])
    const html = `<table><tr><td>Interest in&shy;come</td><td>&lrm;1,401&#8203;</td><td>(&#8294;900&#8297;)</td></tr></table>`
    expect(ofPage(html)).toEqual([[cells]])
  })
})

describe('a copy of this product', () => {
  test('is read back as held, whatever is shown', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '<', '&', "'", '(', ' ', '\n', '\u2014') })
    const block = fc.array(fc.tuple(cell, cell, fc.constant('')), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(block, (held) => {
        const html = writeTable(
          held.map((row) => row.map(() => 'shown')),
          held,
        )
        expect(readClipboard('shown', html)).toEqual({ tables: [held], isOwn: true, isGrid: true, leftOut: [] })
      }),
      runs(100),
    )
  })

  test('is an ordinary table to others, and what only looks like one is read as a table', () => {
    expect(writeTable([['1 & 2', '<b>']], [['1', '2']])).toContain('<td>1 &amp; 2</td><td>&lt;b&gt;</td>')
    for (const forged of ['x', '[]', '[[]]', '[[1]]', '[["1"],["1","2"]]', '{}'])
      expect(ofPage(`<table data-tieout='${forged}'><tr><td>5</td></tr></table>`)).toEqual([[['5']]])
  })
})
