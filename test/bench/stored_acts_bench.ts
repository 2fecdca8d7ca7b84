/**
 * Acts as the file stores them, beside what they cannot do without: a durable commit beside a bare insert under the same settings, a line
 * put in at the top of a long schedule beside an edit, and very many cells beside bare statements that write as many. Turn by turn in one
 * run; asserts nothing.
 *
 * A commit looks at its file before and after, to find out that nobody has replaced it. A file that was looked at takes its exact times at
 * the next write (Linux since 6.13), and the disk is waited for to write these too; one that was not keeps them for some milliseconds, so
 * that inserts which follow on one another at once seldom pay for it. Between two edits of a person the times move in any case. So the
 * bare insert is measured both ways.
 */
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { connect } from '../../db/connection.ts'
import { createWorkbook } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import { BLOCK_COLUMNS, BLOCK_SCHEDULE, blockFiling, blockLine } from './block_filing.ts'
import { largeFiling, LEDGER } from './large_filing.ts'
import { BENCH } from './logged_workbook.ts'
import { median } from './median.ts'

const BLOCKS = 30
const IN_A_BLOCK = 20

type Works = Record<string, () => void>

/** The median microseconds of each, in turns. */
function clocked(works: Works, { blocks, warmUp, each }: { blocks: number; warmUp: number; each: number }) {
  const taken = Object.fromEntries(Object.keys(works).map((name) => [name, [] as number[]]))
  for (let block = -warmUp; block < blocks; block++) {
    for (const [name, work] of Object.entries(works)) {
      for (let n = 0; n < each; n++) {
        const began = performance.now()
        work()
        if (block >= 0) taken[name]!.push((performance.now() - began) * 1_000)
      }
    }
  }
  return (name: string): number => median(taken[name]!)
}

/** Inserts of a row as long as an entry of the log, and transactions that write four pages as a commit does. */
function bareWorks(path: string): Works & { close: () => void } {
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
  let typed = 0
  const bare = db.transaction(() => void insert.run(row))
  const paged = db.transaction(() => {
    insert.run(row)
    for (const [at, other] of others.entries()) other.run(at === 1 ? ++typed : randomUUID())
  })
  const looked = (work: () => void) => () => {
    statSync(path, { bigint: true })
    work()
    statSync(path, { bigint: true })
  }
  return {
    bare: () => bare.immediate(),
    paged: () => paged.immediate(),
    bareLookedAt: looked(() => bare.immediate()),
    pagedLookedAt: looked(() => paged.immediate()),
    close: () => db.close(),
  }
}

function commits(folder: string): Record<string, number> {
  const filing = largeFiling({ lines: 500, status: 'draft' })
  const workbook = createWorkbook(join(folder, 'commits.tieout'), [filing], BENCH)
  const { input, ...cell } = filing.schedules[0]!.cells[10]!
  let before = input
  let typed = 0
  const commit = (): void => {
    const after = `${++typed}`
    const title = `Detail 11 of class 1, Quarter 1, 2006: ${before} to ${after}`
    const place = { ...cell, scenario: null }
    const changes = [{ kind: 'cell' as const, ...cell, scenario: null, before, after }]
    workbook.commit({ id: randomUUID(), filing: filing.id, title, place, changes })
    before = after
  }
  const { close, ...works } = bareWorks(join(folder, 'bare.db'))
  const of = clocked({ commit, ...works }, { blocks: BLOCKS, warmUp: 15, each: IN_A_BLOCK })
  workbook.close()
  close()
  return {
    commit_us: of('commit'),
    bare_insert_us: of('bare'),
    bare_insert_looked_at_us: of('bareLookedAt'),
    commit_to_bare_insert: of('commit') / of('bare'),
    commit_to_bare_insert_looked_at: of('commit') / of('bareLookedAt'),
    four_pages_to_bare_insert: of('paged') / of('bare'),
    four_pages_to_bare_insert_looked_at: of('pagedLookedAt') / of('bareLookedAt'),
  }
}

/** A line put in at the top of 5,000 lines of 24 columns, and that taken back, beside an edit of one cell. */
function linesPutIn(folder: string): Record<string, number> {
  const filing = largeFiling({ lines: 5_000, status: 'draft' })
  const workbook = createWorkbook(join(folder, 'lines.tieout'), [filing], BENCH)
  const { input, ...cell } = filing.schedules[0]!.cells[10]!
  let before = input
  let made = 0
  const act = { filing: filing.id, title: 'An act', place: null }
  const works = {
    edit() {
      const after = `${++made}`
      const changes = [{ kind: 'cell' as const, ...cell, scenario: null, before, after }]
      workbook.commit({ ...act, id: randomUUID(), changes })
      before = after
    },
    putIn() {
      const id = `new_${++made}`
      const definition = { id, label: 'Another line', kind: 'input' as const }
      const changes = [
        { kind: 'line' as const, schedule: LEDGER, line: id, before: null, after: { definition, at: 0 } },
      ]
      workbook.commit({ ...act, id: randomUUID(), changes })
    },
    takenBack: () => void workbook.undo(workbook.log({ limit: 1 })[0]!.number),
  }
  const of = clocked(works, { blocks: 60, warmUp: 5, each: 1 })
  workbook.close()
  return { line_put_in_to_edit: of('putIn') / of('edit'), line_taken_back_to_edit: of('takenBack') / of('edit') }
}

const ITEMS = 5_000

/** 80,000 cells changed in one act, and that taken back, beside bare statements that write as many inputs by their keys. */
function manyCells(folder: string): Record<string, number> {
  const filing = blockFiling(ITEMS)
  const cells = filing.schedules[0]!.cells
  const workbook = createWorkbook(join(folder, 'cells.tieout'), [filing], BENCH)
  const path = join(folder, 'bare_cells.db')
  createWorkbook(path, [filing], BENCH).close()
  const db = connect(path)
  const write = db.prepare('UPDATE cell SET input = ? WHERE filing = ? AND schedule = ? AND line = ? AND column_id = ?')
  let round = 0
  let number = 0
  const input = (n: number): string => `${((n * 7 + round * 13) % 99_991) + 100_000}`
  const bare = db.transaction(() => {
    for (let n = 0; n < cells.length; n++) {
      const column = BLOCK_COLUMNS[n % BLOCK_COLUMNS.length]
      write.run(input(n), filing.id, BLOCK_SCHEDULE, blockLine(Math.floor(n / BLOCK_COLUMNS.length)), column)
    }
  })
  const works = {
    bare() {
      round += 1
      bare.immediate()
    },
    stored() {
      const changes = cells.map((cell, n): CellEdit => {
        const { schedule, line, column, input: before } = cell
        return { kind: 'cell', scenario: null, schedule, line, column, before, after: input(n) }
      })
      number = workbook.commit({ id: randomUUID(), filing: filing.id, title: 'Pasted', place: null, changes }).number
    },
    takenBack: () => void workbook.undo(number),
  }
  const of = clocked(works, { blocks: 5, warmUp: 1, each: 1 })
  workbook.close()
  db.close()
  return {
    many_cells_ms: of('stored') / 1_000,
    many_cells_back_ms: of('takenBack') / 1_000,
    many_cells_to_bare: of('stored') / of('bare'),
    many_cells_back_to_bare: of('takenBack') / of('bare'),
  }
}

/** All of them, made in a folder of their own. */
export function storedActFigures(folder: string): Record<string, number> {
  return { ...commits(folder), ...linesPutIn(folder), ...manyCells(folder) }
}

/** Ratios with their aims, then what they are of. */
export const STORED_ACT_LABELS: { ratios: [key: string, label: string][]; times: [key: string, label: string][] } = {
  ratios: [
    ['commit_to_bare_insert', 'durable commit of an edit / a bare insert under the same settings (aim: at most 1.5)'],
    [
      'commit_to_bare_insert_looked_at',
      'the same / a bare insert into a file that is looked at before and after, as a commit does (aim: at most 1.5)',
    ],
    ['four_pages_to_bare_insert', 'a bare transaction that writes as many pages as a commit / a bare insert'],
    ['four_pages_to_bare_insert_looked_at', 'the same, both looked at before and after'],
    ['line_put_in_to_edit', 'storing a line put in at the top of 5,000 / an edit (aim: at most 2)'],
    ['line_taken_back_to_edit', 'taking that back / an edit (aim: at most 2)'],
    ['many_cells_to_bare', 'storing a change of 80,000 cells / bare statements for as many (aim: at most 3)'],
    ['many_cells_back_to_bare', 'taking that back / the same (aim: at most 3)'],
  ],
  times: [
    ['commit_us', 'durable commit of an edit, microseconds'],
    ['bare_insert_us', 'bare insert, microseconds'],
    ['bare_insert_looked_at_us', 'bare insert into a file that is looked at, microseconds'],
    ['many_cells_ms', 'storing a change of 80,000 cells, ms'],
    ['many_cells_back_ms', 'taking that back, ms'],
  ],
}
