/**
 * Documents of a registrant that can be compared with a filing: its versions, and other filings that show a period of it. Reads their
 * figures; changes nothing.
 */
import { sharedPeriods, type DocumentSide } from '../../../shared/analysis/documents.ts'
import { keptValue } from '../../../shared/analysis/kept_figures.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { inLine, lineOfFilings } from '../../../shared/model/line_of_filings.ts'
import type { Version } from '../../../shared/model/version.ts'
import type { DocumentName } from '../../../shared/print/address.ts'
import type { Session } from '../session.ts'

/** The filings of the line that show a period of this one, the latest first. */
export function otherDocuments(session: Session, filing: Filing): Filing[] {
  const { book } = session.workbook()
  const line = lineOfFilings(filing, book.filings(), book.registrants())
  return line.filter((one) => one.id !== filing.id && sharedPeriods(one, filing).length > 0).toReversed()
}

/** The versions of a filing, the newest first; none where they cannot be read. */
export async function versionsOf(session: Session, filing: string): Promise<Version[]> {
  await session.workbook().queue.idle()
  const answer = await session.client.versions({ filing })
  return answer.ok ? answer.value.versions.toReversed() : []
}

/** The figures of a document as filed or as the draft stands, or those that a version keeps; undefined where there is none. */
export async function readDocument(
  session: Session,
  { filing, version }: DocumentName,
): Promise<DocumentSide | undefined> {
  if (version !== undefined) {
    const answer = await session.client.version({ filing, number: version })
    if (!answer.ok) return undefined
    const kept = answer.value
    return { filing: kept.filing, value: (ref) => keptValue(kept, ref) }
  }
  const { book, sheets } = session.workbook()
  const found = book.filing(filing)
  if (!found) return undefined
  const engine = sheets.engine(filing, null)
  return { filing: found, value: (ref) => engine.value(ref, 'base') }
}

/**
 * What a filing is first compared with: the version before the one that stands, so that a correction shows; else another stage of its
 * period, else the filing before it. `versions` are the newest first.
 */
export function firstCompared(
  filing: Filing,
  versions: readonly Version[],
  others: readonly Filing[],
): DocumentName | undefined {
  const version = versions[filing.status === 'draft' ? 0 : 1]
  if (version) return { filing: filing.id, version: version.number }
  const before = others.filter((one) => inLine([one, filing])[0] === one)
  const other = before.find(({ periodEnd }) => periodEnd === filing.periodEnd) ?? before[0] ?? others[0]
  return other && { filing: other.id }
}
