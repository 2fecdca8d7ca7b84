/** Bringing an older file up to date: backup first, all or nothing; a newer file is refused by name of version. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backupFolder } from '../../db/file_names.ts'
import { MIGRATIONS } from '../../db/migrate.ts'
import type { Migration } from '../../db/migrate.ts'
import { createWorkbook, listBackups, openWorkbook } from '../../db/workbook.ts'
import { draftEdit, failure, filings, newPath, options, set } from './workbook_fixture.ts'

const second = (up: (db: Database.Database) => void): readonly Migration[] => [...MIGRATIONS, { needs: '0.3.0', up }]
const bookmarks = second((db) =>
  db.exec('CREATE TABLE bookmark (place TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID'),
)

function older(): string {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  workbook.close()
  return path
}

test('an older file is backed up, brought up to date and reads the same', () => {
  const path = older()
  const before = readFileSync(path)
  const first = openWorkbook(path, options({ backUpOnOpen: false }))
  const content = first.read()
  first.close()
  const workbook = openWorkbook(path, options({ migrations: bookmarks, productVersion: '0.3.0' }))
  expect(workbook.notices).toEqual([expect.stringMatching(/brought to the format/)])
  expect(workbook.read()).toEqual(content)
  expect(workbook.undo(2).number).toBe(3)
  workbook.close()
  const [backup] = listBackups(path)
  expect(backup?.number).toBe(2)
  expect(readFileSync(join(backupFolder(path), backup!.name))).toEqual(before)
  const again = openWorkbook(path, options({ migrations: bookmarks }))
  expect(again.notices).toEqual([])
  again.close()
})

test('a backup from before a migration can be restored and is brought up to date again', () => {
  const path = older()
  const workbook = openWorkbook(path, options({ migrations: bookmarks }))
  workbook.commit(set('plan', draftEdit('b', '5', '6')))
  workbook.restore(workbook.backups()[0]!.name)
  expect(workbook.read().number).toBe(2)
  workbook.close()
})

test.each([
  [
    'throws half way',
    second((db) => {
      db.exec("CREATE TABLE bookmark (a); DELETE FROM view_state; UPDATE cell SET input = '1'")
      throw new Error('half way')
    }),
  ],
  ['changes content behind the log', second((db) => void db.exec("UPDATE cell SET input = '1'"))],
  ['orphans a cell', second((db) => void db.exec("DELETE FROM line WHERE id = 'b'"))],
  [
    'makes other tables in an old file than in a new one',
    second((db) => {
      const old = db.prepare('SELECT count(*) FROM filing').pluck().get() !== 0
      db.exec(old ? 'CREATE TABLE bookmark (a)' : 'CREATE TABLE bookmark (b)')
    }),
  ],
])('a step that %s leaves the file untouched', (_, migrations) => {
  const path = older()
  const before = readFileSync(path)
  const refusal = failure(() => openWorkbook(path, options({ migrations })))
  expect(refusal).toMatchObject({ kind: 'refused' })
  expect(refusal.message).toMatch(/The workbook is unchanged, and a backup was made/)
  expect(readFileSync(path)).toEqual(before)
  const workbook = openWorkbook(path, options())
  expect(workbook.read().number).toBe(2)
  workbook.close()
})

test('a newer file is refused, names the version it needs, and stays as it is', () => {
  const path = newPath()
  createWorkbook(path, filings(), options({ migrations: bookmarks, productVersion: '0.3.3' })).close()
  const before = readFileSync(path)
  const newer = failure(() => openWorkbook(path, options()))
  expect(newer.kind).toBe('newer')
  expect(newer.message).toMatch(/needs version 0\.3\.0 or later; this is 0\.1\.0/)
  expect(readFileSync(path)).toEqual(before)
})
