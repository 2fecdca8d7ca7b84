/**
 * A process that edits a workbook and between the edits backs up, restores, copies or creates, without end: before each step
 * it says `doing FROM TO` (the change at which the workbook stands, and will), after it `did TO TO`. Arguments: path, act. It
 * is made to be killed.
 */
import { renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { createWorkbook, openWorkbook } from '../../db/workbook.ts'
import { killOptions, killPlan } from '../db/kill_plan.ts'
import { COPY, CREATED, type Act } from './act_plan.ts'
import { numbered } from './numbered.ts'

const [path, act] = process.argv.slice(2) as [string, Act]
let time = Date.UTC(2026, 2, 4, 12)
const options = killOptions({ now: () => new Date((time += 60_000)) })
const workbook = openWorkbook(path, options)
let number = 1

async function step(to: number, work: () => unknown): Promise<void> {
  writeSync(1, `doing ${number} ${to}\n`)
  await work()
  number = to
  writeSync(1, `did ${number} ${number}\n`)
}

const steps: Record<Act, () => Promise<void>> = {
  backup: () => step(number, () => workbook.backUp()),
  restore: async () => {
    await step(number, () => workbook.backUp())
    const backups = workbook.backups()
    const chosen = backups[Math.min(2, backups.length - 1)]!
    await step(chosen.number!, () => workbook.restore(chosen.name))
  },
  copy: async () => {
    if (number % 2 === 0) {
      // Put there whole: a kill in the middle of this is no matter of the product.
      writeFileSync(`${COPY(path)}.new`, 'what stood there')
      renameSync(`${COPY(path)}.new`, COPY(path))
    }
    await step(number, () => workbook.copyTo(COPY(path)))
  },
  create: async () => {
    rmSync(CREATED(path), { force: true })
    await step(number, () => createWorkbook(CREATED(path), [killPlan()], killOptions({ backUpOnOpen: false })).close())
  },
}

for (;;) {
  await step(number + 1, () => void workbook.commit(numbered(number)))
  await steps[act]()
}
