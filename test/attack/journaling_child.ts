/**
 * A process that makes commits of several shapes on a workbook and has the file and its journal copied by another process
 * at the beginning of each transaction, just before COMMIT, and after it (reading them here would drop the locks).
 * Arguments: a folder, which gets a folder for each commit; a seed.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createWorkbook, type Workbook } from '../../db/workbook.ts'
import type { CellEdit } from '../../shared/model/changes/cell.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { ChangeSet } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { killOptions, seeded } from '../db/kill_plan.ts'

const [folder, seed] = process.argv.slice(2) as [string, string]
const random = seeded(Number(seed))
const path = join(folder, 'Books.tieout')
const LINES = Array.from({ length: 500 }, (_, at) => `line_${at}`)
const filing: Filing = {
  id: 'plan',
  title: 'Plan',
  status: 'draft',
  schedules: [
    {
      id: 'income',
      columns: [{ id: 'fy', label: '2008', kind: 'duration' }],
      lines: LINES.map((id) => ({ id, label: id, kind: 'input' })),
      cells: [],
    },
  ],
}

let into = ''
function copy(from: string, name: string): void {
  if (!existsSync(from)) return
  const { status, stderr } = spawnSync('cp', ['--', from, join(into, name)])
  if (status !== 0) throw new Error(String(stderr))
}

type Work = (...args: unknown[]) => unknown
const property = Object.getOwnPropertyDescriptor(Database.prototype, 'transaction')!
const begin = property.value as (this: Database.Database, work: Work) => unknown

/** What the workbook does in a transaction, seen at its beginning and just before its COMMIT. */
function watched(work: Work): Work {
  return (...args) => {
    if (into === '') return work(...args)
    copy(path, 'before')
    copy(`${path}-journal`, 'stale')
    const result = work(...args)
    copy(`${path}-journal`, 'journal')
    return result
  }
}

// Between what the workbook does in a transaction and its COMMIT there is no other place to stand.
Object.defineProperty(Database.prototype, 'transaction', {
  ...property,
  value(this: Database.Database, work: Work) {
    return begin.call(this, watched(work))
  },
})

const held = new Map<string, string>()

function cells(lines: readonly string[], length: number): Change[] {
  return lines.map((line): CellEdit => {
    const after = String(1 + Math.floor(random() * 9)).repeat(1 + Math.floor(random() * length))
    const before = held.get(line) ?? null
    held.set(line, after)
    return { kind: 'cell', scenario: null, schedule: 'income', line, column: 'fy', before, after }
  })
}

const change = (...changes: Change[]): ChangeSet => ({
  id: randomUUID(),
  filing: 'plan',
  title: 'A change',
  place: null,
  changes,
})

const anyLine = (): string => LINES[Math.floor(random() * LINES.length)]!
const undo = (workbook: Workbook): unknown => workbook.undo(workbook.read().undo!.number)
const redo = (workbook: Workbook): unknown => workbook.redo(workbook.read().redo!.number)

const SHAPES: [string, (workbook: Workbook) => unknown][] = [
  ['one cell', (workbook) => workbook.commit(change(...cells([anyLine()], 12)))],
  ['500 cells', (workbook) => workbook.commit(change(...cells(LINES, 12)))],
  ['long inputs', (workbook) => workbook.commit(change(...cells(LINES.slice(0, 60), 4_000)))],
  ['one cell in a larger file', (workbook) => workbook.commit(change(...cells([anyLine()], 12)))],
  [
    'a line inserted at the top',
    (workbook) => {
      const definition = { id: 'inserted', label: 'Inserted', kind: 'input' as const }
      const line = { kind: 'line' as const, schedule: 'income', line: 'inserted', before: null }
      return workbook.commit(change({ ...line, after: { definition, at: 0 } }))
    },
  ],
  [
    'a scenario with 500 cells',
    (workbook) => {
      const after = { name: 'Test', description: '', position: 0 }
      const inputs = LINES.map((line): CellEdit => {
        return { kind: 'cell', scenario: 'test', schedule: 'income', line, column: 'fy', before: null, after: '7' }
      })
      return workbook.commit(change({ kind: 'scenario', scenario: 'test', before: null, after }, ...inputs))
    },
  ],
  ['undo of it', undo],
  ['redo of it', redo],
  ['undo again', undo],
  ['undo of the line', undo],
]

const workbook = createWorkbook(path, [filing], killOptions())
for (const [at, [shape, commit]] of SHAPES.entries()) {
  into = join(folder, `${String(at).padStart(2, '0')} ${shape}`)
  mkdirSync(into)
  commit(workbook)
  copy(path, 'after')
  copy(`${path}-journal`, 'left')
  into = ''
}
workbook.close()
