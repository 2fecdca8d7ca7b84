/**
 * Where the carried figures of a filing came from, as the earlier filings stand now. Read again only where one of those changed, or what
 * was carried: an edit of the filing itself costs nothing here.
 */
import { carriedSources, NOTHING_CARRIED, type CarriedSources } from '../../../shared/checks/carried.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import type { Session } from '../session.ts'
import type { Sheets } from '../book/sheets.ts'

/** What was read last, and of what: the facts of the filing and the earlier filings, each as it then stood. */
type Read = { of: readonly unknown[]; sources: CarriedSources }
const read = new WeakMap<Sheets, Map<string, Read>>()

function readOf(sheets: Sheets): Map<string, Read> {
  let known = read.get(sheets)
  if (!known) read.set(sheets, (known = new Map()))
  return known
}

/** The ids of the filings that something was carried from, by the facts that say so. */
const named = new WeakMap<readonly unknown[], readonly string[]>()

function earlierOf({ schedules }: Filing): string[] {
  const ids = schedules.flatMap(({ facts = [] }) => {
    let own = named.get(facts)
    if (!own) named.set(facts, (own = [...new Set(facts.flatMap(({ carried }) => carried?.filing ?? []))]))
    return own
  })
  return [...new Set(ids)]
}

/** By the name of the cell; the same object as long as nothing of it changed. */
export function carriedInto(session: Session, filing: Filing): CarriedSources {
  const { book, sheets } = session.workbook()
  const earlier = earlierOf(filing)
  if (earlier.length === 0) return NOTHING_CARRIED
  const of = [...filing.schedules.map(({ facts }) => facts), ...earlier.map((id) => book.filing(id))]
  const known = readOf(sheets).get(filing.id)
  if (known && known.of.length === of.length && known.of.every((one, at) => one === of[at])) return known.sources
  const sources = carriedSources(filing, (id) => {
    const found = book.filing(id)
    if (!found) return undefined
    const engine = sheets.engine(id, null)
    return { filing: found, value: (ref) => engine.value(ref, 'base') }
  })
  readOf(sheets).set(filing.id, { of, sources })
  return sources
}
