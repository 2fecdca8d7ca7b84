/**
 * A workbook that stands as it was closed opens once its figures are proven, and its log right after: whatever was damaged is found by one
 * of the two. Whatever does not stand as it was closed is verified in full at once.
 */
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '../../db/content.ts'
import type { Head } from '../../db/change_log.ts'
import { backupFolder } from '../../db/file_names.ts'
import { markOf, readMark, standingAs, writeMark } from '../../db/verified_mark.ts'
import { createWorkbook, listBackups, openWorkbook, type Workbook } from '../../db/workbook.ts'
import { flip, tamper } from './rotting.ts'
import { draftEdit, failure, filings, newPath, options, rejection, set, wholeLog } from './workbook_fixture.ts'

const QUIET = options({ backUpOnOpen: false })

/** A closed workbook of five entries, marked, with a backup of its last state. */
function closed(path = newPath()): string {
  const workbook = createWorkbook(path, filings(), QUIET)
  workbook.commit(set('plan', draftEdit('b', null, '4711')))
  workbook.commit(set('plan', draftEdit('b', '4711', '4712')))
  workbook.commit(set('plan', draftEdit('a', '= b * 2', '99')))
  workbook.undo(4)
  workbook.close()
  openWorkbook(path, options()).close()
  return path
}

/** Opens and closes; true where all of it was proven while opening. */
function isProvenAtOnce(path: string): boolean {
  const workbook = openWorkbook(path, QUIET)
  const { isProven } = workbook
  workbook.close()
  return isProven
}

test('a workbook that was closed is opened by its mark, and proven when the rest is', async () => {
  const path = closed()
  const workbook = openWorkbook(path, QUIET)
  expect(workbook.isProven).toBe(false)
  await workbook.verifyRest()
  expect(workbook.isProven).toBe(true)
  workbook.commit(set('plan', draftEdit('b', '4712', '4713')))
  workbook.close()
  expect(isProvenAtOnce(path)).toBe(false)
})

test.each<[string, (path: string) => string | void]>([
  ['no mark', (path) => rmSync(join(backupFolder(path), 'verified.json'))],
  ['half a mark', (path) => writeFileSync(join(backupFolder(path), 'verified.json'), readMark(path)!.slice(0, -9))],
  ['the same bytes written again', (path) => writeFileSync(path, readFileSync(path))],
  ['another time', (path) => utimesSync(path, 1_770_000_000, 1_770_000_000)],
  [
    'a copy with its backups and their mark',
    (path) => {
      const copy = newPath()
      copyFileSync(path, copy)
      cpSync(backupFolder(path), backupFolder(copy), { recursive: true })
      return copy
    },
  ],
  ['a backup put in its place', (path) => copyFileSync(join(backupFolder(path), listBackups(path)[0]!.name), path)],
  [
    'an edit of a program that did not end cleanly',
    (path) => {
      const mark = readMark(path)!
      const workbook = openWorkbook(path, QUIET)
      workbook.commit(set('plan', draftEdit('b', '4712', '4713')))
      workbook.close()
      writeMark(path, mark)
    },
  ],
  ['a mark of an earlier head', (path) => writeMark(path, readMark(path)!.replace('"number":5', '"number":4'))],
  ['a workbook that is doubted', (path) => openWorkbook(path, QUIET).close(true)],
])('with %s everything is verified before it opens', (_, change) => {
  const path = closed()
  expect(isProvenAtOnce(path)).toBe(false)
  expect(isProvenAtOnce(change(path) ?? path)).toBe(true)
})

test.each([
  ['an input', 'q3789445', 'q3789446', /an input or a definition/],
  ['a definition', '"Termination fee"', '"Termination Fee"', /an input or a definition/],
  ['a fact', '"perSource":"-788195"', '"perSource":"-788196"', /an input or a definition/],
  ['a trigger', 'is never changed', 'is never Changed', /tables are not those/],
])('one character of %s that flipped on the disk is found before anything is shown', (_, from, to, message) => {
  const path = closed()
  flip(path, from, to)
  const found = failure(() => openWorkbook(path, options()))
  expect([found.kind, found.message]).toEqual(['damaged', expect.stringMatching(message)])
  expect(found.backup).toBe(listBackups(path)[0]?.name)
})

test.each([
  ['the last entry gone', 'DELETE FROM change_set WHERE number = 5', /head of the change log does not match/],
  ['the last entry changed', "UPDATE change_set SET author = 'B' WHERE number = 5", /entry 5 of the change log/],
  ['the head gone', 'DELETE FROM log_head', /head of the change log is missing/],
  ['a cell added', "INSERT INTO cell VALUES ('plan', 'income', 'b', 'fx', '1', NULL)", /an input or a definition/],
  ['a table added', 'CREATE TABLE more (a)', /tables are not those/],
  [
    'the tail and the head cut off',
    `DELETE FROM change_set WHERE number > 4;
     UPDATE log_head SET number = 4, hash = (SELECT hash FROM change_set WHERE number = 4), digest = (SELECT digest FROM change_set WHERE number = 4)`,
    /an input or a definition/,
  ],
])('with %s the file is refused although it is marked', (_, sql, message) => {
  const path = closed()
  tamper(path, sql)
  expect(failure(() => openWorkbook(path, options())).message).toMatch(message)
})

test.each([
  ['an entry changed', "UPDATE change_set SET author = 'B' WHERE number = 2", /entry 2 of the change log is not what/],
  ['an entry gone', 'DELETE FROM change_set WHERE number = 3', /entry 3 of the change log is missing/],
  ['an undo of another edit', 'UPDATE change_set SET reverses = 3 WHERE number = 5', /entry 5 of the change log/],
])('%s further back is found right after opening, and refused from then on', async (what, sql, message) => {
  const path = closed()
  const later = openWorkbook(path, QUIET)
  later.commit(set('plan', draftEdit('b', '4712', '4713')))
  later.close()
  tamper(path, sql)
  const workbook = openWorkbook(path, QUIET)
  expect(workbook.read().number).toBe(6)
  const found = await rejection(workbook.verifyRest())
  expect([found.kind, found.backup]).toEqual(['damaged', listBackups(path)[0]?.name])
  expect(found.message).toMatch(message)
  expect(found.message).toMatch(/The newest good backup holds change 5/)
  workbook.close()
  expect(failure(() => openWorkbook(path, QUIET)).message, what).toMatch(message)
})

test('on request all of it is proven', async () => {
  const path = closed()
  const workbook = openWorkbook(path, QUIET)
  await workbook.verify()
  expect(workbook.isProven).toBe(true)
  workbook.close()
  flip(path, '"after":"4711"', '"after":"4713"')
  const again = openWorkbook(path, QUIET)
  expect((await rejection(again.verify())).message).toMatch(/entry 2 of the change log is not what was written/)
  again.close()
})

/** What is proven at opening: the next to undo and to redo are of the log, which is proven right after. */
function figuresOf(workbook: Workbook): Partial<Content> {
  const { undo: _undo, redo: _redo, ...figures } = workbook.read()
  return figures
}

test('any bit flipped on the disk is found, or what is shown is as it was stored', async () => {
  const path = closed()
  const healthy = readFileSync(path)
  const before = openWorkbook(path, QUIET)
  const content = before.read()
  const figures = figuresOf(before)
  const log = wholeLog(before)
  before.close()
  const head = JSON.parse(readMark(path)!) as Head
  const titles = [...healthy.toString('latin1').matchAll(/A change/g)].map(({ index }) => [index * 8] as [number])
  expect(titles.length).toBeGreaterThan(1)
  const bits = fc.oneof(fc.nat(799), fc.nat(healthy.length * 8 - 1))
  await fc.assert(
    fc.asyncProperty(bits, async (bit) => {
      const bytes = Buffer.from(healthy)
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      writeFileSync(path, bytes)
      writeMark(path, markOf(standingAs(path)!, head))
      let opened: Workbook | undefined
      try {
        opened = openWorkbook(path, QUIET)
        expect(figuresOf(opened)).toEqual(figures)
        await opened.verifyRest()
        expect(opened.read()).toEqual(content)
        expect(wholeLog(opened)).toBe(log)
      } catch (error) {
        expect(error).toMatchObject({ name: 'WorkbookFailure' })
      } finally {
        opened?.close()
      }
    }),
    { numRuns: 300, examples: titles },
  )
})

test('edits go on while the rest is proven, and are proven with it', async () => {
  const path = newPath()
  const made = createWorkbook(path, filings(), options())
  for (let n = 0; n < 450; n++) made.commit(set('plan', draftEdit('b', n === 0 ? null : `${n}`, `${n + 1}`)))
  made.close()
  const workbook = openWorkbook(path, QUIET)
  let steps = 0
  const proven = workbook.verifyRest(() => void (steps += 1))
  for (let n = 450; !workbook.isProven && n < 600; n++) {
    workbook.commit(set('plan', draftEdit('b', `${n}`, `${n + 1}`)))
    await setImmediate()
  }
  await proven
  expect(workbook.isProven).toBe(true)
  workbook.close()
  expect(isProvenAtOnce(path)).toBe(false)
})

test('closed while the rest is proven, the workbook is as it was', async () => {
  const path = closed()
  const workbook = openWorkbook(path, QUIET)
  const proven = workbook.verifyRest()
  workbook.close()
  await proven
  expect(isProvenAtOnce(path)).toBe(false)
})

test('undo and redo of a marked workbook are those of one that is verified in full', () => {
  const acts = fc.array(fc.constantFrom('edit', 'undo', 'redo'), { maxLength: 14 })
  fc.assert(
    fc.property(acts, (chosen) => {
      const path = newPath()
      let workbook = createWorkbook(path, filings(), options())
      let stands: string | null = null
      for (const [at, act] of chosen.entries()) {
        const { undo, redo, filings: all } = workbook.read()
        stands = all[1]!.filing.schedules[0]!.cells.find(({ line }) => line === 'b')?.input ?? null
        if (act === 'edit') workbook.commit(set('plan', draftEdit('b', stands, `${at + 1}`)))
        else if (act === 'undo' && undo) workbook.undo(undo.number)
        else if (act === 'redo' && redo) workbook.redo(redo.number)
        workbook.close()
        workbook = openWorkbook(path, QUIET)
        expect(workbook.isProven).toBe(false)
        const quick = workbook.read()
        workbook.close(true)
        workbook = openWorkbook(path, QUIET)
        expect(workbook.isProven).toBe(true)
        expect(quick).toEqual(workbook.read())
        workbook.close()
        workbook = openWorkbook(path, QUIET)
      }
      workbook.close()
    }),
    { numRuns: 10 },
  )
})

test('without a folder of backups no mark is made, and none is left of a workbook that is doubted', () => {
  const path = newPath()
  createWorkbook(path, filings(), QUIET).close()
  expect(existsSync(backupFolder(path))).toBe(false)
  const marked = closed()
  expect(readMark(marked)).not.toBeNull()
  openWorkbook(marked, QUIET).close(true)
  expect(readMark(marked)).toBeNull()
})
