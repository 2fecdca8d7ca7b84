/**
 * What a filing says of itself: registrant, title, form, dates, unit. How these stand in its head, an id made of them, and
 * what is wrong with them.
 */
import { quarterOf, readDate } from '../calendar/dates.ts'
import { parseDate } from '../calendar/typed_dates.ts'
import { periodOfId } from '../calendar/periods.ts'
import type { Filing, FilingHead, Stage } from '../model/filing.ts'
import type { Refusal } from '../refusals/refusal.ts'
import { freeId, idWords } from '../structure/ids.ts'

export type FilingDetails = {
  title: string
  registrant: string
  form: string
  /** ISO date, such as 2007-09-30. */
  periodEnd: string
  /** ISO date of the document; empty where it has none yet. */
  documentDate: string
  unit: string
  unaudited: boolean
  /** Where the document stands in the making of its period's figures; absent where it is not said. */
  stage?: Stage | undefined
}

/** The details of a filing, empty where it says nothing. */
export function detailsOf(filing: FilingHead): FilingDetails {
  const {
    title,
    registrant = '',
    form = '',
    periodEnd = '',
    documentDate = '',
    unit = '',
    unaudited = false,
    stage,
  } = filing
  return { title, registrant, form, periodEnd, documentDate, unit, unaudited, ...(stage && { stage }) }
}

/** Details as they stand in a filing's head: trimmed, without what is empty. */
export function headDetails(details: FilingDetails): Omit<FilingHead, 'id'> {
  const { title, registrant, form, periodEnd, documentDate, unit, unaudited, stage } = details
  const texts = { registrant, form, periodEnd, documentDate, unit }
  const given = Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]]))
  return { title: title.trim(), ...Object.fromEntries(given), ...(unaudited && { unaudited }), ...(stage && { stage }) }
}

/** A filing under other details, all else as it stands. */
export function withDetails<T extends FilingHead>(filing: T, details: FilingDetails): T {
  const {
    registrant: _registrant,
    form: _form,
    periodEnd: _periodEnd,
    documentDate: _documentDate,
    unit: _unit,
    unaudited: _unaudited,
    stage: _stage,
    ...rest
  } = filing
  return { ...rest, ...headDetails(details) } as T
}

/** Why a text is no date as it is kept. */
export function dateRefusal(text: string): Refusal {
  const parsed = parseDate(text)
  return parsed.kind === 'refused' ? parsed.refusal : { code: 'date_malformed' }
}

/** Why details cannot stand, by field; empty where they can. A title and the end of the period are needed. */
export function detailRefusals(details: FilingDetails): Partial<Record<keyof FilingDetails, Refusal>> {
  const problems: Partial<Record<keyof FilingDetails, Refusal>> = {}
  const longest = 500
  for (const key of ['title', 'registrant', 'form', 'unit'] as const) {
    if (details[key].length > longest) problems[key] = { code: 'text_too_long_for_field', most: longest }
  }
  if (details.title.trim() === '') problems.title = { code: 'title_missing' }
  const end = details.periodEnd.trim()
  if (end === '') problems.periodEnd = { code: 'period_end_missing' }
  else if (!readDate(end)) problems.periodEnd = dateRefusal(end)
  const document = details.documentDate.trim()
  if (document !== '' && !readDate(document)) problems.documentDate = dateRefusal(document)
  else if (document !== '' && readDate(end) && document < end) problems.documentDate = { code: 'document_before_end' }
  return problems
}

/** Words that name no registrant by themselves. */
const COMMON = new Set(['the', 'a', 'an'])

/** A free id that tells registrant and period: `impac_2007_q4`, `impac_2010` where the filing covers the year. */
export function filingId(
  { registrant, title, periodEnd }: Pick<FilingDetails, 'registrant' | 'title' | 'periodEnd'>,
  covers: 'quarter' | 'year',
  taken: readonly string[],
): string {
  const words = idWords(registrant.trim() || title).split('_')
  const first = words.find((word) => word !== '' && !COMMON.has(word)) ?? 'filing'
  const name = (/^[a-z]/.test(first) ? first : `filing_${first}`).slice(0, 50)
  const date = readDate(periodEnd)
  const period = !date ? '' : covers === 'year' ? `_${date.year}` : `_${date.year}_q${quarterOf(periodEnd)}`
  return freeId(`${name}${period}`, taken)
}

/** True where the filing's id says that it covers a quarter. */
export function coversQuarter({ id, schedules }: Pick<Filing, 'id' | 'schedules'>): boolean {
  return (
    /_q[1-4](?:_\d+)?$/.test(id) ||
    schedules.some(({ columns }) => columns.some(({ id }) => periodOfId(id)?.kind === 'quarter'))
  )
}
