/**
 * Kills processes that edit a workbook, with SIGKILL at random moments, and looks each time at what is left. What does not
 * hold is thrown as an AssertionError. (What a power cut does is another matter: see test/attack/power.ts.)
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { openWorkbook } from '../../db/workbook.ts'
import type { Change } from '../../shared/model/changes/kinds.ts'
import { shellSurroundings } from '../shell_process.ts'
import { BULK, killOptions, seeded } from './kill_plan.ts'

const CHILD = join(import.meta.dirname, 'committing_child.ts')

/** What several killed processes had done. */
export type Survived = { kills: number; acknowledged: number; inMiddle: number }

/** Starts a child and kills it when it has said more than `enough` lines and `after` milliseconds went by; what it said in whole lines. */
export async function runUntilKilled(args: readonly string[], enough: number, after: number): Promise<string> {
  const child = spawn(process.execPath, args, shellSurroundings(['ignore', 'pipe', 'pipe']))
  let said = ''
  let complaint = ''
  const heard = new Promise<void>((resolve) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.split('\n').length - 1 > enough) resolve()
    })
  })
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const closed = once(child, 'close')
  // Counted in what was done, so that a slow machine gets as far as a fast one; below nought: while it starts and opens.
  if (enough >= 0) await Promise.race([heard, closed])
  await pause(after)
  child.kill('SIGKILL')
  await closed
  assert.equal(complaint, '')
  assert.equal(child.signalCode, 'SIGKILL')
  return said.slice(0, said.lastIndexOf('\n') + 1)
}

/** Runs one child that edits until it is killed; returns what it acknowledged, by id. */
async function killed(path: string, seed: number): Promise<Map<string, number>> {
  const random = seeded(seed)
  const isEarly = random() < 0.15
  const enough = isEarly ? -1 : Math.floor(random() * 4)
  const said = await runUntilKilled([CHILD, path, String(seed)], enough, random() * (isEarly ? 250 : 25))
  return new Map([...said.matchAll(/^([0-9a-f-]{36}) (\d+)$/gm)].map((match) => [match[1]!, Number(match[2])]))
}

/** True when the kill came in the middle of a transaction: the journal is still to be played back. */
export function isInterrupted(path: string): boolean {
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

/**
 * Kills one child after another on a workbook of `killPlan`, as long as `goesOn`: every acknowledged edit is there, no half
 * edit, the chain is unbroken.
 */
export async function survive(path: string, seed: number, goesOn: (survived: Survived) => boolean): Promise<Survived> {
  const survived: Survived = { kills: 0, acknowledged: 0, inMiddle: 0 }
  let number = 1
  while (goesOn(survived)) {
    const said = await killed(path, seed + survived.kills)
    survived.kills += 1
    if (isInterrupted(path)) survived.inMiddle += 1
    // Opening verifies pages, chain, head and digest.
    const workbook = openWorkbook(path, killOptions({ backUpOnOpen: false }))
    for (const [id, stored] of said) assert.equal(workbook.outcome(id), stored)
    const content = workbook.read()
    // At most the one edit under way was stored without having been acknowledged.
    assert.ok(
      [0, 1].includes(content.number - number - said.size),
      `${content.number} after ${number} and ${said.size}`,
    )
    number = content.number
    survived.acknowledged += said.size
    const cells = content.filings[0]!.filing.schedules[0]!.cells
    const inputs = Object.fromEntries(cells.map((cell) => [cell.line, cell.input]))
    assert.equal(inputs.a, inputs.b)
    assert.equal(new Set(BULK.map((line) => inputs[line])).size, 1)
    workbook.close()
    if (survived.kills % 10 === 0) assert.deepEqual(replayed(path), inputs)
  }
  return survived
}
