/**
 * The order of lists: whatever is put in, moved, taken out, undone and redone, it is that of a plain list; and an act writes the records
 * that it touches, however long the list is, also where the numbers had no gaps or where a gap was used up.
 */
import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, readHead } from '../../db/change_log.ts'
import { applyChanges } from '../../db/commit.ts'
import { connect } from '../../db/connection.ts'
import { MIGRATIONS, runMigrations } from '../../db/migrate.ts'
import { Order } from '../../db/places.ts'
import { insertFiling, Records } from '../../db/records.ts'
import { createWorkbook, openWorkbook, type Workbook } from '../../db/workbook.ts'
import { inverse } from '../../shared/model/change_set.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { Filing, Line } from '../../shared/model/filing.ts'
import { filings, newPath, options, set } from './workbook_fixture.ts'

const PLAN = 'plan'

function line(id: string): Line {
  return { id, label: id.toUpperCase(), kind: 'input' }
}

function plan(lines: number): Filing {
  const income = filings()[1]!.schedules[0]!
  const all = Array.from({ length: lines }, (_, n) => line(`item_${n}`))
  return { id: PLAN, title: 'Plan', status: 'draft', schedules: [{ ...income, lines: all, cells: [] }] }
}

/** A line put in (from null), moved, or taken out (to null). */
function moved(id: string, from: number | null, to: number | null): Change {
  const at = (place: number | null) => (place === null ? null : { definition: line(id), at: place })
  return { kind: 'line', schedule: 'income', line: id, before: at(from), after: at(to) }
}

/** A file as the second version wrote it: the numbers of its lists have no gaps. */
function withoutGaps(filing: Filing): string {
  const path = newPath()
  new Database(path).close()
  const db = connect(path)
  db.transaction(() => {
    runMigrations(db, MIGRATIONS, 0, 2)
    db.exec("INSERT INTO workbook VALUES (1, '0.2.0', '2026-01-01T00:00:00.000Z')")
    const records = new Records(db)
    insertFiling(records, filing, 0)
    for (const [at, { id }] of filing.schedules[0]!.lines.entries()) {
      const key = [filing.id, 'income', id]
      records.put('line', key, [at, records.get('line', key)![4]!])
    }
    const told = { id: randomUUID(), time: '2026-01-01T00:00:00.000Z', author: 'A. Controller', title: 'Created' }
    append(
      db,
      undefined,
      { ...told, kind: 'created', filing: null, place: null, changes: [], reverses: null },
      records.digest,
    )
  })()
  db.close()
  return path
}

/** The file, changed act by act without the checks of opening; how many records the acts of each change wrote. */
function rowsWritten(path: string, acts: readonly Change[][], isEdit = true): number[] {
  const db = connect(path)
  const records = new Records(db, readHead(db)!.digest)
  const total = db.prepare('SELECT total_changes()').pluck()
  const written = acts.map((changes) => {
    const before = Number(total.get())
    applyChanges({ db, records, filing: PLAN }, changes, { isEdit, author: 'A. Controller' })
    return Number(total.get()) - before
  })
  db.close()
  return written
}

const LONG = 2_000

/** Each a line of its own put in at a place, then all of them taken out again, moved there, and back. */
const ACTS: Change[][] = [
  ...[0, 1_000, LONG + 2].map((at, n) => [moved(`new_${n}`, null, at)]),
  [moved('item_1999', LONG + 1, 0)],
  [moved('item_1999', 0, LONG + 2)],
  [moved('new_0', 0, null)],
]

test('an act writes the lines that it touches, at the top of a long list as at its end, and so does what takes it back', () => {
  const path = newPath()
  createWorkbook(path, [plan(LONG)], options({ backUpOnOpen: false })).close()
  expect(rowsWritten(path, ACTS)).toEqual(ACTS.map(() => 1))
  expect(rowsWritten(path, ACTS.toReversed().map(inverse), false)).toEqual(ACTS.map(() => 1))
})

test('where the numbers of an older file have no gaps, making room among them once is enough', () => {
  const path = withoutGaps(plan(LONG))
  const workbook = openWorkbook(path, options())
  expect(workbook.notices).toEqual([expect.stringMatching(/brought to the format/)])
  expect(linesOf(workbook)).toEqual(plan(LONG).schedules[0]!.lines.map(({ id }) => id))
  workbook.close()
  const inserted = Array.from({ length: 30 }, (_, n) => [moved(`new_${n}`, null, 1_000)])
  const written = rowsWritten(path, [[moved('top', null, 0)], [moved('top', 0, null)], ...inserted])
  expect(written.slice(0, 2)).toEqual([1, 1])
  // Half of the list makes room for the first one; after that a gap that is used up is made wide again by a few neighbours.
  expect(written[2]).toBeLessThanOrEqual(LONG / 2 + 1)
  expect(written.slice(3).reduce((sum, one) => sum + one, 0)).toBeLessThan(90)
})

function linesOf(workbook: Workbook): string[] {
  return workbook.read().filings[0]!.filing.schedules[0]!.lines.map(({ id }) => id)
}

type Act = { kind: 'in' | 'move' | 'out' | 'undo' | 'redo' | 'again'; from: number; to: number }

const act = fc.record({
  kind: fc.constantFrom<Act['kind'][]>('in', 'in', 'in', 'move', 'move', 'out', 'undo', 'redo', 'again'),
  // Most acts meet at the same few places, so that gaps are used up.
  from: fc.oneof(fc.constant(1), fc.nat(30)),
  to: fc.oneof(fc.constant(1), fc.nat(30)),
})

function runActs(path: string, acts: readonly Act[]): void {
  let workbook = openWorkbook(path, options({ backUpOnOpen: false }))
  let list = linesOf(workbook)
  const lists = { undo: [] as string[][], redo: [] as string[][] }
  const edit = (change: Change, after: string[]): void => {
    workbook.commit(set(PLAN, change))
    lists.undo.push(list)
    lists.redo = []
    list = after
  }
  const reverse = (kind: 'undo' | 'redo', other: 'undo' | 'redo'): void => {
    const [next, top] = [lists[kind].pop(), workbook.read()[kind]]
    if (!next || !top) return
    workbook[kind](top.number)
    lists[other].push(list)
    list = next
  }
  for (const [n, { kind, from, to }] of acts.entries()) {
    const [own, place] = [from % Math.max(1, list.length), to % (list.length + 1)]
    const id = list[own]
    if (kind === 'in') edit(moved(`new_${n}`, null, place), list.toSpliced(place, 0, `new_${n}`))
    else if (kind === 'undo') reverse('undo', 'redo')
    else if (kind === 'redo') reverse('redo', 'undo')
    else if (kind === 'again') {
      // Opening proves the digest that was kept act by act.
      workbook.close()
      workbook = openWorkbook(path, options({ backUpOnOpen: false }))
    } else if (id !== undefined) {
      const rest = list.toSpliced(own, 1)
      const at = Math.min(place, rest.length)
      edit(moved(id, own, kind === 'out' ? null : at), kind === 'out' ? rest : rest.toSpliced(at, 0, id))
    }
    expect(linesOf(workbook)).toEqual(list)
  }
  workbook.close()
  openWorkbook(path, options({ backUpOnOpen: false })).close()
}

test('after any row of acts the order is that of a plain list', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.boolean(), (acts, isOlder) => {
      const path = isOlder ? withoutGaps(plan(5)) : newPath()
      if (!isOlder) createWorkbook(path, [plan(5)], options({ backUpOnOpen: false })).close()
      runActs(path, acts)
    }),
    { numRuns: 25 },
  )
})

test('what is refused after some of it was written leaves the order as it was', () => {
  const workbook = createWorkbook(newPath(), [plan(3)], options({ backUpOnOpen: false }))
  workbook.commit(set(PLAN, moved('a', null, 0)))
  expect(() => workbook.commit(set(PLAN, moved('b', null, 0), moved('c', null, 9)))).toThrow(/no place 9/)
  workbook.commit(set(PLAN, moved('item_2', 3, 1)))
  expect(linesOf(workbook)).toEqual(['a', 'item_2', 'item_0', 'item_1'])
  workbook.close()
})

/** Puts very many in and counts how many others were given numbers for it; the numbers must stay in order and exact. */
function spreads(order: Order, count: number, rankOf: (n: number, length: number) => number): number {
  const numbers = new Map<string, number>()
  let given = 0
  const list: string[] = []
  for (let n = 0; n < count; n++) {
    const rank = rankOf(n, list.length)
    const { number, moved } = order.insert(rank, `${n}`)
    list.splice(rank, 0, `${n}`)
    numbers.set(`${n}`, number)
    for (const one of moved) numbers.set(one.id, one.number)
    given += moved.length
  }
  const inOrder = list.map((id) => numbers.get(id)!)
  expect(inOrder.every(Number.isSafeInteger)).toBe(true)
  expect(inOrder.every((number, at) => at === 0 || number > inOrder[at - 1]!)).toBe(true)
  expect(inOrder.map((number) => order.rankOf(number))).toEqual(list.map((_, at) => at))
  return given
}

test.each<[string, (n: number, length: number) => number]>([
  ['always at the top', () => 0],
  ['always at the end', (_, length) => length],
  ['always second', (_, length) => Math.min(1, length)],
  ['each below the last and above another', (_, length) => Math.max(0, length - 1)],
  ['in the middle', (n) => Math.ceil(n / 2)],
  ['anywhere', (n, length) => (n * 7919) % (length + 1)],
])('of 5,000 records put in %s few are given another number', (_, rankOf) => {
  expect(spreads(new Order([]), 5_000, rankOf)).toBeLessThan(5_000 * 8)
})
