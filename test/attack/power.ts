/**
 * Attack by power cuts, without any tool of the system: from what stands on disk before, during and after a commit, the
 * states are built that SQLite's rollback journal with synchronous=EXTRA can leave behind when the power goes. Each opens to
 * the state before or after, never to half an edit.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../db/kill_plan.ts'
import { digestOfFile } from './digest_of.ts'
import { changedPages, completed, PAGE, recordsOf, SECTOR } from './journal.ts'
import { inOneLine, type Given } from './tally.ts'

const CHILD = join(import.meta.dirname, 'journaling_child.ts')
/** States built from each commit. */
const STATES = 60

type Random = () => number
const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** A commit as it was seen from outside: the file before and after it, the journal just before COMMIT and what lay in its place before. */
type Taken = { shape: string; before: Buffer; after: Buffer; journal: Buffer; stale: Buffer; left: Buffer | null }

/** What the disk holds after the cut; `journal` null where there is none. */
type Disk = { file: Buffer; journal: Buffer | null; expected: 'before' | 'after' }

function read(folder: string, shape: string): Taken {
  const optional = (name: string): Buffer | null =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null
  return {
    shape,
    before: readFileSync(join(folder, 'before')),
    after: readFileSync(join(folder, 'after')),
    journal: readFileSync(join(folder, 'journal')),
    stale: optional('stale') ?? Buffer.alloc(0),
    left: optional('left'),
  }
}

/** Sector by sector from what was written, what lay there, zeros or noise: what an unsynced file may hold. */
function mixed(written: Buffer, lay: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(written)
  // The farther apart the two, the more is lost: sometimes nearly all came through, sometimes nearly nothing.
  const lost = random()
  for (let at = 0; at < bytes.length; at += SECTOR) {
    if (random() >= lost) continue
    const end = Math.min(at + SECTOR, bytes.length)
    bytes.fill(0, at, end)
    const kind = below(random, 3)
    if (kind === 0 && at < lay.length) lay.copy(bytes, at, at, end)
    if (kind === 1) for (let i = at; i < end; i++) bytes[i] = below(random, 256)
    // Noise is no header: the mark of a journal is eight given bytes, and is not written before the rest is synced.
    if (kind === 1 && at === 0) bytes[0] = 0
  }
  return bytes.subarray(0, random() < 0.5 ? bytes.length : below(random, bytes.length + 1))
}

/** The file while its pages are written: each changed sector, page or none, and any length between. */
function halfWritten({ before, after }: Taken, random: Random): Buffer {
  const long = before.length + below(random, (after.length - before.length) / SECTOR + 1) * SECTOR
  const bytes = Buffer.alloc(Math.max(before.length, long))
  before.copy(bytes)
  const chance = random()
  for (const number of changedPages(before, after)) {
    const isTorn = random() < 0.3
    const isWritten = random() < chance
    for (let at = number * PAGE; at < (number + 1) * PAGE && at < bytes.length; at += SECTOR) {
      if (at < after.length && (isTorn ? random() < 0.5 : isWritten))
        after.copy(bytes, at, at, Math.min(at + SECTOR, bytes.length))
    }
  }
  return bytes
}

const STAGES: Record<string, (taken: Taken, random: Random) => Disk> = {
  'journal not yet on disk': ({ before, journal, stale }, random) => ({
    file: before,
    journal: random() < 0.1 ? null : mixed(journal, stale, random),
    expected: 'before',
  }),
  'its record count being written': ({ before, journal }, random) => {
    const bytes = Buffer.from(journal)
    completed(journal).copy(bytes, 0, 0, below(random, 13))
    return { file: before, journal: bytes, expected: 'before' }
  },
  'pages being written': (taken, random) => ({
    file: halfWritten(taken, random),
    journal: completed(taken.journal),
    expected: 'before',
  }),
  'pages on disk, journal whole': ({ after, journal }) => ({
    file: after,
    journal: completed(journal),
    expected: 'before',
  }),
  'journal being ended': ({ after, journal, left }, random) => {
    const ended = completed(journal)
    ended.fill(0, 0, 1 + below(random, 28))
    const ways = [ended, null, Buffer.alloc(0), left]
    return { file: after, journal: ways[below(random, ways.length)]!, expected: 'after' }
  },
}

function cut(taken: Taken, random: Random, path: string, how: string, { tally }: Given): void {
  const whole = { before: digestOfFile(path, taken.before, null), after: digestOfFile(path, taken.after, null) }
  if (whole.before === whole.after) throw new Error(`The commit of ${taken.shape} changed nothing`)
  if (recordsOf(taken.journal) === 0) throw new Error(`The journal of ${taken.shape} holds no page`)
  tally.count(`commits taken: ${taken.shape}`)
  tally.count('pages changed by them', changedPages(taken.before, taken.after).length)
  const stages = Object.entries(STAGES)
  for (let state = 0; state < STATES; state++) {
    const [stage, build] = stages[state % stages.length]!
    const { file, journal, expected } = build(taken, random)
    const where = `${stage}, ${taken.shape}, state ${state}, ${how}`
    tally.count(`cuts: ${stage}`)
    try {
      if (digestOfFile(path, file, journal) !== whole[expected])
        tally.breach(`does not open to the state ${expected}`, where)
      else tally.count(`opened to the state ${expected}`)
    } catch (fault) {
      tally.breach('does not open', `${where}: ${inOneLine(fault)}`)
    }
  }
}

export async function power(given: Given): Promise<void> {
  for (let round = 0; given.goesOn(round, 6); round++) {
    const seed = given.seed + round
    const folder = join(given.folder, `round ${round}`)
    mkdirSync(folder)
    const child = spawnSync(process.execPath, [CHILD, folder, String(seed)], { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(child.stderr)
    const random = seeded(seed)
    for (const name of readdirSync(folder).filter((name) => /^\d/.test(name))) {
      const taken = read(join(folder, name), name.replace(/^\d+ /, ''))
      cut(taken, random, join(folder, 'Cut.tieout'), `--seed ${seed} --rounds 1`, given)
    }
    rmSync(folder, { recursive: true })
    // Others may have their turn.
    await new Promise(setImmediate)
  }
}
