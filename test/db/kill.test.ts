/**
 * Processes that edit are killed with SIGKILL at random moments, hundreds of times: every acknowledged edit is there, no
 * half edit, and the chain is unbroken. (What a power cut does cannot be tried here; lock.test.ts asserts the settings.)
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import type { Change } from '../../shared/model/change_set.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { BULK, seeded } from './kill_plan.ts'
import { filings, options } from './workbook_fixture.ts'

const CHILD = fileURLToPath(import.meta.resolve('./committing_child.ts'))
const FILES = 4
const ROUNDS = 80

function plan(): Filing {
  const draft = filings()[1]!
  draft.schedules[0]!.lines.push(...BULK.map((id) => ({ id, label: id, kind: 'input' as const })))
  draft.schedules[0]!.cells = []
  return draft
}

/** Runs one child until it is killed; returns what it acknowledged, by id. */
async function killed(path: string, seed: number): Promise<Map<string, number>> {
  const random = seeded(seed)
  const child = spawn(process.execPath, [CHILD, path, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaint = ''
  let lines = 0
  const enough = Math.floor(random() * 4)
  const heard = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      lines += text.split('\n').length - 1
      if (lines > enough) resolve()
    })
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const closed = once(child, 'close')
  if (random() < 0.15) {
    // While it starts and opens.
    await pause(random() * 250)
  } else {
    // After "ready" and up to three edits, so that a slow machine edits as much as a fast one.
    await Promise.race([heard, closed])
    await pause(random() * 25)
  }
  child.kill('SIGKILL')
  await closed
  expect(complaint).toBe('')
  expect(child.signalCode).toBe('SIGKILL')
  const whole = said.slice(0, said.lastIndexOf('\n') + 1)
  return new Map([...whole.matchAll(/^([0-9a-f-]{36}) (\d+)$/gm)].map((match) => [match[1]!, Number(match[2])]))
}

/** True when the kill came in the middle of a transaction: the journal is still to be played back. */
function interrupted(path: string): boolean {
  const journal = `${path}-journal`
  return existsSync(journal) && readFileSync(journal).subarray(0, 8).toString('hex') === 'd9d505f920a163d7'
}

/** What the log alone says the inputs are. */
function replayed(path: string): Record<string, string> {
  const db = new Database(path)
  const inputs: Record<string, string> = {}
  for (const text of db.prepare('SELECT changes FROM change_set ORDER BY number').pluck().iterate()) {
    for (const change of JSON.parse(text as string) as Change[]) {
      if (change.kind !== 'cell') throw new Error('Only cells are edited here')
      if (change.after === null) delete inputs[change.line]
      else inputs[change.line] = change.after
    }
  }
  db.close()
  return inputs
}

const folder = mkdtempSync(join(tmpdir(), 'tieout-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Kills one child after another on one workbook, and looks each time at what is left. */
async function survive(file: number): Promise<{ acknowledged: number; inMiddle: number }> {
  const path = join(folder, `Books ${file}.tieout`)
  createWorkbook(path, [plan()], options()).close()
  let number = 1
  let inMiddle = 0
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    const said = await killed(path, file * 10_000 + round)
    if (interrupted(path)) inMiddle += 1
    // Opening verifies pages, chain, head and digest.
    const workbook = openWorkbook(path, options({ backUpOnOpen: false }))
    for (const [id, stored] of said) expect(workbook.outcome(id)).toBe(stored)
    const content = workbook.read()
    // At most the one edit under way was stored without having been acknowledged.
    expect(content.number - number - said.size).toBeOneOf([0, 1])
    number = content.number
    acknowledged += said.size
    const inputs = Object.fromEntries(
      content.filings[0]!.filing.schedules[0]!.cells.map((cell) => [cell.line, cell.input]),
    )
    expect(inputs.a).toBe(inputs.b)
    expect(new Set(BULK.map((line) => inputs[line])).size).toBe(1)
    workbook.close()
    if (round % 10 === 9) expect(replayed(path)).toEqual(inputs)
  }
  return { acknowledged, inMiddle }
}

test(`${FILES * ROUNDS} killed processes lose nothing that they acknowledged`, { timeout: 300_000 }, async () => {
  const results = await Promise.all(Array.from({ length: FILES }, (_, file) => survive(file)))
  const sum = (of: (result: (typeof results)[number]) => number) => results.reduce((total, one) => total + of(one), 0)
  expect(sum((result) => result.acknowledged)).toBeGreaterThan(FILES * ROUNDS)
  // Kills that came in the middle of a transaction; without some, nothing would be proven.
  expect(sum((result) => result.inMiddle)).toBeGreaterThan(4)
})
