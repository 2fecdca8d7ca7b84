/** Backups on opening and on request, restoring one, and copies elsewhere. */
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backupFolder } from '../../db/file_names.ts'
import { createWorkbook, listBackups, openWorkbook, restoreBackup } from '../../db/workbook.ts'
import { draftEdit, failure, filings, newPath, options, rejection, set, wholeLog } from './workbook_fixture.ts'

const clock = (time: string) => ({ now: () => new Date(time) })

test('opening makes a backup only when something changed since the newest', async () => {
  const path = newPath()
  createWorkbook(path, filings(), options(clock('2026-03-04T12:00:00Z'))).close()
  expect(listBackups(path)).toMatchObject([{ number: 1, time: '2026-03-04T12:00:00.000Z' }])
  const workbook = openWorkbook(path, options(clock('2026-03-05T12:00:00Z')))
  expect(workbook.backups()).toHaveLength(1)
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  workbook.close()
  const again = openWorkbook(path, options(clock('2026-03-06T07:08:09Z')))
  const [newest] = again.backups()
  expect(newest?.name).toMatch(/^Books 2026-03-06 070809 UTC change 2 [0-9a-f]{8}\.tieout$/)
  expect(newest).toMatchObject({ number: 2, time: '2026-03-06T07:08:09.000Z' })
  expect(newest?.bytes).toBe(readFileSync(join(backupFolder(path), newest!.name)).length)
  expect(await again.backUp()).toBeNull()
  again.close()
})

test('a backup is a workbook of its own', async () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  const backup = (await workbook.backUp())!
  const copy = openWorkbook(join(backupFolder(path), backup.name), options({ backUpOnOpen: false }))
  expect(copy.read()).toEqual(workbook.read())
  expect(wholeLog(copy)).toBe(wholeLog(workbook))
  copy.close()
  workbook.close()
})

test('backups are thinned as time goes on; other files in the folder are left alone', async () => {
  const path = newPath()
  let minute = 0
  const start = Date.parse('2026-03-04T12:00:00Z')
  const workbook = createWorkbook(path, filings(), options({ now: () => new Date(start + minute * 60_000) }))
  writeFileSync(join(backupFolder(path), 'mine.tieout'), 'x')
  writeFileSync(join(backupFolder(path), 'Books.tieout.0123456789ab.partial'), 'x')
  let value: string | null = null
  for (; minute < 14;) {
    minute += 1
    workbook.commit(set('plan', draftEdit('b', value, `${minute}`)))
    value = `${minute}`
    await workbook.backUp()
  }
  expect(workbook.backups().map((backup) => backup.number)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6])
  expect(readdirSync(backupFolder(path))).toHaveLength(11)
  expect(existsSync(join(backupFolder(path), 'mine.tieout'))).toBe(true)
  workbook.close()
})

test('restoring goes back, keeps the replaced file, and goes on', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  const first = workbook.backups()[0]!.name
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  const { kept } = workbook.restore(first)
  expect(kept).toBe(join(dirname(path), 'Books replaced 2026-03-04 120000.tieout'))
  expect(workbook.read()).toMatchObject({ number: 1, undo: null })
  workbook.commit(set('plan', draftEdit('b', null, '7')))
  const replaced = openWorkbook(kept, options({ backUpOnOpen: false }))
  expect(replaced.read().filings[1]?.filing.schedules[0]?.cells).toContainEqual({
    schedule: 'income',
    line: 'b',
    column: 'fy',
    input: '5',
  })
  replaced.close()
  expect(workbook.restore(first).kept).toMatch(/120000 2\.tieout$/)
  expect(failure(() => workbook.restore('gone')).kind).toBe('refused')
  expect(workbook.read().number).toBe(1)
  workbook.close()
})

test('the journal of the replaced file goes with it', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  const { name } = workbook.backups()[0]!
  workbook.close()
  writeFileSync(path, 'no database any more')
  writeFileSync(`${path}-journal`, 'its journal')
  const { kept } = restoreBackup(path, name, options())
  expect(readFileSync(`${kept}-journal`, 'utf8')).toBe('its journal')
  expect(existsSync(`${path}-journal`)).toBe(false)
  openWorkbook(path, options()).close()
})

test('a workbook reached through a link is restored where it is, and the link stays', () => {
  const path = newPath()
  createWorkbook(path, filings(), options({ backUpOnOpen: false })).close()
  const link = join(dirname(path), 'Linked.tieout')
  symlinkSync(path, link)
  const workbook = openWorkbook(link, options())
  const { name } = workbook.backups()[0]!
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  workbook.restore(name)
  workbook.close()
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  const restored = openWorkbook(path, options())
  expect(restored.read().number).toBe(1)
  restored.close()
})

test('a workbook that is gone is restored all the same', () => {
  const path = newPath()
  createWorkbook(path, filings(), options()).close()
  const { name } = listBackups(path)[0]!
  const moved = newPath()
  mkdirSync(backupFolder(moved))
  writeFileSync(join(backupFolder(moved), name), readFileSync(join(backupFolder(path), name)))
  restoreBackup(moved, name, options())
  const workbook = openWorkbook(moved, options())
  expect(workbook.read().filings).toHaveLength(2)
  workbook.close()
})

test('a copy is a workbook of its own, in the place of a closed file', async () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  const to = join(dirname(path), 'Copy.tieout')
  writeFileSync(to, 'something else')
  await workbook.copyTo(to)
  workbook.commit(set('plan', draftEdit('b', '5', '6')))
  const copy = openWorkbook(to, options({ backUpOnOpen: false }))
  expect(copy.read().number).toBe(2)
  expect((await rejection(workbook.copyTo(to))).kind).toBe('locked')
  copy.close()
  await workbook.copyTo(to)
  workbook.close()
})

test('a copy onto the open workbook is refused, also under another name', async () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  const other = join(dirname(path), 'Other.tieout')
  linkSync(path, other)
  expect((await rejection(workbook.copyTo(path))).kind).toBe('refused')
  expect((await rejection(workbook.copyTo(other))).kind).toBe('refused')
  expect((await rejection(workbook.copyTo(join(path, 'x')))).kind).toBe('storage')
  writeFileSync(join(dirname(path), 'Stray.tieout-journal'), 'x')
  expect((await rejection(workbook.copyTo(join(dirname(path), 'Stray.tieout')))).kind).toBe('refused')
  expect(workbook.commit(set('plan', draftEdit('b', null, '5'))).number).toBe(2)
  workbook.close()
})
