/**
 * `npm run attack`: tries to make the workbook lose, change or misread what it said was saved, by kills, power cuts,
 * damage, hostile texts, many tabs and jumping clocks. `-- --only kills,power` names kinds, `--minutes N` or `--rounds N`
 * says how long each goes on, `--seed N` repeats a run. Prints what was tried and what held; exit status 1 on a breach.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTally, inOneLine, table, type Given } from './tally.ts'

type Attack = (given: Given) => Promise<void>
/** Each is loaded when its turn comes. */
const ATTACKS = {
  kills: async () => (await import('./kills.ts')).kills,
  power: async () => (await import('./power.ts')).power,
  damage: async () => (await import('./damage.ts')).damage,
  texts: async () => (await import('./texts.ts')).texts,
  tabs: async () => (await import('./tabs.ts')).tabs,
  clock: async () => (await import('./clock.ts')).clock,
} satisfies Record<string, () => Promise<Attack>>
type Name = keyof typeof ATTACKS
const NAMES = Object.keys(ATTACKS) as Name[]
const USE = `npm run attack -- [--only ${NAMES.join(',')}] [--minutes N | --rounds N] [--seed N]`

function refuse(reason: string): never {
  console.error(`${reason}\nUse: ${USE}`)
  process.exit(2)
}

function amount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+(?:\.\d+)?$/.test(text)) refuse(`--${name} takes a number; "${text}" is none.`)
  return Number(text)
}

function readArguments(): { only: Name[]; minutes?: number; rounds?: number; seed: number } {
  const string = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { only: string, minutes: string, rounds: string, seed: string } })
    const only = (values.only ?? NAMES.join(',')).split(',')
    const unknown = only.find((name) => !(NAMES as string[]).includes(name))
    if (unknown !== undefined) refuse(`There is no attack "${unknown}".`)
    return {
      only: only as Name[],
      minutes: amount('minutes', values.minutes),
      rounds: amount('rounds', values.rounds),
      seed: amount('seed', values.seed) ?? Math.floor(Math.random() * 1e9),
    }
  } catch (fault) {
    return refuse(fault instanceof Error ? fault.message : String(fault))
  }
}

const { only, minutes, rounds, seed } = readArguments()
console.log(`Seed ${seed}`)
let breaches = 0
for (const name of only) {
  const folder = mkdtempSync(join(tmpdir(), `tieout-attack-${name}-`))
  const tally = createTally()
  const start = performance.now()
  const seconds = (): number => (performance.now() - start) / 1000
  const goesOn = (done: number, usual: number): boolean =>
    minutes === undefined ? done < (rounds ?? usual) : seconds() < minutes * 60
  try {
    const attack = await ATTACKS[name]()
    await attack({ seed, goesOn, folder, tally })
  } catch (fault) {
    tally.breach('the attack broke off', fault instanceof Error ? (fault.stack ?? fault.message) : inOneLine(fault))
  }
  breaches += tally.breaches.length
  console.log(`\n${table(name, tally, seconds())}`)
  rmSync(folder, { recursive: true, force: true })
}
console.log(`\nSeed ${seed}: ${breaches} ${breaches === 1 ? 'breach' : 'breaches'}`)
process.exitCode = breaches === 0 ? 0 : 1
