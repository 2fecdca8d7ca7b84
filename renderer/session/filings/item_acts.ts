/**
 * An item of an earlier period, or a change of an estimate, recorded in the current period of a draft: the figure changes by it, and what it
 * is stays with the figure, on the screen and in the workpaper copy. Openings and filed figures stay; ASC 250-10-45-17 for estimates.
 */
import { cellFormat, structureFormula, takesInput } from '../../../shared/calc/layout.ts'
import { isAmount } from '../../../shared/calc/value.ts'
import { CLASS_RULES, type CorrectionClass } from '../../../shared/model/correction.ts'
import type { CellEdit } from '../../../shared/model/changes/cell.ts'
import type { FactEdit } from '../../../shared/model/changes/fact.ts'
import type { CellFact, CellRef, Filing } from '../../../shared/model/filing.ts'
import { lineOfFilings } from '../../../shared/model/line_of_filings.ts'
import { cellTitle, factOf, findCell, type Found } from '../../../shared/model/lookup.ts'
import { cutText } from '../../../shared/money/cut_text.ts'
import { Decimal, withoutResidue, ZERO } from '../../../shared/money/decimal.ts'
import { editText, formatAmount, isMeasured } from '../../../shared/money/format.ts'
import { isolated } from '../../../shared/money/isolated.ts'
import { parseTyped } from '../../../shared/money/parse.ts'
import type { Refusal } from '../../../shared/refusals/refusal.ts'
import { rollforwards } from '../../../shared/templates/roll/roll_lines.ts'
import { commit } from '../committing.ts'
import { say } from '../messages.ts'
import type { Session } from '../session.ts'
import { focusedCell } from '../state.ts'
import { undoOffer } from '../undo_offer.ts'
import { LONGEST_REASON } from './filing_changes.ts'
import { DONE, itemRemark } from './wording.ts'

/** The classes that are recorded in the current period. */
export type ItemClass = Extract<CorrectionClass, 'out_of_period' | 'estimate'>

export type ItemFields = { as: ItemClass; of: string; amount: string; reason: string }

/** The filings of the registrant that end before a draft, the latest first: what an item can be of. */
export function earlierFilings(session: Session, filing: Filing): Filing[] {
  const { book } = session.workbook()
  const line = lineOfFilings(filing, book.filings(), book.registrants())
  const before = filing.periodEnd ?? ''
  return line.filter(({ id, periodEnd = '' }) => id !== filing.id && periodEnd < before).toReversed()
}

/** The cell in focus, where an item can be recorded in it; else why not. */
export function itemCell(session: Session): { found: Found; ref: CellRef } | Refusal {
  const { place } = session.getState()
  const filing = place ? session.workbook().book.filing(place.filing) : undefined
  if (!filing || !place) return { code: 'no_filing_shown' }
  if (filing.status !== 'draft') return { code: 'item_in_filed', filing: isolated(filing.title) }
  if (place.scenario !== null) return { code: 'item_in_scenario' }
  const ref = focusedCell(session.getState())
  const found = ref && findCell(filing, ref)
  if (!ref || !found) return { code: 'no_cell_chosen' }
  const isEntered = takesInput(found.line, found.column) && !structureFormula(found.line, found.column)
  if (!isEntered || !isMeasured(cellFormat(found.line, found.column)))
    return { code: 'item_not_entered', cell: cellTitle(found) }
  const isCarried = factOf(found.schedule, ref.line, ref.column)?.carried !== undefined
  const isOfOther = found.column.end !== undefined && found.column.end !== filing.periodEnd
  const isOpening = rollforwards(found.schedule).some(({ opening }) => opening.id === ref.line)
  if (isCarried || isOfOther || isOpening) return { code: 'item_of_other_period', cell: cellTitle(found) }
  const input = session.workbook().book.input(filing.id, null, ref)
  return input?.trimStart().startsWith('=') ? { code: 'item_not_entered', cell: cellTitle(found) } : { found, ref }
}

/** Why the fields cannot be recorded, by field. */
export function itemRefusals(
  session: Session,
  { of, amount, reason }: ItemFields,
  found: Found,
): Partial<Record<keyof ItemFields, Refusal>> {
  const problems: Partial<Record<keyof ItemFields, Refusal>> = {}
  if (!session.workbook().book.filing(of)) problems.of = { code: 'item_without_filing' }
  const typed = parseTyped(amount, cellFormat(found.line, found.column))
  if (typed.kind === 'refused') problems.amount = typed.refusal
  else if (typed.kind !== 'amount' || typed.value.isZero()) problems.amount = { code: 'item_without_amount' }
  const why = reason.trim()
  if (why === '') problems.reason = { code: 'item_without_reason' }
  else if (why.length > LONGEST_REASON) problems.reason = { code: 'reason_too_long', most: LONGEST_REASON }
  return problems
}

/** Records the item at the cell in focus; answers why not, undefined where it was done. */
export function recordItem(session: Session, fields: ItemFields): Refusal | undefined {
  const at = itemCell(session)
  if ('code' in at) return at
  const { found, ref } = at
  const [problem] = Object.values(itemRefusals(session, fields, found))
  if (problem) return problem
  const { book, sheets } = session.workbook()
  const filing = found.filing
  const format = cellFormat(found.line, found.column)
  const typed = parseTyped(fields.amount, format)
  const item = typed.kind === 'amount' ? typed.value : ZERO
  const stands = sheets.engine(filing.id, null).value(ref, 'base')
  const now = withoutResidue((isAmount(stands) ? stands : new Decimal(0)).plus(item))
  const { name } = CLASS_RULES[fields.as]
  const amount = formatAmount(item, { format })
  const said = itemRemark(name, amount, isolated(book.filing(fields.of)!.title), fields.reason.trim())
  const edit: CellEdit = {
    kind: 'cell',
    scenario: null,
    ...ref,
    before: book.input(filing.id, null, ref),
    after: editText(now, format),
  }
  const title = cutText(`${name}, ${cellTitle(found)}: ${amount}. Reason: ${fields.reason.trim()}`, 1_000, {
    ellipsis: true,
  })
  const changes = [edit, remarked(found, ref, said)]
  const refusal = commit(session, { filing: filing.id, title, place: { ...ref, scenario: null }, changes })
  if (!refusal) say(session, DONE.recorded(name, amount), { act: undoOffer(session) })
  return refusal
}

/** What is said of the figure now: the item behind what was said; where it came from is no longer true. */
function remarked({ schedule, line, column }: Found, ref: CellRef, said: string): FactEdit {
  const { source: _withTheInput, ...before } = factOf(schedule, line.id, column.id) ?? {
    line: line.id,
    column: column.id,
  }
  const { remark, carried } = before
  const after: CellFact = {
    line: line.id,
    column: column.id,
    remark: remark === undefined ? said : `${remark} ${said}`,
    ...(carried && { carried }),
  }
  const stood = Object.keys(before).length > 2 ? before : null
  return { kind: 'fact', ...ref, before: stood, after }
}
