/** Names that are long, alike or led in circles by links; and who may read what is made. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupFolder, LONGEST_WORKBOOK_NAME, shortStem } from '../../db/file_names.ts'
import { createWorkbook, listBackups, openWorkbook, restoreBackup } from '../../db/workbook.ts'
import { draftEdit, failure, filings, newPath, options, rejection, set } from './workbook_fixture.ts'

const beside = (path: string, name: string): string => join(dirname(path), name)

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('names', () => {
  test.each([
    ['of 200 bytes', `${'b'.repeat(193)}.tieout`],
    ['as long as it may be', `${'b'.repeat(LONGEST_WORKBOOK_NAME - 7)}.tieout`],
    ['of characters of several bytes', `${'é👩‍👩‍👧'.repeat(9)}.tieout`],
  ])('%s: made, edited, backed up, copied and restored', async (_, name) => {
    const path = beside(newPath(), name)
    const workbook = createWorkbook(path, filings(), options())
    workbook.commit(set('plan', draftEdit('b', null, '5')))
    const backup = (await workbook.backUp())!
    expect(backup.number).toBe(2)
    await workbook.copyTo(beside(path, `c${name.slice(1)}`))
    workbook.commit(set('plan', draftEdit('b', '5', '6')))
    const { kept } = workbook.restore(backup.name)
    workbook.close()
    openWorkbook(kept, options({ backUpOnOpen: false })).close()
    const again = openWorkbook(path, options())
    expect(again.read().number).toBe(2)
    again.close()
  })

  test('that leave no room for a journal are refused with what to do, before anything is made', async () => {
    const path = newPath()
    const workbook = createWorkbook(path, filings(), options())
    const long = beside(path, `${'b'.repeat(LONGEST_WORKBOOK_NAME - 6)}.tieout`)
    const plain = /too long: it takes \d+ bytes.*Give the file a shorter name\.$/
    expect(failure(() => createWorkbook(long, [], options())).message).toMatch(plain)
    expect((await rejection(workbook.copyTo(long))).message).toMatch(plain)
    const hopeless = beside(path, `${'b'.repeat(300)}.tieout`)
    expect(failure(() => openWorkbook(hopeless, options())).message).toMatch(/too long.*shorter name/)
    workbook.close()
    expect(readdirSync(dirname(path)).sort()).toEqual(['Books.tieout', 'Books.tieout-backups'])
  })

  test('that are alike have backups of their own', () => {
    const path = newPath()
    const bare = path.replace(/\.tieout$/, '')
    createWorkbook(path, filings(), options()).close()
    createWorkbook(bare, [], options()).close()
    expect(backupFolder(bare)).not.toBe(backupFolder(path))
    expect([listBackups(path).length, listBackups(bare).length]).toEqual([1, 1])
    writeFileSync(bare, '')
    expect(failure(() => openWorkbook(bare, options())).backup).toBe(listBackups(bare)[0]!.name)
  })

  test('are shortened between characters', () => {
    expect(shortStem('/x/👩‍👩‍👧👩‍👩‍👧.tieout', 30)).toBe('👩‍👩‍👧')
    expect(shortStem('/x/Books.tieout', 30)).toBe('Books')
  })

  test('that lead in a circle are said to, in opening, copying and restoring', async () => {
    const path = newPath()
    const [one, two] = [beside(path, 'One.tieout'), beside(path, 'Two.tieout')]
    symlinkSync(one, two)
    symlinkSync(two, one)
    const circle = /circle of links/
    expect(failure(() => openWorkbook(one, options())).message).toMatch(circle)
    const workbook = createWorkbook(path, filings(), options())
    expect((await rejection(workbook.copyTo(one))).message).toMatch(circle)
    mkdirSync(backupFolder(one))
    const { name } = listBackups(path)[0]!
    writeFileSync(join(backupFolder(one), name), readFileSync(join(backupFolder(path), name)))
    expect(failure(() => restoreBackup(one, name, options())).message).toMatch(circle)
    workbook.close()
  })
})

/** Windows knows no such modes: the user's folder is private there. */
describe.skipIf(process.platform === 'win32')('who may read', () => {
  let mask: number
  beforeEach(() => {
    mask = process.umask(0)
  })
  afterEach(() => {
    process.umask(mask)
  })

  test.each([0, 0o022, 0o777])(
    'with a mask of %o: the workbook, its journal, backups, copies and what was replaced are the owner’s alone',
    async (value) => {
      process.umask(0)
      const path = newPath()
      process.umask(value)
      const workbook = createWorkbook(path, filings(), options())
      workbook.commit(set('plan', draftEdit('b', null, '5')))
      expect([mode(path), mode(`${path}-journal`), mode(backupFolder(path))]).toEqual(['600', '600', '700'])
      const backup = (await workbook.backUp())!
      await workbook.copyTo(beside(path, 'Copy.tieout'))
      const { kept } = workbook.restore(backup.name)
      workbook.close()
      for (const file of [path, kept, beside(path, 'Copy.tieout')]) expect([file, mode(file)]).toEqual([file, '600'])
      for (const name of readdirSync(backupFolder(path))) expect(mode(join(backupFolder(path), name))).toBe('600')
      expect(existsSync(`${path}-journal`)).toBe(false)
    },
  )

  test('a folder of backups that was open to others is closed', async () => {
    const path = newPath()
    mkdirSync(backupFolder(path), { mode: 0o755 })
    const workbook = createWorkbook(path, filings(), options())
    expect(mode(backupFolder(path))).toBe('700')
    workbook.close()
  })
})
