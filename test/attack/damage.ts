/**
 * Attack by damage: bits, pages, sectors, length and head of a workbook file with backups beside it. Opening finds
 * everything as it was stored, or refuses and leaves the file as it is; the backup that it advises really opens.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleFilings } from '../../db/samples/samples.ts'
import { backupFolder } from '../../db/file_names.ts'
import { createWorkbook, listBackups, openWorkbook } from '../../db/workbook.ts'
import type { Filing } from '../../shared/model/filing.ts'
import { killOptions, killPlan, seeded } from '../db/kill_plan.ts'
import { createJudge, type Judge, type Verdict } from './judge.ts'
import { numbered } from './numbered.ts'
import type { Given } from './tally.ts'

const PAGE = 4_096
const SECTOR = 512
type Random = () => number
const below = (random: Random, limit: number): number => Math.floor(random() * limit)
const page = (bytes: Buffer, at: number): Buffer => bytes.subarray(at * PAGE, (at + 1) * PAGE)
const pages = (bytes: Buffer): number => Math.floor(bytes.length / PAGE)

function noise(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => below(random, 256)))
}

function flip(bytes: Buffer, bit: number): void {
  bytes[bit >> 3]! ^= 1 << (bit & 7)
}

/** Ways to spoil a file; each changes the bytes or gives others. */
const WAYS: Record<string, (bytes: Buffer, random: Random) => Buffer | void> = {
  'one bit': (bytes, random) => flip(bytes, below(random, bytes.length * 8)),
  'several bits': (bytes, random) => {
    for (let i = 0; i < 8; i++) flip(bytes, below(random, bytes.length * 8))
  },
  'a byte of the head': (bytes, random) => void (bytes[below(random, 100)] = below(random, 256)),
  'a byte of the first page': (bytes, random) => void (bytes[below(random, PAGE)] = below(random, 256)),
  'a page of zeros': (bytes, random) => void page(bytes, below(random, pages(bytes))).fill(0),
  'two pages exchanged': (bytes, random) => {
    const [a, b] = [below(random, pages(bytes)), below(random, pages(bytes))]
    const kept = Buffer.from(page(bytes, a))
    page(bytes, b).copy(page(bytes, a))
    kept.copy(page(bytes, b))
  },
  'a page over another': (bytes, random) =>
    void page(bytes, below(random, pages(bytes))).copy(page(bytes, below(random, pages(bytes)))),
  'a sector of noise': (bytes, random) =>
    void noise(random, SECTOR).copy(bytes, below(random, bytes.length / SECTOR) * SECTOR),
  'a run of zeros': (bytes, random) => {
    const at = below(random, bytes.length)
    bytes.fill(0, at, Math.min(bytes.length, at + 1 + below(random, 3 * PAGE)))
  },
  'cut anywhere': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'a tail of pages cut': (bytes, random) => bytes.subarray(0, below(random, pages(bytes)) * PAGE),
  'junk behind': (bytes, random) => Buffer.concat([bytes, noise(random, 1 + below(random, 2 * PAGE))]),
  'zeros behind': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + below(random, 4 * PAGE))]),
}

function spoiltBytes(healthy: Buffer, random: Random): { way: string; bytes: Buffer } {
  const ways = Object.keys(WAYS)
  const way = ways[below(random, ways.length)]!
  const bytes = Buffer.from(healthy)
  return { way, bytes: WAYS[way]!(bytes, random) ?? bytes }
}

type Target = { path: string; healthy: Buffer; digest: string; judge: Judge }

/** A closed workbook with two backups, of its last state and of one before. */
async function target(path: string, filings: readonly Filing[], judge: Judge): Promise<Target> {
  let time = Date.UTC(2026, 2, 4, 12)
  const workbook = createWorkbook(path, filings, killOptions({ now: () => new Date(time) }))
  time += 3_600_000
  if (filings[0]!.id === 'plan') for (let number = 1; number < 6; number++) workbook.commit(numbered(number))
  else workbook.commit(acceptedTitle())
  workbook.remember({ welcomed: true })
  await workbook.backUp()
  workbook.close()
  const found = await judge.open(path)
  if (!('opened' in found)) throw new Error(`The healthy workbook did not open: ${JSON.stringify(found)}`)
  return { path, healthy: readFileSync(path), digest: found.opened.digest, judge }
}

/** A first edit of the sample filing: a scenario with one input. */
function acceptedTitle(): Parameters<ReturnType<typeof openWorkbook>['commit']>[0] {
  const cell = { schedule: 'income', line: 'provision_for_loan_losses', column: 'q3_2007' }
  return {
    id: '6f1c1a52-5f0e-4f5e-9d6e-0d6a6a1d2b11',
    filing: 'impac_2007_q3',
    title: 'Provision',
    place: null,
    changes: [
      { kind: 'scenario', scenario: 'test', before: null, after: { name: 'Test', description: '', position: 0 } },
      { kind: 'cell', scenario: 'test', ...cell, before: null, after: '799445' },
    ],
  }
}

function putBack({ path, healthy }: Target): void {
  for (const ending of ['-journal', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
  writeFileSync(path, healthy)
}

/** Checks the backup that was advised: it opens, from a place of its own. */
async function checkAdvice({ path, judge }: Target, name: string | null, how: string, { tally, folder }: Given) {
  if (name === null) return tally.breach('no backup is advised though one is good', how)
  const copy = join(folder, 'Advised.tieout')
  writeFileSync(copy, readFileSync(join(backupFolder(path), name)))
  const found = await judge.open(copy)
  rmSync(join(folder, 'Advised.tieout-backups'), { recursive: true, force: true })
  rmSync(copy, { force: true })
  if ('opened' in found) tally.count('advised backups that opened')
  else tally.breach(`the advised backup ${name} does not open`, `${how}: ${JSON.stringify(found)}`)
}

async function look(at: Target, verdict: Verdict, spoilt: Buffer, how: string, given: Given): Promise<void> {
  const { tally } = given
  if ('crash' in verdict) return tally.breach('the process died', `${how}: ${verdict.crash}`)
  if ('fault' in verdict) return tally.breach('a fault instead of a failure', `${how}: ${verdict.fault}`)
  if ('opened' in verdict) {
    tally.count('opened, all as stored')
    if (verdict.opened.digest !== at.digest) tally.breach('opened, but not as stored', how)
    return
  }
  const { kind, message, backup } = verdict.failure
  tally.count(`answered with ${kind}`)
  if (!['damaged', 'newer', 'refused'].includes(kind)) tally.breach(`answered with ${kind}`, `${how}: ${message}`)
  if (!readFileSync(at.path).equals(spoilt)) tally.breach('the refused file was changed', how)
  if (kind === 'damaged') await checkAdvice(at, backup, how, given)
}

export async function damage(given: Given): Promise<void> {
  const judge = createJudge()
  const targets = [
    await target(join(given.folder, 'Plan.tieout'), [killPlan()], judge),
    await target(join(given.folder, 'Samples.tieout'), sampleFilings(), judge),
  ]
  for (let round = 0; given.goesOn(round, 1_000); round++) {
    const random = seeded(given.seed + round)
    const at = targets[Math.floor(random() * targets.length)]!
    putBack(at)
    const { way, bytes } = spoiltBytes(at.healthy, random)
    writeFileSync(at.path, bytes)
    const how = `${way}, --seed ${given.seed + round} --rounds 1`
    // Now and then the newest backup has suffered too.
    const newest = join(backupFolder(at.path), listBackups(at.path)[0]!.name)
    const image = readFileSync(newest)
    if (random() < 0.2) {
      writeFileSync(newest, spoiltBytes(image, random).bytes)
      given.tally.count('newest backup spoilt too')
    }
    given.tally.count('files spoilt')
    await look(at, await judge.open(at.path), bytes, how, given)
    writeFileSync(newest, image)
  }
  judge.close()
}
