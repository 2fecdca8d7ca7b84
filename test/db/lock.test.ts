/** One opener at a time, told at once; the settings that make a commit durable are in force. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { connect, settingsOf } from '../../db/connection.ts'
import { createWorkbook, openWorkbook, restoreBackup } from '../../db/workbook.ts'
import { failure, filings, newPath, options } from './workbook_fixture.ts'

const OPENER = fileURLToPath(import.meta.resolve('./opening_child.ts'))
const LOCKED = 'The workbook is open in another window or program. Close it there, then open it again.'

test('the settings in force', () => {
  const path = newPath()
  createWorkbook(path, [], options()).close()
  const db = connect(path)
  expect(settingsOf(db)).toEqual({
    locking_mode: 'exclusive',
    journal_mode: 'delete',
    synchronous: 3,
    fullfsync: 1,
    foreign_keys: 1,
    recursive_triggers: 1,
    cell_size_check: 1,
    trusted_schema: 0,
    ignore_check_constraints: 0,
    temp_store: 2,
    mmap_size: 0,
    cache_size: -65_536,
  })
  expect(db.pragma('busy_timeout', { simple: true })).toBe(0)
  db.close()
})

test('a second opener in the same process is told at once, and the first goes on', () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  expect(failure(() => openWorkbook(path, options()))).toMatchObject({ kind: 'locked', message: LOCKED })
  expect(failure(() => restoreBackup(path, workbook.backups()[0]!.name, options())).kind).toBe('locked')
  workbook.remember({ theme: 'dark' })
  workbook.close()
  openWorkbook(path, options()).close()
})

test('a second opener in another process is told at once, before and after a write', async () => {
  const path = newPath()
  const workbook = createWorkbook(path, filings(), options())
  const opener = () => execFileSync(process.execPath, [OPENER, path], { encoding: 'utf8' })
  expect(opener()).toBe('locked\n')
  workbook.remember({ theme: 'dark' })
  await workbook.backUp()
  await workbook.copyTo(`${path} copy.tieout`)
  expect(opener()).toBe('locked\n')
  workbook.close()
  expect(opener()).toBe('opened 1\n')
})

test('a workbook held by another process is refused here until that one ends, however it ends', async () => {
  const path = newPath()
  createWorkbook(path, filings(), options()).close()
  const holder = spawn(process.execPath, [OPENER, path, 'hold'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  const held = readFileSync(path)
  expect(failure(() => openWorkbook(path, options())).kind).toBe('locked')
  expect(failure(() => createWorkbook(path, [], options())).kind).toBe('refused')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const workbook = openWorkbook(path, options())
  expect(workbook.read().number).toBe(1)
  workbook.close()
  expect(readFileSync(path)).toEqual(held)
})
