/** A flipped digit, a cut tail, a truncated or foreign file: found on opening, answered with a backup, left as it is. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupFolder } from '../../db/file_names.ts'
import { createWorkbook, listBackups, openWorkbook, restoreBackup } from '../../db/workbook.ts'
import {
  draftEdit,
  failure,
  filings,
  named,
  newPath,
  options,
  provisionEdit,
  scenarioEdit,
  set,
  wholeLog,
} from './workbook_fixture.ts'

/** A closed workbook with a scenario and some edits, and one backup of its last state. */
function edited(): string {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  workbook.commit(
    set('press_release', scenarioEdit('test', null, named('Test')), provisionEdit('test', null, '799446')),
  )
  workbook.commit(set('plan', draftEdit('b', null, '4711')))
  workbook.commit(set('plan', draftEdit('b', '4711', '4712')))
  workbook.commit(set('plan', draftEdit('a', '= b * 2', '99')))
  workbook.close()
  openWorkbook(path, options()).close()
  return path
}

function replaceBytes(path: string, from: string, to: string): void {
  const bytes = readFileSync(path)
  const at = bytes.indexOf(from)
  if (at < 0 || from.length !== to.length) throw new Error('No such bytes')
  bytes.write(to, at)
  writeFileSync(path, bytes)
}

test.each([
  ['an input as filed', 'q3789445', 'q3789446', /an input or a definition/],
  ['an input of a scenario', 'q3799446', 'q3799445', /an input or a definition/],
  ['a definition', '"Termination fee"', '"Termination Fee"', /an input or a definition/],
  ['a fact', '"perSource":"-788195"', '"perSource":"-788196"', /an input or a definition/],
  ['an entry of the log', '"after":"4711"', '"after":"4713"', /entry 3 of the change log/],
  ['a trigger', 'is never changed', 'is never Changed', /tables are not those/],
])('one character flipped in %s is found', (_, from, to, message) => {
  const path = edited()
  replaceBytes(path, from, to)
  const flipped = readFileSync(path)
  const found = failure(() => openWorkbook(path, options()))
  expect(found.kind).toBe('damaged')
  expect(found.message).toMatch(message)
  expect(found.backup).toBe(listBackups(path)[0]?.name)
  expect(found.message).toMatch(/newest good backup holds change 5, of 2026-03-04 12:00 UTC/)
  expect(readFileSync(path)).toEqual(flipped)
})

test('any bit flipped anywhere is found or harmless: what opens reads as stored', () => {
  const path = edited()
  const healthy = readFileSync(path)
  const workbook = openWorkbook(path, options())
  const content = workbook.read()
  const log = wholeLog(workbook)
  workbook.close()
  fc.assert(
    fc.property(fc.oneof(fc.nat(799), fc.nat(healthy.length * 8 - 1)), (bit) => {
      const bytes = Buffer.from(healthy)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      const copy = newPath()
      writeFileSync(copy, bytes)
      try {
        const opened = openWorkbook(copy, options({ backUpOnOpen: false }))
        try {
          expect(opened.read()).toEqual(content)
          expect(wholeLog(opened)).toBe(log)
        } finally {
          opened.close()
        }
      } catch (error) {
        expect(error).toMatchObject({ name: 'WorkbookFailure' })
      }
    }),
    { numRuns: 300 },
  )
})

/** Changes a file as another program could that switches all safeguards off. */
function tamper(path: string, sql: string): void {
  const db = new Database(path)
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  db.pragma('foreign_keys = OFF')
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
}

test.each([
  ['the last entry cut off', 'DELETE FROM change_set WHERE number = 5', /ends at entry 4 of 5/],
  ['two entries cut off', 'DELETE FROM change_set WHERE number > 3', /ends at entry 3 of 5/],
  [
    'the tail and the head cut off',
    `DELETE FROM change_set WHERE number = 5;
     UPDATE log_head SET number = 4, hash = (SELECT hash FROM change_set WHERE number = 4), digest = (SELECT digest FROM change_set WHERE number = 4)`,
    /an input or a definition/,
  ],
  [
    'an entry taken out of the middle',
    'DELETE FROM change_set WHERE number = 3',
    /entry 3 of the change log is missing/,
  ],
  ['an author changed', "UPDATE change_set SET author = 'B' WHERE number = 2", /entry 2 of the change log/],
  ['the head gone', 'DELETE FROM log_head', /head of the change log is missing/],
  ['the head elsewhere', 'UPDATE log_head SET digest = hash', /head of the change log does not match/],
  ['a cell added', "INSERT INTO cell VALUES ('plan', 'income', 'b', 'fx', '1', NULL)", /an input or a definition/],
  ['a scenario renamed', "UPDATE scenario SET name = 'Text'", /an input or a definition/],
  [
    'two inputs exchanged',
    "UPDATE cell SET input = iif(line = 'a', '4712', '99') WHERE filing = 'plan'",
    /an input or a definition/,
  ],
  ['a table added', 'CREATE TABLE more (a)', /tables are not those/],
])('with %s the file is damaged', (_, sql, message) => {
  const path = edited()
  tamper(path, sql)
  const found = failure(() => openWorkbook(path, options()))
  expect([found.kind, found.message]).toEqual(['damaged', expect.stringMatching(message)])
})

test.each([
  ['half a file', (path: string) => truncateSync(path, 40_000)],
  // Up to within what is written: the rest of the last page is nil, and nothing is lost with it.
  ['part of a page', (path: string) => truncateSync(path, readFileSync(path).findLastIndex((byte) => byte !== 0) - 40)],
  ['one page less', (path: string) => truncateSync(path, readFileSync(path).length - 4096)],
  ['an empty file', (path: string) => truncateSync(path, 0)],
  ['no database', (path: string) => writeFileSync(path, 'schedule,line,column\n'.repeat(900))],
  ['one byte', (path: string) => writeFileSync(path, 'x')],
  ['one page of another kind', (path: string) => writeFileSync(path, 'x'.repeat(4_096))],
])('%s is damaged; the backup is named and restores it, the damaged file is kept', (_, spoil) => {
  const path = edited()
  spoil(path)
  const spoilt = readFileSync(path)
  const found = failure(() => openWorkbook(path, options()))
  expect(found.kind).toBe('damaged')
  expect(readFileSync(path)).toEqual(spoilt)
  const { kept } = restoreBackup(path, found.backup!, options())
  expect(readFileSync(kept)).toEqual(spoilt)
  expect(kept).toMatch(/Books replaced 2026-03-04 120000\.tieout$/)
  const workbook = openWorkbook(path, options())
  expect(workbook.read().number).toBe(5)
  workbook.close()
})

test('a damaged backup is passed over for an older good one, and never restored', () => {
  const path = edited()
  const later = openWorkbook(path, options({ now: () => new Date('2026-03-05T08:00:00Z') }))
  later.commit(set('plan', draftEdit('b', '4712', '4713')))
  later.close()
  openWorkbook(path, options({ now: () => new Date('2026-03-05T08:00:00Z') })).close()
  const [newest, older] = listBackups(path)
  truncateSync(join(backupFolder(path), newest!.name), 8_192)
  truncateSync(path, 8_192)
  expect(failure(() => openWorkbook(path, options())).backup).toBe(older?.name)
  const before = readFileSync(path)
  expect(failure(() => restoreBackup(path, newest!.name, options()))).toMatchObject({ kind: 'damaged' })
  expect(failure(() => restoreBackup(path, '../Books.tieout', options())).kind).toBe('refused')
  expect(readFileSync(path)).toEqual(before)
})

test('without a good backup the answer says so', () => {
  const path = newPath()
  createWorkbook(path, [], options({ backUpOnOpen: false })).close()
  truncateSync(path, 0)
  const found = failure(() => openWorkbook(path, options()))
  expect([found.backup, found.message]).toEqual([null, expect.stringMatching(/There is no backup beside it/)])
})

test("another program's database is refused and stays as it is", () => {
  const path = newPath()
  const db = new Database(path)
  db.exec('CREATE TABLE a (b); INSERT INTO a VALUES (1)')
  db.close()
  const before = readFileSync(path)
  expect(failure(() => openWorkbook(path, options()))).toMatchObject({ kind: 'refused' })
  expect(readFileSync(path)).toEqual(before)
})
