/**
 * Where the carried figures of a filing came from, as the earlier filings stand now. Read again only where one of those changed, or what
 * was carried: an edit of the filing itself costs nothing here.
 */
import { carriedSources, NOTHING_CARRIED, type CarriedSources } from '../../../shared/checks/carried.ts'
import type { CellFact, Filing } from '../../../shared/model/filing.ts'
import type { Session } from '../session.ts'
import type { Sheets } from '../book/sheets.ts'

/** What was read last, with the facts of the filing and every filing that was looked at, as each then stood. */
type Read = { facts: readonly unknown[]; looked: ReadonlyMap<string, Filing | undefined>; sources: CarriedSources }
const read = new WeakMap<Sheets, Map<string, Read>>()

function readOf(sheets: Sheets): Map<string, Read> {
  let known = read.get(sheets)
  if (!known) read.set(sheets, (known = new Map()))
  return known
}

/** True where facts say that something was carried; looked at once for each list of them. */
const carries = new WeakMap<readonly CellFact[], boolean>()

function isCarrying({ schedules }: Filing): boolean {
  return schedules.some(({ facts }) => {
    if (!facts) return false
    let own = carries.get(facts)
    if (own === undefined) carries.set(facts, (own = facts.some(({ carried }) => carried !== undefined)))
    return own
  })
}

/** By the name of the cell; the same object as long as nothing of it changed. */
export function carriedInto(session: Session, filing: Filing): CarriedSources {
  if (!isCarrying(filing)) return NOTHING_CARRIED
  const { book, sheets } = session.workbook()
  const facts = filing.schedules.map((one) => one.facts)
  const known = readOf(sheets).get(filing.id)
  const stands =
    known !== undefined &&
    known.facts.length === facts.length &&
    known.facts.every((one, at) => one === facts[at]) &&
    [...known.looked].every(([id, one]) => book.filing(id) === one)
  if (stands) return known.sources
  const looked = new Map<string, Filing | undefined>()
  const sources = carriedSources(filing, (id) => {
    const found = looked.has(id) ? looked.get(id) : book.filing(id)
    looked.set(id, found)
    if (!found) return undefined
    return { filing: found, value: (ref) => sheets.engine(id, null).value(ref, 'base') }
  })
  readOf(sheets).set(filing.id, { facts, looked, sources })
  return sources
}
