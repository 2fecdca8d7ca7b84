/**
 * Attack by the clock: it jumps forwards and back by hours to decades between edits and backups. The backup of the highest
 * change number is never thinned away, and it is the one that the advice after damage names.
 */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WorkbookFailure } from '../../db/failure.ts'
import { createWorkbook, listBackups, openWorkbook } from '../../db/workbook.ts'
import { killOptions, killPlan, seeded } from '../db/kill_plan.ts'
import { numbered } from './numbered.ts'
import type { Given } from './tally.ts'

const HOUR = 3_600_000
const JUMPS = [HOUR, 24 * HOUR, 7 * 24 * HOUR, 60 * 24 * HOUR, 366 * 24 * HOUR, 30 * 366 * 24 * HOUR]
/** Between which the clock of a machine may stand. */
const FIRST = Date.UTC(1990, 0, 1)
const LAST = Date.UTC(2090, 0, 1)
const STEPS = 40

/** The failure of opening a cut copy of the file, the file itself being put back. */
function advice(path: string, options: ReturnType<typeof killOptions>): WorkbookFailure | null {
  const whole = readFileSync(path)
  truncateSync(path, Math.floor(whole.length / 2))
  try {
    openWorkbook(path, options).close()
    return null
  } catch (fault) {
    if (fault instanceof WorkbookFailure) return fault
    throw fault
  } finally {
    writeFileSync(path, whole)
  }
}

/** One workbook through many jumps of the clock. */
async function live(path: string, random: () => number, { tally }: Given, label: string): Promise<void> {
  let time = Date.UTC(2026, 2, 4, 12)
  const options = killOptions({ now: () => new Date(time) })
  let workbook = createWorkbook(path, [killPlan()], options)
  /** The highest change number of which a backup was made. */
  let highest = 1
  let number = 1
  for (let step = 0; step < STEPS; step++) {
    if (random() < 0.4) {
      const jump = JUMPS[Math.floor(random() * JUMPS.length)]! * (random() < 0.5 ? -1 : 1) * (0.5 + random())
      time = Math.min(LAST, Math.max(FIRST, time + Math.round(jump)))
      tally.count(jump < 0 ? 'clock set back' : 'clock set forward')
    } else {
      time += Math.round(random() * 30 * 60_000)
    }
    number = workbook.commit(numbered(number)).number
    tally.count('edits')
    if (random() < 0.2) {
      workbook.close()
      workbook = openWorkbook(path, options)
      highest = number
      tally.count('openings')
    } else if (random() < 0.8) {
      await workbook.backUp()
      highest = number
      tally.count('backups')
    }
    const kept = listBackups(path).map((backup) => backup.number ?? 0)
    if (!kept.includes(highest))
      tally.breach(`the backup of change ${highest} is gone`, `${label}, kept: ${kept.join(' ')}`)
    if (random() > 0.1) continue
    workbook.close()
    const failure = advice(path, options)
    tally.count('damaged files')
    const named = listBackups(path).find((backup) => backup.name === failure?.backup)
    if (named?.number !== Math.max(...kept)) {
      tally.breach(`the advice after damage names change ${named?.number}`, `${label}, kept: ${kept.join(' ')}`)
    }
    workbook = openWorkbook(path, options)
    highest = number
  }
  workbook.close()
}

export async function clock(given: Given): Promise<void> {
  for (let round = 0; given.goesOn(round, 60); round++) {
    const seed = given.seed + round
    await live(join(given.folder, `Books ${round}.tieout`), seeded(seed), given, `--seed ${seed} --rounds 1`)
    given.tally.count('workbooks')
  }
}
