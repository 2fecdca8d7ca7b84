/**
 * Titles, captions and labels carried to another period: dates, quarters, years and the words for a span are moved, all else
 * stays as it was written. Never applied to notes, whose sentences are a person's to judge.
 */
import { addMonths, isoDate, lastDay, monthLike, monthNamed, readDate } from './dates.ts'
import { grownToDate } from './periods.ts'
import { SPAN_WORDS } from './spans.ts'

/** From one period's end to another's. */
export type Move = { from: string; to: string; months: number }

const MONTH_WORD = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
export const ORDINALS = ['first', 'second', 'third', 'fourth'] as const
const ORDINAL = `(?:${ORDINALS.join('|')})`

/** Each alternative is a way in which documents name a time; what is found by one is not looked at by the next. */
const TIMES = new RegExp(
  [
    `(?<word>${MONTH_WORD}) (?<day>\\d{1,2})(?!\\d)(?:, ?(?<year>\\d{4}))?`,
    '(?<slashMonth>\\d{1,2})/(?<slashDay>\\d{1,2})/(?<slashYear>\\d{4}|\\d{2})',
    '(?<iso>\\d{4}-\\d{2}-\\d{2})',
    `(?<ordinals>${ORDINAL}(?: and ${ORDINAL})?) quarters?(?<of>(?: of)? )(?<quarterYear>\\d{4})`,
    'Q(?<q>[1-4])(?<gap> ?)(?<qYear>\\d{4})',
    '(?<span>(?:three|six|nine) months|year) (?<ended>ended)',
    '(?<![\\d,.$])(?<alone>(?:19|20)\\d{2})(?![\\d,.]\\d)',
  ].join('|'),
  'gi',
)

/** `second quarter of 2008 and first quarter of 2008`, which two quarters of one year are once they are moved. */
const TWICE = new RegExp(`\\b(${ORDINAL}) quarter( of)? (\\d{4}) and (${ORDINAL}) quarter\\2 \\3\\b`, 'gi')

/** The text with every time in it moved; two quarters that come to stand in one year name it once. */
export function movedWords(text: string, move: Move): string {
  return movedTimes(text, move).replace(TWICE, '$1 and $4 quarters$2 $3')
}

/** Every time that a text names, as it is written. */
export function timesIn(text: string): string[] {
  return [...text.matchAll(TIMES)].filter(({ groups }) => groups?.['span'] === undefined).map(([time]) => time)
}

function movedTimes(text: string, move: Move): string {
  return text.replace(TIMES, (whole, ...rest: unknown[]) => {
    const found = rest.at(-1) as Record<string, string | undefined>
    if (found['word'] !== undefined) return monthDay(whole, found, move)
    if (found['slashMonth'] !== undefined) return slashed(whole, found, move)
    if (found['iso'] !== undefined) return readDate(found['iso']) ? movedDate(found['iso'], move) : whole
    if (found['ordinals'] !== undefined) return quarters(whole, found, move)
    if (found['q'] !== undefined) {
      const { quarter, year } = quarterMoved(Number(found['q']), Number(found['qYear']), move)
      return `Q${quarter}${found['gap']}${year}`
    }
    if (found['span'] !== undefined) return `${spanMoved(found['span'], move)} ${found['ended']}`
    return `${Number(found['alone']) + yearsOf(move)}`
  })
}

function yearsOf({ from, to }: Move): number {
  return readDate(to)!.year - readDate(from)!.year
}

/** The end of the period becomes that of the new one; another day moves by as many months. */
function movedDate(iso: string, { from, to, months }: Move): string {
  return iso === from ? to : addMonths(iso, months)
}

function monthDay(whole: string, found: Record<string, string | undefined>, move: Move): string {
  const month = monthNamed(found['word']!)
  if (month === undefined) return whole
  const day = Number(found['day'])
  const year = found['year'] === undefined ? readDate(move.from)!.year : Number(found['year'])
  if (day < 1 || day > lastDay(year, month)) return whole
  const next = readDate(movedDate(isoDate({ year, month, day }), move))!
  const words = `${monthLike(next.month, found['word']!)} ${next.day}`
  return found['year'] === undefined ? words : `${words}, ${next.year}`
}

function slashed(whole: string, found: Record<string, string | undefined>, move: Move): string {
  const [month, day] = [Number(found['slashMonth']), Number(found['slashDay'])]
  const short = found['slashYear']!.length === 2
  const year = short ? 2000 + Number(found['slashYear']) : Number(found['slashYear'])
  const iso = isoDate({ year, month, day })
  if (!readDate(iso)) return whole
  const next = readDate(movedDate(iso, move))!
  return `${next.month}/${next.day}/${short ? `${next.year}`.slice(2) : next.year}`
}

function quarterMoved(quarter: number, year: number, { months }: Move): { quarter: number; year: number } {
  const counted = year * 4 + quarter - 1 + Math.floor(months / 3)
  return { quarter: (counted % 4) + 1, year: Math.floor(counted / 4) }
}

/** `third and second quarters of 2007`, and where the two fall into different years, each with its own. */
function quarters(whole: string, found: Record<string, string | undefined>, move: Move): string {
  const words = found['ordinals']!.split(' and ')
  const moved = words.map((word) => {
    const quarter = ORDINALS.findIndex((one) => one === word.toLowerCase()) + 1
    const next = quarterMoved(quarter, Number(found['quarterYear']), move)
    const ordinal = ORDINALS[next.quarter - 1]!
    const upper = /^[A-Z]/.test(word)
    return { text: upper ? ordinal[0]!.toUpperCase() + ordinal.slice(1) : ordinal, year: next.year }
  })
  const [first, second] = moved
  const of = found['of']!
  if (!first) return whole
  if (!second) return `${first.text} quarter${of}${first.year}`
  if (first.year === second.year) return `${first.text} and ${second.text} quarters${of}${first.year}`
  return `${first.text} quarter${of}${first.year} and ${second.text} quarter${of}${second.year}`
}

/** A year to date grows; three months stay a quarter, since words do not tell which of the two they are. */
function spanMoved(span: string, { months }: Move): string {
  const stood = Object.entries(SPAN_WORDS).find(([, words]) => words === span.toLowerCase())![0]
  if (stood === '3') return span
  const words = SPAN_WORDS[grownToDate(Number(stood), months).months]!
  if (/\s[A-Z]/.test(span) || span === 'Year') return words.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
  return /^[A-Z]/.test(span) ? words[0]!.toUpperCase() + words.slice(1) : words
}

/** The first full date in a text, as ISO; undefined where it names none. */
export function dateIn(text: string): string | undefined {
  for (const { groups: found } of text.matchAll(TIMES)) {
    const word = found?.['word'] === undefined ? undefined : monthNamed(found['word'])
    const parts =
      word !== undefined && found!['year'] !== undefined
        ? { year: Number(found!['year']), month: word, day: Number(found!['day']) }
        : found?.['slashYear']?.length === 4
          ? { year: Number(found['slashYear']), month: Number(found['slashMonth']), day: Number(found['slashDay']) }
          : undefined
    const iso = parts ? isoDate(parts) : found?.['iso']
    if (iso !== undefined && readDate(iso)) return iso
  }
  return undefined
}
