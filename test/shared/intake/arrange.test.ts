/**
 * What of a pasted block are figures: heads, labels, numbers of accounts and notes are told apart and asked about once,
 * blank columns go, and amounts in other hands are read by one answer for their kind.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrange, type Arranged } from '../../../shared/intake/arrange.ts'
import { readClipboard } from '../../../shared/intake/pasted.ts'
import type { Answers } from '../../../shared/intake/question.ts'

/** A block in the notation `cell | cell; cell | cell`, where "" is a blank cell. */
function block(notation: string, answers: Answers = {}): Arranged {
  const rows = notation.split(';').map((row) => row.split('|').map((cell) => cell.trim().replace('""', '')))
  const pasted = readClipboard(rows.map((row) => row.join('\t')).join('\n'), '')
  return arrange(pasted!, answers, { overFigures: true })
}

function figures(notation: string, answers?: Answers): string {
  return block(notation, answers)
    .lines.map(({ texts }) => texts.map((text) => text ?? '*').join(' | '))
    .join('; ')
}

function table(rows: string): string {
  return `<table>${rows}</table>`
}

function asked(notation: string): string[] {
  return block(notation).questions.map(({ id }) => id)
}

describe('columns', () => {
  test.each([
    ['1 | "" | 3; 4 | "" | 5', '1 | 3; 4 | 5', ['blank_columns']],
    ['"" | 1 | 2', '1 | 2', ['blank_columns']],
    ['1 | "" | 3; 4 | 6 | 5', '1 |  | 3; 4 | 6 | 5', []],
    ['Gain | $ | \u2014 | "" | $ | (7 | )', '$\u2014 | $(7)', []],
    [
      'Interest income | $ 1,401 | [1] | $ 1,458 | [1]; Interest expense | 900 | "" | 800 | ""',
      '$ 1,401 | $ 1,458; 900 | 800',
      [],
    ],
    // Accounts beside labels, alone, and behind labels.
    ['400100 | Interest income | 0.00 | 1,200.50', '0.00 | 1,200.50', ['account_codes']],
    ['400100 | 1,200.50; 400200 | 5.00', '1,200.50; 5.00', ['account_codes']],
    ['Income | 400100 | 1,200.50; Expense | 400200 | 5.00', '1,200.50; 5.00', ['account_codes']],
    ['400100 | 500200; 400200 | 500300', '400100 | 500200; 400200 | 500300', []],
    // Notes beside labels.
    [
      'Loans | 5 | 1,401 | 1,458; Securities | 6 | 900 | 800; Other | "" | 50 | 40',
      '1,401 | 1,458; 900 | 800; 50 | 40',
      ['note_numbers'],
    ],
    ['"" | Note | 2024; Loans | 12 | 7; Other | 3, 4 | 5', '7; 5', ['heads', 'note_numbers']],
    ['Loans | 5 | 7; Securities | 6 | 8', '5 | 7; 6 | 8', []],
    ['Loans | 9 | 1,401; Securities | 6 | 900', '9 | 1,401; 6 | 900', []],
    // Labels that are years and numbers.
    ['2024 | 1,400; 2025 | 900; Thereafter | 20', '1,400; 900; 20', []],
    ['2024 | 1,400; 2025 | 900', '1,400; 900', ['labels']],
    ['Interest income | 1,401', '1,401', []],
    ['Assets | Loans | 5; "" | Securities | 6', '5; 6', []],
    // Figures with a word among them are no labels.
    ['n/a | 1; 799,44 | 2', 'n/a | 1; 799,44 | 2', []],
    ['pending | 5; 1,200 | 6', 'pending | 5; 1,200 | 6', []],
  ])('%s', (notation, expected, questions) => {
    expect(figures(notation)).toBe(expected)
    expect(asked(notation)).toEqual(questions)
  })

  test('are entered where that is answered', () => {
    expect(figures('1 | "" | 3', { blank_columns: 'entered' })).toBe('1 |  | 3')
    expect(figures('Loans | 5 | 1,401; Other | 6 | 900', { note_numbers: 'entered' })).toBe('5 | 1,401; 6 | 900')
    expect(figures('400100 | Income | 1.00', { account_codes: 'entered' })).toBe('400100 | 1.00')
    expect(figures('2024 | 1,400; 2025 | 900', { labels: 'entered' })).toBe('2024 | 1,400; 2025 | 900')
  })
})

describe('rows', () => {
  test.each([
    ['(in thousands) | 2024 | 2023; Income | 5 | 6', '5 | 6', ['heads']],
    ['2024 | 2023; 1,401 | 1,458', '1,401 | 1,458', ['heads']],
    ['"" | Three Months Ended; (unaudited) | September 30, 2007 | June 30, 2007; Income | 5 | 6', '5 | 6', ['heads']],
    ['Description | Amount; Income | 5', '5', ['heads']],
    ['Statements of operations | ""; "" | Q3 2007; Revenue | ""; Income | 5', '*; 5', ['heads']],
    // Heads of a second table further down.
    ['Income | 5 | 6; "" | 2024 | 2023; Expense | 7 | 8', '5 | 6; 7 | 8', ['heads']],
    // Years that could be amounts are asked about.
    ['Loans | 5 | 6; Properties | 1987 | 2012', '5 | 6; 1987 | 2012', ['years']],
    ['2024 | 2023', '2024 | 2023', ['years']],
    // A heading clears nothing; a blank figure stays blank.
    ['Book to tax differences: | "" | ""; Tax | "" | 2; Other | 3 | 4', '* | *;  | 2; 3 | 4', []],
    ['Income | n/a | 5', 'n/a | 5', []],
    ['= a - b | 5; 6 | 7', '= a - b | 5; 6 | 7', []],
  ])('%s', (notation, expected, questions) => {
    expect(figures(notation)).toBe(expected)
    expect(asked(notation)).toEqual(questions)
  })

  test('are entered or left where that is answered', () => {
    expect(figures('2024 | 2023; 1,401 | 1,458', { heads: 'entered' })).toBe('2024 | 2023; 1,401 | 1,458')
    expect(figures('Loans | 5; Properties | 1987', { years: 'left_out' })).toBe('5')
  })

  test('of several tables stand one below the other', () => {
    const html =
      table('<tr><td>a</td><td>$</td><td>1</td><td>2</td></tr><tr><td>b</td><td></td><td>3</td><td>4</td></tr>') +
      '<p>and</p>' +
      table('<tr><td>c</td><td>$</td><td>5</td></tr><tr><td>d</td><td></td><td>6</td></tr>')
    const { lines, notes } = arrange(readClipboard('', html)!, {}, { overFigures: true })
    expect(lines.length).toBe(4)
    expect(notes).toContain('The text beside the tables is left out.')
  })
})

describe('what needs no room', () => {
  test('tables of words between tables of figures are left out, and said to be', () => {
    const html = `${table('<tr><td>a</td><td>1</td></tr>')}${table('<tr><td>Contact</td><td>A. Person</td></tr>')}`
    const { lines, notes } = arrange(readClipboard('', html)!, {}, { overFigures: true })
    expect(lines.length).toBe(1)
    expect(notes[0]).toBe('1 table without figures is left out.')
  })

  test('notes below a table take no lines; a heading between lines does', () => {
    expect(figures('Income | 5; Other: | ""; Cost | 6; (1) Derived from audited statements. | ""')).toBe('5; *; 6')
  })
})

describe('amounts in other hands', () => {
  test('are asked about once for their kind and read by the answer', () => {
    const notation = '1,401.50- | (3); 900.25 | 7-'
    expect(asked(notation)).toEqual(['minus_behind'])
    expect(figures(notation)).toBe('-1,401.50 | (3); 900.25 | -7')
    expect(figures(notation, { minus_behind: 'leave' })).toBe('* | (3); 900.25 | *')
    const ledger = '5.00 CR | 3.00 DR; 7.00 | 2.00CR'
    expect(asked(ledger)).toEqual(['credit'])
    expect(figures(ledger)).toBe('-5.00 | 3.00; 7.00 | -2.00')
    expect(figures(ledger, { credit: 'credit_positive' })).toBe('5.00 | -3.00; 7.00 | 2.00')
    expect(figures('US$ 5 | US$(7)')).toBe('$5 | $(7)')
    expect(figures('US$ 1.50 CR | 2.00')).toBe('-$1.50 | 2.00')
    expect(asked('US$ 1.50 CR | 2.00')).toEqual(['credit', 'us_dollars'])
    expect(asked('1 | (2); - | 3%')).toEqual([])
  })

  test('are asked about also where one cell is pasted', () => {
    const { lines, questions } = block('1,401.50-')
    expect(lines).toEqual([{ label: '', texts: ['-1,401.50'] }])
    expect(questions.map(({ id }) => id)).toEqual(['minus_behind'])
    expect(block('2024')).toMatchObject({ lines: [{ texts: ['2024'] }], questions: [] })
    expect(block('53,269 [1]').lines[0]!.texts).toEqual(['53,269'])
  })
})

describe('tables of other filers', () => {
  const folder = join(import.meta.dirname, '../../golden/tables')
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

  test('are there', () => expect(files.length).toBe(8))

  test.each(files)('%s: every figure in its line and column, heads and labels apart', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const rows = text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t'))
    const [, ...heads] = rows[0]!
    const pasted = readClipboard(rows.map((row) => row.join('\t')).join('\n'), '')
    const { lines, width, questions } = arrange(pasted!, {}, { overFigures: true })
    expect(width).toBe(heads.length)
    expect(questions.map(({ id }) => id)).toEqual(['heads'])
    expect(lines.map(({ label }) => label)).toEqual(rows.slice(1).map(([label]) => label!.trim()))
    const given = rows.slice(1).map(([, ...cells]) => heads.map((_, at) => cells[at]?.trim() ?? ''))
    const entered = lines.map(({ texts }) => texts.map((one) => one ?? ''))
    expect(entered).toEqual(given)
  })
})
