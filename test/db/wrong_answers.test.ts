/** What an answer may say: of a foreign file, a flipped mark, a journal played back, an outcome that nobody knows, an older copy. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { backupFolder } from '../../db/file_names.ts'
import { createWorkbook, listBackups, openWorkbook, restoreBackup } from '../../db/workbook.ts'
import { draftEdit, failure, filings, newPath, options, rejection, set } from './workbook_fixture.ts'

function edited(...values: string[]): string {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  let before: string | null = null
  for (const value of values) {
    workbook.commit(set('plan', draftEdit('b', before, value)))
    before = value
  }
  workbook.close()
  openWorkbook(path, options({ now: () => new Date('2026-03-05T08:00:00Z') })).close()
  return path
}

/** Another program's database in the way of writing that leaves files beside it. */
function foreignAt(path: string): Buffer {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.exec('CREATE TABLE a (b); INSERT INTO a VALUES (1)')
  db.close()
  return readFileSync(path)
}

test("another program's database is not touched, by opening or by a copy to its place", async () => {
  const path = newPath()
  const before = foreignAt(path)
  const { mtimeMs } = statSync(path)
  expect(failure(() => openWorkbook(path, options())).message).toMatch(/another program.*Nothing in it was changed/)
  const workbook = createWorkbook(join(dirname(path), 'Own.tieout'), filings(), options({ backUpOnOpen: false }))
  expect((await rejection(workbook.copyTo(path))).message).toMatch(/database of another program.*left unchanged/)
  workbook.close()
  expect(readFileSync(path)).toEqual(before)
  expect(statSync(path).mtimeMs).toBe(mtimeMs)
  expect(readdirSync(dirname(path)).sort()).toEqual(['Books.tieout', 'Own.tieout'])
})

const APPLICATION_ID_AT = 68
const VERSION_AT = 60

test.each([
  ['the mark of the program', APPLICATION_ID_AT, /its mark is not that of a workbook/],
  ['the version, as if a newer program had written it', VERSION_AT, /its version mark is not the one/],
])('a flipped bit in %s offers the backups', (_, at, message) => {
  const path = edited('5')
  const bytes = readFileSync(path)
  bytes[at]! ^= 0x40
  writeFileSync(path, bytes)
  const found = failure(() => openWorkbook(path, options({ productVersion: '9.9.9' })))
  expect([found.kind, found.message]).toEqual(['damaged', expect.stringMatching(message)])
  expect(found.backup).toBe(listBackups(path)[0]!.name)
  expect(readFileSync(path)).toEqual(bytes)
  restoreBackup(path, found.backup!, options())
  openWorkbook(path, options()).close()
})

const HALF_WAY = `
import Database from 'better-sqlite3'
const db = new Database(process.argv[1])
db.pragma('cache_spill = ON'); db.pragma('cache_size = 1')
db.exec("BEGIN; CREATE TABLE filler (a); INSERT INTO filler SELECT randomblob(3000) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT i FROM n)")
process.stdout.write('written\\n')
setInterval(() => undefined, 1000)
`

/** Leaves a file as a program does that was killed in the middle of writing: with a journal that is to be played back. */
async function interrupt(path: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HALF_WAY, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '..', '..'),
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('an interrupted change is taken back on opening, and a refusal after that says so', async () => {
  const path = edited('5')
  const whole = openWorkbook(path, options()).close()
  expect(whole).toBeUndefined()
  await interrupt(path)
  expect(existsSync(`${path}-journal`)).toBe(true)
  const journal = readFileSync(`${path}-journal`)
  const copy = join(dirname(path), 'Copy.tieout')
  copyFileSync(path, copy)
  writeFileSync(`${copy}-journal`, journal)
  // As it stands, the workbook opens and goes on from the last change stored.
  const opened = openWorkbook(path, options())
  expect(opened.read().number).toBe(2)
  opened.close()
  expect(existsSync(`${path}-journal`)).toBe(false)
  // With damage beside it, it is not true that nothing was changed.
  const bytes = readFileSync(copy)
  const at = bytes.indexOf('"Termination fee"')
  bytes.write('"Termination Fee"', at)
  writeFileSync(copy, bytes)
  const found = failure(() => openWorkbook(copy, options()))
  expect(found.kind).toBe('damaged')
  expect(found.message).not.toMatch(/Nothing in it was changed/)
  expect(found.message).toMatch(/interrupted change was undone.*nothing else was changed/)
})

test('a spent journal that a killed program left is removed when the workbook is closed', async () => {
  const path = edited('5')
  writeFileSync(`${path}-journal`, Buffer.alloc(4_616))
  openWorkbook(path, options()).close()
  expect(readdirSync(dirname(path)).sort()).toEqual(['Books.tieout', 'Books.tieout-backups'])
})

test('files that an ended program left half written go at the next opening; those of a running one stay', () => {
  const path = edited('5')
  const dead = 4_194_303
  const folder = dirname(path)
  const left = [`Books.tieout.${dead}-0123456789ab.partial`, `Copy.tieout.${dead}-0123456789ab.partial-journal`]
  const live = `Books.tieout.${process.ppid}-0123456789ab.partial`
  for (const name of [...left, live, 'mine.partial']) writeFileSync(join(folder, name), 'x')
  writeFileSync(join(backupFolder(path), `Books.tieout.${dead}-0123456789ab.partial`), 'x')
  const workbook = openWorkbook(path, options())
  workbook.prepareBackups()
  workbook.close()
  expect(readdirSync(folder).sort()).toEqual(['Books.tieout', live, 'Books.tieout-backups', 'mine.partial'].sort())
  expect(readdirSync(backupFolder(path)).filter((name) => name.endsWith('.partial'))).toEqual([])
})

function unreadable(): never {
  throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ')
}

test('where the file cannot be asked after a failed write, the outcome is unknown', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  const change = set('plan', draftEdit('b', null, '5'))
  // A disk that goes away in the middle: writing fails, and so does reading afterwards.
  const real = Object.getOwnPropertyDescriptor(Database.prototype, 'prepare')!.value as (sql: string) => never
  const broken = vi.spyOn(Database.prototype, 'prepare')
  broken.mockImplementation(function prepare(this: Database.Database, sql: string) {
    if (sql.startsWith('INSERT INTO change_set')) broken.mockImplementation(unreadable)
    return real.call(this, sql)
  })
  const found = failure(() => workbook.commit(change))
  broken.mockRestore()
  expect([found.kind, found.message]).toEqual(['unknown', expect.stringMatching(/still open whether/)])
  expect(found.message).not.toMatch(/not stored/)
  workbook.close()
})

test('an older copy put in the place of the workbook is noticed, until it goes another way', () => {
  const path = edited('5')
  const older = readFileSync(path)
  const workbook = openWorkbook(path, options())
  expect(workbook.notices).toEqual([])
  workbook.commit(set('plan', draftEdit('b', '5', '6')))
  workbook.close()
  openWorkbook(path, options({ now: () => new Date('2026-03-06T08:00:00Z') })).close()
  writeFileSync(path, older)
  const opened = openWorkbook(path, options())
  expect(opened.notices).toEqual([
    expect.stringMatching(/ends at change 2, and a backup of 2026-03-06 08:00 UTC goes on to change 3/),
  ])
  // Going on from here makes it another line of work, of which the backup tells nothing.
  opened.commit(set('plan', draftEdit('b', '5', '7')))
  opened.close()
  const after = openWorkbook(path, options())
  expect(after.notices).toEqual([])
  after.close()
})

test('the advice after damage names the backup with the most changes, whatever the clock said', () => {
  const path = edited('5')
  const clocked = (time: string, before: string, value: string) => {
    const workbook = openWorkbook(path, options({ now: () => new Date(time) }))
    workbook.commit(set('plan', draftEdit('b', before, value)))
    workbook.close()
    openWorkbook(path, options({ now: () => new Date(time) })).close()
  }
  clocked('2036-01-01T00:00:00Z', '5', '6')
  clocked('2026-03-05T09:00:00Z', '6', '7')
  clocked('1999-12-31T23:59:59Z', '7', '8')
  expect(listBackups(path).map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
  writeFileSync(path, '')
  expect(failure(() => openWorkbook(path, options())).message).toMatch(/holds change 5, of 1999-12-31/)
})
