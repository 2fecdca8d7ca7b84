/**
 * A draft takes the figures that were corrected in the filings that it was carried from: all of them, as one change. A filed filing never
 * changes by itself, and is refused.
 */
import { correctedInputs, differingCount } from '../../../shared/analysis/taken_corrections.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { counted } from '../../../shared/money/count.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { commit } from '../committing.ts'
import { commitEdit } from '../edit/editing.ts'
import { say, warn } from '../messages.ts'
import { carriedInto } from '../reading/carried_figures.ts'
import type { Session } from '../session.ts'
import { undoOffer } from '../undo_offer.ts'
import { DONE } from './wording.ts'

/** The edits that take over what was corrected. */
function takingEdits(session: Session, filing: Filing): CellEdit[] {
  const engine = session.workbook().sheets.engine(filing.id, null)
  return correctedInputs(filing, engine, carriedInto(session, filing)).map(({ input, ...ref }) => {
    return { kind: 'cell', scenario: null, ...ref, before: engine.input(ref, 'base'), after: input }
  })
}

/** Why there is nothing to take; undefined where there is. */
export function takeRefusal(session: Session, id: string | undefined): Refusal | undefined {
  const filing = id === undefined ? undefined : session.workbook().book.filing(id)
  if (!filing) return { code: 'no_filing_shown' }
  if (filing.status !== 'draft') return { code: 'carried_locked', filing: isolated(filing.title) }
  if (takingEdits(session, filing).length > 0) return undefined
  const engine = session.workbook().sheets.engine(filing.id, null)
  const count = differingCount(engine, carriedInto(session, filing))
  return { code: count === 0 ? 'nothing_carried_differs' : 'carried_not_taken' }
}

/** Takes over what was corrected, after what was typed is entered. */
export function takeCorrected(session: Session, id: string): void {
  if (commitEdit(session) === 'kept') return
  const refusal = takeRefusal(session, id)
  if (refusal) return warn(session, refusal)
  const filing = session.workbook().book.filing(id)!
  const changes = takingEdits(session, filing)
  const title = `Took ${counted(changes.length, 'corrected figure')} of earlier filings: ${isolated(filing.title)}`
  const refused = commit(session, { filing: id, title, place: null, changes })
  if (refused) warn(session, refused)
  else say(session, DONE.taken(changes.length), { act: undoOffer(session) })
}
