/**
 * What a tax return changes of the estimates that later filings opened with: found through the line of the registrant, and taken into a draft as one change. A
 * filed filing never changes by itself.
 */
import type { DocumentSide } from '../../../shared/analysis/documents.ts'
import { landingsAmong, takenFromReturn, type Landing } from '../../../shared/analysis/true_ups.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { lineOfFilings } from '../../../shared/model/line_of_filings.ts'
import { counted } from '../../../shared/money/count.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { commit } from '../committing.ts'
import { say } from '../messages.ts'
import { carriedInto } from '../reading/carried_figures.ts'
import type { Session } from '../session.ts'
import { undoOffer } from '../undo_offer.ts'
import { DONE } from './wording.ts'

/** Where the true-ups of a return land, by the filings of later periods. */
export function landingsOf(session: Session, taxReturn: DocumentSide): Landing[] {
  const { book, sheets } = session.workbook()
  const line = lineOfFilings(taxReturn.filing, book.filings(), book.registrants())
  return landingsAmong(taxReturn, { line, filings: line }, (filing) => {
    const engine = sheets.engine(filing.id, null)
    return { filing, value: (ref) => engine.value(ref, 'base'), carried: carriedInto(session, filing) }
  })
}

/** Brings a draft to the return. Refused where the filing is filed, or the file refuses the change. */
export function takeReturn(session: Session, landing: Landing, taxReturn: Filing): Refusal | undefined {
  const { filing } = landing
  if (filing.status !== 'draft') return { code: 'carried_locked', filing: isolated(filing.title) }
  const engine = session.workbook().sheets.engine(filing.id, null)
  const changes = takenFromReturn(landing, taxReturn, (ref) => engine.input(ref, 'base'))
  const count = landing.trueUps.length
  const title = `Took ${counted(count, 'figure')} of the tax return: ${isolated(filing.title)}`
  const refused = commit(session, { filing: filing.id, title, place: null, changes })
  if (refused) return refused
  say(session, DONE.takenFromReturn(count), { act: undoOffer(session) })
  return undefined
}
