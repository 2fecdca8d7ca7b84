/**
 * Attack by kills: processes that edit, back up, restore, copy and create are killed with SIGKILL at random moments. Every
 * acknowledged edit is there and no half edit; after any other act the workbook opens, or what stood before stands.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolder } from '../../db/file_names.ts'
import { createWorkbook, listBackups, openWorkbook } from '../../db/workbook.ts'
import { killOptions, killPlan, seeded } from '../db/kill_plan.ts'
import { runUntilKilled, survive } from '../db/killed.ts'
import { ACTS, COPY, CREATED, type Act } from './act_plan.ts'
import { faultOf } from './numbered.ts'
import { inOneLine, type Given } from './tally.ts'

const CHILD = join(import.meta.dirname, 'acting_child.ts')
/** Kills on one workbook before the next one begins. */
const KILLS = 40

/** Two workbooks at a time, as long as it goes on. */
async function whileEditing({ seed, goesOn, folder, tally }: Given, usual: number): Promise<void> {
  let kills = 0
  let files = 0
  const one = async (): Promise<void> => {
    while (goesOn(kills, usual)) {
      const file = files++
      const path = join(folder, `Edited ${file}.tieout`)
      createWorkbook(path, [killPlan()], killOptions()).close()
      let here = 0
      try {
        const more = (): boolean => here < KILLS && goesOn(kills, usual)
        const { acknowledged, inMiddle } = await survive(path, seed + file * 10_000, () => {
          if (!more()) return false
          here += 1
          kills += 1
          tally.count('kills while editing')
          return true
        })
        tally.count('acknowledged edits, all found', acknowledged)
        tally.count('kills in the middle of a transaction', inMiddle)
      } catch (fault) {
        tally.breach('an edit was lost or halved', `file ${file}, kill ${here}, seed ${seed}: ${inOneLine(fault)}`)
      }
    }
  }
  await Promise.all([one(), one()])
}

/** What is wrong with a workbook after a kill; null where it opens whole, at one of these changes. */
function lookAt(path: string, allowed: readonly number[]): string | null {
  try {
    const workbook = openWorkbook(path, killOptions({ backUpOnOpen: false }))
    const content = workbook.read()
    workbook.close()
    if (!allowed.includes(content.number))
      return `it stands at change ${content.number}, not at ${allowed.join(' or ')}`
    return faultOf(content)
  } catch (fault) {
    return inOneLine(fault)
  }
}

/** Where the child stood: the change before and after the last act that it began, the same where that was finished. */
function standing(said: string): number[] {
  const [, from, to] = /(?:^|\n)(?:doing|did) (\d+) (\d+)\n$/.exec(said) ?? []
  return from === undefined ? [1] : [Number(from), Number(to)]
}

async function whileActing(act: Act, seed: number, { folder, tally }: Given): Promise<void> {
  const random = seeded(seed)
  const path = join(folder, `${act} ${seed}.tieout`)
  createWorkbook(path, [killPlan()], killOptions()).close()
  const said = await runUntilKilled([CHILD, path, act], Math.floor(random() * 8), random() * 20)
  tally.count(`kills during ${act}`)
  if (said.trimEnd().split('\n').at(-1)!.startsWith('doing')) tally.count('of these in the middle of the act')
  const how = `${act}, seed ${seed}`
  const fault = lookAt(path, standing(said))
  if (fault !== null) tally.breach('the workbook is not whole', `${how}: ${fault}`)
  for (const { name, number } of listBackups(path)) {
    const wrong = lookAt(join(backupFolder(path), name), [number!])
    if (wrong !== null) tally.breach(`the backup ${name} is not whole`, `${how}: ${wrong}`)
    else tally.count('backups that open')
  }
  const made = act === 'copy' ? COPY(path) : CREATED(path)
  if ((act !== 'copy' && act !== 'create') || !existsSync(made)) return
  if (act === 'copy' && readFileSync(made, 'utf8') === 'what stood there')
    return tally.count('files that stood and stand')
  const wrong = lookAt(made, act === 'copy' ? Array.from({ length: 500 }, (_, number) => number + 1) : [1])
  if (wrong !== null) tally.breach(`the file that ${act} made is not whole`, `${how}: ${wrong}`)
  else tally.count(`files of ${act} that open`)
}

export async function kills(given: Given): Promise<void> {
  // Turn about, so that neither waits for the other where the time is limited.
  let done = 0
  const acting = async (): Promise<void> => {
    for (; given.goesOn(done, 400); done++) {
      const act = ACTS[done % ACTS.length]!
      try {
        await whileActing(act, given.seed + done, given)
      } catch (fault) {
        given.tally.breach(`a process that was to ${act} complained`, inOneLine(fault))
      }
    }
  }
  await Promise.all([whileEditing(given, 800), acting()])
}
