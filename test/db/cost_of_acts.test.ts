/** What an act costs, counted: schemas that are asked, records that are read, pages that are written. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readHead } from '../../db/change_log.ts'
import { applyChanges } from '../../db/commit.ts'
import { connect } from '../../db/connection.ts'
import { ContentDigest } from '../../db/digest.ts'
import { Records } from '../../db/records.ts'
import { vouchFor } from '../../db/well_formed.ts'
import { createWorkbook, openWorkbook, type Workbook } from '../../db/workbook.ts'
import { changeSetSchema, inverse, type ChangeSet } from '../../shared/model/change_set.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import type { Filing, Line } from '../../shared/model/filing.ts'
import { draftEdit, failure, filings, newPath, options, set } from './workbook_fixture.ts'

afterEach(() => vi.restoreAllMocks())

const LINES = 500

const line = (id: string, more: Partial<Line> = {}): Line => ({ id, label: id.toUpperCase(), kind: 'input', ...more })

function plan(): Filing {
  const income = filings()[1]!.schedules[0]!
  const lines = Array.from({ length: LINES }, (_, n) => line(`item_${n}`, n === 1 ? { parent: 'item_0' } : {}))
  const cells = lines.map(({ id }, n) => ({ schedule: 'income', line: id, column: 'fy', input: `${n}` }))
  return { id: 'plan', title: 'Plan', status: 'draft', schedules: [{ ...income, lines, cells }] }
}

function opened(path = newPath()): Workbook {
  return createWorkbook(path, [plan()], options({ backUpOnOpen: false }))
}

function cellEdit(n: number, before: string | null, after: string | null): Change {
  return { kind: 'cell', scenario: null, schedule: 'income', line: `item_${n}`, column: 'fy', before, after }
}

describe('the schema of change sets', () => {
  test('is asked of what nobody vouches for, and not of what it gave itself', () => {
    const workbook = opened()
    const given = changeSetSchema.parse(set('plan', cellEdit(0, '0', '7')))
    const spy = vi.spyOn(changeSetSchema, 'safeParse')
    vouchFor(given)
    workbook.commit(given)
    expect(spy).not.toHaveBeenCalled()
    workbook.commit(set('plan', cellEdit(0, '7', '8')))
    expect(spy).toHaveBeenCalledTimes(1)
    workbook.close()
  })

  test('refuses what is malformed, also where it is like one that was vouched for', () => {
    const workbook = opened()
    const given = changeSetSchema.parse(set('plan', cellEdit(0, '0', '7')))
    vouchFor(given)
    const malformed = { ...given, title: '' }
    expect(failure(() => workbook.commit(malformed)).kind).toBe('invalid')
    expect(failure(() => workbook.commit({} as ChangeSet)).kind).toBe('invalid')
    expect(workbook.read().number).toBe(1)
    workbook.close()
  })
})

/** What is read of a file while changes are applied to it: records one by one, and statements that read lists. */
function readingOf(path: string, changes: readonly Change[], isEdit = true): { records: number; lists: number } {
  const db = connect(path)
  const records = new Records(db, readHead(db)!.digest)
  // Known from acts before.
  records.places.orderOf('line', ['plan', 'income', 'any'])
  const gets = vi.spyOn(records, 'get')
  let lists = 0
  const counting = new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value
      return (sql: string) => {
        if (/SELECT .*definition FROM (line|schedule_column)/.test(sql)) lists += 1
        return target.prepare(sql)
      }
    },
  })
  applyChanges({ db: counting, records, filing: 'plan' }, changes, { isEdit, author: 'A. Controller' })
  const found = { records: gets.mock.calls.length, lists }
  db.close()
  return found
}

test('inputs that are what a change says are exchanged without being read', () => {
  const path = newPath()
  opened(path).close()
  const changes = Array.from({ length: 300 }, (_, n) => cellEdit(n, `${n}`, n % 2 === 0 ? `${n + 1}` : null))
  // The head of the filing, each line and its column.
  expect(readingOf(path, changes).records).toBeLessThanOrEqual(302)
  expect(readingOf(path, inverse(changes), false)).toEqual({ records: 1, lists: 0 })
})

test('a line that is put in, moved or renamed under names that lead somewhere is judged without reading the others', () => {
  const path = newPath()
  opened(path).close()
  const detail = line('detail', { parent: 'item_1' })
  const made: Change = {
    kind: 'line',
    schedule: 'income',
    line: 'detail',
    before: null,
    after: { definition: detail, at: 2 },
  }
  const renamed: Change = {
    ...made,
    before: { definition: detail, at: 2 },
    after: { definition: { ...detail, label: 'Other', parent: 'item_0' }, at: 0 },
  }
  for (const change of [made, renamed]) {
    const { records, lists } = readingOf(path, [change])
    expect(records).toBeLessThan(10)
    expect(lists).toBe(0)
  }
  const gone: Change = { ...renamed, before: renamed.after, after: null }
  // What is taken out may be named by others: they are read once, not before and after.
  expect(readingOf(path, [gone]).lists).toBe(2)
})

test('a commit of one edit writes four pages: its cell, the entry, the id of the entry and the head', () => {
  const path = newPath()
  const workbook = opened(path)
  const page = 4_096
  const written: number[] = []
  for (let n = 0; n < 40; n++) {
    const before = readFileSync(path)
    workbook.commit(set('plan', cellEdit(0, `${n}`, `${n + 1}`)))
    const after = readFileSync(path)
    let pages = 0
    for (let at = 0; at < after.length; at += page) {
      if (!after.subarray(at, at + page).equals(before.subarray(at, at + page))) pages += 1
    }
    written.push(pages)
  }
  // Where the log goes on to a new page, that and the pages that lead there are written too.
  expect(written.toSorted((a, b) => a - b)[20]).toBeLessThanOrEqual(4)
  workbook.close()
})

test('an input that is half of a character, or has a source, is exchanged as any other', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  const cell = { schedule: 'equity', line: 'total', column: 'opening', scenario: null }
  const completed: Change = { kind: 'cell', ...cell, before: null, after: '5', source: 'Form 10-K' }
  const { number } = workbook.commit(set('press_release', completed))
  workbook.undo(number)
  workbook.redo(number)
  expect(workbook.read().filings[0]!.filing.schedules[1]!.facts![0]!.source).toBe('Form 10-K')
  const half = failure(() => workbook.commit(set('plan', draftEdit('b', null, '\uD83D'))))
  expect(half.message).toMatch(/half of a character/)
  workbook.close()
  openWorkbook(path, options()).close()
})

test('the sum of the digest is that of the hashes as large numbers', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null))
  const record = fc.tuple(fc.boolean(), fc.array(value, { maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), fc.nat(40), (records, cut) => {
      let sum = 0n
      let digest = new ContentDigest()
      for (const [n, [isAdded, values]] of records.entries()) {
        // Gone on from its text, as from one transaction to the next.
        if (n === cut) digest = new ContentDigest(digest.toString())
        digest[isAdded ? 'add' : 'remove']('cell', values)
        const hashed = BigInt(
          `0x${createHash('sha256')
            .update(JSON.stringify(['cell', ...values]))
            .digest('hex')}`,
        )
        sum += isAdded ? hashed : -hashed
      }
      expect(BigInt(`0x${digest.toString()}`)).toBe(BigInt.asUintN(256, sum))
      expect(digest.toString()).toMatch(/^[0-9a-f]{64}$/)
    }),
  )
})
