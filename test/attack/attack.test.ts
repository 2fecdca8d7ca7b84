/**
 * The attack itself: the states that its power cuts build are those of SQLite, so that a commit which is not taken back or not
 * whole would be seen; and its command says what it was told.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { failure } from '../db/workbook_fixture.ts'
import { digestOfFile } from './digest_of.ts'
import { changedPages, completed, PAGE, recordsOf } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'tieout-attack-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], { encoding: 'utf8' })

beforeAll(() => {
  expect(run('journaling_child.ts', folder, '1').stderr).toBe('')
})

const taken = (name: string): Buffer => readFileSync(join(folder, '01 500 cells', name))

const opened = (file: Buffer, journal: Buffer | null): string => digestOfFile(join(folder, 'Cut.tieout'), file, journal)

test('a journal completed as SQLite does takes the whole commit back; as it is before COMMIT it takes nothing back', () => {
  const [before, after, journal] = [taken('before'), taken('after'), taken('journal')]
  const changed = changedPages(before, after)
  expect(recordsOf(journal)).toBeGreaterThan(3)
  expect(changed.length).toBeGreaterThanOrEqual(recordsOf(journal))
  expect(opened(after, null)).not.toBe(opened(before, null))
  expect(opened(after, completed(journal))).toBe(opened(before, null))
  expect(opened(after, journal)).toBe(opened(after, null))
})

test('half of the pages of a commit without its journal would be seen', () => {
  const [before, after] = [taken('before'), taken('after')]
  const half = Buffer.from(before)
  const changed = changedPages(before, after).filter((number) => number * PAGE < before.length)
  for (const number of changed.filter((_, at) => at % 2 === 0))
    after.copy(half, number * PAGE, number * PAGE, (number + 1) * PAGE)
  expect(failure(() => opened(half, null)).kind).toBe('damaged')
})

test.each([
  [['--only', 'thunder'], /There is no attack "thunder"/],
  [['--rounds', 'many'], /--rounds takes a number/],
  [['--until', 'noon'], /--until/],
])('the command refuses %j and says how it is used', (args, reason) => {
  const { status, stderr } = run('attack.ts', ...args)
  expect(status).toBe(2)
  expect(stderr).toMatch(reason)
  expect(stderr).toContain('Use: npm run attack')
})

test('the command prints its seed, what it counted, and ends with 0 only without a breach', () => {
  const { status, stdout } = run('attack.ts', '--only', 'clock', '--rounds', '1', '--seed', '11')
  const breaches = Number(/breaches\s+(\d+)/.exec(stdout)?.[1])
  expect(stdout).toMatch(/^Seed 11\n/)
  expect(stdout).toMatch(/edits +40\n/)
  expect(status).toBe(breaches === 0 ? 0 : 1)
})
