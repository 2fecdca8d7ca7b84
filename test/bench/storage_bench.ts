/**
 * The disk's part of the benchmarks: opening a workbook of a long log beside the same content without one, acts as they are stored
 * (stored_acts_bench.ts), and a start beside an empty page. Each turn by turn in one run; asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkbook } from '../../db/workbook.ts'
import { BENCH, makeLogged, type Logged } from './logged_workbook.ts'
import { measureStarts } from './start_measure.ts'
import { median } from './median.ts'
import { STORED_ACT_LABELS, storedActFigures } from './stored_acts_bench.ts'

const ROUNDS = 9

/** Each after the content that it is compared with. */
const WORKBOOKS: Record<string, Logged & { beside?: string }> = {
  small: { lines: 50, acts: 0, cells: 0 },
  small_30000: { lines: 50, acts: 30_000, cells: 1, beside: 'small' },
  large: { lines: 5_000, acts: 0, cells: 0 },
  large_27000: { lines: 5_000, acts: 27_000, cells: 1, beside: 'large' },
  large_60_wide: { lines: 5_000, acts: 60, cells: 20_000, beside: 'large' },
}

async function openings(folder: string): Promise<Record<string, number>> {
  const names = Object.keys(WORKBOOKS)
  const file = (name: string): string => join(folder, `${name}.tieout`)
  for (const name of names) makeLogged(file(name), WORKBOOKS[name]!)
  const opening = Object.fromEntries(names.map((name) => [name, [] as number[]]))
  const rest = Object.fromEntries(names.map((name) => [name, [] as number[]]))
  const full = Object.fromEntries(names.map((name) => [name, [] as number[]]))
  // The first round warms the code up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const clock = async (into: number[], work: () => Promise<void> | void): Promise<void> => {
        const began = performance.now()
        await work()
        if (round > 0) into.push(performance.now() - began)
      }
      let workbook = openWorkbook(file(name), BENCH)
      workbook.close()
      await clock(opening[name]!, () => {
        workbook = openWorkbook(file(name), BENCH)
        workbook.read()
      })
      if (workbook.isProven) throw new Error('It was verified in full.')
      if (round <= 3) await clock(rest[name]!, () => workbook.verifyRest())
      workbook.close(round <= 3)
      if (round > 3) continue
      await clock(full[name]!, () => {
        workbook = openWorkbook(file(name), BENCH)
        workbook.read()
      })
      workbook.close()
    }
  }
  const figures: Record<string, number> = {}
  for (const name of names) {
    const { beside } = WORKBOOKS[name]!
    figures[`opening_${name}_ms`] = median(opening[name]!)
    if (beside !== undefined) {
      figures[`opening_${name}_to_none`] = median(opening[name]!) / median(opening[beside]!)
      figures[`opening_${name}_rest_ms`] = median(rest[name]!)
      figures[`opening_${name}_full_ms`] = median(full[name]!)
    }
  }
  return figures
}

async function starts(): Promise<Record<string, number>> {
  const found = await measureStarts()
  if ('skipped' in found) return {}
  const of = (what: 'workbench' | 'empty', part: 'whole' | 'page'): number =>
    median(found[what].map((one) => one[part]))
  return {
    start_ms: of('workbench', 'whole'),
    start_empty_ms: of('empty', 'whole'),
    start_to_empty: of('workbench', 'whole') / of('empty', 'whole'),
    start_page_ms: of('workbench', 'page'),
    start_page_empty_ms: of('empty', 'page'),
  }
}

/** All of them; those of a start are left out where there is no browser. */
export async function storageFigures(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-bench-'))
  try {
    return { ...storedActFigures(folder), ...(await openings(folder)), ...(await starts()) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const OPENED: [name: string, label: string][] = [
  ['small_30000', 'a small workbook after 30,000 entries'],
  ['large_27000', '5,000 x 24 after 27,000 entries'],
  ['large_60_wide', '5,000 x 24 after sixty acts on 20,000 cells'],
]

/** The rows of the table, the most telling first. */
export const STORAGE_LABELS: [key: string, label: string][] = [
  ...OPENED.map(([name, label]): [string, string] => [
    `opening_${name}_to_none`,
    `opening ${label} / the same without a log (aim: at most 1.5)`,
  ]),
  ...STORED_ACT_LABELS.ratios,
  ['start_to_empty', 'start to the first edit stored / to an empty page of the same shell (aim: at most 2)'],
  ['opening_small_ms', 'opening a small workbook without a log, ms'],
  ['opening_large_ms', 'opening 5,000 x 24 without a log, ms'],
  ...OPENED.flatMap(([name, label]): [string, string][] => [
    [`opening_${name}_ms`, `opening ${label}, ms`],
    [`opening_${name}_rest_ms`, `${label}: proving the log after opening, ms`],
    [`opening_${name}_full_ms`, `${label}: opening what is not marked, in full, ms`],
  ]),
  ...STORED_ACT_LABELS.times,
  ['start_ms', 'start of the shell to the first edit stored, ms'],
  ['start_empty_ms', 'start of the shell to an empty page, ms'],
  ['start_page_ms', 'page asked for to the first edit stored, ms'],
  ['start_page_empty_ms', 'page asked for to an empty page, ms'],
]
