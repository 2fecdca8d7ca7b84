/**
 * What each act on a filing changes: making one, filing, reopening, deleting, changing its details. As one change set each,
 * with its name in the change log. Judged by the rules of the workbook, so that a refusal comes with its reason before
 * anything is sent. Pure; must not commit.
 */
import { isolated } from '../../../shared/money/isolated.ts'
import { headOfFiling, factOf, scheduleOf } from '../../../shared/model/lookup.ts'
import type { Change } from '../../../shared/model/changes/kinds.ts'
import type { FilingEdit } from '../../../shared/model/changes/filing.ts'
import type { Filing, FilingHead, Stage } from '../../../shared/model/filing.ts'
import { CLASS_RULES, type CorrectionClass } from '../../../shared/model/correction.ts'
import { lineOfFilings, STAGE_NAMES } from '../../../shared/model/line_of_filings.ts'
import { dateInWords } from '../../../shared/calendar/dates.ts'
import { detailRefusals, detailsOf, withDetails, type FilingDetails } from '../../../shared/templates/filing_details.ts'
import { counted } from '../../../shared/money/count.ts'
import { cutText } from '../../../shared/money/cut_text.ts'
import type { Book } from '../book/book.ts'
import type { TieOut } from '../../../shared/checks/tie_out.ts'
import { refused, type Refused } from '../../../shared/refusals/refusal.ts'

/** `filing` is the one that the act is about, also where it makes it. */
export type Proposal = { kind: 'changes'; filing: string; title: string; changes: Change[] } | Refused

/** Longest reason for reopening: the change log names it whole. */
export const LONGEST_REASON = 600

const GONE = refused({ code: 'filing_gone' })

/** Makes a filing with its schedules, after all others. `how` says in the change log where it comes from. */
export function makingFiling(book: Book, filing: Filing, how: string): Proposal {
  if (book.takenIds().includes(filing.id)) return refused({ code: 'filing_id_taken', id: filing.id })
  const at = book.placeOf(filing.id)
  const made: Change = { kind: 'filing', before: null, after: { definition: headOfFiling(filing), at } }
  const schedules = filing.schedules.map((definition, index): Change => ({
    kind: 'schedule',
    schedule: definition.id,
    before: null,
    after: { definition, at: index },
  }))
  return proposed(filing.id, `${how}: ${isolated(filing.title)}`, [made, ...schedules])
}

/** Proposes changes under a title that the change log takes whole. */
function proposed(filing: string, title: string, changes: Change[]): Proposal {
  return { kind: 'changes', filing, title: cutText(title, 1_000, { ellipsis: true }), changes }
}

/** Proposes another head of a filing. */
function changed(book: Book, filing: Filing, head: FilingHead, title: string, reason?: string): Proposal {
  const at = book.placeOf(filing.id)
  const edit: FilingEdit = {
    kind: 'filing',
    before: { definition: headOfFiling(filing), at },
    after: { definition: head, at },
    ...(reason !== undefined && { reason }),
  }
  return proposed(filing.id, title, [edit])
}

/** Files a draft: its figures become as filed and stay. */
export function filingDraft(book: Book, id: string): Proposal {
  const filing = book.filing(id)
  if (!filing) return GONE
  if (filing.status !== 'draft') return refused({ code: 'filed_already', filing: isolated(filing.title) })
  const head: FilingHead = { ...headOfFiling(filing), status: 'filed' }
  return changed(book, filing, head, `Filed and locked: ${isolated(filing.title)}`)
}

/** What is corrected: a class, or nothing where the document was not issued yet. */
export type Corrected = CorrectionClass | 'not_issued'

/**
 * Reopens a filing as what is corrected says. What belongs to the current period is refused, naming the draft in which it is recorded.
 * The class stands with the version that is filed next.
 */
export function reopening(book: Book, id: string, corrected: Corrected | undefined, reason: string): Proposal {
  const filing = book.filing(id)
  if (!filing) return GONE
  if (filing.status === 'draft') return refused({ code: 'draft_already', filing: isolated(filing.title) })
  if (corrected === undefined) return refused({ code: 'class_missing' })
  const rule = corrected === 'not_issued' ? undefined : CLASS_RULES[corrected]
  if (rule && !rule.reopens) {
    const draft = currentDraft(book, filing)?.title ?? ''
    return refused({ code: 'class_of_current_period', name: rule.name, draft: isolated(draft) })
  }
  const why = reason.trim()
  if (why === '') return refused({ code: 'reason_missing' })
  if (why.length > LONGEST_REASON) return refused({ code: 'reason_too_long', most: LONGEST_REASON })
  const { corrections = [] } = filing
  const all = corrected === 'not_issued' ? corrections : [...corrections, { class: corrected, reason: why }]
  const head: FilingHead = { ...headOfFiling(filing), status: 'draft', ...(all.length > 0 && { corrections: all }) }
  const as = rule ? `${rule.name}. ` : ''
  return changed(book, filing, head, `Reopened: ${isolated(filing.title)}. ${as}Reason: ${why}`, why)
}

/** Classes what a draft changes against another document of its period; the last class against it holds. */
export function classing(book: Book, id: string, against: string, of: CorrectionClass, reason: string): Proposal {
  const filing = book.filing(id)
  const other = book.filing(against)
  if (!filing || !other) return GONE
  if (filing.status !== 'draft') return refused({ code: 'details_locked', filing: isolated(filing.title) })
  const why = reason.trim()
  if (why === '') return refused({ code: 'item_without_reason' })
  if (why.length > LONGEST_REASON) return refused({ code: 'reason_too_long', most: LONGEST_REASON })
  const others = (filing.corrections ?? []).filter((one) => one.against !== against)
  const head: FilingHead = { ...headOfFiling(filing), corrections: [...others, { class: of, reason: why, against }] }
  const title = `${CLASS_RULES[of].name}: ${isolated(filing.title)} against ${isolated(other.title)}. Reason: ${why}`
  return changed(book, filing, head, title)
}

/** The last draft of the registrant of a later period: where what is prospective is recorded. */
function currentDraft(book: Book, filing: Filing): Filing | undefined {
  const line = lineOfFilings(filing, book.filings(), book.registrants())
  return line.findLast(
    ({ id, status, periodEnd = '' }) => id !== filing.id && status === 'draft' && periodEnd > (filing.periodEnd ?? ''),
  )
}

/** Deletes a filing: it is kept in the file and shown nowhere, and undo brings it back. */
export function deleting(book: Book, id: string): Proposal {
  const filing = book.filing(id)
  if (!filing) return GONE
  return changed(book, filing, { ...headOfFiling(filing), deleted: true }, `Filing deleted: ${isolated(filing.title)}`)
}

/**
 * Drops the printed figures that the draft's own now differ from, where an amended filing no longer is the document that
 * they were printed in. `tieOuts` are those of the draft itself.
 */
export function droppingSources(book: Book, id: string, tieOuts: readonly TieOut[]): Proposal {
  const filing = book.filing(id)
  if (!filing) return GONE
  if (filing.status !== 'draft') return refused({ code: 'printed_figures_locked', filing: isolated(filing.title) })
  const changes = tieOuts.flatMap(({ kind, filed, schedule, line, column }): Change[] => {
    if (kind !== 'per_source' || filed !== 'fail') return []
    const fact = factOf(scheduleOf(filing, schedule)!, line, column)
    if (fact?.perSource === undefined) return []
    // The source of a completed input stands with the input, not with the fact.
    const { source: _withTheInput, ...before } = fact
    const { perSource: _printed, ...after } = before
    return [{ kind: 'fact', schedule, line, column, before, after: Object.keys(after).length > 2 ? after : null }]
  })
  if (changes.length === 0) return refused({ code: 'no_printed_figure_differs' })
  const count = counted(changes.length, 'printed figure')
  return proposed(id, `Dropped ${count} that differed: ${isolated(filing.title)}`, changes)
}

/** The words in which the change log names the details. */
const WORDS: Record<keyof FilingDetails, string> = {
  title: 'title',
  registrant: 'registrant',
  form: 'form',
  periodEnd: 'period end',
  documentDate: 'document date',
  unit: 'unit',
  unaudited: 'audit',
  stage: 'stage',
}

/** Changes the details of a draft. No changes where nothing differs. */
export function detailing(book: Book, id: string, details: FilingDetails): Proposal {
  const filing = book.filing(id)
  if (!filing) return GONE
  if (filing.status !== 'draft') return refused({ code: 'details_locked', filing: isolated(filing.title) })
  const [problem] = Object.values(detailRefusals(details))
  if (problem) return refused(problem)
  const head = withDetails(headOfFiling(filing), details)
  const [before, after] = [detailsOf(filing), detailsOf(head)]
  const parts = (Object.keys(WORDS) as (keyof FilingDetails)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${WORDS[key]} ${shown(key, before)} to ${shown(key, after)}`)
  if (parts.length === 0) return proposed(id, '', [])
  return changed(book, filing, head, `Filing details of ${isolated(filing.title)}: ${parts.join('; ')}`)
}

function shown(key: keyof FilingDetails, details: FilingDetails): string {
  const value = details[key]
  if (typeof value === 'boolean') return value ? 'unaudited' : 'not marked unaudited'
  if (value === undefined || value === '') return 'none'
  if (key === 'stage') return STAGE_NAMES[value as Stage]
  return key === 'periodEnd' || key === 'documentDate' ? dateInWords(value) : `“${isolated(value)}”`
}
