/** A commit that cannot be written fails whole, says so, and the workbook goes on. */
import { mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { backupFolder } from '../../db/file_names.ts'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import { draftEdit, failure, filings, newPath, options, set } from './workbook_fixture.ts'

const long = 'x'.repeat(9_000)

test('full disk: the commit fails whole, what is stored stays, smaller edits go on', () => {
  const path = newPath()
  createWorkbook(path, filings(), options()).close()
  const workbook = openWorkbook(path, options({ maximumPages: 1 }))
  const before = workbook.read()
  const big = set('plan', draftEdit('b', null, '5'), draftEdit('a', '= b * 2', `="${long}"`))
  const full = failure(() => workbook.commit(big))
  expect(full.kind).toBe('storage')
  expect(full.message).toBe(
    'The disk is full. The change was not stored; everything saved before it is safe. Free some space, then make the change again.',
  )
  expect(workbook.outcome(big.id)).toBeNull()
  expect(workbook.read()).toEqual(before)
  workbook.commit(set('plan', draftEdit('b', null, '5')))
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.read().number).toBe(2)
  expect(again.commit({ ...big, changes: [draftEdit('a', '= b * 2', `="${long}"`)] }).number).toBe(3)
  again.close()
})

test('full disk in the middle of undo: the edit still stands and can be undone later', () => {
  const path = newPath()
  const first = createWorkbook(path, filings(), options())
  const edit = set('plan', draftEdit('b', null, long))
  first.commit(edit)
  first.commit(set('plan', draftEdit('b', long, null)))
  first.close()
  const workbook = openWorkbook(path, options({ maximumPages: 1 }))
  const before = workbook.read()
  expect(failure(() => workbook.undo(3)).kind).toBe('storage')
  expect(workbook.read()).toEqual(before)
  workbook.close()
  const again = openWorkbook(path, options())
  expect(again.undo(3)).toMatchObject({ number: 4, undo: { number: 2 }, redo: { number: 3 } })
  again.close()
})

test('unwritable: every write fails with what is safe, and works again when the obstacle is gone', () => {
  const path = newPath()
  createWorkbook(path, filings(), options()).close()
  const workbook = openWorkbook(path, options())
  mkdirSync(`${path}-journal`)
  const act = set('plan', draftEdit('b', null, '5'))
  const failed = failure(() => workbook.commit(act))
  expect(failed.kind).toBe('storage')
  expect(failed.message).toMatch(
    /^The file could not be written\. The change was not stored; everything saved before it is safe\./,
  )
  expect(failure(() => workbook.remember({ theme: 'dark' })).kind).toBe('storage')
  expect(workbook.read().number).toBe(1)
  expect(workbook.outcome(act.id)).toBeNull()
  rmdirSync(`${path}-journal`)
  expect(workbook.commit(act).number).toBe(2)
  workbook.close()
  openWorkbook(path, options()).close()
})

test('a workbook that cannot be created leaves nothing behind', () => {
  const path = newPath()
  writeFileSync(`${path}-journal`, 'of an earlier file')
  expect(failure(() => createWorkbook(path, filings(), options())).message).toMatch(/journal of an earlier workbook/)
  expect(readdirSync(dirname(path))).toEqual(['Books.tieout-journal'])
  const nowhere = failure(() => createWorkbook(`${path}/no/Books.tieout`, filings(), options()))
  expect(nowhere.kind).toBe('storage')
})

test('opening what is not there or is a folder says so', () => {
  const path = newPath()
  const absent = failure(() => openWorkbook(path, options()))
  expect(absent.kind).toBe('missing')
  expect(absent.message).toMatch(/^The workbook is not there/)
  expect(failure(() => openWorkbook(dirname(path), options())).kind).toBe('refused')
})

test('a backup that cannot be made does not keep the workbook closed', () => {
  const path = newPath()
  createWorkbook(path, filings(), options({ backUpOnOpen: false })).close()
  writeFileSync(backupFolder(path), 'in the way')
  const workbook = openWorkbook(path, options())
  expect(workbook.notices).toEqual([expect.stringMatching(/^No backup could be made on opening\./)])
  expect(workbook.commit(set('plan', draftEdit('b', null, '5'))).number).toBe(2)
  workbook.close()
})
