/**
 * Reads the golden figures of the two documents for tests. The files are data given from outside and are never edited.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'golden')

export type GoldenFile = 'income' | 'reconciliation' | 'equity' | 'trusts' | 'propagation'

/** The records of a golden file by heading; blank fields are empty text. */
export function golden(name: GoldenFile): Record<string, string>[] {
  const [heading, ...records] = parse(readFileSync(join(FOLDER, `${name}.csv`), 'utf8'))
  return records.map((fields) => {
    if (fields.length > heading!.length) throw new Error(`${name}: a record has too many fields: ${fields.join('|')}`)
    return Object.fromEntries(heading!.map((key, i) => [key, fields[i] ?? '']))
  })
}

/** One golden figure under the ids of the product. */
export type Figure = { filing: string; schedule: string; line: string; column: string; text: string }

const COLUMNS: Record<string, Record<string, string>> = {
  income: { q3_2007: 'q3_2007', q2_2007: 'q2_2007', published_variance: 'variance', published_percent: 'percent' },
  reconciliation: same('q3_2007', 'q2_2007', 'q3_2006', 'm9_2007', 'q1_2007'),
  equity: same('q1_2007', 'q2_2007', 'q3_2007', 'fy_2009'),
  trusts: same(
    'afs',
    'collateral',
    'derivative_assets',
    'reo',
    'trust_assets',
    'borrowings',
    'derivative_liabilities',
    'trust_liabilities',
    'residual',
    'long_term_debt',
  ),
}

function same(...ids: string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, id]))
}

/** Every golden figure, blanks included, for each cell that the filing's schedule has according to the golden files. */
export function goldenFigures(): Figure[] {
  const figures: Figure[] = []
  for (const schedule of ['income', 'reconciliation', 'equity', 'trusts'] as const) {
    for (const record of golden(schedule)) {
      const filing = schedule === 'trusts' ? 'impac_2009' : (record['filing'] ?? 'impac_2007_q3')
      for (const [heading, column] of Object.entries(COLUMNS[schedule]!)) {
        if (schedule === 'equity' && (column === 'fy_2009') !== (filing === 'impac_2009')) continue
        figures.push({ filing, schedule, line: record['line']!, column, text: record[heading]! })
      }
    }
  }
  return figures
}

/** Line ids of a schedule in golden order. */
export function goldenLines(filing: string, schedule: Exclude<GoldenFile, 'propagation'>): Record<string, string>[] {
  return golden(schedule).filter((record) => record['filing'] === undefined || record['filing'] === filing)
}

/** Comma-separated values with quoted fields. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const fields: string[] = []
    const field = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g
    for (const match of line.matchAll(field)) fields.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
    rows.push(fields)
  }
  return rows
}

/** The sentence that the product says for each edit of the truth table, whose own words give the matter. */
export const SAID: Readonly<Record<string, string>> = {
  none: 'No change from the filing',
  'provision 10000 higher':
    'The add-back rises by the same amount, so taxable income does not change; loan losses are deducted only when realized',
  'provision typed at the adjustment':
    'The add-back rises by the same amount, so taxable income does not change; loan losses are deducted only when realized',
  'adjustment only': 'The adjustment now differs from books by 10,000',
  'unrealized derivative loss 5000 larger': 'Taxable income does not change; marks are taxed only when realized',
  'derivative loss of 5000 realized':
    'Taxable income falls too: a realized loss is not added back. An ordinary loss is assumed',
  '5000 of the unrealized loss realized, first cell':
    'Taxable income does not change; marks are taxed only when realized',
  '5000 of the unrealized loss realized, second cell (on top of the first)':
    'The loss moves from unrealized to realized and is now deducted',
  'sign turned at the adjustment': 'The loss of 135,347 became a gain of 140,347',
  "actual losses at the second quarter's level":
    'Net earnings do not change; actual losses are charged to the allowance and deducted for tax only',
  'subsidiary loss 20000 larger': 'Taxable income does not change, because the subsidiary is taxed separately',
  'dividend of 3900 from the subsidiary':
    'Undistributed earnings are assumed; after the loss of 2007 the dividend is otherwise a return of capital',
  'impairment deducted now': 'A deduction now needs an ordinary loss, or a capital gain to absorb it',
  'impairment not recorded':
    'Other comprehensive income and the add-back fall by the same amount, so equity and taxable income do not change. Securities available-for-sale are carried at fair value',
  'income tax 1000 higher':
    'Taxable income does not change, because federal income tax is not deductible. The expense is assumed to be the amortization of the deferred charge',
  'no preferred dividend': 'Preferred dividends reduce both equity and the taxable income available to common',
  'no actual losses':
    'Net earnings do not change; actual losses are charged to the allowance and deducted for tax only',
  'REMIC taxable income 40000 higher':
    'None of this income is assumed to be excess inclusion; if all is, 90% must be distributed',
  'first-quarter provisions 10000 higher':
    'Net earnings fall by the same amount, so taxable income does not change; losses are deducted only when realized',
}
