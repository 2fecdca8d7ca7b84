/**
 * A draft takes the figures that were corrected in the filings that it was carried from: all of them, as one change. A filed filing never
 * changes by itself, and is refused.
 */
import { cellFormat } from '../../../shared/calc/layout.ts'
import { isAmount, sameValue } from '../../../shared/calc/value.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import { readCellName } from '../../../shared/model/cell.ts'
import type { Filing } from '../../../shared/model/filing.ts'
import { findCell } from '../../../shared/model/lookup.ts'
import { counted } from '../../../shared/money/count.ts'
import { editText } from '../../../shared/money/format.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { commit } from '../committing.ts'
import { commitEdit } from '../edit/editing.ts'
import { say, warn } from '../messages.ts'
import { carriedInto } from '../reading/carried_figures.ts'
import type { Session } from '../session.ts'
import { undoOffer } from '../undo_offer.ts'
import { DONE } from './wording.ts'

/** The inputs of the draft that are no longer what they were carried from, each with what it would be. */
function correctedInputs(session: Session, filing: Filing): CellEdit[] {
  const { sheets } = session.workbook()
  const engine = sheets.engine(filing.id, null)
  return [...carriedInto(session, filing)].flatMap(([name, { value, isMarked }]): CellEdit[] => {
    const ref = readCellName(name)
    const found = ref && findCell(filing, ref)
    if (!ref || !found || !isMarked || value === undefined || !isAmount(value)) return []
    if (sameValue(engine.value(ref, 'base'), value)) return []
    const after = editText(value, cellFormat(found.line, found.column))
    return [{ kind: 'cell', scenario: null, ...ref, before: engine.input(ref, 'base'), after }]
  })
}

/** Why there is nothing to take; undefined where there is. */
export function takeRefusal(session: Session, id: string | undefined): Refusal | undefined {
  const filing = id === undefined ? undefined : session.workbook().book.filing(id)
  if (!filing) return { code: 'no_filing_shown' }
  if (filing.status !== 'draft') return { code: 'carried_locked', filing: isolated(filing.title) }
  return correctedInputs(session, filing).length === 0 ? { code: 'nothing_carried_differs' } : undefined
}

/** Takes over what was corrected, after what was typed is entered. */
export function takeCorrected(session: Session, id: string): void {
  if (commitEdit(session) === 'kept') return
  const refusal = takeRefusal(session, id)
  if (refusal) return warn(session, refusal)
  const filing = session.workbook().book.filing(id)!
  const changes = correctedInputs(session, filing)
  const title = `Took ${counted(changes.length, 'corrected figure')} of earlier filings: ${isolated(filing.title)}`
  const refused = commit(session, { filing: id, title, place: null, changes })
  if (refused) warn(session, refused)
  else say(session, DONE.taken(changes.length), { act: undoOffer(session) })
}
