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
