/** The file under the program: deleted, replaced, moved, written over or only touched while it is open. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StandingFile } from '../../db/standing_file.ts'
import { createWorkbook, openWorkbook, type Workbook } from '../../db/workbook.ts'
import { draftEdit, failure, filings, newPath, options, rejection, set } from './workbook_fixture.ts'

const OPENER = fileURLToPath(import.meta.resolve('./opening_child.ts'))

function edited(path = newPath()): Workbook {
  const workbook = createWorkbook(path, filings(), options())
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  return workbook
}

const another = (workbook: Workbook): string => join(dirname(workbook.path), 'Another.tieout')

/** What another program writes there, and what the person is told. */
const TAKEN: [string, 'gone' | 'displaced', RegExp, (workbook: Workbook) => void][] = [
  ['deleted', 'gone', /deleted, moved or renamed/, ({ path }) => rmSync(path)],
  ['moved away', 'gone', /deleted, moved or renamed/, (workbook) => renameSync(workbook.path, another(workbook))],
  [
    'gone with its folder',
    'gone',
    /deleted, moved or renamed/,
    ({ path }) => rmSync(dirname(path), { recursive: true }),
  ],
  [
    'replaced by another workbook',
    'displaced',
    /another file was put there/,
    (workbook) => {
      createWorkbook(another(workbook), [], options({ backUpOnOpen: false })).close()
      renameSync(another(workbook), workbook.path)
    },
  ],
  ['written over with text', 'displaced', /written over/, ({ path }) => writeFileSync(path, 'x'.repeat(50_000))],
  ['cut to nothing', 'displaced', /written over/, ({ path }) => writeFileSync(path, '')],
  [
    'written over with another workbook',
    'displaced',
    /written over/,
    (workbook) => {
      createWorkbook(another(workbook), [], options({ backUpOnOpen: false })).close()
      writeFileSync(workbook.path, readFileSync(another(workbook)))
    },
  ],
]

test.each(TAKEN)('%s: every write is refused, and all that was saved can be copied', async (_, kind, what, take) => {
  const workbook = edited()
  const content = workbook.read()
  take(workbook)
  const found = existsSync(workbook.path) ? readFileSync(workbook.path) : null
  for (const write of [
    () => workbook.commit(set('plan', draftEdit('b', '5', '6'))),
    () => workbook.undo(2),
    () => workbook.remember({ theme: 'dark' }),
  ]) {
    const refusal = failure(write)
    expect([refusal.kind, refusal.message]).toEqual([kind, expect.stringMatching(what)])
    expect(refusal.message).toMatch(/up to change 2 is still held .* save a copy/)
  }
  expect(workbook.read()).toEqual(content)
  const to = newPath()
  await workbook.copyTo(to)
  workbook.close()
  // What stands at the place now is not ours, and stays as it is.
  expect(existsSync(workbook.path) ? readFileSync(workbook.path) : null).toEqual(found)
  const copy = openWorkbook(to, options())
  expect(copy.read()).toEqual(content)
  copy.close()
})

test('a file that comes back takes edits again', () => {
  const workbook = edited()
  const away = another(workbook)
  renameSync(workbook.path, away)
  expect(failure(() => workbook.commit(set('plan', draftEdit('b', '5', '6')))).kind).toBe('gone')
  renameSync(away, workbook.path)
  expect(workbook.commit(set('plan', draftEdit('b', '5', '6'))).number).toBe(3)
  workbook.close()
  const again = openWorkbook(workbook.path, options())
  expect(again.read().number).toBe(3)
  again.close()
})

test('another file that came in the middle of a write is not taken for the workbook', () => {
  const workbook = edited()
  const db = new Database(newPath())
  const standing = new StandingFile(workbook.path, db)
  renameSync(workbook.path, another(workbook))
  standing.leave()
  expect(standing.displacement()).toBe('gone')
  writeFileSync(workbook.path, 'of somebody else')
  standing.leave()
  expect(standing.displacement()).toBe('replaced')
  db.close()
  workbook.close()
})

test('a file that was only touched is the same file, and stays locked', () => {
  const workbook = edited()
  utimesSync(workbook.path, new Date(), new Date(Date.now() + 60_000))
  expect(workbook.commit(set('plan', draftEdit('b', '5', '6'))).number).toBe(3)
  expect(execFileSync(process.execPath, [OPENER, workbook.path], { encoding: 'utf8' })).toBe('locked\n')
  workbook.close()
  openWorkbook(workbook.path, options()).close()
})

test('a file that was written over with its own bytes is the same file', () => {
  const workbook = edited()
  const bytes = readFileSync(workbook.path)
  writeFileSync(workbook.path, bytes)
  expect(workbook.commit(set('plan', draftEdit('b', '5', '6'))).number).toBe(3)
  workbook.close()
  const again = openWorkbook(workbook.path, options())
  expect(again.read().number).toBe(3)
  again.close()
})

test('what is held is written to its place again only by name, and over nobody', async () => {
  const workbook = edited()
  rmSync(workbook.path)
  await workbook.copyTo(workbook.path)
  expect(failure(() => workbook.commit(set('plan', draftEdit('b', '5', '6')))).kind).toBe('displaced')
  workbook.close()
  const again = openWorkbook(workbook.path, options())
  expect(again.read().number).toBe(2)
  again.close()
})

test('a copy is refused where a workbook is held, a journal waits, or another program keeps its data', async () => {
  const workbook = edited()
  const folder = dirname(workbook.path)
  const held = createWorkbook(join(folder, 'Held.tieout'), [], options())
  expect((await rejection(workbook.copyTo(held.path))).kind).toBe('locked')
  held.close()
  writeFileSync(`${held.path}-journal`, 'of an interrupted change')
  const waiting = readFileSync(held.path)
  expect((await rejection(workbook.copyTo(held.path))).message).toMatch(/journal of an earlier file/)
  expect(readFileSync(held.path)).toEqual(waiting)
  rmSync(`${held.path}-journal`)
  await workbook.copyTo(held.path)
  const copy = openWorkbook(held.path, options())
  expect(copy.read().number).toBe(2)
  copy.close()
  mkdirSync(join(folder, 'A folder.tieout'))
  expect((await rejection(workbook.copyTo(join(folder, 'A folder.tieout')))).kind).toBe('refused')
  workbook.close()
})

test('edits go on while a copy or a backup is made, and are in it or come after it', async () => {
  const workbook = edited()
  const to = join(dirname(workbook.path), 'Copy.tieout')
  const copying = workbook.copyTo(to)
  const backingUp = workbook.backUp()
  let value = '5'
  for (let edit = 0; edit < 20; edit++) {
    workbook.commit(set('plan', draftEdit('b', value, `${100 + edit}`)))
    value = `${100 + edit}`
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all([copying, backingUp])
  const backup = (await backingUp)!
  workbook.close()
  const copy = openWorkbook(to, options())
  const { number } = copy.read()
  expect(number).toBeGreaterThanOrEqual(2)
  expect(number).toBeLessThanOrEqual(22)
  copy.close()
  expect(backup.number).toBeGreaterThanOrEqual(2)
  expect(statSync(to).size).toBeGreaterThan(0)
})

test('a backup that a closing interrupts leaves nothing and is no failure', async () => {
  const workbook = edited()
  copyFileSync(workbook.path, another(workbook))
  const backingUp = workbook.backUp()
  workbook.close()
  expect(await backingUp).toBeNull()
})
