/**
 * What the next period's filing would say of itself: its end, the title and the form moved with it, the mark of the audit; and which ends
 * a filing rolls to. Proposals for a person to look at; makes no filing.
 */
import { counted } from '../../money/count.ts'
import type { Filing } from '../../model/filing.ts'
import type { Refusal } from '../../refusals/refusal.ts'
import { addMonths, dateInWords, monthsBetween, quarterOf, readDate } from '../../calendar/dates.ts'
import { coversQuarter, dateRefusal, detailsOf, type FilingDetails } from '../filing_details.ts'
import { movedWords, ORDINALS } from '../../calendar/period_words.ts'
import { fiscalYearEnd } from '../../calendar/periods.ts'
import { asReport, rolledForm } from './rolled_form.ts'

/** The details that the next period would have: its end a quarter or a year later, the title and the form moved with it. */
export function nextDetails(filing: Filing, covers: 'quarter' | 'year'): FilingDetails {
  const { periodEnd } = detailsOf(filing)
  const months = covers === 'quarter' ? 3 : 12
  return detailsAt(filing, readDate(periodEnd) ? addMonths(periodEnd, months) : periodEnd)
}

/** The details that a period with that end would have; as they stand, where it does not follow. */
export function detailsAt(filing: Filing, to: string): FilingDetails {
  const details = detailsOf(filing)
  // What is rolled forward is a filing of its own, also where the old one was a copy.
  const title = details.title.replace(/^(?:Copy of )+/, '')
  const next = { ...details, title, periodEnd: to, documentDate: '' }
  if (periodRefusal(filing, to)) return next
  const { periodEnd: from } = details
  const months = monthsBetween(from, to)
  const endsYear = readDate(to)!.month === fiscalYearEnd(filing)
  const move = { from, to, months }
  // The report that the title names moves with it. Where a year turns into a quarter, it does so first.
  const moved = endsYear ? asReport(movedWords(title, move), 'annual') : movedWords(asReport(title, 'quarterly'), move)
  const isQuarter = months % 12 !== 0 && !coversQuarter(filing)
  return { ...next, title: isQuarter ? quarterTitle(moved, to) : moved, ...rolledForm(details, endsYear) }
}

/** `Trust rollforward for 2010` names a year; of a quarter it is `Trust rollforward for the first quarter of 2010`. */
function quarterTitle(title: string, end: string): string {
  const quarter = ORDINALS[quarterOf(end) - 1]
  return title.replace(/\bfor (\d{4})$/, `for the ${quarter} quarter of $1`)
}

/** Why a filing cannot roll to that date; undefined where it can. */
export function periodRefusal(filing: Filing, periodEnd: string): Refusal | undefined {
  const from = filing.periodEnd
  if (from === undefined || !readDate(from)) return { code: 'period_end_not_stated' }
  if (!readDate(periodEnd)) return dateRefusal(periodEnd)
  const months = monthsBetween(from, periodEnd)
  if (months <= 0) return { code: 'next_period_not_after', end: dateInWords(from) }
  return months % 3 === 0
    ? undefined
    : { code: 'next_period_uneven', end: dateInWords(from), later: counted(months, 'month') }
}
