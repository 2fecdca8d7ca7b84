/** A copy of the workbook tells how far it is, and one that is called off leaves no file and changes none. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WorkbookFailure } from '../../db/failure.ts'
import { createWorkbook, openWorkbook, type Workbook } from '../../db/workbook.ts'
import type { Progress, Tell } from '../../shared/contract/contract.ts'
import { draftEdit, filings, newPath, options, rejection, set } from './workbook_fixture.ts'

let workbook: Workbook
let target: string

beforeEach(() => {
  const path = newPath()
  target = `${path} copy.tieout`
  workbook = createWorkbook(path, filings(), options({ backUpOnOpen: false }))
  for (let at = 0; at < 250; at += 1) {
    workbook.commit(set('plan', draftEdit('b', at === 0 ? null : String(at), String(at + 1))))
  }
  // Every step takes a turn, as in a workbook that is large.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100))
})

afterEach(() => {
  vi.restoreAllMocks()
  workbook.close()
})

const besides = (): string[] => readdirSync(dirname(target)).filter((name) => name.includes('copy'))

test('the pages copied are told first, then the changes checked', async () => {
  const told: Progress[] = []
  await workbook.copyTo(target, (progress) => progress && told.push(progress))
  const copying = told.filter(({ step }) => step === 'copying')
  expect(copying[0]).toEqual({ step: 'copying', done: 0, of: expect.any(Number) })
  expect(copying[0]!.of).toBeGreaterThan(0)
  const checking = told.slice(copying.length)
  expect(checking.every(({ step }) => step === 'checking')).toBe(true)
  expect(checking).toContainEqual({ step: 'checking', done: 100, of: 251 })
  expect(checking).toContainEqual({ step: 'checking', done: 200, of: 251 })
  expect(checking.at(-1)).toEqual({ step: 'checking', done: 251, of: 251 })
  const copy = openWorkbook(target, options({ backUpOnOpen: false }))
  expect(copy.read().number).toBe(251)
  copy.close()
})

test.each([
  ['copying', 0],
  ['checking', 0],
  ['checking', 100],
] as const)('called off while %s, at %i, it leaves what was there and nothing else', async (at, from) => {
  const calledOff: Tell = (progress) => {
    if (progress?.step === at && progress.done >= from) throw new WorkbookFailure('canceled', 'Called off.')
  }
  const failure = await rejection(workbook.copyTo(target, calledOff))
  expect([failure.kind, failure.message]).toEqual(['canceled', 'Called off.'])
  expect(besides()).toEqual([])
  writeFileSync(target, 'an older copy')
  expect((await rejection(workbook.copyTo(target, calledOff))).kind).toBe('canceled')
  expect(readFileSync(target, 'utf8')).toBe('an older copy')
  expect(besides()).toEqual([basename(target)])
  workbook.commit(set('plan', draftEdit('b', '250', '251')))
})

test('edits made meanwhile are stored, and are in the copy', async () => {
  let made = 0
  await workbook.copyTo(target, () => {
    if (made === 0) made = workbook.commit(set('plan', draftEdit('b', '250', '251'))).number
  })
  const copy = openWorkbook(target, options({ backUpOnOpen: false }))
  expect([made, copy.read().number]).toEqual([252, 252])
  copy.close()
})
