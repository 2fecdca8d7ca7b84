/**
 * Versions of filings: keeping the figures of a filing when it is filed, listing them and reading them back. They are written in the
 * transaction of the act that files, never changed, never taken back: an undo of filing leaves what was filed.
 */
import { filingWithoutReservedIds } from '../shared/structure/reserved_ids.ts'
import { deflateSync, inflateSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import { keptFigures, recomputedOtherwise } from '../shared/analysis/kept_figures.ts'
import type { Change } from '../shared/model/changes/kinds.ts'
import type { FilingHead } from '../shared/model/filing.ts'
import { keptFiguresSchema, MOST_APART, type KeptFigures, type Version } from '../shared/model/version.ts'
import { storedHead } from './changes/filing.ts'
import type { Target } from './changes/writing.ts'
import { sha256 } from './digest.ts'
import { damaged, refused } from './failure.ts'
import { readFiling } from './reading.ts'
import { number, optional, rowOf, rowsOf, text } from './row_reader.ts'
import { readAs } from './stored_json.ts'

const isFiled = (head: FilingHead | undefined): boolean => head !== undefined && head.status !== 'draft'

/**
 * To be asked before the changes of an act are applied; the function that it gives is called once they are, with the number that the act
 * takes in the log. A filing that is filed then, and was not, has its figures kept; so has one that is reopened and was filed before
 * versions were kept, under the number of the last act before.
 */
export function versionsAround(target: Target, changes: readonly Change[], last: number): (number: number) => void {
  if (!changes.some(({ kind }) => kind === 'filing')) return () => {}
  const wasFiled = isFiled(storedHead(target))
  const stood = wasFiled && !hasVersion(target) ? figuresOf(target) : undefined
  return (number) => {
    const filed = isFiled(storedHead(target))
    if (stood !== undefined && !filed) keep(target, stood, { number: last, isAct: false })
    if (filed && !wasFiled) keep(target, figuresOf(target), { number, isAct: true })
  }
}

function figuresOf({ db, filing }: Target): string {
  const definition = db.prepare('SELECT definition FROM filing WHERE id = ?').pluck().get(filing)
  return JSON.stringify(keptFigures(readFiling(db, filing, text(definition))))
}

function hasVersion({ db, filing }: Target): boolean {
  return db.prepare('SELECT 1 FROM version WHERE filing = ? LIMIT 1').get(filing) !== undefined
}

/** Keeps figures under a number of the log; the same ones are stored once. */
function keep(target: Target, figures: string, { number, isAct }: { number: number; isAct: boolean }): void {
  const hash = sha256(figures)
  const { db, records, filing } = target
  const known = db.prepare('SELECT 1 FROM version_figures WHERE hash = ?').get(hash)
  if (!known) db.prepare('INSERT INTO version_figures (hash, figures) VALUES (?, ?)').run(hash, deflateSync(figures))
  records.add('version', [filing, number], [hash, isAct ? 1 : 0])
}

const versionRow = rowOf({
  number,
  time: text,
  author: text,
  title: text,
  hash: text,
  isAct: number,
  kind: text,
  reverses: optional(number),
})

/**
 * The versions of a filing, the oldest first. One whose filing does not stand any more, because it was undone, is kept and not listed; one
 * that was filed again as it was is no other. `standing` are the edits that stand.
 */
export function listVersions(db: Database.Database, filing: string, standing: ReadonlySet<number>): Version[] {
  const rows = db.prepare(
    `SELECT v.number, c.time, c.author, c.title, v.hash, v.is_act AS "isAct", c.kind, c.reverses
     FROM version v JOIN change_set c ON c.number = v.number WHERE v.filing = ? ORDER BY v.number`,
  )
  const stand = rowsOf(versionRow, rows.all(filing)).filter(({ number, isAct, kind, reverses }) => {
    if (isAct === 0 || kind === 'created') return true
    if (kind === 'edit') return standing.has(number)
    // Redo repeats a filing; undo of a reopening leaves it filed.
    return reverses === null || standing.has(reverses) === (kind === 'redo')
  })
  return stand
    .filter(({ hash }, at) => hash !== stand[at - 1]?.hash)
    .map(({ number, time, author, title }) => ({ number, time, author, title }))
}

/** The figures of a version. Throws `refused` where there is none of that number, `damaged` where they are not what was kept. */
export function readVersion(db: Database.Database, filing: string, number: number): KeptFigures {
  const hash = db.prepare('SELECT hash FROM version WHERE filing = ? AND number = ?').pluck().get(filing, number)
  if (hash === undefined) throw refused(`There is no version ${number} of this filing.`)
  return withFreeIds(readAs(keptFiguresSchema, provenFigures(db, text(hash))))
}

/** Ids that formulas have come to reserve as they were renamed in the workbook; what is kept stays as it was kept. */
function withFreeIds({ filing, values }: KeptFigures): KeptFigures {
  const { filing: next } = filingWithoutReservedIds(filing)
  if (next === filing) return { filing, values }
  const names = filing.schedules.map(({ id }, at): [string, KeptFigures['values'][string]] => [
    next.schedules[at]!.id,
    values[id]!,
  ])
  return { filing: next, values: Object.fromEntries(names) }
}

/** The cells whose figure in the newest version is not what its inputs come to; the first of very many, none without a version. */
export function apartFromVersion(
  db: Database.Database,
  filing: string,
  standing: ReadonlySet<number>,
): { cell: string; kept: string }[] {
  const newest = listVersions(db, filing, standing).at(-1)
  return newest ? recomputedOtherwise(readVersion(db, filing, newest.number)).slice(0, MOST_APART) : []
}

/** The text of figures under their hash. Throws `damaged` where they are missing or others. */
function provenFigures(db: Database.Database, hash: string): string {
  const stored = db.prepare('SELECT figures FROM version_figures WHERE hash = ?').pluck().get(hash)
  if (!(stored instanceof Uint8Array)) throw damaged('the figures of a version of a filing are missing')
  let figures: string
  try {
    figures = inflateSync(stored).toString()
  } catch (error) {
    throw damaged('the figures of a version of a filing cannot be read', error)
  }
  if (sha256(figures) !== hash) throw damaged('the figures of a version of a filing are not what was kept')
  return figures
}

/** Proves the figures of all versions, each a step. Throws `damaged`. */
export function* proveVersions(db: Database.Database): Generator<undefined> {
  for (const hash of db.prepare('SELECT DISTINCT hash FROM version').pluck().all()) {
    provenFigures(db, text(hash))
    yield
  }
}
