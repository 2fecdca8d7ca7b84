/**
 * The disk's part of the benchmarks: opening a workbook of a long log beside the same content without one, a durable commit beside a bare
 * insert under the same settings, and a start beside an empty page. Each turn by turn in one run; asserts nothing.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { connect } from '../../db/connection.ts'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import { largeFiling } from './large_filing.ts'
import { BENCH, makeLogged, type Logged } from './logged_workbook.ts'
import { measureStarts } from './start_measure.ts'
import { median } from './median.ts'

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

const BLOCKS = 30
const IN_A_BLOCK = 20

/** Microseconds of a commit, of a bare insert of a row as long, and of one that writes four pages as a commit does. */
function commits(folder: string): Record<string, number> {
  const filing = largeFiling({ lines: 500, status: 'draft' })
  const workbook = createWorkbook(join(folder, 'commits.tieout'), [filing], BENCH)
  const { input, ...cell } = filing.schedules[0]!.cells[10]!
  let before = input
  let typed = 0
  const edit = (): void => {
    const after = `${++typed}`
    const title = `Detail 11 of class 1, Quarter 1, 2006: ${before} to ${after}`
    const place = { ...cell, scenario: null }
    const changes = [{ kind: 'cell' as const, ...cell, scenario: null, before, after }]
    workbook.commit({ id: randomUUID(), filing: filing.id, title, place, changes })
    before = after
  }
  const path = join(folder, 'bare.db')
  new Database(path).close()
  const db = connect(path)
  db.exec(`CREATE TABLE entry (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE name (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE head (row INTEGER PRIMARY KEY, number INTEGER) STRICT; INSERT INTO head VALUES (1, 0);
    CREATE TABLE cell (id INTEGER PRIMARY KEY, input TEXT NOT NULL) STRICT; INSERT INTO cell VALUES (1, '')`)
  const insert = db.prepare('INSERT INTO entry (text) VALUES (?)')
  const others = ['INSERT INTO name VALUES (?)', 'UPDATE head SET number = ?', 'UPDATE cell SET input = ?'].map((sql) =>
    db.prepare(sql),
  )
  const row = 'x'.repeat(900)
  const bare = db.transaction(() => void insert.run(row))
  const paged = db.transaction(() => {
    insert.run(row)
    for (const [at, other] of others.entries()) other.run(at === 1 ? ++typed : randomUUID())
  })
  const taken: Record<string, number[]> = { commit: [], bare: [], paged: [] }
  const works = { commit: edit, bare: () => bare.immediate(), paged: () => paged.immediate() }
  for (let block = -15; block < BLOCKS; block++) {
    for (const [name, work] of Object.entries(works)) {
      for (let n = 0; n < IN_A_BLOCK; n++) {
        const began = performance.now()
        work()
        if (block >= 0) taken[name]!.push((performance.now() - began) * 1_000)
      }
    }
  }
  workbook.close()
  db.close()
  const [commit, least, four] = [taken['commit']!, taken['bare']!, taken['paged']!].map(median) as [
    number,
    number,
    number,
  ]
  return {
    commit_us: commit,
    bare_insert_us: least,
    commit_to_bare_insert: commit / least,
    four_pages_to_bare_insert: four / least,
  }
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
    return { ...commits(folder), ...(await openings(folder)), ...(await starts()) }
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
  ['commit_to_bare_insert', 'durable commit of an edit / a bare insert under the same settings (aim: at most 1.5)'],
  ['four_pages_to_bare_insert', 'a bare transaction that writes as many pages as a commit / a bare insert'],
  ['start_to_empty', 'start to the first edit stored / to an empty page of the same shell (aim: at most 2)'],
  ['opening_small_ms', 'opening a small workbook without a log, ms'],
  ['opening_large_ms', 'opening 5,000 x 24 without a log, ms'],
  ...OPENED.flatMap(([name, label]): [string, string][] => [
    [`opening_${name}_ms`, `opening ${label}, ms`],
    [`opening_${name}_rest_ms`, `${label}: proving the log after opening, ms`],
    [`opening_${name}_full_ms`, `${label}: opening what is not marked, in full, ms`],
  ]),
  ['commit_us', 'durable commit of an edit, microseconds'],
  ['bare_insert_us', 'bare insert, microseconds'],
  ['start_ms', 'start of the shell to the first edit stored, ms'],
  ['start_empty_ms', 'start of the shell to an empty page, ms'],
  ['start_page_ms', 'page asked for to the first edit stored, ms'],
  ['start_page_empty_ms', 'page asked for to an empty page, ms'],
]
