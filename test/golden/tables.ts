/** The golden tables that are run, and how a folder of them is: the one list. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { runModelFolders } from './model_folders.ts'
import { CLASS_ROWS } from './class_rows.ts'
import { DIVIDEND_ROWS, DIVIDEND_TOTAL_ROWS } from './dividend_rows.ts'
import { DISTRIBUTION_ROWS } from './distribution_rows.ts'
import { EPS_ROWS } from './eps_rows.ts'
import { EXCISE_ROWS } from './excise_rows.ts'
import { INVENTORY_ROWS } from './inventory_rows.ts'
import { EQUITY_VIEW_ROWS, EQUITY_VIEW_TRUST_ROWS } from './equity_view_rows.ts'
import { LIQUIDITY_ROWS } from './liquidity_rows.ts'
import { LOSS_LAYER_ROWS, LOSS_YEAR_ROWS } from './loss_rows.ts'
import { REMIC_ROWS } from './remic_rows.ts'
import { TRS_ROWS } from './trs_rows.ts'
import type { GoldenTable, Outcome, Row } from './golden_table.ts'

export const GOLDEN_TABLES: readonly GoldenTable[] = [DISTRIBUTION_ROWS, EXCISE_ROWS, LOSS_YEAR_ROWS, LOSS_LAYER_ROWS, DIVIDEND_ROWS, DIVIDEND_TOTAL_ROWS, CLASS_ROWS, EQUITY_VIEW_ROWS, EQUITY_VIEW_TRUST_ROWS, LIQUIDITY_ROWS, INVENTORY_ROWS, EPS_ROWS, TRS_ROWS, REMIC_ROWS]

/** What came of a folder: each table that was run, and the files of tables that are not known. */
export type FolderResult = { tables: { file: string; outcomes: Outcome[]; left?: readonly string[] }[]; skipped: string[] }

/** Runs the tables that a folder holds; throws where there is no such folder. */
export function runFolder(folder: string): FolderResult {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`)
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  const known = GOLDEN_TABLES.filter(({ file, needs = [] }) => [file, ...needs].every((one) => files.includes(one)))
  const read = (file: string): Row[] => rowsOf(join(folder, file))
  return {
    tables: [
      ...known.map((table) => ({ file: table.file, outcomes: table.run(read(table.file), Object.fromEntries((table.needs ?? []).map((file) => [file, read(file)]))) })),
      ...runModelFolders(folder),
    ],
    skipped: files.filter((file) => !known.some((one) => one.file === file)).toSorted(),
  }
}

function rowsOf(path: string): Row[] {
  return parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true, bom: true })
}
