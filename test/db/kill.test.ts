/**
 * Processes that edit are killed with SIGKILL at random moments: every acknowledged edit is there, no half edit, and the
 * chain is unbroken. A few times here; `npm run attack` does it by the thousand.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createWorkbook } from '../../db/workbook.ts'
import { killOptions, killPlan } from './kill_plan.ts'
import { survive } from './killed.ts'

const FILES = 2
const ROUNDS = 16
const MOST_ROUNDS = 120

const folder = mkdtempSync(join(tmpdir(), 'tieout-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(`${FILES * ROUNDS} killed processes lose nothing that they acknowledged`, { timeout: 300_000 }, async () => {
  const results = await Promise.all(
    Array.from({ length: FILES }, (_, file) => {
      const path = join(folder, `Books ${file}.tieout`)
      createWorkbook(path, [killPlan()], killOptions()).close()
      // On some machines few kills come in the middle of a transaction; it goes on until one did.
      return survive(
        path,
        file * 10_000,
        ({ kills, inMiddle }) => kills < ROUNDS || (inMiddle === 0 && kills < MOST_ROUNDS),
      )
    }),
  )
  const sum = (of: (result: (typeof results)[number]) => number) => results.reduce((total, one) => total + of(one), 0)
  expect(sum((result) => result.acknowledged)).toBeGreaterThan(FILES * ROUNDS)
  // Kills that came in the middle of a transaction; without some, nothing would be proven.
  expect(sum((result) => result.inMiddle)).toBeGreaterThan(0)
})
